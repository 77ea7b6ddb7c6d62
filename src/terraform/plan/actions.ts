/** Questions about the action of a planned change. */
import type { Action, ResourceChange } from "./plan";

/** Whether the action destroys the existing object. */
export function destroys(action: Action): boolean {
  return action === "delete" || replaces(action);
}

/** Whether the action destroys the existing object and creates a new one in its place. */
export function replaces(action: Action): boolean {
  return action === "replace-delete-first" || action === "replace-create-first";
}

/**
 * Whether the resource exists before and after the change, so that its values can be compared. Where the old object is only
 * forgotten, the new one is used in its place.
 */
export function isUpdateOrReplacement({ action }: ResourceChange): boolean {
  return action === "update" || action === "forget-create" || replaces(action);
}

/** Whether apply creates, changes, destroys or forgets the resource; `unknown` counts too. */
export function hasEffect({ action }: ResourceChange): boolean {
  return action !== "no-op" && action !== "read";
}
