/** A node of the tree with what the rule reads; TypeScript's own nodes are in no type of ESLint. */
export interface Node {
  readonly type: string;
  readonly operator?: string;
  readonly left?: Node;
  readonly right?: Node;
  readonly argument?: Node;
  readonly expression?: Node;
  readonly test?: Node | null;
  readonly discriminant?: Node;
  readonly cases?: readonly Node[];
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly name?: string;
  readonly value?: unknown;
  readonly object?: Node;
  readonly property?: Node;
  readonly properties?: readonly Node[];
  readonly elements?: readonly (Node | null)[];
  readonly expressions?: readonly Node[];
  readonly init?: Node | null;
  readonly id?: Node;
}

/** What stands around a value without changing it. */
const WRAPPERS = new Set(["TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);

export function unwrap(node: Node | null | undefined): Node | undefined {
  if (node === null || node === undefined) return undefined;
  return WRAPPERS.has(node.type) ? unwrap(node.expression) : node;
}
