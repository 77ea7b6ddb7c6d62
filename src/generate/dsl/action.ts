/** `action`: what a provider does beside creating and changing resources, when a resource triggers it. */
import type { Construct } from "../../cdk";
import type { Expression } from "../../hcl/expression";
import { indexNode, NULL, referenceNode } from "../expr/build";
import type { Walkable } from "../expr/collections";
import type { Expr } from "../expr/expr";
import type { NumberLike, StringLike } from "../expr/operators";
import { toNode } from "../expr/to-node";
import { type ActionRef, actionRef, type RepeatedAction } from "./action-trigger";
import type { ConfigOf } from "./config-types";
import type { SchemaClass } from "./ephemeral-type";
import type { MetaOptions } from "./meta-options";
import { addressOfPart, builderOf, type ElementPart, isElement } from "./module-builder";
import {
  type ElementForm,
  type ForEntry,
  makeElement,
  type NotBoth,
  type RefFor,
  type RepeatOptions,
} from "./resource";

const FORM: ElementForm = {
  name: "action",
  what: "an action",
  kinds: ["action"],
  options: ["count", "forEach", "comment", "provider"],
};

/**
 * An action of any provider. It runs where a resource names it in `lifecycle.actionTriggers`. Needs Terraform 1.14; OpenTofu
 * has no actions.
 *
 * @example
 * const invoke = action(scope, InvokeLambda, "this", { function_name: v.name, payload: "{}" });
 * resource(scope, LambdaFunction, "this", { ... }, {
 *   lifecycle: { actionTriggers: [{ events: ["after_create"], actions: [invoke] }] },
 * });
 */
export function action<
  Config,
  C extends NumberLike | undefined = undefined,
  F extends Walkable | undefined = undefined,
>(
  scope: Construct,
  type: SchemaClass<"action", Config, object>,
  name: string,
  config: ForEntry<ConfigOf<Config & {}>, F>,
  options?: RepeatOptions<C, F> & Pick<MetaOptions<object>, "comment" | "provider"> & NotBoth<C, F>,
): RefFor<C, F, { counted: RepeatedAction<NumberLike>; keyed: RepeatedAction<StringLike>; one: ActionRef }>;
export function action(
  scope: Construct,
  type: SchemaClass<"action", unknown, object>,
  name: string,
  config: unknown,
  options: { readonly count?: NumberLike; readonly forEach?: Expr<unknown> } = {},
): unknown {
  makeElement(scope, { form: FORM, type, name, config, options });
  const builder = builderOf(scope);
  const address = addressOfPart({ kind: "action", type: type.tfResourceType, name: builder.rename(name) });
  const part = builder.parts.find((one) => isElement(one) && addressOfPart(one) === address) as ElementPart | undefined;
  const root = referenceNode(address);
  if (options.count === undefined && options.forEach === undefined) return actionRef(root);
  // An action that is known not to be there is null, and a trigger leaves it out.
  const isRepeated = part?.count !== undefined || part?.forEach !== undefined;
  const nodeAt = (key: Expression) => (part === undefined ? NULL : isRepeated ? indexNode(root, key) : root);
  return { at: (key: NumberLike | StringLike) => actionRef(nodeAt(toNode(key))) };
}
