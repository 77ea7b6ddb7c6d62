/** Kinds in HCL: a precondition for each group of variables that belong to the same kinds. */
import { type Expression, jsonExpression } from "../../hcl/expression";
import type { Json } from "../../json/json-value";
import { listWords } from "../../text/list-words";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { defaultOf, inputText, type KindGroup, type KindGroups, kindGroupsOf, quoteValue } from "../dsl/kind-groups";
import type { ConditionNodes } from "../dsl/module-builder";
import type { AnyVariable } from "../dsl/types";
import { binaryNode, callNode, conditionalNode, FALSE, isNullNode, literalNode, notNode, TRUE } from "../expr/build";

/** A rule, and the variables that it is about. */
interface KindRule extends ConditionNodes {
  readonly variables: readonly string[];
}

/** The rules of a definition on its variables. @param nodeOf the value of a variable */
export function kindRules(
  definition: Definition<Variables, Outputs>,
  nodeOf: (variable: string) => Expression,
): readonly KindRule[] {
  const read = kindGroupsOf(definition);
  if (read === undefined) return [];
  return read.groups.map((group) => {
    const nodes = group.variables.map((name) => holds(group, definition.variables[name], nodeOf(name)));
    const all = nodes.reduce((left, right) => binaryNode("&&", left, right));
    const free = isOneOf(nodeOf(read.by), group.isRequired ? without(read, group) : group.kinds, read.all);
    const message = literalNode(group.isRequired ? missing(definition, read, group) : misplaced(read, group));
    const isKept = all.kind === "literal" && all.value === true;
    return { condition: isKept ? TRUE : binaryNode("||", free, all), message, variables: group.variables };
  });
}

const without = ({ all }: KindGroups, { kinds }: KindGroup) => all.filter((kind) => !kinds.includes(kind));

/** Whether a value is one of these kinds, in the shortest form. */
function isOneOf(value: Expression, kinds: readonly string[], all: readonly string[]): Expression {
  const others = all.filter((kind) => !kinds.includes(kind));
  const [only, ...more] = kinds;
  if (only === undefined) return FALSE;
  if (more.length === 0) return binaryNode("==", value, literalNode(only));
  const [other, ...rest] = others;
  if (other !== undefined && rest.length === 0) return binaryNode("!=", value, literalNode(other));
  return callNode("contains", [jsonExpression(kinds), value]);
}

/** What holds of a variable where its kinds do not: it is given, if they need it; otherwise it is not, or it has another value. */
function holds({ values, isRequired }: KindGroup, variable: AnyVariable | undefined, value: Expression): Expression {
  if (isRequired) return notNode(isNullNode(value));
  const fallback = defaultOf(variable);
  if (values === undefined) return isDefault(value, fallback as Json);
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0) return binaryNode("!=", value, literalNode(only));
  const isOther = notNode(callNode("contains", [jsonExpression(values), value]));
  // `contains` fails for null.
  return fallback === null ? conditionalNode(isNullNode(value), TRUE, isOther) : isOther;
}

/** Whether a value is the default. Only empty lists, sets and maps can be compared: `checkKinds` refuses other collections. */
function isDefault(value: Expression, fallback: Json): Expression {
  if (fallback === null) return isNullNode(value);
  if (fallback === true) return value;
  if (fallback === false) return notNode(value);
  if (typeof fallback === "object") return binaryNode("==", callNode("length", [value]), literalNode(0));
  return binaryNode("==", value, literalNode(fallback));
}

function misplaced({ by }: KindGroups, { variables, values, kinds }: KindGroup): string {
  const place = `only for ${by} = ${listWords(kinds.map(quoteValue), "or")}`;
  if (values !== undefined)
    return `${inputText(variables[0] as string, values)} is ${place}. Give another value, or leave it out.`;
  const isOne = variables.length === 1;
  return `${listWords(variables, "and")} ${isOne ? "is" : "are"} ${place}. Leave ${isOne ? "it" : "them"} out.`;
}

function missing(
  { examples }: Definition<Variables, Outputs>,
  { by }: KindGroups,
  { variables, kinds }: KindGroup,
): string {
  const inputs = (examples?.basic?.inputs ?? {}) as Readonly<Record<string, unknown>>;
  const shown = variables.flatMap((name) => {
    const value = inputs[name];
    return typeof value === "string" || typeof value === "number" ? [`${name} = ${quoteValue(value)}`] : [];
  });
  const write = shown.length === variables.length ? `: write ${listWords(shown, "and")}.` : ".";
  const verb = variables.length === 1 ? "is" : "are";
  return `${listWords(variables, "and")} ${verb} required for ${by} = ${listWords(kinds.map(quoteValue), "or")}${write}`;
}
