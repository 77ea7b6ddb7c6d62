/** `ephemeral`: values that Terraform reads anew in each run, and keeps nowhere. */
import type { Construct } from "../../cdk";
import type { Walkable } from "../expr/collections";
import type { Expr } from "../expr/expr";
import type { NumberLike } from "../expr/operators";
import type { ConfigOf } from "./config-types";
import type { SchemaClass } from "./ephemeral-type";
import type { MetaOptions } from "./meta-options";
import {
  type EachFor,
  type ElementForm,
  type ForEntry,
  makeElement,
  type NotBoth,
  type RefFor,
  type RepeatOptions,
} from "./resource";
import type { CountedRef, KeyedRef, ResourceRef } from "./resource-references";

/** The meta-arguments of an ephemeral resource. It is never destroyed or replaced, so that its `lifecycle` has only rules. */
export interface EphemeralOptions<R, E = never> extends Omit<MetaOptions<R, E>, "lifecycle"> {
  readonly lifecycle?: Pick<NonNullable<MetaOptions<R, E>["lifecycle"]>, "preconditions" | "postconditions">;
}

const EPHEMERAL: ElementForm = {
  name: "ephemeral",
  what: "an ephemeral resource",
  kinds: ["ephemeral"],
  options: ["count", "forEach", "comment", "dependsOn", "provider", "lifecycle"],
};

/**
 * An ephemeral resource of any provider. Its attributes may stand where Terraform keeps nothing: in write-only arguments
 * (`value_wo`), in other ephemeral resources, in conditions, and in locals, outputs and inputs that are ephemeral.
 *
 * @example
 * const password = ephemeral(scope, RandomPassword, "this", { password_length: 32 });
 * resource(scope, DbInstance, "this", { passwordWo: password.random_password, passwordWoVersion: 1 });
 */
export function ephemeral<
  Config,
  R extends object,
  C extends NumberLike | undefined = undefined,
  F extends Walkable | undefined = undefined,
>(
  scope: Construct,
  type: SchemaClass<"ephemeral", Config, R>,
  name: string,
  config: ForEntry<ConfigOf<Config & {}>, F>,
  options?: RepeatOptions<C, F> & EphemeralOptions<R, EachFor<F>> & NotBoth<C, F>,
): RefFor<C, F, { counted: CountedRef<R>; keyed: KeyedRef<R>; one: ResourceRef<R> }>;
export function ephemeral(
  scope: Construct,
  type: SchemaClass<"ephemeral", unknown, object>,
  name: string,
  config: unknown,
  options: EphemeralOptions<object> & { readonly count?: NumberLike; readonly forEach?: Expr<unknown> } = {},
): unknown {
  return makeElement(scope, { form: EPHEMERAL, type, name, config, options: options as never });
}
