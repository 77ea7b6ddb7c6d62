/** The JSON of a plan written by hand, as `terraform show -json` of format 1.2 has it. */
import type { Json } from "../../../src/json/json-value";

type Values = Readonly<Record<string, Json>>;

/** A plan, what a person would say of it, and how it was made. */
export interface PracticePlan {
  readonly name: string;
  readonly says: string;
  readonly made: "by hand" | "planned";
  readonly plan: Values;
}

/** What is known only after apply and what is sensitive, beside values. */
interface Marks {
  readonly unknown?: Values;
  readonly sensitive?: Values;
}

const PROVIDERS: Readonly<Record<string, string>> = {
  terraform: "terraform.io/builtin/terraform",
  tls: "registry.terraform.io/hashicorp/tls",
};

function item(address: string, change: Values, rest: Values = {}): Values {
  const [type = "", name = ""] = address.split(".");
  const provider = type.split("_")[0] ?? "";
  return {
    address,
    mode: "managed",
    type,
    name,
    provider_name: PROVIDERS[provider] ?? `registry.terraform.io/hashicorp/${provider}`,
    change,
    ...rest,
  };
}

/** A resource that is made. */
export function created(address: string, after: Values, { unknown = {}, sensitive = {} }: Marks = {}): Values {
  return item(address, {
    actions: ["create"],
    before: null,
    after,
    after_unknown: { id: true, ...unknown },
    before_sensitive: false,
    after_sensitive: sensitive,
  });
}

/** A resource that is destroyed. */
export function destroyed(address: string, before: Values, { sensitive = {} }: Marks = {}): Values {
  return item(
    address,
    {
      actions: ["delete"],
      before,
      after: null,
      after_unknown: {},
      before_sensitive: sensitive,
      after_sensitive: false,
    },
    { action_reason: "delete_because_no_resource_config" },
  );
}

/** A resource of which these attributes change in place. */
export function updated(address: string, before: Values, changed: Values, marks: Marks = {}): Values {
  const unknown = marks.unknown ?? {};
  return item(address, {
    actions: ["update"],
    before,
    after: known({ ...before, ...changed }, unknown),
    after_unknown: unknown,
    before_sensitive: marks.sensitive ?? {},
    after_sensitive: marks.sensitive ?? {},
  });
}

/** A resource that is replaced because of these attributes; the marks say what the new one does not know yet. */
export function replaced(address: string, before: Values, changed: Values, marks: Marks = {}): Values {
  const unknown = { id: true, ...marks.unknown };
  return item(
    address,
    {
      actions: ["delete", "create"],
      before,
      after: known({ ...before, ...changed }, unknown),
      after_unknown: unknown,
      before_sensitive: marks.sensitive ?? {},
      after_sensitive: marks.sensitive ?? {},
      replace_paths: Object.keys(changed).map((name) => [name]),
    },
    { action_reason: "replace_because_cannot_update" },
  );
}

/** A resource that comes under Terraform as it is. */
export function imported(address: string, values: Values, id: string): Values {
  return item(address, {
    actions: ["no-op"],
    before: values,
    after: values,
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
    importing: { id },
  });
}

/** A data source that apply reads. */
export function readLater(address: string, after: Values, unknown: Values): Values {
  return {
    ...item(address.replace(/^data\./, ""), {
      actions: ["read"],
      before: null,
      after,
      after_unknown: unknown,
      before_sensitive: false,
      after_sensitive: {},
    }),
    address,
    mode: "data",
    action_reason: "read_because_dependency_pending",
  };
}

/** What is unknown is not among the values. */
function known(values: Values, unknown: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => unknown[name] !== true));
}

/** A configuration in which an argument of a resource refers to others. */
export function configurationOf(address: string, argument: string, ...references: readonly string[]): Values {
  const [type = "", name = ""] = address.split(".");
  const key = type.split("_")[0] ?? "";
  const expressions = { [argument]: { references } };
  const resource = { address, mode: "managed", type, name, provider_config_key: key, expressions, schema_version: 0 };
  return { root_module: { resources: [resource] } };
}

/** A plan of these changes. */
export function byHand(name: string, says: string, changes: readonly Values[], rest: Values = {}): PracticePlan {
  const resources = changes.map(({ address = "", mode = "", type = "", name: label = "" }) => {
    return {
      address,
      mode,
      type,
      name: label,
      provider_config_key: String(type).split("_")[0] ?? "",
      schema_version: 0,
    };
  });
  const plan: Values = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: { root_module: { resources } },
    applyable: true,
    complete: true,
    errored: false,
    ...rest,
  };
  return { name, says, made: "by hand", plan };
}
