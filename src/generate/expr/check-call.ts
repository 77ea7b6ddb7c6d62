/** The arguments of a call of one of Terraform's functions: how many there are, and of which type. The compiler finds both, where it looks. */
import { fail } from "../../errors";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { factsOf } from "../../terraform/functions";
import type { FunctionFacts, ParameterType } from "../../terraform/functions/function-facts";
import { memoizeByObject } from "../../text/memo";
import { Expr, TYPE } from "./expr";
import { AS_EXPRESSION, holdsToken } from "./to-node";

/** The type of an argument, where it is known. */
export const typeOf = (value: unknown): TypeConstraint | undefined => (value instanceof Expr ? value[TYPE] : undefined);

/** @throws TfwrightError if a function cannot be called with these arguments. What is not in the table of functions is not judged. */
export function checkCall(name: string, args: readonly unknown[]): void {
  const facts = factsOf(name);
  if (facts === undefined) return;
  const { takes, rest } = parametersOf(facts);
  if (args.length < takes.length || (args.length > takes.length && rest === undefined))
    fail({
      code: "wrong-arguments",
      path: "",
      message: `\`${name}\` takes ${takes.length === 1 ? "1 argument" : `${takes.length} arguments`}${rest === undefined ? "" : " or more"}, but was given ${args.length}`,
      hint: showCall(name, facts),
    });
  if (CONVERSIONS.has(name) && isWhole(args[0]))
    fail({
      code: "wrong-arguments",
      path: "",
      message: `\`${name}\` was given a whole resource or module`,
      hint: `give one of its attributes or outputs: fn.${name}(queue.arn)`,
    });
  if (name === "coalesce" && (args.at(-1) === "" || args.at(-1) === null))
    fail({
      code: "wrong-arguments",
      path: "",
      message: `the last argument of \`coalesce\` is ${args.at(-1) === "" ? '`""`' : "null"}, which \`coalesce\` passes over`,
      hint: `Terraform fails where no other argument has a value; for ${args.at(-1) === "" ? "an empty text" : "null"} in its place write ifNotNull(value, (known) => known, ${args.at(-1) === "" ? '""' : "null"})`,
    });
  for (const [index, arg] of args.entries()) {
    const given = kindOf(arg);
    const parameter = takes[index] ?? rest;
    if (given === undefined || parameter === undefined || canBe(given, parameter.wanted)) continue;
    fail({
      code: "wrong-arguments",
      path: "",
      message: `\`${parameter.name}\` of \`${name}\` must be ${TYPE_WORDS[parameter.wanted]}, but is ${TYPE_WORDS[given]}`,
      hint: showCall(name, facts),
    });
  }
}

interface Parameter {
  readonly name: string;
  readonly wanted: TypeKind;
}

const parameterOf = ([name, type]: readonly [string, ParameterType]): Parameter => ({
  name,
  wanted: type.replace(/[?(].*$/, "") as TypeKind,
});

/** A module calls the same functions many times. */
const parametersOf = memoizeByObject(({ takes, rest = {} }: FunctionFacts) => ({
  takes: Object.entries(takes).map(parameterOf),
  rest: Object.entries(rest).map(parameterOf).at(0),
}));

/** `fn.join(separator, ...lists)` */
function showCall(name: string, facts: FunctionFacts): string {
  const { takes, rest } = parametersOf(facts);
  const further = rest === undefined ? [] : [`...${rest.name}`];
  return `fn.${name}(${[...takes.map((one) => one.name), ...further].join(", ")})`;
}

/** Functions that take any single value. */
const CONVERSIONS = new Set(["tostring", "tonumber", "tobool"]);

/** Whether a value is what `resource` or `moduleCall` returned, and no attribute of it. */
const isWhole = (value: unknown) =>
  typeof value === "object" && value !== null && !(value instanceof Expr) && AS_EXPRESSION in value;

type TypeKind = TypeConstraint["kind"];

/** What a value is for Terraform, where that is certain. */
function kindOf(value: unknown): TypeKind | undefined {
  if (value instanceof Expr) return value[TYPE]?.kind;
  if (typeof value === "string" && holdsToken(value)) return undefined;
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : undefined;
}

/** Texts, numbers and bools become each other, lists and sets too, and an object is a map. No text becomes a collection. */
const FAMILIES: readonly (readonly string[])[] = [
  ["string", "number", "bool"],
  ["list", "set", "tuple"],
  ["map", "object"],
];

function canBe(given: TypeKind, wanted: TypeKind): boolean {
  if (wanted === "any" || given === "any") return true;
  return FAMILIES.some((family) => family.includes(wanted) && family.includes(given));
}
