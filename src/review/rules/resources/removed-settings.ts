/** Resources that are only settings of something else, which stays when they are destroyed. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import type { RuleMatch } from "../../rule";

/** What the destruction of a setting means, by its type; nothing if the change does not destroy one of these. */
export function matchRemovedSetting(
  change: ResourceChange,
  settings: ReadonlyMap<string, RuleMatch>,
): readonly RuleMatch[] {
  const match = settings.get(change.type);
  return match === undefined || change.action !== "delete" || change.deposed !== undefined ? [] : [match];
}
