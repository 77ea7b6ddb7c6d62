/**
 * Policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`. In texts from Terraform and from templates `${...}` also
 * stands for what is not known, and that is no variable.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */

import type { Located, Statement } from "../../document/policy";

/** What may be wrong with a variable. */
type VariableFault = "unclosed" | "unopened" | "no-variable" | "empty" | "space" | "quote";

/**
 * The inside of a variable, as it is meant: the prefix of a service or the name of an identity provider, a colon, a key, and
 * maybe a default. No expression of Terraform begins so: there `::` joins the names of functions, and a lone colon follows `?`.
 */
const VARIABLE = /^\s*[A-Za-z][\w./-]*\s*:(?!:)[^?"{}]*$/;

/** The texts of a statement in which AWS replaces variables: resources and the values of conditions. */
export function textsOf({ resources = [], notResources = [], conditions }: Statement): readonly Located<unknown>[] {
  return [...resources, ...notResources, ...conditions.flatMap(({ values }) => values)];
}

/** The variables of a text, with their braces, whether they are well formed or not. */
export function policyVariablesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([^{}]*)\}/g)].flatMap(([whole, inside = ""]) =>
    VARIABLE.test(inside) ? [whole] : [],
  );
}

/** `$aws:username}`; in texts of Terraform `$` alone is a character. */
const UNOPENED = /\$(?:aws|iam|saml|sts):[A-Za-z][\w/-]*\}/;

/** `$(aws:username)`, `{aws:username}`, `{{aws:username}}`, `$aws:username`, and `&{aws:username}`, which only `aws_iam_policy_document` reads. */
const NO_VARIABLE =
  /(?:&|(?<![$&{]))\{(?:aws|saml):[A-Za-z][\w/-]*\}(?!\})|\{\{\s*(?:aws|saml):[A-Za-z][\w/-]*\s*\}\}|\$\((?:aws|saml):[A-Za-z][\w/-]*\)|\$(?:aws|saml):[A-Za-z][\w/-]*(?![\w/}-])/;

/** The first thing that is wrong with a variable of a text; undefined if nothing is. */
export function faultOfVariable(text: string): VariableFault | undefined {
  if (UNOPENED.test(text)) return "unopened";
  if (NO_VARIABLE.test(text)) return "no-variable";
  for (let start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
    const end = text.indexOf("}", start);
    if (end < 0) return "unclosed";
    const inside = text.slice(start + 2, end);
    if (inside.trim() === "") return "empty";
    if (!VARIABLE.test(inside)) continue;
    const comma = inside.indexOf(",");
    if (/\s/.test(comma < 0 ? inside : inside.slice(0, comma))) return "space";
    if (comma >= 0 && !/^\s*'[^']*'\s*$/.test(inside.slice(comma + 1))) return "quote";
  }
  return undefined;
}
