/** The review as JSON; docs/review.schema.json is its schema. Every key is always there. */
import { checkArgument } from "../../text/check-argument";
import { plainText } from "../../text/message";
import type { ChangeRow, Origin, PlanAddress, PlanSummary, Review, Row, SuppressedRow } from "./report";
import type { ValueChange } from "./value-changes";

/**
 * Renders a review as JSON, indented by two spaces, with a final newline. No text in it is a workflow command, in case GitHub Actions
 * logs it. `failed` are the sections that fail a pipeline.
 */
export function renderJson(review: Review, failed: readonly string[]): string {
  checkArgument(review, "object", "renderJson(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes", "outputs", "drift"],
  });
  checkArgument(failed, "list", "renderJson(failed)");
  const { plans, rows, suppressed, notices, changes, outputs, drift } = review;
  const json = {
    version: 1,
    failed,
    plans: plans.map(plainPlan),
    findings: rows.map((row) => plainRow(row, plans)),
    suppressed: suppressed.map((row) => plainSuppressed(row, plans)),
    notices: notices.map(plainText),
    changes: changes.map((change) => plainChange(change, plans)),
    outputs: outputs.map(({ name, action, plan, values }) => ({
      name,
      action,
      plan: plans[plan]?.source ?? "",
      values: values.map(plainValue),
    })),
    drift: drift.map((row) => ({ ...plainChange(row, plans), fate: row.fate })),
  };
  return `${JSON.stringify(json, null, 2).replaceAll("##[", "\\u0023#[")}\n`;
}

function plainPlan({ where, terraformVersion, ...plan }: PlanSummary) {
  const { source, counts, otherDrift, outputs, tagsOnly, digest } = plan;
  const { accounts, regions } = where;
  const version = terraformVersion ?? null;
  return { source, accounts, regions, terraformVersion: version, counts, otherDrift, outputs, tagsOnly, digest };
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

function plainPlace({ plan, address, name }: PlanAddress, plans: readonly PlanSummary[]) {
  return { plan: plans[plan]?.source ?? "", address, ...(name !== undefined && { name }) };
}

function plainOrigin({ call, source, version, definition, folder }: Origin) {
  return { call, source, version: version ?? null, definition: definition ?? null, folder: folder ?? null };
}

function plainChange(row: ChangeRow, plans: readonly PlanSummary[]) {
  const { action, kind, attributes, isTagsOnly, values, places } = row;
  return {
    action,
    kind,
    attributes,
    tagsOnly: isTagsOnly,
    values: values.map(plainValue),
    places: places.map((place) => plainPlace(place, plans)),
  };
}

function plainValue({ path, before, after, lines, forces }: ValueChange) {
  return { path, before: before ?? null, after: after ?? null, lines, forcesReplacement: forces };
}
