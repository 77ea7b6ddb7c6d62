/** Conditions of which only Terraform knows whether they hold: the same one is the same wherever it stands in a module. */
import type { Syntax } from "../hcl/read";

/** A condition, taken to hold or not. */
export interface Taken {
  readonly text: string;
  readonly holds: boolean;
}

/** A condition as a text; `negated` where it says the opposite of that text: `!var.a`, `var.a != null`. */
export interface ReadCondition {
  readonly text: string;
  readonly negated: boolean;
}

/** Longer and deeper ones are nobody's way to choose a policy. */
const LONGEST = 300;
const DEEPEST = 20;

/**
 * Reads a condition over variables of the module. Undefined where something else is in it, which may have another value
 * elsewhere (a name of a loop) or be known in another way (a local, a resource), and where it has no variable at all.
 */
export function readCondition(node: Syntax, names: ReadonlyMap<string, unknown>): ReadCondition | undefined {
  if (node.end - node.start > LONGEST) return undefined;
  if (node.kind === "unary" && node.operator === "!") return opposite(readCondition(node.operand, names));
  if (node.kind === "binary" && node.operator === "!=") {
    return opposite(readCondition({ ...node, operator: "==" }, names));
  }
  const text = textOf(node, names, 0);
  if (text === undefined || !/\bvar\./.test(text)) return undefined;
  return { text, negated: false };
}

function opposite(condition: ReadCondition | undefined): ReadCondition | undefined {
  return condition && { ...condition, negated: !condition.negated };
}

function textOf(node: Syntax, names: ReadonlyMap<string, unknown>, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const of = (part: Syntax) => textOf(part, names, depth + 1);
  const join = (parts: readonly Syntax[]) => {
    const texts = parts.map(of);
    return texts.includes(undefined) ? undefined : texts.join(",");
  };
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "reference":
      return node.name === "var" && !names.has("var") ? "var" : undefined;
    case "attribute":
      return followed(of(node.of), (text) => `${text}.${node.name}`);
    case "index":
      return followed(join([node.of, node.key]), (inside) => `[${inside}]`);
    case "call":
      return followed(join(node.args), (args) => `${node.name}(${args})`);
    case "unary":
      return followed(of(node.operand), (operand) => `${node.operator}${operand}`);
    case "binary":
      return followed(join([node.left, node.right]), (sides) => `(${node.operator} ${sides})`);
    default:
      return undefined;
  }
}

function followed(text: string | undefined, put: (text: string) => string): string | undefined {
  return text === undefined ? undefined : put(text);
}
