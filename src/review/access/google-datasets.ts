/** Who may read and write data sets of BigQuery: their own lists of access, which are older than IAM. */
import { type Json, jsonAt } from "../../json/json-value";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, itemsAt } from "../field";
import type { Level } from "../rule";
import { judgeGoogleRole } from "./google-roles";
import type { RoleGrant } from "./role-grant";

const DATASET = "google_bigquery_dataset";
const ACCESS = "google_bigquery_dataset_access";

/** Whether the type has such a list. */
export function isDataset(type: string): boolean {
  return type === DATASET || type === ACCESS;
}

/**
 * The names of the basic roles, and the roles of IAM that are the same.
 *
 * @see https://cloud.google.com/bigquery/docs/access-control-basic-roles#dataset-basic-roles
 */
const BASIC: ReadonlyMap<string, string> = new Map([
  ["OWNER", "roles/bigquery.dataOwner"],
  ["WRITER", "roles/bigquery.dataEditor"],
  ["READER", "roles/bigquery.dataViewer"],
]);

/** What an entry gives that names no role: a view, a routine or another data set reads for whoever may ask it. */
const AUTHORIZED = ["view", "routine", "dataset"];

/** What the lists of one side of a change give. */
export function datasetGrants(change: ResourceChange, side: "before" | "after"): readonly RoleGrant[] {
  const marked = change[side];
  if (marked.value === undefined) return [];
  const entries = change.type === ACCESS ? [marked.value] : itemsAt(marked.value, ["access"]);
  return entries.flatMap((entry) => grantsOf(entry, marked, change.type));
}

const MEMBERS: readonly (readonly [argument: string, prefix: string])[] = [
  ["user_by_email", "user:"],
  ["group_by_email", "group:"],
  ["domain", "domain:"],
  ["special_group", ""],
  ["iam_member", ""],
];

function grantsOf(entry: Json, marked: Marked, type: string): readonly RoleGrant[] {
  const textAt = (name: string) => {
    const text = jsonAt(entry, [name]);
    return typeof text === "string" && text !== "" ? text : undefined;
  };
  const given = textAt("role");
  const role = BASIC.get(given ?? "") ?? given ?? "";
  const target = [textAt("project"), textAt("dataset_id")];
  const made = (member: string, level: Level, shown: string): RoleGrant => ({
    id: JSON.stringify([...target, role, member]),
    level,
    role: say`${shown}`,
    member,
    suffix: words(fieldAt(marked, ["dataset_id"]).value === undefined ? "" : " on the data set"),
  });
  const members = MEMBERS.flatMap(([name, prefix]) => {
    const text = textAt(name);
    return text === undefined ? [] : [`${prefix}${text}`];
  });
  const authorized = AUTHORIZED.filter((name) => itemsAt(entry, [name]).length > 0);
  return [
    ...members.map((member) => made(member, levelOf(member, role, type), given ?? "")),
    ...authorized.map((name) => made(`an authorized ${name}`, "attention", "what it reads")),
  ];
}

function levelOf(member: string, role: string, type: string): Level {
  if (/^all(?:Authenticated)?Users$/.test(member)) return "danger";
  // Every data set has these at first.
  if (/^project(?:Owners|Writers|Readers)$/.test(member)) return "note";
  const { level } = judgeGoogleRole(role, type);
  return member.startsWith("domain:") && level === "note" ? "attention" : level;
}
