/** Pages of the AWS documentation to which several rules refer. */

const IAM_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** The checks of IAM Access Analyzer. */
export const ACCESS_ANALYZER_CHECKS = `${IAM_GUIDE}/access-analyzer-reference-policy-checks.html`;
/** Each element has a page: append `_sid.html`, or `.html` for the list of elements. */
export const POLICY_ELEMENTS = `${IAM_GUIDE}/reference_policies_elements`;
/** The element `Principal`. */
export const PRINCIPAL_ELEMENT = `${POLICY_ELEMENTS}_principal.html`;
/** The operators of conditions. */
export const CONDITION_OPERATORS = `${POLICY_ELEMENTS}_condition_operators.html`;
/** The keys that conditions of all services have. */
export const CONDITION_KEYS = `${IAM_GUIDE}/reference_policies_condition-keys.html`;
/** Keys with several values, ForAllValues and ForAnyValue. */
export const MULTIVALUED_KEYS = `${IAM_GUIDE}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;
/** Why a policy grants no more than is needed. */
export const LEAST_PRIVILEGE = `${IAM_GUIDE}/best-practices.html#grant-least-privilege`;
/** How a role is handed to a service. */
export const PASS_ROLE_GUIDE = `${IAM_GUIDE}/id_roles_use_passrole.html`;
/** Which ARNs the actions of Glue take. */
export const GLUE_ARNS = "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html";
