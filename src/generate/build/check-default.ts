/** Checks the default of a variable or of an attribute. */
import type { Problems } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";
import { checkValue } from "../check/check-value";

/** Reports a default that does not have the variable's type. */
export function checkDefault(value: unknown, type: TypeConstraint, path: string, problems: Problems): void {
  const hint = "change the default or the type";
  checkValue(value, type, {
    path,
    code: "default-type",
    what: "default",
    hint,
    accepts: "exact",
    isClosed: true,
    problems,
  });
}
