/** Pages of the AWS documentation to which several rules refer. */

const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

export const ACCESS_ANALYZER_CHECKS = `${IAM_GUIDE}/access-analyzer-reference-policy-checks.html`;
/** Each element has a page of its own: `_sid.html` comes behind it, or `.html` for the list of all. */
export const POLICY_ELEMENTS = `${IAM_GUIDE}/reference_policies_elements`;
export const PRINCIPAL_ELEMENT = `${POLICY_ELEMENTS}_principal.html`;
export const CONDITION_OPERATORS = `${POLICY_ELEMENTS}_condition_operators.html`;
export const CONDITION_KEYS = `${IAM_GUIDE}/reference_policies_condition-keys.html`;
export const MULTIVALUED_KEYS = `${IAM_GUIDE}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;
export const LEAST_PRIVILEGE = `${IAM_GUIDE}/best-practices.html#grant-least-privilege`;
export const PASS_ROLE_GUIDE = `${IAM_GUIDE}/id_roles_use_passrole.html`;
export const GLUE_ARNS = "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html";
