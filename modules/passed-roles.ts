/** Roles that a user can pass to Glue: exact ARNs. */
import { shapeOf } from "./rules";

// A name alone does not cover `role/service-role/NAME`; a wildcard would pass any role (kube2iam#224).
const ROLE = "^arn:[^:]+:iam::[0-9]{12}:role/[^*?$]+$";

/** An element of a list of roles must be an exact ARN. */
export const exactRole = (name: string) =>
  shapeOf(
    ROLE,
    `${name} takes exact ARNs of roles, with their path: arn:aws:iam::ACCOUNT:role/PATH/NAME. No *, ? or $.`,
  );
