/**
 * A plan as `terraform show -json` gives it (format 1.x), read into one shape: what changes, why, and what is known of it.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
import type { Json, ValuePath } from "../../json/json-value";

/** One plan, of one workspace. */
export interface Plan {
  /** The name that the user gave: a file, or `-`. */
  readonly source: string;
  /** `1.2` */
  readonly formatVersion: string;
  readonly terraformVersion?: string;
  /** Whether OpenTofu made the plan, which writes its own version as that of Terraform. @default false */
  readonly isOpenTofu?: true;
  /** The account that the plan is for, twelve digits, where the caller tells it. */
  readonly account?: string;
  /** Addresses without keys of resources that the base branch protects by `prevent_destroy`, and the change does not; where the caller tells it. */
  readonly unprotected?: readonly string[];
  /** Provisioners of `removed` blocks, by the address without keys of what they destroy; where the caller tells them. */
  readonly removedProvisioners?: ReadonlyMap<string, readonly Provisioner[]>;
  /** False where Terraform stopped at an error, or `-target` left parts out. */
  readonly complete: boolean;
  readonly errored: boolean;
  /** Absent in older formats: whether apply would do anything. */
  readonly applyable?: boolean;
  readonly resources: readonly ResourceChange[];
  /** What was changed outside of Terraform, with the attributes that this plan depends on. */
  readonly drift: readonly Drift[];
  readonly outputs: readonly OutputChange[];
  /** Changes that Terraform puts off to a later run, with its reason. */
  readonly deferred: readonly DeferredChange[];
  readonly checks: readonly CheckResult[];
  /** Actions that apply runs beside the changes of resources (Terraform 1.14 and later). */
  readonly actions: readonly ActionInvocation[];
  /** Values of the root module's variables; sensitive ones are not marked in the format. */
  readonly variables: ReadonlyMap<string, Json>;
  readonly configuration: Configuration;
  /** Settings of the providers that are written as constants: region, account. */
  readonly providers: readonly ProviderSetting[];
  /** Resources of the state before, by address: for what depends on what is lost, and policies that do not change. */
  readonly prior: ReadonlyMap<string, PriorResource>;
  /** Fields and actions that this reader does not know; they are shown, never dropped without a word. */
  readonly unknown: readonly string[];
}

/** The action of a change, in one word. For `unknown`, `actions` has the words of Terraform. */
export type Action =
  | "create"
  | "read"
  | "update"
  | "delete"
  | "replace-delete-first"
  | "replace-create-first"
  | "forget"
  | "forget-create"
  | "no-op"
  | "unknown";

export type Mode = "managed" | "data" | "ephemeral";

/** A value whose parts may be known only after apply, or secret. The two marks have the shape of the value, or are true for all of it. */
export interface Marked {
  readonly value: Json | undefined;
  /** `true`, or the shape of the value with `true` where a part is known only after apply. */
  readonly unknown: Json | undefined;
  /** `true`, or the shape of the value with `true` where a part is secret. */
  readonly sensitive: Json | undefined;
}

export interface ResourceChange {
  /** `module.job["a"].aws_glue_job.this[0]` */
  readonly address: string;
  readonly previousAddress?: string;
  /** `module.job["a"]`; empty for the root. */
  readonly module: string;
  readonly mode: Mode;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  /** `registry.terraform.io/hashicorp/aws` */
  readonly provider: string;
  /** An object that is left over from an earlier replacement. */
  readonly deposed?: string;
  readonly action: Action;
  /** Terraform's own actions, as written. */
  readonly actions: readonly string[];
  /** `replace_because_cannot_update`, `delete_because_no_resource_config`, ... */
  readonly reason?: string;
  readonly before: Marked;
  readonly after: Marked;
  /** Paths of attributes that force a replacement. */
  readonly replacePaths: readonly ValuePath[];
  readonly importing?: { readonly id?: string; readonly identity?: Json; readonly unknown?: boolean };
  /** Configuration that Terraform wrote for an import. */
  readonly generatedConfig?: string;
}

export interface Drift extends ResourceChange {
  /** Changed attributes that this plan depends on, as dotted paths, `*` for all of it; empty if none is known to. */
  readonly relevant: readonly string[];
}

export interface OutputChange {
  readonly name: string;
  readonly action: Action;
  readonly before: Marked;
  readonly after: Marked;
  /**
   * Whether the output was sensitive and is not declared so any more: Terraform marks both sides of a change as sensitive if one of
   * them is. @default false
   */
  readonly losesSensitive?: true;
}

export interface DeferredChange {
  readonly reason: string;
  readonly change: ResourceChange;
}

/** An `action` block that apply runs. */
export interface ActionInvocation {
  /** `action.aws_lambda_invoke.notify` */
  readonly address: string;
  /** `aws_lambda_invoke` */
  readonly type: string;
  /** Address of the resource whose change triggers it; absent if it is run by `-invoke`. */
  readonly resource?: string;
  /** `AfterCreate`, as Terraform writes it. */
  readonly event?: string;
  /** Whether Terraform puts it off to a later run. */
  readonly isDeferred: boolean;
  /** The arguments of its `config` block: what it acts on. */
  readonly config: Marked;
}

export interface CheckResult {
  /** `check.health`, `aws_glue_job.this`, `output.arn`, `var.name` */
  readonly address: string;
  readonly kind: string;
  readonly status: "pass" | "fail" | "error" | "unknown";
  readonly problems: readonly string[];
}

export interface ProviderSetting {
  /** `aws`, or `aws.west`. */
  readonly name: string;
  readonly fullName: string;
  readonly version?: string;
  /** Constants only: `region`, `allowed_account_ids`, `alias`. */
  readonly constants: ReadonlyMap<string, Json>;
}

export interface PriorResource {
  readonly address: string;
  readonly mode: Mode;
  readonly type: string;
  readonly values: Json;
  readonly sensitive: Json | undefined;
  readonly dependsOn: readonly string[];
}

/** The parts of the configuration that reviews need: sources of module calls, and references of expressions. */
export interface Configuration {
  readonly calls: readonly ModuleCall[];
  readonly resources: readonly ConfiguredResource[];
  /** What the root module's outputs refer to, by name. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** Names of the root module's variables that are declared sensitive. */
  readonly sensitiveVariables: readonly string[];
}

export interface ModuleCall {
  /** Address without instance keys: `module.job`, `module.a.module.b`. */
  readonly address: string;
  readonly source: string;
  readonly version?: string;
  /** Names that an input's expression refers to, in the calling module, by the input's name. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** Inputs that are constants. */
  readonly constants: ReadonlyMap<string, Json>;
  /** What `count` or `for_each` refer to. */
  readonly repeats: readonly string[];
  /** What `depends_on` names. */
  readonly dependsOn: readonly string[];
  /** What the module's outputs refer to, inside of the module, by name. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

export interface ConfiguredResource {
  /** Address without instance keys: `module.role.aws_iam_role_policy_attachment.s3`. */
  readonly address: string;
  /** Address of the module without instance keys; empty for the root. */
  readonly module: string;
  readonly mode: Mode;
  readonly type: string;
  /** `aws`, `aws.west`, `module.role:aws`: two of one key work in one account. Absent where the plan does not say. */
  readonly provider?: string;
  /** Names that the expression of an argument refers to, by the argument's dotted path: `policy_arn` to `aws_iam_policy.s3[0].arn`. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** Arguments that are constants. */
  readonly constants: ReadonlyMap<string, Json>;
  /** What `count` or `for_each` refer to. */
  readonly repeats: readonly string[];
  /** What `depends_on` names. */
  readonly dependsOn: readonly string[];
  /** Provisioners, in their order. A plan does not tell whether one runs on create or on destroy. @default none */
  readonly provisioners?: readonly Provisioner[];
}

/** A `provisioner` block of a resource. */
export interface Provisioner {
  /** `local-exec`, `remote-exec`, `file` */
  readonly type: string;
  /** Arguments that are constants, by dotted path: `command`. */
  readonly constants: ReadonlyMap<string, Json>;
}
