/** A node of the tree with what the rule reads; TypeScript's own nodes are in no type of ESLint. */
export interface SyntaxNode {
  readonly type: string;
  readonly operator?: string;
  readonly left?: SyntaxNode;
  readonly right?: SyntaxNode;
  readonly argument?: SyntaxNode;
  readonly expression?: SyntaxNode;
  readonly test?: SyntaxNode | null;
  readonly discriminant?: SyntaxNode;
  readonly cases?: readonly SyntaxNode[];
  readonly callee?: SyntaxNode;
  readonly arguments?: readonly SyntaxNode[];
  readonly name?: string;
  readonly value?: unknown;
  readonly object?: SyntaxNode;
  readonly property?: SyntaxNode;
  readonly properties?: readonly SyntaxNode[];
  readonly elements?: readonly (SyntaxNode | null)[];
  readonly expressions?: readonly SyntaxNode[];
  readonly init?: SyntaxNode | null;
  readonly id?: SyntaxNode;
}

/** What stands around a value without changing it. */
const WRAPPERS = new Set(["TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);

export function unwrap(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
  if (node === null || node === undefined) return undefined;
  return WRAPPERS.has(node.type) ? unwrap(node.expression) : node;
}
