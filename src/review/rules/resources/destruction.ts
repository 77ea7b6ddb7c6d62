/** How a resource is destroyed, what is lost with it, and what depends on it. */
import { destroys, replaces } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { join, listValues, type Message, say, words } from "../../../text/message";
import { uniqueSorted } from "../../../text/unique-sorted";
import type { Facts } from "../../facts";
import { destroyedObject } from "../../generic/generic-object";
import type { Loss, LossKind } from "../../loss/loss";
import { lossOfChange } from "../../loss/loss-of-change";
import type { RuleMatch } from "../../rule";
import { hasOwnRule } from "./data-stores";
import { lossCircumstances } from "./loss-circumstances";

/** Whether the plan destroys or replaces the current object, not one that an earlier replacement left over. */
export function isDestroyed({ action, deposed }: ResourceChange): boolean {
  return destroys(action) && deposed === undefined;
}

/** What is lost with the current object; undefined if the plan does not destroy it, or if nobody knows what the type holds. */
export function lossOf(change: ResourceChange): Loss | undefined {
  return isDestroyed(change) ? lossOfChange(change) : undefined;
}

/** What a person has to judge where nobody knows what is lost. */
export function judgeLoss(change: ResourceChange): Message {
  const object = destroyedObject(change);
  return object === undefined
    ? words("judge whether its type holds data")
    : say`judge whether ${object.kind} holds data`;
}

/** The loss of a resource whose type has a rule of its own; nothing if the plan does not destroy it. */
export function matchLoss(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const loss = lossOf(change);
  return loss === undefined ? [] : [describeLoss(change, loss, facts)];
}

/** The loss of a resource of one kind, unless its type has a rule of its own. */
export function matchLossOf(kind: LossKind, change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const loss = lossOf(change);
  return loss?.kind === kind && !hasOwnRule(change.type) ? [describeLoss(change, loss, facts)] : [];
}

/** What is lost, what makes that worse or milder, how it is destroyed, and what depends on it. */
export function describeLoss(change: ResourceChange, { lost, level }: Loss, facts: Facts): RuleMatch {
  const isPlain = change.action === "delete" && DELETE_REASONS.get(change.reason ?? "") === undefined;
  const parts = [words(lost), ...lossCircumstances(change, facts), ...(isPlain ? [] : [describeDestruction(change)])];
  return { ...withDependents(join(parts, "; "), change, facts), level };
}

/** The destruction of a resource that holds nothing. */
export function matchDestruction(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  return [withDependents(describeDestruction(change), change, facts)];
}

/** `destroyed`, or what forces the replacement. */
function describeDestruction(change: ResourceChange): Message {
  if (!replaces(change.action)) return words(DELETE_REASONS.get(change.reason ?? "") ?? "destroyed");
  const paths = change.replacePaths.map((path) => path.join("."));
  const order = change.action === "replace-create-first" ? " (the new one is made first)" : "";
  if (paths.length === 0) return words(`replaced${REPLACE_REASONS.get(change.reason ?? "") ?? ""}${order}`);
  const verb = paths.length === 1 ? "changes" : "change";
  return say`replaced, because ${listValues(uniqueSorted(paths), 3)} ${words(verb)}${words(order)}`;
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format `action_reason` */
const REPLACE_REASONS: ReadonlyMap<string, string> = new Map([
  ["replace_because_tainted", ", because it is tainted"],
  ["replace_by_request", " on request"],
  ["replace_by_triggers", ", because something that it names as a trigger changes"],
]);

/** @see https://developer.hashicorp.com/terraform/internals/json-format `action_reason` */
const DELETE_REASONS: ReadonlyMap<string, string> = new Map([
  ["delete_because_no_resource_config", "destroyed, because it is no longer in the configuration"],
  ["delete_because_enabled_false", "destroyed, because `enabled` is false"],
  ["delete_because_no_module", "destroyed, because its module is no longer called"],
  ["delete_because_wrong_repetition", "destroyed, because `count` or `for_each` came or went"],
  ["delete_because_count_index", "destroyed, because its index is out of `count`"],
  ["delete_because_each_key", "destroyed, because its key is not in `for_each`"],
  ["delete_because_no_move_target", "destroyed, because it was moved to where nothing is"],
]);

/** Adds how many resources depend on it and stay, and names them in the details. */
function withDependents(message: Message, change: ResourceChange, facts: Facts): RuleMatch {
  const dependents = facts.dependents(change);
  if (dependents.length === 0) return { message };
  const stay =
    dependents.length === 1
      ? "1 resource that stays depends on it"
      : `${dependents.length} resources that stay depend on it`;
  return { message: [...message, `; ${stay}`], details: [say`depends on it: ${listValues(dependents, 12)}`] };
}
