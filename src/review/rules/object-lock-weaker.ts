import { type Json, jsonAt } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

const RETENTION = ["rule", 0, "default_retention", 0];
const VERSIONING_STATUS = ["versioning_configuration", 0, "status"];
const MFA_DELETE = ["versioning_configuration", 0, "mfa_delete"];

/** Reports a default retention of Object Lock that becomes weaker, or MFA delete that is turned off. */
export const objectLockWeaker = defineRule({
  code: "object-lock-weaker",
  section: "data-loss",
  level: "attention",
  title: "object lock weaker",
  what: "A default retention of Object Lock that is shorter, in a milder mode, or removed. Also MFA delete that is turned off.",
  why: "New versions can then be deleted sooner, or by more people.",
  bad: "`mode` COMPLIANCE → GOVERNANCE",
  good: "`days` 30 → 365",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  looksAt: "resource",
  types: [
    "aws_s3_bucket_object_lock_configuration",
    "aws_s3_bucket_versioning",
    ...typesWithSettings("object-lock-weaker"),
  ],
  check(change, facts) {
    if (change.type === "aws_s3_bucket_versioning") return matchMfaDelete(change);
    return [...matchRetention(change), ...matchSettings(change, "object-lock-weaker", facts)];
  },
});

/** Destroying the resource takes off the default retention; the lock itself stays with the bucket. */
function matchRetention(change: ResourceChange): readonly RuleMatch[] {
  const was = fieldAt(change.before, RETENTION);
  if (was.value === undefined || change.deposed !== undefined) return [];
  if (change.action === "delete") return [{ message: words("new objects are no longer retained") }];
  return isUpdateOrReplacement(change) ? [...matchMode(change), ...matchDays(change)] : [];
}

function matchMode(change: ResourceChange): readonly RuleMatch[] {
  const mode = pairAt(change, [...RETENTION, "mode"]);
  const isMilder = mode.before.value === "COMPLIANCE" && differs(mode);
  return isMilder ? [{ message: say`mode ${showPair(mode)}` }] : [];
}

function matchDays(change: ResourceChange): readonly RuleMatch[] {
  const [before, after] = [daysOf(change.before.value), daysOf(change.after.value)];
  if (before === undefined || after === undefined || after >= before) return [];
  const { before: old, after: now } = pairAt(change, RETENTION);
  const isSecret = old.secret || now.secret;
  return [{ message: words(isSecret ? "retention is shorter, and sensitive" : `retention ${before} → ${after} days`) }];
}

function daysOf(json: Json | undefined): number | undefined {
  const [days, years] = ["days", "years"].map((name) => jsonAt(json, [...RETENTION, name]));
  if (typeof years === "number" && years > 0) return years * 365;
  return typeof days === "number" && days > 0 ? days : undefined;
}

/** Multi-factor deletion is part of versioning, and has no effect without it. */
function matchMfaDelete(change: ResourceChange): readonly RuleMatch[] {
  if (!isUpdateOrReplacement(change) || stringIn(fieldAt(change.before, VERSIONING_STATUS)) !== "Enabled") return [];
  const pair = pairAt(change, MFA_DELETE);
  const isOff = stringIn(pair.before) === "Enabled" && differs(pair);
  return isOff ? [{ message: say`multi-factor deletion ${showPair(pair)}` }] : [];
}
