/** A module as plain data: what the templates print. */
import type { AuthorCall, Problem } from "../errors";
import type { Body } from "../hcl/document";
import type { Expression } from "../hcl/expression";
import type { TypeConstraint } from "../hcl/type";
import type { Json } from "../json/json-value";
import type { Locale } from "../text/locale";

/**
 * A rule over values and the message where it is broken.
 *
 * @experimental may change in any release
 */
export interface RuleModel {
  /** What is not obvious in the condition, in one line. */
  readonly note?: string;
  readonly condition: Expression;
  readonly message: Expression;
}

/**
 * A variable of the module.
 *
 * @experimental may change in any release
 */
export interface VariableModel {
  readonly name: string;
  readonly description?: string;
  readonly type: TypeConstraint;
  readonly default?: { readonly value: Json };
  readonly nullable?: boolean;
  readonly sensitive: boolean;
  readonly ephemeral: boolean;
  /** What a caller should do in place of giving it a value. */
  readonly deprecated?: string;
  /** Whether Terraform must know the value before it plans. */
  readonly const?: boolean;
  /** Whether the caller must write it as a literal. */
  readonly known?: boolean;
  readonly validations: readonly RuleModel[];
}

/**
 * An output of the module.
 *
 * @experimental may change in any release
 */
export interface OutputModel {
  readonly name: string;
  readonly description?: string;
  readonly value: Expression;
  /** The value's type, where it is known. */
  readonly type?: TypeConstraint | undefined;
  /** The `type` of its block. */
  readonly constraint?: TypeConstraint;
  readonly sensitive: boolean;
  readonly ephemeral: boolean;
  /** What a caller should use in place of it. */
  readonly deprecated?: string;
  readonly preconditions: readonly RuleModel[];
  readonly dependsOn: readonly string[];
}

/**
 * A provider that the module uses.
 *
 * @experimental may change in any release
 */
export interface ProviderModel {
  /** Local name: `aws`. */
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  /** `configuration_aliases`: `aws.west`. */
  readonly aliases: readonly string[];
}

/**
 * A resource, data source, ephemeral resource or action of the module.
 *
 * @experimental may change in any release
 */
export interface ElementModel {
  readonly mode: "managed" | "data" | "ephemeral" | "action";
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly alias?: string;
}

/**
 * A call of another module.
 *
 * @experimental may change in any release
 */
export interface CallModel {
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  /** The module, where it is one of ours. */
  readonly called?: ModuleModel;
  /** The author's call, of a module in a folder. */
  readonly author?: AuthorCall;
}

/**
 * A root module that calls the module.
 *
 * @experimental may change in any release
 */
export interface ExampleModel {
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly { readonly name: string; readonly value: Expression }[];
  /** Blocks that the inputs refer to. */
  readonly declares?: Body;
  /** Text by path, in the folder of the example. */
  readonly files?: { readonly [path: string]: string };
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Local name of the module call. */
  readonly call: string;
}

/**
 * A file of tests: `<name>.tftest.hcl`.
 *
 * @experimental may change in any release
 */
export interface TestModel {
  readonly name: string;
  readonly body: Body;
}

/** A default of ours that is not AWS's, and how to get AWS's. */
export interface Difference {
  readonly input: string;
  readonly theirs: string;
  readonly ours: string;
  /** What to write to undo it: `metrics = false`. */
  readonly undo: string;
}

/**
 * Which inputs belong to which values of one input.
 *
 * @experimental may change in any release
 */
export interface KindModel {
  /** The variable that decides. */
  readonly by: string;
  readonly rows: readonly {
    /** A variable, or a value of it: `window`, `mode = "FLEX"`. */
    readonly input: string;
    /** The values of `by` that it belongs to. */
    readonly kinds: readonly string[];
    /** Whether these kinds need it; otherwise the other kinds must not have it. */
    readonly isRequired: boolean;
  }[];
}

/**
 * A module: everything that the templates print.
 *
 * @experimental may change in any release
 */
export interface ModuleModel {
  readonly name: string;
  /** The language of its texts. */
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly creates: readonly string[];
  readonly iam: readonly string[];
  readonly notes: readonly string[];
  readonly upgrading: readonly string[];
  readonly differences: readonly Difference[];
  /** Absent if each input belongs to each caller. */
  readonly kinds?: KindModel;
  readonly terraform: string;
  /** For `versions.tofu`; absent if each OpenTofu will do, false if none will. */
  readonly opentofu?: string | false;
  /** Exactly the providers that the module uses, sorted by name. */
  readonly providers: readonly ProviderModel[];
  readonly variables: readonly VariableModel[];
  /** Variables that have a new name; both names are among the variables. Absent if there are none. */
  readonly renamed?: readonly { readonly from: string; readonly to: string; readonly required: boolean }[];
  readonly outputs: readonly OutputModel[];
  readonly elements: readonly ElementModel[];
  readonly calls: readonly CallModel[];
  /** Variables by which a `count` or `for_each` is decided, here or in a module that is called. */
  readonly decisive: readonly string[];
  readonly main: Body;
  /** Text by path, in the folder of the module. */
  readonly files?: { readonly [path: string]: string };
  /** Files of the module that it reads and the definition does not bring. */
  readonly missingFiles?: readonly { readonly path: string; readonly author?: AuthorCall }[];
  readonly examples: readonly ExampleModel[];
  readonly tests: readonly TestModel[];
  /** What works, and will not for ever: deprecated arguments. `generate` prints them. */
  readonly warnings: readonly Problem[];
  /** Whether it calls the module of its name for many items: its folder is in `wrappers`. Absent if it does not. */
  readonly isWrapper?: boolean;
  /** The wrapper of the module; absent if the definition asks for none. */
  readonly wrapper?: ModuleModel;
}
