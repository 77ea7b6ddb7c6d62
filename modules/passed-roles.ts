/** Roles that a user can pass to Glue: exact ARNs. */
import { type Expr, each, fn, type ListExpr } from "tfwright";

// A name alone does not cover `role/service-role/NAME`; a wildcard would pass any role (kube2iam#224).
const ROLE = "^arn:[^:]+:iam::[0-9]{12}:role/[^*?$]+$";

/** Each element of the list must be an exact ARN of a role. */
export const exactRoles = (name: string) => ({
  condition: (arns: ListExpr<Expr<string>>) =>
    fn.alltrue(each(arns, (arn) => fn.can(fn.regex(ROLE, arn)), { as: "arn" })),
  message: `${name} takes exact ARNs of roles, with their path: arn:aws:iam::ACCOUNT:role/PATH/NAME. No *, ? or $.`,
});
