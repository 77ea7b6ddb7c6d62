/** Terraform's `lifecycle` as the author gave it, in expressions. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { referenceNode } from "../expr/build";
import { toCondition } from "../expr/condition";
import { Expr } from "../expr/expr";
import { AS_EXPRESSION, toNode } from "../expr/to-node";
import { triggerPart } from "./action-trigger";
import { attributeExpressions, type ElementReference } from "./attributes";
import { stackHere } from "./author-call";
import type { Each } from "./for-each";
import { readIgnoredPath } from "./ignored-path";
import type { InstanceCondition, MetaOptions, Triggers } from "./meta-options";
import type { LifecyclePart } from "./module-builder";
import { addressesOf, isDependency } from "./resource-references";

/**
 * What Terraform takes for one entry of `replaceTriggeredBy`: the addresses of a resource, or the reference to an attribute of one.
 * Anything else is a problem, because Terraform looks for a change of a resource in the plan.
 */
function triggerNodes(item: unknown, self: ElementReference): readonly Expression[] {
  if (typeof item === "object" && item !== null && isDependency(item)) return addressesOf([item]).map(referenceNode);
  const node =
    item instanceof Expr || (typeof item === "object" && item !== null && AS_EXPRESSION in item)
      ? toNode(item)
      : undefined;
  const root = node === undefined ? undefined : rootOf(node);
  if (node !== undefined && (root === undefined || !NOT_RESOURCES.has(root.split(".")[0] as string))) return [node];
  self.problems.add({
    code: "not-a-resource",
    path: `${self.address}.lifecycle.replaceTriggeredBy`,
    message:
      root === undefined
        ? "`replaceTriggeredBy` takes resources of this module, and attributes of them"
        : `\`replaceTriggeredBy\` takes resources and their attributes, but was given \`${root}\``,
    hint: 'Terraform looks for a change of a resource in the plan; for another value make one of it: resource(scope, DataResource, "trigger", { input: value })',
    stack: stackHere(),
  });
  return [];
}

/** Where the references that are no managed resources begin. */
const NOT_RESOURCES = new Set(["var", "local", "data", "module", "path", "terraform", "ephemeral", "action", "self"]);

/** The address that an attribute or an index is of; undefined for what is no reference. */
function rootOf(node: Expression): string | undefined {
  if (node.kind === "reference") return node.address;
  return node.kind === "attribute" || node.kind === "index" ? rootOf(node.of) : undefined;
}

/**
 * The `lifecycle` of an element; undefined if the author gave none.
 *
 * @param self the element, for conditions on its own attributes
 * @param each the entry of its `forEach`
 */
export function lifecycleOf(
  // biome-ignore lint/suspicious/noExplicitAny: of any resource
  given: MetaOptions<any, Each<Expr<unknown>>>["lifecycle"],
  self: ElementReference,
  each: Each<Expr<unknown>>,
): LifecyclePart | undefined {
  if (given === undefined) return undefined;
  const { createBeforeDestroy, preventDestroy, destroy, ignoreChanges, replaceTriggeredBy } = given;
  const { preconditions, postconditions, actionTriggers } = given;
  const triggers = (actionTriggers ?? []).flatMap((trigger, index) => {
    const place = { path: `${self.address}.actionTriggers[${index}]`, self: attributeExpressions(self) };
    return self.problems.attempt(() => triggerPart(trigger, place)) ?? [];
  });
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
      replaceTriggeredBy: listOfTriggers(replaceTriggeredBy, each).flatMap((item) => triggerNodes(item, self)),
    }),
    ...(preconditions !== undefined && { preconditions: preconditions.map((rule) => ruleFor(rule, [each])) }),
    ...(postconditions !== undefined && {
      postconditions: postconditions.map((rule) => ruleFor(rule, [attributeExpressions(self), each])),
    }),
  };
}

/** The entries of `replaceTriggeredBy`, which may be the result of a function of the instance. */
function listOfTriggers(
  given: Triggers | ((each: Each<Expr<unknown>>) => Triggers),
  each: Each<Expr<unknown>>,
): Triggers {
  const triggers = typeof given === "function" ? given(each) : given;
  if (Array.isArray(triggers)) return triggers;
  return fail({
    code: "bad-option",
    path: "lifecycle.replaceTriggeredBy",
    message: "the function of `replaceTriggeredBy` returns no list",
    hint: "replaceTriggeredBy: (each) => [topics.at(each.key).arn]",
  });
}

/** A precondition or a postcondition, each part of which may be a function of what is given. */
function ruleFor<Given extends readonly unknown[]>({ condition, message }: InstanceCondition<Given>, given: Given) {
  const partOf = <T>(name: string, part: T | ((...given: Given) => T)): T => {
    const value = typeof part === "function" ? (part as (...given: Given) => T)(...given) : part;
    if (value !== undefined) return value;
    return fail({
      code: "wrong-arguments",
      path: `lifecycle.${name}`,
      message: `the function of \`${name}\` returns nothing`,
      hint: "a function with `{` needs `return`: (each) => gt(each.value.size, 0)",
    });
  };
  return { condition: toCondition(partOf("condition", condition)), message: toNode(partOf("message", message)) };
}
