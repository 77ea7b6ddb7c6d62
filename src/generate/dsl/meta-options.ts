/** What Terraform calls meta-arguments, as options of `resource`. */
import type { Construct } from "../../cdk";
import type { Expr } from "../expr/expr";
import type { BoolLike, StringLike } from "../expr/operators";
import type { ActionTrigger } from "./action-trigger";
import type { AttributesOf } from "./config-types";
import type { Dependency } from "./resource-references";

/** A rule on a resource. */
export interface CustomCondition {
  readonly condition: BoolLike;
  readonly message: StringLike;
}

/** A rule on each instance of a resource, with functions of what the instance is made from. */
export interface InstanceCondition<Given extends readonly unknown[]> {
  readonly condition: BoolLike | ((...given: Given) => BoolLike);
  readonly message: StringLike | ((...given: Given) => StringLike);
}

/** An argument, or the way to what is in it. */
type IgnoredArgument<Name extends string> = Name | `${Name}[${string}` | `${Name}.${string}`;

/** What `replaceTriggeredBy` takes. */
export type Triggers = readonly (Dependency | Expr<unknown>)[];

/** What Terraform calls meta-arguments. `E` is the entry that an instance is made from, with `forEach`. */
export interface MetaOptions<R, E = never> {
  /** Comment above the block. @default none */
  readonly comment?: string;
  /** File of the module that it is written to, without `.tf`, so that no file of a large module gets too long. @default main */
  readonly file?: string;
  /** What `resource` or `moduleCall` returned, or a construct that was made with `new`. @default what the expressions refer to */
  readonly dependsOn?: readonly (Dependency | Construct)[];
  /**
   * One of the definition's `configuration_aliases`, `aws.west`; or the local name of a provider that is not the first
   * word of the type, `google-beta`. @default the provider's own configuration
   */
  readonly provider?: string;
  readonly lifecycle?: {
    readonly createBeforeDestroy?: boolean;
    readonly preventDestroy?: boolean;
    /**
     * `false` keeps the object where the resource is removed: Terraform only forgets it. Needs Terraform 1.16 or OpenTofu 1.12.
     * @default true
     */
    readonly destroy?: boolean;
    /** Actions that run when the resource is created, updated or destroyed. Needs Terraform 1.14. @default none */
    readonly actionTriggers?: readonly ActionTrigger<AttributesOf<R>>[];
    /** Arguments by their names in the class, and what is in them: `"defaultNodePool[0].nodeCount"`, `'tags["Owner"]'`. */
    readonly ignoreChanges?: "all" | readonly IgnoredArgument<keyof AttributesOf<R> & string>[];
    /** Resources and attributes whose change replaces this one; with `forEach` also a function: `(each) => [topics.at(each.key).arn]`. */
    readonly replaceTriggeredBy?: Triggers | ((each: E) => Triggers);
    /** What must be true before; with `forEach` also functions: `(each) => gt(each.value.size, 0)`. */
    readonly preconditions?: readonly InstanceCondition<[each: E]>[];
    /** What must be true afterwards. The functions get the instance, and its entry where there is a `forEach`. */
    readonly postconditions?: readonly InstanceCondition<[self: AttributesOf<R>, each: E]>[];
  };
}
