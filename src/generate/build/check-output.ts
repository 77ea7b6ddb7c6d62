/** Checks what an author says of an output: its `type` and its deprecation. */
import type { Problems } from "../../errors";
import { isScalar, printTypeFlat, type TypeConstraint } from "../../hcl/type";
import { checkDeprecation, checkLocalText } from "../check/check-local-text";
import type { Output } from "../dsl/parts";
import { checkTypeConstraint } from "./check-type-constraint";

/** Reports a declared type that is none or that the value cannot have, texts that are none, and an empty deprecation. */
export function checkOutput({ options, valueType }: Output<unknown>, path: string, problems: Problems): void {
  const { description, deprecated, type } = options;
  if (description !== undefined) checkLocalText(description, "description", path, problems);
  checkDeprecation(deprecated, path, problems);
  if (type === undefined) return;
  const declared: TypeConstraint | undefined = type.type;
  if (declared === undefined) {
    problems.add({
      code: "unknown-type",
      path,
      message: "the output's `type` is not a type",
      hint: "type: string(), list(string()), object({ ... })",
    });
    return;
  }
  const { default: fallback, validate } = type.options as { readonly default?: unknown; readonly validate?: unknown };
  if ((fallback !== undefined && fallback !== null) || validate !== undefined)
    problems.add({
      code: "option-has-no-effect",
      path,
      message: `the output's \`type\` has a ${validate === undefined ? "default" : "validation"}, which has no effect`,
      hint: "only attributes of objects may have a default here; for a rule use `preconditions`",
    });
  if (!checkTypeConstraint(declared, path, problems) || valueType === undefined || canBe(valueType, declared)) return;
  problems.add({
    code: "output-type",
    path,
    message: `the value is ${printTypeFlat(valueType)}, which Terraform cannot convert to ${printTypeFlat(declared)}`,
    hint: "change the value or the `type`",
  });
}

/** Whether Terraform converts values of one type to the other: scalars to each other, lists and sets, maps and objects. */
function canBe(type: TypeConstraint, declared: TypeConstraint): boolean {
  if (type.kind === "any" || declared.kind === "any") return true;
  if (isScalar(type) || isScalar(declared))
    return isScalar(type) && isScalar(declared) && !isOfNumberAndBool(type, declared);
  const isKeyed = (one: TypeConstraint) => one.kind === "map" || one.kind === "object";
  return isKeyed(type) === isKeyed(declared);
}

function isOfNumberAndBool(type: TypeConstraint, declared: TypeConstraint): boolean {
  return type.kind !== declared.kind && type.kind !== "string" && declared.kind !== "string";
}
