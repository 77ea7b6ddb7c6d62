import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

const STATUS = ["versioning_configuration", 0, "status"];

/** Reports versioning of a bucket that is suspended. */
export const versioningOff = defineRule({
  code: "versioning-off",
  section: "data-loss",
  level: "danger",
  title: "versioning suspended",
  what: "Versioning of a bucket that is suspended, also by a destroy of its resource, and of a bucket of Google Cloud.",
  why: "From then on, objects that are overwritten or deleted cannot be restored.",
  bad: "`status` Enabled → Suspended",
  good: "`status` Suspended → Enabled",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  looksAt: "resource",
  types: ["aws_s3_bucket_versioning", "aws_s3_bucket", ...typesWithSettings("versioning-off")],
  check(change, facts) {
    if (change.type === "aws_s3_bucket_versioning") return matchResource(change);
    return change.type === "aws_s3_bucket" ? matchBlock(change) : matchSettings(change, "versioning-off", facts);
  },
});

function matchResource(change: ResourceChange): readonly RuleMatch[] {
  if (stringIn(fieldAt(change.before, STATUS)) !== "Enabled") return [];
  if (change.action === "delete") return [{ message: words("destroying it suspends versioning") }];
  const pair = pairAt(change, STATUS);
  return isUpdateOrReplacement(change) && differs(pair) ? [{ message: say`status ${showPair(pair)}` }] : [];
}

/** The block of the bucket itself, which older configurations use. */
function matchBlock(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["versioning", 0, "enabled"]);
  const isOff = change.action === "update" && pair.before.value === true && pair.after.value === false;
  return isOff ? [{ message: say`versioning ${showPair(pair)}` }] : [];
}
