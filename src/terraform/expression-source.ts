/**
 * The source of an expression whose value is not known, token for token. Two unknown values are the same only if their sources
 * are: what is shown of them is abbreviated, and `trimsuffix(var.a, "/")` looks like `trimsuffix(var.b, "/")`.
 */
import type { ForSyntax, Syntax, TemplateSyntax } from "../hcl/read";
import { factsOf } from "./functions/table";
import { sourceText, type Value } from "./value";

/** The values of the names that an expression's surroundings define. */
type Names = ReadonlyMap<string, Value>;

/**
 * The source of an expression, written in one way, in which names that its surroundings define stand for the source of their
 * values. Undefined if the expression may have another value each time it is evaluated, or cannot be told from others.
 */
export function sourceOfExpression(node: Syntax, names: Names): string | undefined {
  switch (node.kind) {
    case "literal":
      return node.digits ?? JSON.stringify(node.value);
    case "template":
      return sourceOfTemplate(node, names);
    case "reference": {
      const value = names.get(node.name);
      return value === undefined ? node.name : sourceOfValue(value);
    }
    case "attribute":
      return joined([sourceOfOperand(node.of, names), `.${node.name}`]);
    case "index":
      return joined([sourceOfOperand(node.of, names), "[", sourceOfExpression(node.key, names), "]"]);
    case "splat": {
      const steps = node.steps.flatMap((step) =>
        typeof step === "string" ? [`.${step}`] : ["[", sourceOfExpression(step, names), "]"],
      );
      return joined([sourceOfExpression(node.of, names), "[*]", ...steps]);
    }
    case "call":
      if (factsOf(node.name)?.plan === "after apply") return undefined;
      return joined([`${node.name}(`, listed(node.args, names), node.expand ? "...)" : ")"]);
    case "binary":
      return joined([
        "(",
        sourceOfExpression(node.left, names),
        ` ${node.operator} `,
        sourceOfExpression(node.right, names),
        ")",
      ]);
    case "unary":
      return joined([node.operator, sourceOfExpression(node.operand, names)]);
    case "conditional":
      return joined(["(", ...between([node.condition, node.then, node.otherwise], [" ? ", " : "], names), ")"]);
    case "for":
      return sourceOfFor(node, names);
    case "tuple":
      return joined(["[", listed(node.items, names), "]"]);
    case "object":
      return joined([
        "{",
        ...node.entries.flatMap(({ key, value }) => [...between([key, value], [" = "], names), ", "]),
        "}",
      ]);
  }
}

/** Whatever stands for each element of a collection: it is the same where the collection and the filter are. */
export function sourceOfElement(part: "key" | "value", collection: Value, filter = ""): string | undefined {
  return joined([`${part} in `, sourceOfValue(collection), filter]);
}

/** The source of a `for` expression's filter; empty if it has none. */
export function sourceOfFilter({ condition, key, value }: ForSyntax, names: Names): string | undefined {
  return condition === undefined ? "" : joined([" if ", sourceOfExpression(condition, without(names, key, value))]);
}

/** `x.*.a[0]` is a step of the list, `x[*].a[0]` one of each item. */
function sourceOfOperand(node: Syntax, names: Names): string | undefined {
  const source = sourceOfExpression(node, names);
  return node.kind === "splat" ? joined(["(", source, ")"]) : source;
}

function sourceOfTemplate({ parts }: TemplateSyntax, names: Names): string | undefined {
  const pieces = parts.map((part) => {
    if (part.kind === "text") return JSON.stringify(part.text).slice(1, -1);
    return part.kind === "hole" ? joined(["${", sourceOfExpression(part.value, names), "}"]) : undefined;
  });
  return joined(['"', ...pieces, '"']);
}

function sourceOfFor(node: ForSyntax, names: Names): string | undefined {
  const inner = without(names, node.key, node.value);
  const results = [node.resultKey, node.result].filter((part) => part !== undefined);
  return joined([
    `[for ${node.key ?? ""}, ${node.value} in `,
    sourceOfExpression(node.collection, names),
    " : ",
    ...between(results, [" => "], inner),
    node.group ? "..." : "",
    sourceOfFilter(node, names),
    "]",
  ]);
}

function without(names: Names, ...hidden: readonly (string | undefined)[]): Names {
  return hidden.some((name) => name !== undefined && names.has(name))
    ? new Map([...names].filter(([name]) => !hidden.includes(name)))
    : names;
}

function sourceOfValue(value: Value): string | undefined {
  const text = sourceText(value);
  return text.includes("${...}") ? undefined : text;
}

function listed(nodes: readonly Syntax[], names: Names): string | undefined {
  return joined(nodes.flatMap((node) => [sourceOfExpression(node, names), ", "]));
}

/** The sources of nodes, with the given texts between them. */
function between(nodes: readonly Syntax[], texts: readonly string[], names: Names): readonly (string | undefined)[] {
  return nodes.flatMap((node, index) => [...(index === 0 ? [] : [texts[index - 1]]), sourceOfExpression(node, names)]);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("");
}
