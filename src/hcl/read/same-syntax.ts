/** Whether two expressions that were read mean the same. */
import { type Syntax, type TemplatePart, withoutQuotes } from "./syntax";

/** What a comparison allows. */
interface SameSyntaxOptions {
  /** The names that stand in the second expression for a traversal of the first. */
  readonly renamed?: (node: Syntax) => readonly string[] | undefined;
  /** What is compared in place of an expression of either: one of the same value. */
  readonly simplify?: (node: Syntax) => Syntax;
}

/**
 * Compares without space, comments, brackets and the names that a `for` binds; text in a template counts, however it is escaped.
 */
export function isSameSyntax(
  a: Syntax,
  b: Syntax,
  { renamed = () => undefined, simplify = (node) => node }: SameSyntaxOptions = {},
): boolean {
  return new SyntaxComparison(renamed, simplify).same(a, b, new Map());
}

/** For each bound name of the first expression the one of the second. */
type BoundPairs = ReadonlyMap<string, string>;

class SyntaxComparison {
  constructor(
    readonly renamed: (node: Syntax) => readonly string[] | undefined,
    readonly simplify: (node: Syntax) => Syntax,
  ) {}

  same(left: Syntax, right: Syntax, bound: BoundPairs): boolean {
    const [a, b] = [this.simplify(withoutQuotes(left)), this.simplify(withoutQuotes(right))];
    const names = a.kind === "attribute" ? this.renamed(a) : undefined;
    if (names !== undefined && !bound.has(firstName(a))) return names.join(".") === traversal(b)?.join(".");
    const textA = templateOf(a);
    const textB = templateOf(b);
    if (textA !== undefined || textB !== undefined)
      return textA !== undefined && textB !== undefined && this.#sameParts(textA, textB, bound);
    switch (a.kind) {
      case "literal":
        return b.kind === "literal" && (a.digits ?? a.value) === (b.digits ?? b.value);
      case "reference":
        return b.kind === "reference" && this.#sameName(a.name, b.name, bound);
      case "attribute":
        return b.kind === "attribute" && a.name === b.name && this.same(a.of, b.of, bound);
      case "index":
        return b.kind === "index" && this.same(a.of, b.of, bound) && this.same(a.key, b.key, bound);
      case "splat":
        return b.kind === "splat" && this.same(a.of, b.of, bound) && this.#sameSteps(a.steps, b.steps, bound);
      case "call":
        return b.kind === "call" && a.name === b.name && a.expand === b.expand && this.#all(a.args, b.args, bound);
      case "binary":
        return (
          b.kind === "binary" && a.operator === b.operator && this.#all([a.left, a.right], [b.left, b.right], bound)
        );
      case "unary":
        return b.kind === "unary" && a.operator === b.operator && this.same(a.operand, b.operand, bound);
      case "conditional":
        return (
          b.kind === "conditional" &&
          this.#all([a.condition, a.then, a.otherwise], [b.condition, b.then, b.otherwise], bound)
        );
      case "tuple":
        return b.kind === "tuple" && this.#all(a.items, b.items, bound);
      case "object":
        return (
          b.kind === "object" &&
          this.#all(
            a.entries.flatMap(({ key, value }) => [asKey(key), value]),
            b.entries.flatMap(({ key, value }) => [asKey(key), value]),
            bound,
          )
        );
      case "for":
        return b.kind === "for" && this.#sameFor(a, b, bound);
      default:
        return false;
    }
  }

  #all(a: readonly Syntax[], b: readonly Syntax[], bound: BoundPairs): boolean {
    return a.length === b.length && a.every((one, index) => this.same(one, b[index] as Syntax, bound));
  }

  /** A bound name must be bound in the same place, and a free one must be free. */
  #sameName(a: string, b: string, bound: BoundPairs): boolean {
    const pair = bound.get(a);
    return pair === undefined ? a === b && ![...bound.values()].includes(b) : pair === b;
  }

  #sameSteps(a: readonly (string | Syntax)[], b: readonly (string | Syntax)[], bound: BoundPairs): boolean {
    return (
      a.length === b.length &&
      a.every((step, index) => {
        const other = b[index] as string | Syntax;
        if (typeof step === "string" || typeof other === "string") return step === other;
        return this.same(step, other, bound);
      })
    );
  }

  #sameFor(a: Syntax & { kind: "for" }, b: Syntax & { kind: "for" }, bound: BoundPairs): boolean {
    if ((a.key === undefined) !== (b.key === undefined) || a.group !== b.group) return false;
    const pairs: readonly (readonly [string, string])[] = [
      ...(a.key !== undefined && b.key !== undefined ? [[a.key, b.key] as const] : []),
      [a.value, b.value],
    ];
    const hidden = new Set(pairs.map(([, other]) => other));
    // A name that is bound anew hides the pair that had it.
    const inner = new Map([...bound].filter(([, other]) => !hidden.has(other)));
    for (const [name, other] of pairs) inner.set(name, other);
    const parts = (node: Syntax & { kind: "for" }) => [node.resultKey, node.result, node.condition];
    return (
      this.same(a.collection, b.collection, bound) &&
      parts(a).every((part, index) => {
        const other = parts(b)[index];
        return part === undefined || other === undefined ? part === other : this.same(part, other, inner);
      })
    );
  }

  #sameParts(a: readonly Part[], b: readonly Part[], outer: BoundPairs): boolean {
    // What a directive binds keeps its name.
    const names = new Set(a.flatMap((part) => (isDirective(part) ? part.names : [])));
    const bound = names.size === 0 ? outer : new Map([...outer].filter(([name]) => !names.has(name)));
    return (
      a.length === b.length &&
      a.every((part, index) => {
        const other = b[index] as Part;
        if (typeof part === "string" || typeof other === "string") return part === other;
        if (!isDirective(part) || !isDirective(other))
          return !isDirective(part) && !isDirective(other) && this.same(part, other, bound);
        if (part.keyword !== other.keyword || part.names.join() !== other.names.join()) return false;
        if (part.value === undefined || other.value === undefined) return part.value === other.value;
        return this.same(part.value, other.value, bound);
      })
    );
  }
}

type Part = string | Syntax | (TemplatePart & { readonly kind: "directive" });

function isDirective(part: Part): part is TemplatePart & { readonly kind: "directive" } {
  return typeof part !== "string" && part.kind === "directive";
}

/** The parts of a text, with those that are text themselves joined; undefined for what is no text. */
function templateOf(node: Syntax): readonly Part[] | undefined {
  if (node.kind === "literal" && typeof node.value === "string") return [node.value.normalize("NFC")];
  if (node.kind !== "template") return undefined;
  const parts: Part[] = [];
  const add = (text: string) => {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + text;
    else if (text !== "") parts.push(text);
  };
  for (const part of node.parts) {
    if (part.kind === "text") add(part.text.normalize("NFC"));
    else if (part.kind === "directive") parts.push(part);
    else if (part.value.kind === "literal" && typeof part.value.value === "string")
      add(part.value.value.normalize("NFC"));
    else parts.push(part.value);
  }
  return parts.length === 0 ? [""] : parts;
}

/** A key is text: `(1)` is `"1"`. */
function asKey(node: Syntax): Syntax {
  const key = withoutQuotes(node);
  return key.kind === "literal" && key.value !== null ? { ...key, value: key.digits ?? String(key.value) } : key;
}

function firstName(node: Syntax): string {
  if (node.kind === "reference") return node.name;
  return "of" in node ? firstName(node.of) : "";
}

/** `a`, `b`, `c` of `a.b.c`; undefined for anything else. */
export function traversal(node: Syntax): readonly string[] | undefined {
  if (node.kind === "reference") return [node.name];
  if (node.kind !== "attribute") return undefined;
  const before = traversal(node.of);
  return before === undefined ? undefined : [...before, node.name];
}
