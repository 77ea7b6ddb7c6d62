/** Credentials that stand in plain text under a name that people chose. */
/** Names of what is a credential, and not the name of one. */
const NAMES =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)|pwd|token|api_?key|secret_?(?:access_?)?key|client_?secret|private_?key)$/i;

/** Names of secrets and parameters, and where they are. */
const PLACES = /^(?:\/|arn:|https?:|s3:|file:|ssm:|vault:|secretsmanager|projects\/|@|%)|\$\{|\{\{|<|\/secrets?\//i;

/** Numbers, flags and words that stand for a credential. */
const DUMMIES =
  /^(?:\d+|true|false|none|null|enabled|disabled|required|optional|changeme|dummy|example|placeholder|test\w*)$/i;

/** Whether a text under this name may be a credential, and not the name of one, a flag or a number. */
export function isPlainCredential(name: string, text: string): boolean {
  return NAMES.test(name) && text.length >= 6 && !PLACES.test(text) && !DUMMIES.test(text);
}
