/** The review as JSON; docs/review.schema.json is its schema. Every key is always there. */
import { checkArgument } from "../../text/check-argument";
import { plainText } from "../../text/message";
import type { ChangeRow, Origin, PlanAddress, PlanSummary, Review, Row, SuppressedRow } from "./report";

/**
 * Renders a review as JSON, indented by two spaces, with a final newline. No text in it is a workflow command, in case GitHub Actions
 * logs it. `failed` are the sections that fail a pipeline.
 */
export function renderJson(review: Review, failed: readonly string[]): string {
  checkArgument(review, "object", "renderJson(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes"],
  });
  checkArgument(failed, "list", "renderJson(failed)");
  const { plans, rows, suppressed, notices, changes } = review;
  const json = {
    version: 1,
    failed,
    plans: plans.map(plainPlan),
    findings: rows.map((row) => plainRow(row, plans)),
    suppressed: suppressed.map((row) => plainSuppressed(row, plans)),
    notices: notices.map(plainText),
    changes: changes.map((change) => plainChange(change, plans)),
  };
  return `${JSON.stringify(json, null, 2).replaceAll("##[", "\\u0023#[")}\n`;
}

function plainPlan({ source, where, terraformVersion, counts, otherDrift, outputs, digest }: PlanSummary) {
  const { accounts, regions } = where;
  return { source, accounts, regions, terraformVersion: terraformVersion ?? null, counts, otherDrift, outputs, digest };
}

function plainRow(row: Row, plans: readonly PlanSummary[]) {
  const { rule, section, level, title, message, details, places, origins, levelReason } = row;
  return {
    rule,
    section,
    level,
    title,
    message: plainText(message),
    details: details.map(plainText),
    places: places.map((place) => plainPlace(place, plans)),
    modules: origins.map(plainOrigin),
    levelReason: levelReason ?? null,
  };
}

function plainSuppressed(row: SuppressedRow, plans: readonly PlanSummary[]) {
  return { ...plainRow(row, plans), reason: row.reason, until: row.until ?? null, off: row.isOff };
}

function plainPlace({ plan, address }: PlanAddress, plans: readonly PlanSummary[]) {
  return { plan: plans[plan]?.source ?? "", address };
}

function plainOrigin({ call, source, version, definition, folder }: Origin) {
  return { call, source, version: version ?? null, definition: definition ?? null, folder: folder ?? null };
}

function plainChange({ action, kind, attributes, places }: ChangeRow, plans: readonly PlanSummary[]) {
  return { action, kind, attributes, places: places.map((place) => plainPlace(place, plans)) };
}
