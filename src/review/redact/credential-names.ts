/** Names under which credentials are kept: arguments of Glue jobs, properties of connections, environment variables. */
import { Memo } from "../../text/memo";

/** Attributes whose keys are chosen by people, so that any `KEY` among them may be a credential. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "arguments",
  "athena_properties",
  "authentication_configuration",
  "connection_properties",
  "custom_properties",
  "default_arguments",
  "env",
  "environment",
  "environment_variables",
  "non_overridable_arguments",
  "parameters",
  "properties",
  "spark_properties",
  "variables",
]);

/** Words that make a name a credential's. */
const SECRET_WORDS =
  /^(?:pass|passwd|passwort|password|passwords|passphrase|passcode|pwd|secret|secrets|token|tokens|jwt|bearer|credential|credentials|creds|apikey|accesskey|secretkey|privatekey|auth|authorization|connectionstring|dsn|sas|pat)\d*$/;

/** Words before `key` that make a name the name of a credential, in every context. */
const KEY_OWNERS =
  /^(access|account|api|app|auth|encryption|license|master|private|secret|service|shared|signing|storage)$/;

/** Words beside `key` that make it something else. */
const KEY_OTHERS =
  /^(arn|bucket|cluster|distribution|enabled|foreign|hash|kms|merge|name|names|object|partition|path|pk|policy|prefix|primary|public|range|s3|schema|sort|surrogate|type|unique)$/;

/** Last words of names that describe a credential, but whose value is not the credential. */
const ABOUT =
  /^(age|algorithm|arn|arns|configuration|count|days|enabled|endpoint|expiration|expiry|format|issuer|length|lifetime|location|method|mode|parameter|path|policy|prevention|provider|recovery|required|rotation|size|source|status|ttl|type|types|uri|url|validity|version|versions|window)$/;

/** What is kept under a name: `key` may be a credential where people choose the names. */
type NameKind = "credential" | "container" | "key" | "plain";

const kinds = new Memo<string, NameKind>(20_000);

/** The kind of value that a name suggests. Results are cached, because a plan has few names and many values. */
export function kindOfName(name: string): NameKind {
  return kinds.get(name, kindOf);
}

/** Who gives the names in one place: the provider, whose arguments they are, or people, as in a map of environment variables. */
export type NameGiver = "provider" | "people";

/** Whether a credential is kept under a name; among names that people choose, `KEY` alone is enough. */
export function isCredentialName(name: string, giver: NameGiver): boolean {
  const kind = kindOfName(name);
  return kind === "credential" || (giver === "people" && kind === "key");
}

/** Names that sound like credentials, and are settings. */
const SETTINGS: ReadonlySet<string> = new Set(["http_tokens", "max_tokens", "token_endpoint_auth_method"]);

function kindOf(name: string): NameKind {
  if (CONTAINERS.has(name)) return "container";
  if (SETTINGS.has(name)) return "plain";
  if (name.length > 200 || name.includes(":")) return "plain";
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || ABOUT.test(last)) return "plain";
  if (hasOwnedKey(words)) return "credential";
  if (last === "id" || last === "name") return "plain";
  if (words.some((word) => SECRET_WORDS.test(word))) return "credential";
  return words.some((word) => /^keys?\d*$/.test(word)) && !words.some((word) => KEY_OTHERS.test(word))
    ? "key"
    : "plain";
}

/** `aws_access_key_id`, `api-key`, `secretKey`, but not the `encryption_key` of KMS, which is named by its ARN. */
function hasOwnedKey(words: readonly string[]): boolean {
  if (words.includes("kms")) return false;
  return words.some((word, index) => /^keys?\d*$/.test(word) && KEY_OWNERS.test(words[index - 1] ?? ""));
}

/** Words of `--db-password`, `DB_PASSWORD`, `dbPassword`, `spark.db.password`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
