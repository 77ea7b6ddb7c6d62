/** Whether a trust in an identity provider says which of those who sign in there are meant. */
import { parseOperator } from "../document/condition-operator";
import type { AccessCondition } from "./types";

/** A value that leaves the subject open: `*`, `repo:*`. */
const OPEN = /^(?:[\w-]+:)?\*/;

/**
 * Whether conditions limit the subject. Providers of OIDC such as GitHub sign in everybody's jobs: only a condition on
 * `sub`, or on another claim than the audience, says whose.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html, "Configuring a role for GitHub
 * OIDC identity provider"
 */
export function limitsSubject(provider: string, conditions: readonly AccessCondition[]): boolean {
  const host = /oidc-provider\/(.+)$/.exec(provider)?.[1]?.toLowerCase();
  if (host === undefined) return true;
  return conditions.some(({ operator: name, key, values }) => {
    const claim = key.toLowerCase();
    if (!claim.startsWith(`${host}:`) || claim.endsWith(":aud")) return false;
    const { operator, set, ifExists } = parseOperator(name);
    if (/Not|Null/.test(operator) || set === "ForAllValues" || ifExists) return false;
    return values.every((value) => !OPEN.test(value));
  });
}
