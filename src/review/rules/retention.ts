/** What keeps data, or lets it go, by itself: time to live, object lock, replication. */
import type { Json } from "../../json/json-value";
import { alters } from "../../terraform/plan/actions";
import { jsonText } from "../../terraform/plan/json-text";
import { count, say, words } from "../../text/message";
import { at, differs, fieldAt, itemsAt, pairAt, show, showPair } from "../field";
import type { Check, Draft } from "../finding";

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html */
export const checkTimeToLive: Check = (change) => {
  if (change.action !== "update") return [];
  const on = pairAt(change, ["ttl", 0, "enabled"]);
  const attribute = pairAt(change, ["ttl", 0, "attribute_name"]);
  if (on.after.value !== true || (on.before.value === true && !differs(attribute))) return [];
  const told = on.before.value === true ? showPair(attribute) : show(attribute.after);
  return [{ rule: "items-expire", message: say`by the attribute ${told}` }];
};

const LOCK = ["rule", 0, "default_retention", 0];
const LOCK_RULE = "object-lock-weaker";

/** A destroyed setting takes the default retention off; the lock itself stays with the bucket. */
export const checkRetentionLock: Check = (change) => {
  const was = fieldAt(change.before, LOCK);
  if (was.value === undefined || change.deposed !== undefined) return [];
  if (change.action === "delete") return [{ rule: LOCK_RULE, message: words("new objects are no longer retained") }];
  if (!alters(change)) return [];
  const drafts: Draft[] = [];
  const mode = pairAt(change, [...LOCK, "mode"]);
  if (mode.before.value === "COMPLIANCE" && differs(mode))
    drafts.push({ rule: LOCK_RULE, message: say`mode ${showPair(mode)}` });
  const [before, after] = [daysOf(change.before.value), daysOf(change.after.value)];
  if (before === undefined || after === undefined || after >= before) return drafts;
  const isSecret = was.secret || fieldAt(change.after, LOCK).secret;
  const message = words(isSecret ? "retention is shorter, and sensitive" : `retention ${before} → ${after} days`);
  return [...drafts, { rule: LOCK_RULE, message }];
};

function daysOf(json: Json | undefined): number | undefined {
  const [days, years] = ["days", "years"].map((name) => at(json, [...LOCK, name]));
  if (typeof years === "number" && years > 0) return years * 365;
  return typeof days === "number" && days > 0 ? days : undefined;
}

const REPLICATION_RULE = "replication-off";

/** Rules by what they copy and where to, not by what they are called. */
export const checkReplication: Check = (change) => {
  if (change.deposed !== undefined) return [];
  if (change.action === "delete")
    return [{ rule: REPLICATION_RULE, message: words("the bucket is no longer replicated") }];
  if (!alters(change) || fieldAt(change.after, ["rule"]).unknown) return [];
  const after = enabledRules(change.after.value);
  const gone = [...enabledRules(change.before.value)].filter((name) => !after.has(name)).length;
  if (gone === 0) return [];
  return [{ rule: REPLICATION_RULE, message: words(`${count(gone, "rule")} no longer in force`) }];
};

function enabledRules(json: Json | undefined): ReadonlySet<string> {
  const rules = itemsAt(json, ["rule"]).filter((rule) => at(rule, ["status"]) !== "Disabled");
  const parts = [["destination", 0, "bucket"], ["prefix"], ["filter"]];
  return new Set(rules.map((rule) => jsonText(parts.map((path) => at(rule, path) ?? null))));
}
