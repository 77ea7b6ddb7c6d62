/** Whether a trust in an identity provider says who of all that sign in there is meant. */

/** A value that leaves the subject open: `*`, `repo:*`. */
const OPEN = /^(?:[\w-]+:)?\*/;

/**
 * Whether conditions limit the subject. Providers of OIDC such as GitHub sign in everybody's jobs: only a condition on
 * `sub`, or on another claim than the audience, says whose.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html, "Configuring a role for GitHub
 * OIDC identity provider"
 */
export function limitsSubject(provider: string, conditions: readonly string[]): boolean {
  const host = /oidc-provider\/(.+)$/.exec(provider)?.[1]?.toLowerCase();
  if (host === undefined) return true;
  return conditions.some((text) => {
    const [, operator = "", key = "", values = "[]"] = /^(\S+) (\S+) (.*)$/s.exec(text) ?? [];
    if (!key.startsWith(`${host}:`) || key.endsWith(":aud")) return false;
    if (/Not|Null|ForAllValues|IfExists/.test(operator)) return false;
    return (JSON.parse(values) as readonly string[]).every((value) => !OPEN.test(value));
  });
}
