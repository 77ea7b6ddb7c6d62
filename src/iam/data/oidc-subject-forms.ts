/** The form of the subjects of identity providers: a value of another form is that of no token. */

interface SubjectForm {
  /** The condition key, in lower case. */
  readonly key: RegExp;
  /** How subjects begin: a value that has a wildcard before the end of it may be right. */
  readonly start: string;
  /** What a subject is like, where the value may end with wildcards. */
  readonly form: RegExp;
  readonly what: string;
  readonly hint: string;
}

/** What may stand in a part of a subject. */
const GITHUB_CONTEXT =
  "(?:pull_request$|ref:refs/|ref:\\*|(?!(?:ref|branch|tag|refs|env|heads)(?:[:/]|$))[a-z_]+:|[a-z_]*[*?]|\\*)";

/**
 * GitHub: `repo:OWNER/NAME:CONTEXT`, where an organization can put other claims as `claim:value` in front or in its place; GitLab:
 * `project_path:GROUP/NAME:ref_type:TYPE:ref:NAME`; Kubernetes: `system:serviceaccount:NAMESPACE:NAME`; HCP Terraform:
 * `organization:O:project:P:workspace:W:run_phase:R`, or `stack` with `deployment` and `operation`.
 *
 * @see https://docs.github.com/en/actions/concepts/security/openid-connect
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 * @see https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
 */
const SUBJECT_FORMS: readonly SubjectForm[] = [
  {
    key: /^token\.actions\.githubusercontent\.com:sub$/,
    start: "repo:",
    form: new RegExp(
      `^(?:repo:[^/:\\s]+(?:/(?!\\S+\\.git(?::|$))[^/:]+(?::${GITHUB_CONTEXT}.*|$)|[*?][^/]*$)|(?!repo:|https?:)[a-z_]+:.*)`,
    ),
    what: "no subject of GitHub",
    hint: "write it as in `repo:OWNER/NAME:ref:refs/heads/main`, `repo:OWNER/NAME:environment:NAME` or `repo:OWNER/NAME:pull_request`",
  },
  {
    key: /^gitlab\.com:sub$/,
    start: "project_path:",
    form: /^project_path:/,
    what: "no subject of GitLab",
    hint: "write it as in `project_path:GROUP/PROJECT:ref_type:branch:ref:main`",
  },
  {
    key: /^oidc\.eks\..*:sub$/,
    start: "system:serviceaccount:",
    form: /^(?:system:serviceaccount:[^:/]+(?::[^:/]+|(?<=[*?]))$)/,
    what: "no subject of a service account",
    hint: "write it as in `system:serviceaccount:NAMESPACE:NAME`",
  },
  {
    key: /^app\.terraform\.io:sub$/,
    start: "organization:",
    form: /^(?:organization:[^:]+(?:$|(?<=[*?])|:(?:project:|\*)))/,
    what: "no subject of HCP Terraform",
    hint: "write it as in `organization:NAME:project:NAME:workspace:NAME:run_phase:*`",
  },
];

/** The form of the subjects of a condition key, where a value has another one. */
export function subjectForm(key: string, value: string): SubjectForm | undefined {
  return SUBJECT_FORMS.find((one) => one.key.test(key) && !isStart(one.start, value) && !one.form.test(value));
}

function isStart(start: string, value: string): boolean {
  const literal = value.replace(/[*?].*$/s, "");
  return literal !== value && start.startsWith(literal);
}
