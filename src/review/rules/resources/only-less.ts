/** Whether a change only takes away, as far as names tell: a smaller list of grants, a lower role, a flag that now guards. */
import { isFields, isList, type Json } from "../../../json/json-value";
import { jsonText } from "../../../terraform/plan/json-text";
import { withoutEmpty } from "../../field";

/** Arguments that only name or describe, and those that a provider counts up by itself. */
export const QUIET =
  /^(?:tags|tags_all|labels|annotations|description|display_name|comment|notes?|color|colour|etag|version|revision|timeouts|updated_at|updated|last_(?:updated|modified|used)\w*|modified\w*|time_\w+|defined_tags|freeform_tags|system_tags)$/;

/** Flags that give where they are true, and lists that give to their members. */
const GIVES =
  /^allow|_allow(?:ed|s|ances)?(?:_|$)|bypass|_can_|(?:^|_)grant_option$|(?:^|_)(?:grants?|access_control|privileges|permissions?|scopes|members|principals|users|teams|apps|groups|emails|restrictions)$/;

/** Flags, numbers and lists that guard: the more, the less is allowed. */
const GUARDS =
  /(?:^|_)(?:requires?|required|enforce[ds]?|dismiss|prevent|restrict|strict|lock|min|minimum)(?:_|$)|^(?:blocks?_\w+|contexts|non_fast_forward)$/;

/** What stands below them is kept out, or let through: less of it may be more. */
const CONTRARY = /exclu|den(?:y|ied|ies)|except|ignor|^block(?:s|ed)?(?:_\w+)?s$|(?:^|_)not_/;

/** Arguments whose value is one of the levels below. */
const OF_LEVEL = /(?:permission|privilege|access|role|level)s?$/;

/** From the least to the most, as GitHub, GitLab, Databricks and others call them. */
const LEVELS = [
  "none no_access no-access noaccess",
  "guest minimal",
  "read reader pull view viewer member user can_view can_read can_use can_attach_to",
  "reporter triage can_restart can_run",
  "write writer push edit editor developer can_edit can_manage_run",
  "maintain maintainer manage can_manage",
  "admin owner is_owner",
].map((names) => new Set(names.split(" ")));

const levelOf = (value: Json | undefined): number =>
  typeof value === "string" ? LEVELS.findIndex((names) => names.has(value.toLowerCase())) : -1;

/** Rulesets of GitHub, from those that hold to those that do not. */
const ENFORCEMENTS = ["active", "evaluate", "disabled"];

/** Whether an argument gives nothing that it did not give. What its name does not tell may give more. */
export function isOnlyLess(name: string, from: Json | undefined, to: Json | undefined): boolean {
  const [before, after] = [from, to].map((json) => withoutEmpty(json ?? null));
  if (QUIET.test(name) || isSame(name, before, after)) return true;
  if (CONTRARY.test(name) && !GUARDS.test(name)) return false;
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.every((inner) => isOnlyLess(inner, before[inner], after[inner]));
  }
  if (isList(before) || isList(after)) return isListOnlyLess(name, listOf(before), listOf(after));
  if (GIVES.test(name) && isOff(after)) return before === true && !/only/.test(name);
  if (GUARDS.test(name) && !GIVES.test(name))
    return guardsMore(before, after) && !/lifetime|timeout|ttl|age|period/.test(name);
  if (name === "enforcement") return isEarlier(ENFORCEMENTS, after, before);
  const [was, is] = [levelOf(before), levelOf(after)];
  return OF_LEVEL.test(name) && is >= 0 && is < was;
}

const isOff = (json: Json | undefined) => json === undefined || json === null || json === false;

function guardsMore(before: Json | undefined, after: Json | undefined): boolean {
  if (after === true) return isOff(before);
  return typeof after === "number" && (isOff(before) || (typeof before === "number" && before < after));
}

function isEarlier(order: readonly string[], one: Json | undefined, other: Json | undefined): boolean {
  const [at, than] = [order.indexOf(String(one)), order.indexOf(String(other))];
  return at >= 0 && at < than;
}

function listOf(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : json === undefined || json === null ? [] : [json];
}

/** Blocks that stay are compared one by one. An empty list of who is let in may let in everybody. */
function isListOnlyLess(name: string, before: readonly Json[], after: readonly Json[]): boolean {
  const covers = (wide: readonly Json[], narrow: readonly Json[]) =>
    narrow.every((item) => wide.some((one) => isOnlyLess(name, one, item)));
  const isOfBlocks = before.length === after.length && [...before, ...after].every(isFields);
  if (isOfBlocks && after.every((item, index) => isOnlyLess("", before[index], item))) return true;
  if (GIVES.test(name) && !/"deny"/i.test(jsonText([...before])))
    return (after.length > 0 || /bypass/.test(name)) && covers(before, after);
  const isGuard = GUARDS.test(name);
  return isGuard && before.every((item) => after.some((one) => jsonText(one) === jsonText(item)));
}

/** Whether both say the same: rules may have an order that counts, lists of names and of grants have none. What is not set is as good as `false`. */
function isSame(name: string, before: Json | undefined, after: Json | undefined): boolean {
  return (isOff(before) && isOff(after)) || comparable(name, before) === comparable(name, after);
}

function comparable(name: string, json: Json | undefined): string {
  if (isList(json)) {
    const items = json.map((item) => comparable("", item));
    const isOrdered = json.some((item) => typeof item === "object") && !GIVES.test(name);
    return `[${(isOrdered ? items : items.sort()).join()}]`;
  }
  if (!isFields(json)) return jsonText(json ?? null);
  const named = Object.entries(json).filter(([inner, one]) => !isOff(one) && !QUIET.test(inner));
  return `{${named
    .map(([inner, one]) => `${inner}:${comparable(inner, one)}`)
    .sort()
    .join()}}`;
}
