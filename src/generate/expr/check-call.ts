/** The arguments of a call of one of Terraform's functions: how many there are, and of which type. The compiler finds both, where it looks. */
import { fail } from "../../errors";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { factsOf } from "../../terraform/functions";
import type { ParameterType } from "../../terraform/functions/function-facts";
import { Expr, TYPE } from "./expr";
import { AS_EXPRESSION, holdsToken } from "./to-node";

/** The type of an argument, where it is known. */
export const typeOf = (value: unknown): TypeConstraint | undefined => (value instanceof Expr ? value[TYPE] : undefined);

/** @throws TfwrightError if a function cannot be called with these arguments. What is not in the table of functions is not judged. */
export function checkCall(name: string, args: readonly unknown[]): void {
  const facts = factsOf(name);
  if (facts === undefined) return;
  const { takes, rest = {} } = facts;
  const names = Object.keys(takes);
  const further = Object.keys(rest);
  const shown = `fn.${name}(${[...names, ...further.map((one) => `...${one}`)].join(", ")})`;
  if (args.length < names.length || (args.length > names.length && further.length === 0))
    fail({
      code: "wrong-arguments",
      path: "",
      message: `\`${name}\` takes ${names.length === 1 ? "1 argument" : `${names.length} arguments`}${further.length === 0 ? "" : " or more"}, but was given ${args.length}`,
      hint: shown,
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
  const parameters = [...Object.entries(takes), ...args.slice(names.length).flatMap(() => Object.entries(rest))];
  for (const [index, [parameter, type]] of parameters.entries()) {
    const given = kindOf(args[index]);
    if (given === undefined || canBe(given, type)) continue;
    fail({
      code: "wrong-arguments",
      path: "",
      message: `\`${parameter}\` of \`${name}\` must be ${TYPE_WORDS[wantedBy(type) as TypeKind]}, but is ${TYPE_WORDS[given]}`,
      hint: shown,
    });
  }
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

const wantedBy = (type: ParameterType): string => type.replace(/[?(].*$/, "");

/** Texts, numbers and bools become each other, lists and sets too, and an object is a map. No text becomes a collection. */
const FAMILIES: readonly (readonly string[])[] = [
  ["string", "number", "bool"],
  ["list", "set", "tuple"],
  ["map", "object"],
];

function canBe(given: TypeKind, type: ParameterType): boolean {
  const wanted = wantedBy(type);
  if (wanted === "any" || given === "any") return true;
  return FAMILIES.some((family) => family.includes(wanted) && family.includes(given));
}
