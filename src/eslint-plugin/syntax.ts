/**
 * A node of the syntax tree, with the fields that our rules read. ESLint's own types do not have the nodes of TypeScript, such
 * as `TSAsExpression`.
 */
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

/** Nodes of TypeScript that wrap an expression and do not change its value: `x!`, `x as T`, `x satisfies T`, `<T>x`. */
const WRAPPERS = new Set(["TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "TSTypeAssertion"]);

/** The expression inside of all wrappers of TypeScript. */
export function unwrap(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
  if (node === null || node === undefined) return undefined;
  return WRAPPERS.has(node.type) ? unwrap(node.expression) : node;
}
