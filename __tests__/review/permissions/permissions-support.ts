/** Plans for the tests of permissions, written by hand: only what those read. */
import type { Json } from "../../../src/json/json-value";
import type { Plan } from "../../../src/terraform/plan/plan";
import { readPlan } from "../../../src/terraform/plan/read-plan";

type Fields = { readonly [name: string]: Json };

/** One change: `before` and `after` as the plan has them; null is nothing. */
export function changed(address: string, before: Json, after: Json, more: Fields = {}): Fields {
  const { unknown = {}, sensitive = {}, actions, ...rest } = more;
  const bare = address.replace(/\[[^\]]*\]/g, "").replace(/^(module\.[^.]+\.)*/, "");
  const [type = "", name = ""] = bare.replace(/^data\./, "").split(".");
  const module = /^((?:module\.[^.[]+(?:\[[^\]]*\])?\.?)*)/.exec(address)?.[1]?.replace(/\.$/, "") ?? "";
  const key = /\[("[^\]]*"|\d+)\]$/.exec(address)?.[1];
  return {
    address,
    ...(module === "" ? {} : { module_address: module }),
    mode: bare.startsWith("data.") ? "data" : "managed",
    type,
    name,
    ...(key === undefined ? {} : { index: JSON.parse(key) as Json }),
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: actions ?? [before === null ? "create" : after === null ? "delete" : "update"],
      before,
      after,
      after_unknown: unknown,
      before_sensitive: {},
      after_sensitive: sensitive,
    },
    ...rest,
  };
}

/** A resource of the state before that the plan does not touch. */
export function kept(address: string, values: Fields): Fields {
  const [type = "", name = ""] = address.split(/[.[]/);
  return { address, mode: "managed", type, name, values };
}

export interface PlanParts {
  readonly changes?: readonly Fields[];
  readonly prior?: readonly Fields[];
  /** `configuration.root_module` */
  readonly root?: Json;
  readonly providers?: Json;
}

export function planOf({ changes = [], prior = [], root = {}, providers = {} }: PlanParts, source = "plan.json"): Plan {
  const plan: Json = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: changes,
    prior_state: { format_version: "1.0", values: { root_module: { resources: prior } } },
    configuration: { provider_config: providers, root_module: root },
  };
  return readPlan(JSON.stringify(plan), source);
}

/** A resource of the configuration with what its arguments refer to. */
export function configured(
  address: string,
  references: { readonly [argument: string]: readonly string[] },
  more: Fields = {},
): Fields {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  const expressions = Object.fromEntries(
    Object.entries(references).map(([key, names]) => [key, { references: names }]),
  );
  return { address, mode: address.startsWith("data.") ? "data" : "managed", type, name, expressions, ...more };
}

/** The text of a policy. */
export function policyText(...statements: readonly Fields[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) });
}

export const GLUE_TRUST = policyText({ Action: "sts:AssumeRole", Principal: { Service: "glue.amazonaws.com" } });

/** A role as the provider has it. */
export function role(name: string, more: Fields = {}): Fields {
  return { name, id: name, arn: `arn:aws:iam::111111111111:role/${name}`, assume_role_policy: GLUE_TRUST, ...more };
}
