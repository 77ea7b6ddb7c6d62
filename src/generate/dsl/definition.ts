/** What an author writes: the shape of a definition. */
import type { Construct } from "../../cdk";
import type { Json } from "../../json/json-value";
import type { Difference } from "../../render/model";
import type { LocalText } from "../../text/locale";
import type { Expr } from "../expr/expr";
import type { Anything } from "../expr/to-node";
import type { ByKind, Kinds, WithKnownNames } from "./kinds";
import type { Output } from "./parts";
import type { Translations } from "./translation";
import type { AnyVariable, ExprsOf, InputsOf } from "./types";

export interface ProviderRequirement {
  /** `hashicorp/aws`, or with a host. */
  readonly source: string;
  /** The lowest version that works: `>= 6.0`. @default none */
  readonly version?: string;
  /** Further configurations that the caller hands in: `["aws.west"]`. @default none */
  readonly configurationAliases?: readonly string[];
}

/** A value, or HCL instead of the value or instead of any part of the value. */
export type OrExpr<T> =
  | T
  | Expr<unknown>
  // `string & {}`, of `oneOf` with `open`, is an object for the compiler.
  | (T extends string | number
      ? never
      : T extends readonly unknown[]
        ? { readonly [K in keyof T]: OrExpr<T[K]> }
        : T extends object
          ? { readonly [K in keyof T]: OrExpr<T[K]> }
          : never);

type TypedExampleInputs<V> = { readonly [N in keyof InputsOf<V>]: OrExpr<InputsOf<V>[N]> };

/** A root module that calls the generated one; it is planned by the tests. */
export interface Example<V, K = undefined> {
  /** One sentence. */
  readonly description: LocalText;
  /** Values, or HCL by `raw("aws_kms_key.this.arn")`, which `declares` declares. */
  readonly inputs: ByKind<TypedExampleInputs<V>, V, K>;
  /** Blocks of HCL that the inputs refer to: `resource "aws_kms_key" "this" {}`. @default none */
  readonly declares?: string;
  /** Text files beside the example, which its inputs name: `{ "scripts/orders.py": "print()" }`. @default none */
  readonly files?: { readonly [path: string]: string };
  /** Takes over resources of the caller: their address, and the one inside the module. @default none */
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  /** Name of the module call. @default the last word of the definition's name, or of what stands before `with`, `for` and the like */
  readonly call?: string;
}

/** One `run` of a `*.tftest.hcl` file. */
export interface TestRun {
  readonly name: string;
  /** @default "plan" */
  readonly command?: "plan" | "apply";
  readonly variables?: { readonly [name: string]: Anything };
  /** HCL conditions with the sentence to print where they fail. */
  readonly assert?: readonly { readonly condition: string; readonly message: string }[];
  /** Addresses whose checks must fail: `var.name`. */
  readonly expectFailures?: readonly string[];
}

/** A `tests/NAME.tftest.hcl` file of the generated module. */
export interface TestFile {
  /** Configurations of providers for this test file only: dummy keys. @default none */
  readonly providers?: { readonly [name: string]: { readonly [argument: string]: Json } };
  /** `mock_provider` blocks; the value holds `mock_data` and `mock_resource` defaults by type. @default none */
  readonly mocks?: {
    readonly [name: string]: { readonly data?: Record<string, Json>; readonly resource?: Record<string, Json> };
  };
  /** Values that replace the results of data sources: `{ "data.aws_caller_identity.current": { account_id: "..." } }`. */
  readonly overrideData?: { readonly [address: string]: { readonly [attribute: string]: Json } };
  readonly variables?: { readonly [name: string]: Anything };
  readonly runs: readonly TestRun[];
}

/** A default that is not the provider's own. */
type LocalDifference = Omit<Difference, "theirs" | "ours"> & { readonly theirs: LocalText; readonly ours: LocalText };

export type Variables = Readonly<Record<string, AnyVariable>>;
export type Outputs = Readonly<Record<string, Output<unknown>>>;

export interface Definition<V extends Variables, O extends Outputs, K = Kinds | undefined> {
  /** Name of the module and its folder: `glue-job`. */
  readonly name: string;
  /** What it is, in two to five words: heading of the README. */
  readonly title: LocalText;
  /** What it does, in a few sentences. */
  readonly description: LocalText;
  /** Lowest Terraform that works. @default what the parts of the module need, at least ">= 1.5.7" */
  readonly terraform?: string;
  /** Lowest OpenTofu that works; false says that none does. @default what the parts of the module need */
  readonly opentofu?: string | false;
  /** By local name. @default none */
  readonly providers?: { readonly [name: string]: ProviderRequirement };
  readonly variables: V;
  /**
   * Which variables belong to which values of one of them, for a caller in TypeScript by the types of the inputs and for a caller
   * in HCL by preconditions.
   *
   * @example
   * kinds: {
   *   by: "type",
   *   only: { window: ["streaming"], execution_class: { FLEX: ["spark"] } },
   *   required: { release: ["spark", "streaming"] },
   * }
   * @default every variable belongs to every value
   */
  readonly kinds?: K & WithKnownNames<K, V>;
  /** Makes the resources. A value of `v` is known now or at plan time; `build` need not care which. */
  build(scope: Construct, v: ExprsOf<V>): O;
  /** What it creates, for the README. @default what the resources say */
  readonly creates?: readonly LocalText[];
  /** Which permissions who needs, for the README. @default none */
  readonly iam?: readonly LocalText[];
  /** Further paragraphs of the README. @default none */
  readonly notes?: readonly LocalText[];
  /** What a newer version of the module changes for those who call it already, for the README. @default none */
  readonly upgrading?: readonly LocalText[];
  /** Defaults that are not the provider's own. @default none */
  readonly differences?: readonly LocalDifference[];
  /**
   * Text files of the module, which it reads from `path.module`: `{ "settings.ini.tftpl": "name = ${name}" }`.
   *
   * @default none
   */
  readonly files?: { readonly [path: string]: string };
  readonly examples?: { readonly [name: string]: Example<V, K> };
  /** The texts in another language than English, in place of `{ en, ja }` at each of them. @default none */
  readonly translations?: Translations;
  readonly tests?: { readonly [name: string]: TestFile };
  /**
   * Also writes `wrappers/NAME`, a module that calls this one for each element of `items`, with `defaults` for all of them: for
   * callers who cannot write `for_each`. Its example comes from the example `basic`.
   * @default false
   */
  readonly wrapper?: boolean;
}
