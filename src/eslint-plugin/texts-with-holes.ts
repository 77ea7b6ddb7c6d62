/** Finds texts that hold a value which Terraform knows at plan time. JavaScript sees only a meaningless token in them. */
import type { SourceCode } from "eslint";
import { type SyntaxNode, unwrap } from "./syntax";

export class TextsWithHoles {
  readonly #source: SourceCode;
  readonly #isExpression: (node: SyntaxNode) => boolean;

  /** @param isExpression whether a node's type is, or may be, an expression's */
  constructor(source: SourceCode, isExpression: (node: SyntaxNode) => boolean) {
    this.#source = source;
    this.#isExpression = isExpression;
  }

  /** A template string with an expression, or what is joined to one, also by the name that it was given. */
  has(given: SyntaxNode | null | undefined): boolean {
    return this.#has(given, new Set());
  }

  /** The text with a hole in a value that is written out: an object, an array, or the text itself. */
  findIn(given: SyntaxNode | null | undefined): SyntaxNode | undefined {
    const node = unwrap(given);
    if (node === undefined || this.has(node)) return node;
    const parts = [
      ...(node.elements ?? []),
      ...(node.properties ?? []).map((one) => one.value as SyntaxNode | undefined),
    ];
    for (const part of parts) {
      const found = this.findIn(part);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #has(given: SyntaxNode | null | undefined, seen: Set<string>): boolean {
    const node = unwrap(given);
    if (node?.type === "TemplateLiteral")
      return (node.expressions ?? []).some((part) => this.#isExpression(part) || this.#has(part, seen));
    if (node?.type === "BinaryExpression" && node.operator === "+")
      return this.#has(node.left, seen) || this.#has(node.right, seen);
    if (node?.type === "CallExpression" && node.callee?.name === "String") {
      const [value] = node.arguments ?? [];
      return value !== undefined && (this.#isExpression(value) || this.#has(value, seen));
    }
    if (node?.type !== "Identifier" || seen.has(node.name as string)) return false;
    seen.add(node.name as string);
    return this.#has(this.#valueOf(node), seen);
  }

  /** The value of a variable that is assigned only once. */
  #valueOf(node: SyntaxNode): SyntaxNode | undefined {
    const name = node.name as string;
    for (let scope: ReturnType<SourceCode["getScope"]> | null = this.#source.getScope(node as never); scope; ) {
      const variable = scope.set.get(name);
      if (variable !== undefined) {
        const [definition] = variable.defs;
        const writes = variable.references.filter((reference) => reference.isWrite());
        const declared = definition?.node as SyntaxNode | undefined;
        const isOne = variable.defs.length === 1 && definition?.type === "Variable" && writes.length === 1;
        return isOne && declared?.id?.type === "Identifier" ? (declared.init ?? undefined) : undefined;
      }
      scope = scope.upper;
    }
    return undefined;
  }
}
