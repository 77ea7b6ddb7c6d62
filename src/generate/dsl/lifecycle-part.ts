/** Terraform's `lifecycle` as the author gave it, in expressions. */
import { referenceNode } from "../expr/build";
import { toCondition } from "../expr/condition";
import { Expr, NODE } from "../expr/expr";
import type { BoolLike, StringLike } from "../expr/operators";
import { toNode } from "../expr/to-node";
import { triggerPart } from "./action-trigger";
import { attributeExpressions, type ElementReference } from "./attributes";
import { readIgnoredPath } from "./ignored-path";
import type { MetaOptions } from "./meta-options";
import type { LifecyclePart } from "./module-builder";
import { addressesOf } from "./resource-references";

/** @param self the element, for conditions on its own attributes */
export function lifecycleOf(
  // biome-ignore lint/suspicious/noExplicitAny: of any resource
  given: MetaOptions<any>["lifecycle"],
  self: ElementReference,
): LifecyclePart | undefined {
  if (given === undefined) return undefined;
  const { createBeforeDestroy, preventDestroy, destroy, ignoreChanges, replaceTriggeredBy } = given;
  const { preconditions, postconditions, actionTriggers } = given;
  const triggers = (actionTriggers ?? []).flatMap((trigger, index) => {
    const place = { path: `${self.address}.actionTriggers[${index}]`, self: attributeExpressions(self) };
    return self.problems.attempt(() => triggerPart(trigger as never, place)) ?? [];
  });
  const rules = (list: readonly { condition: BoolLike; message: StringLike }[] | undefined) =>
    list === undefined
      ? {}
      : list.map(({ condition, message }) => ({ condition: toCondition(condition), message: toNode(message) }));
  return {
    ...(createBeforeDestroy !== undefined && { createBeforeDestroy }),
    ...(preventDestroy !== undefined && { preventDestroy }),
    ...(destroy !== undefined && { destroy }),
    ...(triggers.length > 0 && { actionTriggers: triggers }),
    ...(ignoreChanges !== undefined && {
      ignoreChanges:
        ignoreChanges === "all"
          ? "all"
          : (ignoreChanges as readonly string[]).map((path) => readIgnoredPath(self.element, self.address, path).path),
    }),
    ...(replaceTriggeredBy !== undefined && {
      replaceTriggeredBy: replaceTriggeredBy.flatMap((item) =>
        item instanceof Expr ? [item[NODE]] : addressesOf([item]).map(referenceNode),
      ),
    }),
    ...(preconditions !== undefined && { preconditions: rules(preconditions) as LifecyclePart["preconditions"] & {} }),
    ...(postconditions !== undefined && {
      postconditions: postconditions.map(({ condition, message }) => ({
        condition: toNode(typeof condition === "function" ? condition(attributeExpressions(self) as never) : condition),
        message: toNode(message),
      })),
    }),
  };
}
