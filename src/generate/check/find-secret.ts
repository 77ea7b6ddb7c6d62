/**
 * What a module must not show: sensitive variables, and whatever holds one: locals, arguments of resources, outputs of the
 * modules that it calls. Terraform follows a secret through all of these.
 */
import type { Body, BodyItem } from "../../hcl/document";
import { childrenOf, type Expression } from "../../hcl/expression";
import type { ModuleModel, VariableModel } from "../../render/model";
import { factsOf } from "../../terraform/functions";
import { addressAndNames, searchUntilComplete } from "./follow-values";

export interface Secrets {
  /** `var.password`, `local.url` */
  readonly names: ReadonlySet<string>;
  /** Names of secret attributes or outputs, or the way to them, by the address of what has them: `module.database`, `aws_db_instance.this`. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The content of a module, as far as it tells of secrets. */
interface SecretSources {
  readonly main: Body;
  /** The modules of ours that are called, by the name of the call. */
  readonly called: ReadonlyMap<string, ModuleModel>;
  /** Attributes that a provider's schema calls sensitive, by the address of the resource: `password`, `login.password`. */
  readonly bySchema?: ReadonlyMap<string, ReadonlySet<string>>;
}

export function secretsOf(variables: readonly VariableModel[], sources: SecretSources): Secrets {
  const sensitive = variables.filter((variable) => variable.sensitive).map(({ name }) => name);
  return secretsIn(sensitive, sources);
}

function secretsIn(variables: readonly string[], { main, called, bySchema = new Map() }: SecretSources): Secrets {
  const names = new Set(variables.map((name) => `var.${name}`));
  const attributes = new Map<string, ReadonlySet<string>>();
  const secrets: Secrets = { names, attributes };
  const search = () => {
    for (const item of main) {
      if (item.kind !== "block") continue;
      if (item.type === "locals") for (const name of secretArguments(item.body, secrets)) names.add(`local.${name}`);
      if (item.type === "resource" || item.type === "data") {
        const address = [...(item.type === "data" ? ["data"] : []), ...item.labels].join(".");
        attributes.set(address, new Set([...(bySchema.get(address) ?? []), ...secretArguments(item.body, secrets)]));
      }
      if (item.type === "module") {
        const [name = ""] = item.labels;
        const model = called.get(name);
        if (model !== undefined)
          attributes.set(`module.${name}`, secretOutputs(model, secretArguments(item.body, secrets)));
      }
    }
  };
  searchUntilComplete(() => names.size + sizeOf(attributes), search);
  return secrets;
}

function sizeOf(attributes: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...attributes.values()].reduce((sum, names) => sum + names.size, 0);
}

/** Arguments that hold a secret. Of nested blocks no attribute is a plain one. */
function secretArguments(body: readonly BodyItem[], secrets: Secrets): readonly string[] {
  return body.flatMap((item) =>
    item.kind === "attribute" && findSecret(item.value, secrets) !== undefined ? [item.name] : [],
  );
}

/** The outputs of a module that are secret where these of its variables are. */
function secretOutputs(model: ModuleModel, given: readonly string[]): ReadonlySet<string> {
  const own = model.variables.filter(({ sensitive }) => sensitive).map(({ name }) => name);
  const called = new Map(model.calls.flatMap(({ name, called }) => (called === undefined ? [] : [[name, called]])));
  const secrets = secretsIn([...own, ...given], { main: model.main, called });
  const outputs = model.outputs.filter(({ sensitive, value }) => sensitive || findSecret(value, secrets) !== undefined);
  return new Set(outputs.map(({ name }) => name));
}

/** A secret that a value would show, by its address. */
export function findSecret(value: Expression, secrets: Secrets): string | undefined {
  if (value.kind === "call" && factsOf(value.name)?.hidesSecrets === true) return undefined;
  if (value.kind === "reference") return secrets.names.has(value.address) ? value.address : undefined;
  const [address, ...names] = addressAndNames(value);
  if (address !== undefined && names.length > 0) {
    const name = names.join(".");
    if (secrets.attributes.get(address)?.has(name) === true) return `${address}.${name}`;
  }
  for (const child of childrenOf(value)) {
    const found = findSecret(child, secrets);
    if (found !== undefined) return found;
  }
  return undefined;
}
