/** An argument that is given a value of another kind: a collection for a single value, and the other way round. */
import { fail } from "../../errors";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import type { ArgumentSchema } from "../dsl/argument-schema";
import { isWrittenObject } from "../dsl/shadow";
import { Blocks } from "../expr/blocks";
import { Expr, TYPE } from "../expr/expr";
import { noValueOf } from "../expr/no-value";

/** What a class keeps an argument as, and what Terraform makes no such value of. */
const KEPT_AS: readonly (readonly [type: RegExp, what: string, other: RegExp])[] = [
  [/^(?:string|number|boolean)$/, "a single value", /^(?:list|set|map|object|tuple)$/],
  [/^(?:string|number|boolean)List$/, "a list", /^(?:string|number|bool|map|object)$/],
  [/^(?:string|number|boolean)Map$/, "a map", /^(?:string|number|bool|list|set|tuple)$/],
];

/**
 * A collection for a single value, and the other way round, and a number or a bool that Terraform makes of no such text: the compiler
 * tells it, where it looks.
 */
export function refuseOtherKind(value: unknown, { storageClassType = "" }: ArgumentSchema, path: string): void {
  refuseOtherScalar(value, storageClassType, path);
  refuseBlocks(value, storageClassType, path);
  const kind = value instanceof Expr ? value[TYPE]?.kind : kindOfWritten(value);
  const [, what, other] = KEPT_AS.find(([type]) => type.test(storageClassType)) ?? [];
  if (kind === undefined || what === undefined || other?.test(kind) !== true) return;
  fail({
    code: "wrong-type",
    path,
    message: `\`${path.split(".").pop()}\` takes ${what}, but was given ${TYPE_WORDS[kind]}`,
    hint: HINTS_OF_KIND[what] ?? "",
  });
}

/** Blocks for an argument that is a value. */
function refuseBlocks(value: unknown, storageClassType: string, path: string): void {
  const [, what] = value instanceof Blocks ? (KEPT_AS.find(([type]) => type.test(storageClassType)) ?? []) : [];
  if (what === undefined) return;
  fail({
    code: "wrong-type",
    path,
    message: `\`${path.split(".").pop()}\` takes ${what}, but was given blocks`,
    hint: "make a list by `each`, a map by `toMap`, one of two values by `when`",
  });
}

/** Terraform converts `"3"` to a number and `"true"` to a bool, and no bool to a number. */
function refuseOtherScalar(value: unknown, storageClassType: string, path: string): void {
  const isNumber = storageClassType === "number";
  if (!isNumber && storageClassType !== "boolean" && storageClassType !== "bool") return;
  // A token of cdktf stands for a value that is not known yet.
  if (typeof value === "string" && value.includes("{")) return;
  const kind = value instanceof Expr ? value[TYPE]?.kind : undefined;
  const isOther = isNumber
    ? kind === "bool" || typeof value === "boolean" || (typeof value === "string" && !isNumberText(value))
    : kind === "number" || typeof value === "number" || (typeof value === "string" && !/^(?:true|false)$/.test(value));
  if (!isOther) return;
  const given = kind === undefined ? JSON.stringify(value) : TYPE_WORDS[kind];
  fail({
    code: "wrong-type",
    path,
    message: `\`${path.split(".").pop()}\` takes ${isNumber ? "a number" : "a bool"}, but was given ${given}`,
    hint: isNumber ? "write a number, such as 30" : "write true or false",
  });
}

function isNumberText(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}

const HINTS_OF_KIND: Readonly<Record<string, string>> = {
  "a single value": "give one element or attribute of it, or a text made of it: `fn.join`, `fn.jsonencode`",
  "a list": "put a value in brackets: [value]",
  "a map": "give a map, or an object with names and values: { name: value }",
};

function kindOfWritten(value: unknown): TypeConstraint["kind"] | undefined {
  if (Array.isArray(value)) return "list";
  return isWrittenObject(value) && noValueOf(value) === undefined ? "object" : undefined;
}
