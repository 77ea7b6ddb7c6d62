import { words } from "../../text/message";
import { defineRule, type RuleMatch } from "../rule";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchRiskySettings, type SettingRow, typesOf } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Settings by which data can be read by everybody, or by which nothing forbids that any more. */
const ROWS: readonly SettingRow[] = [
  {
    types: ["azurerm_storage_container"],
    path: ["container_access_type"],
    risky: ["blob", "container"],
    whenNew: "danger",
  },
  {
    types: ["azurerm_storage_account"],
    path: ["allow_nested_items_to_be_public"],
    risky: [true],
    level: "attention",
    whenNew: "note",
  },
  { types: ["azurerm_storage_account"], path: ["allow_blob_public_access"], risky: [true], level: "attention" },
  { types: ["azurerm_storage_account"], path: ["shared_access_key_enabled"], risky: [true], level: "attention" },
  {
    types: ["aws_ec2_image_block_public_access"],
    path: ["state"],
    risky: ["unblocked"],
    whenNew: "attention",
  },
  {
    types: ["google_storage_bucket"],
    path: ["public_access_prevention"],
    risky: ["inherited", "unspecified"],
    level: "attention",
  },
  { types: ["google_storage_bucket"], path: ["uniform_bucket_level_access"], risky: [false], level: "attention" },
  { types: ["aws_ssm_document"], path: ["permissions", "account_ids"], risky: ["All", "all"], whenNew: "danger" },
];

const REMOVED: ReadonlyMap<string, RuleMatch> = new Map([
  [
    "aws_ebs_snapshot_block_public_access",
    { message: words("nothing stops snapshots from being shared with everybody") },
  ],
]);

/** Reports data that everybody can read, outside of S3. */
export const publicData = defineRule({
  code: "public-data",
  section: "access",
  level: "danger",
  title: "data can become public",
  what: "A storage container that everybody can read, a repository that becomes public (a note if it is new), or a setting that no longer forbids public blobs, snapshots, AMIs or buckets.",
  why: "What everybody could read once must be taken for known.",
  bad: "`container_access_type` private → blob",
  good: "`container_access_type` blob → private",
  source: "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
  looksAt: "resource",
  types: [...new Set([...typesOf(ROWS), ...REMOVED.keys(), ...typesWithSettings("public-data")])],
  check: (change, facts) => [
    ...matchRiskySettings(change, ROWS),
    ...matchSettings(change, "public-data", facts),
    ...matchRemovedSetting(change, REMOVED),
  ],
});
