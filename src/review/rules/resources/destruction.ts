/** How a resource is destroyed, what is lost with it, and what depends on it. */
import { destroys, replaces } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { join, listValues, type Message, say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import type { RuleMatch } from "../../rule";
import { dataStores } from "./data-stores";
import { lossCircumstances } from "./loss-circumstances";

/** Whether the plan destroys or replaces the current object, not one that an earlier replacement left over. */
export function isDestroyed({ action, deposed }: ResourceChange): boolean {
  return destroys(action) && deposed === undefined;
}

/** The loss of a data store; nothing if the plan does not destroy it. */
export function matchLoss(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const dataStore = dataStores.get(change.type);
  if (dataStore === undefined || !isDestroyed(change)) return [];
  const isPlain = change.action === "delete" && DELETE_REASONS.get(change.reason ?? "") === undefined;
  const parts = [words(dataStore.lost), ...lossCircumstances(change), ...(isPlain ? [] : [showDestruction(change)])];
  const { level } = dataStore;
  return [{ ...withDependents(join(parts, "; "), change, facts), ...(level && { level }) }];
}

/** The destruction of a resource that is not in the table of data stores. */
export function matchDestruction(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  return [withDependents(showDestruction(change), change, facts)];
}

/** `destroyed`, or what forces the replacement. */
function showDestruction(change: ResourceChange): Message {
  if (!replaces(change.action)) return words(DELETE_REASONS.get(change.reason ?? "") ?? "destroyed");
  const paths = change.replacePaths.map((path) => path.join("."));
  const order = change.action === "replace-create-first" ? " (the new one is made first)" : "";
  if (paths.length === 0) return words(`replaced${REPLACE_REASONS.get(change.reason ?? "") ?? ""}${order}`);
  const verb = paths.length === 1 ? "changes" : "change";
  return say`replaced, because ${listValues([...new Set(paths)].sort(), 3)} ${words(verb)}${words(order)}`;
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
  const stay = dependents.length === 1 ? "1 that stays depends on it" : `${dependents.length} that stay depend on it`;
  return { message: [...message, `; ${stay}`], details: [say`depends on it: ${listValues(dependents, 12)}`] };
}
