/** Expressions that were read, as expressions that can be written. */
import type { Binding, Expression, ObjectEntry } from "../expression";
import { type EntrySyntax, type ForSyntax, type Syntax, type TemplatePart, withoutQuotes } from "./syntax";

/** Where an expression is changed on the way. */
interface ToExpressionOptions {
  /** What replaces a reference with the steps behind it; undefined where it stays. Names that a `for` binds are not asked for. */
  readonly replace?: (node: Syntax) => Expression | undefined;
  /** Whether `"${var.x}"` becomes `var.x`, which has the same value. @default false */
  readonly dropsQuotes?: boolean;
}

/**
 * What is written reads as the same expression, but for space, comments, brackets that are not needed and the spelling of
 * names that a `for` binds.
 *
 * @example printExpression(toExpression(readHclExpression("x . y")))  // x.y
 */
export function toExpression(node: Syntax, options: ToExpressionOptions = {}): Expression {
  return new Converter(options).convert(node, new Map());
}

/** The names that surrounding `for` expressions bind. */
type BoundNames = ReadonlyMap<string, Binding>;

class Converter {
  readonly #replace: (node: Syntax) => Expression | undefined;
  readonly #dropsQuotes: boolean;
  #next = 0;

  constructor({ replace = () => undefined, dropsQuotes = false }: ToExpressionOptions) {
    this.#replace = replace;
    this.#dropsQuotes = dropsQuotes;
  }

  convert(given: Syntax, scope: BoundNames): Expression {
    const node = this.#dropsQuotes ? withoutQuotes(given) : given;
    const into = (part: Syntax) => this.convert(part, scope);
    switch (node.kind) {
      case "literal":
        return { kind: "literal", value: node.value, ...(node.digits !== undefined && { digits: node.digits }) };
      case "template":
        return { kind: "template", parts: this.#parts(node.parts, scope) };
      case "reference":
        return scope.get(node.name) ?? { kind: "reference", address: node.name };
      case "attribute":
        return this.#replaced(node, scope) ?? { kind: "attribute", of: into(node.of), name: node.name };
      case "index":
        return { kind: "index", of: into(node.of), key: into(node.key) };
      case "splat": {
        const path = node.steps.map((step) => (typeof step === "string" ? step : into(step)));
        return { kind: "splat", of: into(node.of), path };
      }
      case "call":
        return { kind: "call", name: node.name, args: node.args.map(into), expand: node.expand };
      case "binary":
        return { kind: "binary", operator: node.operator, left: into(node.left), right: into(node.right) };
      case "unary":
        return { kind: "unary", operator: node.operator, operand: into(node.operand) };
      case "conditional":
        return {
          kind: "conditional",
          condition: into(node.condition),
          // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
          then: into(node.then),
          otherwise: into(node.otherwise),
        };
      case "tuple":
        return { kind: "tuple", items: node.items.map(into) };
      case "object":
        return { kind: "object", entries: node.entries.map((entry) => this.#entry(entry, scope)) };
      case "for":
        return this.#for(node, scope);
    }
  }

  #replaced(node: Syntax, scope: BoundNames): Expression | undefined {
    return scope.size > 0 && isBound(node, scope) ? undefined : this.#replace(node);
  }

  #parts(parts: readonly TemplatePart[], scope: BoundNames): readonly (string | Expression)[] {
    // What a directive binds is spelled as it was: a name of a `for` around it that is the same is hidden.
    const hidden = new Set(parts.flatMap((part) => (part.kind === "directive" ? part.names : [])));
    const inner = hidden.size === 0 ? scope : new Map([...scope].filter(([name]) => !hidden.has(name)));
    return parts.map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "hole") return this.convert(part.value, inner);
      const { keyword, names, value } = part;
      return { kind: "directive", keyword, names, ...(value !== undefined && { value: this.convert(value, inner) }) };
    });
  }

  #entry({ key, value }: EntrySyntax, scope: BoundNames): ObjectEntry {
    const isText = key.kind === "literal" && typeof key.value === "string";
    return { key: isText ? String(key.value) : this.convert(key, scope), value: this.convert(value, scope) };
  }

  #for(node: ForSyntax, scope: BoundNames): Expression {
    const bind = (hint: string): Binding => ({ kind: "binding", id: this.#next++, hint });
    const value = bind(node.value);
    const key = node.key === undefined ? undefined : bind(node.key);
    const inner = new Map(scope).set(node.value, value);
    if (key !== undefined && node.key !== undefined) inner.set(node.key, key);
    return {
      kind: "for",
      ...(key !== undefined && { key }),
      value,
      collection: this.convert(node.collection, scope),
      ...(node.resultKey !== undefined && { resultKey: this.convert(node.resultKey, inner) }),
      result: this.convert(node.result, inner),
      ...(node.condition !== undefined && { condition: this.convert(node.condition, inner) }),
      group: node.group,
    };
  }
}

function isBound(node: Syntax, scope: BoundNames): boolean {
  if (node.kind === "reference") return scope.has(node.name);
  return "of" in node && isBound(node.of, scope);
}
