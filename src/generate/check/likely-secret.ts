/** Attributes of resources that are secrets by their names. The classes of provider packages do not tell what the provider calls sensitive. */
import { childrenOf, type Expression } from "../../hcl/expression";
import { factsOf } from "../../terraform/functions";
import type { CheckedType } from "../dsl/check-arguments";
import type { ElementPart } from "../dsl/module-builder";
import { addressAndNames } from "./follow-values";

const SECRET =
  /^(?:(?:\w+_)?password|(?:client_|api_)?secret|secret_(?:string|binary|key)|private_key(?:_pem|_openssh)?|(?:access|auth|client|refresh)_token|(?:primary|secondary)_(?:access_)?key|(?:\w+_)?connection_string|\w+_preshared_key|kube_(?:admin_)?config_raw)$/;

/** Secrets whose attributes have a name that others have for what is none. */
const OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  random_password: ["result", "bcrypt_hash"],
};

/** The attribute that a value shows and that is a secret by its name: `aws_iam_access_key.this.secret`. */
export function likelySecret(value: Expression, elements: readonly ElementPart[]): string | undefined {
  const types = new Map(
    elements
      // What a schema calls sensitive is known.
      .filter(({ construct }) => (construct.constructor as unknown as CheckedType).argumentFields === undefined)
      .map(({ kind, type, name }) => [`${kind === "data" ? "data." : ""}${type}.${name}`, type]),
  );
  return find(value, types);
}

function find(value: Expression, types: ReadonlyMap<string, string>): string | undefined {
  if (value.kind === "call" && factsOf(value.name)?.hidesSecrets === true) return undefined;
  const [address = "", ...names] = addressAndNames(value);
  const type = types.get(address);
  const last = names.at(-1);
  if (type !== undefined && last !== undefined && isSecret(type, last)) return `${address}.${names.join(".")}`;
  if (value.kind === "for" && value.collection.kind === "reference") {
    const walked = types.get(value.collection.address);
    const name = walked === undefined ? undefined : secretOfInstance(value.result, value.value.id, walked);
    if (name !== undefined) return `${value.collection.address}.${name}`;
  }
  for (const child of childrenOf(value)) {
    const found = find(child, types);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An attribute of what a loop walks. */
function secretOfInstance(node: Expression, id: number, type: string): string | undefined {
  if (node.kind === "call" && factsOf(node.name)?.hidesSecrets === true) return undefined;
  if (node.kind === "attribute" && node.of.kind === "binding" && node.of.id === id)
    return isSecret(type, node.name) ? node.name : undefined;
  for (const child of childrenOf(node)) {
    const found = secretOfInstance(child, id, type);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSecret(type: string, name: string): boolean {
  return SECRET.test(name) || OF_TYPES[type]?.includes(name) === true;
}
