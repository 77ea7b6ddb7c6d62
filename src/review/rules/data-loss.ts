/** Data loss: what goes, and what depends on it. */
import { destroys, replaces } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { join, listValues, type Message, say, words } from "../../text/message";
import { fieldAt, numberIn, show, stringIn } from "../field";
import type { Check, Draft, Facts } from "../finding";
import { rulesOf } from "../rule";
import { dataStores, isKnownProvider } from "./resources/data-stores";

const GONE = "What is gone with it does not come back with the next apply.";

export const dataLossRules = rulesOf("data-loss", [
  [
    "database-destroyed",
    "danger",
    "database destroyed",
    "A catalog database that is destroyed or replaced.",
    "Glue deletes every table of a database with it, whoever made the table.",
  ],
  [
    "table-destroyed",
    "danger",
    "table destroyed",
    "A catalog table that is destroyed or replaced.",
    "Partitions that crawlers or jobs have added go with the definition; queries fail until they are added again.",
  ],
  ["bucket-destroyed", "danger", "bucket destroyed", "A bucket that is destroyed or replaced.", GONE],
  [
    "key-destroyed",
    "danger",
    "key destroyed",
    "A KMS key of which the deletion is scheduled, also where another takes its place.",
    "After the waiting time nothing that was encrypted with it can be read.",
  ],
  ["secret-destroyed", "danger", "secret destroyed", "A secret or a parameter that is destroyed or replaced.", GONE],
  ["log-group-destroyed", "attention", "log group destroyed", "A log group that is destroyed or replaced.", GONE],
  [
    "data-store-destroyed",
    "danger",
    "data store destroyed",
    "A DynamoDB table, database cluster, stream, file system, schema or another resource that holds data, destroyed or replaced. What only a queue, a cache or a history is, is milder.",
    GONE,
  ],
  [
    "unknown-type-destroyed",
    "attention",
    "destroyed, and what it holds is not known",
    "A resource of a provider that the review has no table for, destroyed or replaced.",
    "Whether it holds data must be judged by a person.",
  ],
  [
    "deposed-destroyed",
    "note",
    "left-over object destroyed",
    "The object of an earlier replacement that is deleted now.",
    "It may still hold data.",
  ],
]);

export const destroyedRules = rulesOf("plan", [
  [
    "destroyed",
    "note",
    "destroyed or replaced",
    "Any other resource of AWS that is destroyed or replaced.",
    "It holds no data, but what uses it stops working until it is back.",
  ],
]);

/** What goes where something is destroyed or replaced. */
export const checkDestroyed: Check = (change, facts) => {
  if (!destroys(change.action) || change.mode === "data") return [];
  const dataStore = dataStores.get(change.type);
  if (change.deposed !== undefined) {
    return [{ rule: "deposed-destroyed", message: words(dataStore?.lost ?? "an earlier replacement left it over") }];
  }
  if (dataStore === undefined) {
    const rule = isKnownProvider(change.type, change.provider) ? "destroyed" : "unknown-type-destroyed";
    return [withDependents({ rule, message: howItEnds(change) }, change, facts)];
  }
  const plain = change.action === "delete" && DELETE_REASONS[change.reason ?? ""] === undefined;
  const ending = [words(dataStore.lost), ...circumstances(change), ...(plain ? [] : [howItEnds(change)])];
  return [withDependents({ ...dataStore, message: join(ending, "; ") }, change, facts)];
};

/** `destroyed`, or what forces the replacement. */
function howItEnds(change: ResourceChange): Message {
  if (!replaces(change.action)) return words(whyDeleted(change.reason));
  const paths = change.replacePaths.map((path) => path.join("."));
  const order = change.action === "replace-create-first" ? " (the new one is made first)" : "";
  if (paths.length === 0) return words(`replaced${whyReplaced(change.reason)}${order}`);
  return say`replaced, because ${listValues([...new Set(paths)].sort(), 3)} ${words(paths.length === 1 ? "changes" : "change")}${words(order)}`;
}

function whyReplaced(reason: string | undefined): string {
  if (reason === "replace_because_tainted") return ", because it is tainted";
  if (reason === "replace_by_request") return " on request";
  if (reason === "replace_by_triggers") return ", because something that it names as a trigger changes";
  return "";
}

const DELETE_REASONS: Readonly<Record<string, string>> = {
  delete_because_no_resource_config: "destroyed, because it is no longer in the configuration",
  delete_because_no_module: "destroyed, because its module is no longer called",
  delete_because_wrong_repetition: "destroyed, because `count` or `for_each` came or went",
  delete_because_count_index: "destroyed, because its index is out of `count`",
  delete_because_each_key: "destroyed, because its key is not in `for_each`",
  delete_because_no_move_target: "destroyed, because it was moved to where nothing is",
};

function whyDeleted(reason: string | undefined): string {
  return DELETE_REASONS[reason ?? ""] ?? "destroyed";
}

/** What makes the loss worse or milder, as the state has it. */
function circumstances({ type, before }: ResourceChange): readonly Message[] {
  const is = (name: string) => fieldAt(before, [name]).value;
  const days = (name: string) => {
    const field = fieldAt(before, [name]);
    return field.secret ? show(field) : words(`${numberIn(field) ?? 30}`);
  };
  if (type === "aws_s3_bucket" || type === "aws_s3tables_table_bucket") {
    return [
      words(
        is("force_destroy") === true
          ? "`force_destroy` is set: with everything in it"
          : "apply fails unless it is empty",
      ),
    ];
  }
  if (type.startsWith("aws_kms_")) return [say`deletion after ${days("deletion_window_in_days")} days`];
  if (type === "aws_secretsmanager_secret") {
    if (is("recovery_window_in_days") === 0) return [words("at once, without a recovery window")];
    return [say`can be restored for ${days("recovery_window_in_days")} days`];
  }
  if (is("skip_final_snapshot") === true) return [words("without a final snapshot")];
  if (is("deletion_protection") === true || is("deletion_protection_enabled") === true) {
    return [words("deletion protection is on: apply fails")];
  }
  const location = fieldAt(before, ["storage_descriptor", 0, "location"]);
  const isTold = type === "aws_glue_catalog_table" && stringIn(location) !== undefined;
  return isTold ? [say`files in ${show(location)}`] : [];
}

/** Says what depends on it. */
function withDependents(draft: Draft, change: ResourceChange, facts: Facts): Draft {
  const dependents = facts.dependents(change);
  if (dependents.length === 0) return draft;
  const stay = dependents.length === 1 ? "1 that stays depends on it" : `${dependents.length} that stay depend on it`;
  return {
    ...draft,
    message: [...draft.message, `; ${stay}`],
    details: [say`depends on it: ${listValues(dependents, 12)}`],
  };
}
