/** Secrets that a stack has as text: what the program read from its environment is written out in `cdk.tf.json`. */
import { isHclProblem, readHclTemplate, type Syntax, walkSyntax } from "../hcl/read";
import { type JsonNode, type JsonObject, memberIn, textIn } from "../json/json-node";
import { readJson } from "../json/read-json";
import type { StackFile } from "./stack-file";

/** A setting that should not be in a repository. */
interface StackSecret {
  /** `provider.aws.secret_key` */
  readonly name: string;
  /** `cdk.tf.json:12:5` */
  readonly place: string;
}

/** Settings of providers and backends. */
const OF_SETTINGS =
  /^(?:access_key|secret_key|password|private_key|client_secret|api_key|app_key|encryption_key|(?:(?:access|api|auth|sas|security)_)?token)$/;

/** Arguments of resources and modules, variables and locals: a lone `token` there is often the name of something. */
const OF_ARGUMENTS =
  /(?:^|_)(?:password|passwd|passphrase|secret_(?:access_)?key|secret_string|secret_data|private_key|client_secret|api_key|(?:api|auth|access|oauth)_token|plaintext_value)$/;

/** `postgres://user:password@host/name` */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@${}<*]+@/i;

/** Variables of an environment. */
const OF_ENVIRONMENTS = /^[A-Z][A-Z0-9_]*$/;
const IN_ENVIRONMENTS = /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|TOKEN|API_KEY|PRIVATE_KEY)$/;

/** Secrets that stand as text in a stack. */
export function secretsIn(file: StackFile): readonly StackSecret[] {
  return file.blocks.flatMap(({ type, labels, body }) => {
    const isSettings = type === "provider" || type === "terraform";
    const name = [type, ...labels].join(".");
    const found = (isSecretKey: (key: string) => boolean) => {
      const finder = new SecretFinder(isSecretKey);
      return finder.of(body, name, "").map(({ path, start }) => ({ name: path, place: file.place(start) }));
    };
    if (isSettings) return found((key) => OF_SETTINGS.test(key));
    if (type === "variable") return found((key) => key === "default" && isOfArguments(labels[0] ?? ""));
    return type === "output" ? [] : found(isOfArguments);
  });
}

function isOfArguments(key: string): boolean {
  return OF_ENVIRONMENTS.test(key) ? IN_ENVIRONMENTS.test(key) : OF_ARGUMENTS.test(key);
}

interface FoundSecret {
  readonly path: string;
  readonly start: number;
}

class SecretFinder {
  constructor(readonly isSecretKey: (key: string) => boolean) {}

  /** @param key the nearest name above the node */
  of(node: JsonNode<number>, path: string, key: string): readonly FoundSecret[] {
    if (node.kind === "array") return node.items.flatMap((item) => this.of(item, path, key));
    if (node.kind === "object") return this.#ofObject(node, path);
    if (node.kind !== "string") return [];
    const { start } = node;
    if (URL_WITH_PASSWORD.test(node.value)) return [{ path, start }];
    if (this.isSecretKey(key)) return isSecretText(node.value) ? [{ path, start }] : [];
    if (node.value.includes("${")) {
      const inside = this.#inExpression(node.value).map((name) => ({ path: `${path}.${name}`, start }));
      if (inside.length > 0) return inside;
    }
    // Definitions of containers, for one, are JSON within a text.
    if (!/^\s*[[{]/.test(node.value)) return [];
    const { value } = readJson(node.value);
    return value === undefined ? [] : this.of(value, path, "").map((one) => ({ ...one, start }));
  }

  /** Names of the secrets in the objects of an expression: `${jsonencode([{ name = "DB_PASSWORD", value = "..." }])}`. */
  #inExpression(text: string): readonly string[] {
    const read = readHclTemplate(text);
    if (isHclProblem(read)) return [];
    const names: string[] = [];
    walkSyntax(read, (node) => {
      if (node.kind !== "object") return;
      const texts = new Map(node.entries.map(({ key, value }) => [keyOf(key), textOf(value)]));
      const name = texts.get("name");
      for (const [key, value] of texts) {
        const named = key === "value" && name !== undefined && OF_ENVIRONMENTS.test(name) ? name : key;
        if (named === undefined || value === undefined) continue;
        if (URL_WITH_PASSWORD.test(value) || (this.isSecretKey(named) && isSecretText(value))) names.push(named);
      }
    });
    return names;
  }

  #ofObject(node: JsonObject<number>, path: string): readonly FoundSecret[] {
    // `{ "name": "DB_PASSWORD", "value": "..." }`
    const name = textIn(memberIn(node, "name"));
    return node.members.flatMap((one) => {
      if (one.key === "//") return [];
      const isNamed = one.key === "value" && name !== undefined && OF_ENVIRONMENTS.test(name);
      return this.of(one.value, `${path}.${isNamed ? name : one.key}`, isNamed ? name : one.key);
    });
  }
}

function keyOf(node: Syntax): string | undefined {
  return node.kind === "reference" ? node.name : textOf(node);
}

/** A text without holes. */
function textOf(node: Syntax): string | undefined {
  return node.kind === "literal" && typeof node.value === "string" ? node.value : undefined;
}

/** References are none, nor is where a secret is kept, such as an ARN or a path, nor a gap that someone fills in. */
function isSecretText(text: string): boolean {
  if (text === "" || text.includes("${")) return false;
  return !/^(?:arn:|true$|false$|\d+$|<.*>$|\*+$)|^[\w.:-]*(?:\/[\w.:-]+)+$/.test(text);
}
