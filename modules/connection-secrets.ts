/**
 * No password in a connection: its properties are readable in the state, and by everyone with `glue:GetConnection`.
 *
 * Connectors of AWS Marketplace and custom ones replace `${...}` in a URL by a key of the secret, so that such a place is no password.
 */
import { type Expr, each, fn, type MapExpr, not } from "tfwright";

/** `PASSWORD`, `ENCRYPTED_PASSWORD`, `KAFKA_SASL_PLAIN_PASSWORD`, and whatever else is called so. */
const PASSWORD_KEY = "(?i)(password|passwd|pwd)";
/** `jdbc:mysql://user:password@host`, `mongodb://user:password@host` */
const IN_AUTHORITY = "://[^/?;&@:\\s]*:[^/?;&@$\\s][^/?;&@\\s]*@";
/** `jdbc:oracle:thin:user/password@host` */
const OF_ORACLE = "(?i)^jdbc:oracle:[a-z0-9]+:[^/@\\s]+/[^@$\\s][^@\\s]*@";
/** `?password=...`, `;pwd=...`, `"password": "..."` in JSON */
const AS_PARAMETER = '(?i)(password|passwd|pwd|account_?key|secret_?key|private_?key)"?\\s*[=:]\\s*"?[^\\s"$&;,]';

const WAY =
  'Put the user and the password into a secret of Secrets Manager, and give its ARN: credentials = { secret_arn = "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef" }.';

const contains = (pattern: string, text: Expr<string>) => fn.can(fn.regex(pattern, text));

/** The two rules on a map of properties; their messages show no value. */
export const noPasswords = (input: string) => [
  {
    condition: (properties: MapExpr<Expr<string>>) =>
      fn.alltrue(each(fn.keys(properties), (key) => not(contains(PASSWORD_KEY, key)))),
    message: `${input} must not contain a password, such as PASSWORD or KAFKA_SASL_PLAIN_PASSWORD. ${WAY}`,
    shows: "element" as const,
  },
  {
    condition: (properties: MapExpr<Expr<string>>) =>
      fn.alltrue(
        each(fn.values(properties), (value) =>
          not(fn.anytrue([contains(IN_AUTHORITY, value), contains(OF_ORACLE, value), contains(AS_PARAMETER, value)])),
        ),
      ),
    message: `${input} must not contain a password in a URL or in JSON, such as "://user:password@host" or "password=...". ${WAY}`,
    shows: "element" as const,
  },
];
