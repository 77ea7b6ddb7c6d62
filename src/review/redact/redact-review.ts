/** Everything that a review says goes through the redactor: every value, address and name. */

import type { Message, MessagePart } from "../../text/message";
import type {
  ChangeRow,
  Origin,
  OutputRow,
  PlanAddress,
  PlanSummary,
  Review,
  Row,
  SuppressedRow,
} from "../report/report";
import type { ValueChange } from "../report/value-changes";
import { SENSITIVE } from "./ranges";
import type { Redactor } from "./redactor";

/** The review without secrets. The name of the plan file is kept: it comes from the caller, not from the plan. */
export function hideSecrets(review: Review, redactor: Pick<Redactor, "show" | "text">): Review {
  const hidden = new Map<string, string>();
  const clean = (text: string): string => {
    const known = hidden.get(text) ?? redactor.text(text);
    hidden.set(text, known);
    return known;
  };
  const cleanPart = (part: MessagePart): MessagePart => {
    if (typeof part === "string") return part;
    const shown = part.path === undefined ? part.value : redactor.show(part.value, undefined, part.path);
    return { value: clean(typeof shown === "string" ? shown : JSON.stringify(shown)) };
  };
  const cleanText = (text: Message): Message => text.map(cleanPart);
  const cleanPlace = (place: PlanAddress): PlanAddress => ({
    ...place,
    address: clean(place.address),
    ...(place.name !== undefined && { name: clean(place.name) }),
  });
  const cleanOrigin = (origin: Origin): Origin => {
    const { call, source, version, definition, folder } = origin;
    return {
      call: clean(call),
      source: clean(source),
      ...(version !== undefined && { version: clean(version) }),
      ...(definition !== undefined && { definition: clean(definition) }),
      ...(folder !== undefined && { folder: clean(folder) }),
    };
  };
  const cleanRow = <T extends Row>(row: T): T => ({
    ...row,
    message: cleanText(row.message),
    details: row.details.map(cleanText),
    places: row.places.map(cleanPlace),
    origins: row.origins.map(cleanOrigin),
    ...(row.levelReason !== undefined && { levelReason: clean(row.levelReason) }),
  });
  const cleanSuppressed = (row: SuppressedRow): SuppressedRow => ({ ...cleanRow(row), reason: clean(row.reason) });
  // The rest of a partly hidden account ID would reveal most of it, so the whole text is hidden.
  const cleanWhole = (text: string) => (clean(text) === text ? text : SENSITIVE);
  const cleanAll = (texts: readonly string[]) => [...new Set(texts.map(cleanWhole))];
  const cleanPlan = (plan: PlanSummary): PlanSummary => ({
    ...plan,
    where: { ...plan.where, accounts: cleanAll(plan.where.accounts), regions: cleanAll(plan.where.regions) },
    ...(plan.terraformVersion !== undefined && { terraformVersion: clean(plan.terraformVersion) }),
  });
  const cleanValue = (change: ValueChange): ValueChange => ({
    ...change,
    path: clean(change.path),
    ...(change.before !== undefined && { before: clean(change.before) }),
    ...(change.after !== undefined && { after: clean(change.after) }),
    lines: change.lines.map(clean),
  });
  const cleanChange = <T extends ChangeRow>(row: T): T => ({
    ...row,
    kind: clean(row.kind),
    attributes: row.attributes.map(clean),
    values: row.values.map(cleanValue),
    places: row.places.map(cleanPlace),
  });
  const cleanOutput = (row: OutputRow): OutputRow => ({
    ...row,
    name: clean(row.name),
    values: row.values.map(cleanValue),
  });
  return {
    plans: review.plans.map(cleanPlan),
    rows: review.rows.map(cleanRow),
    suppressed: review.suppressed.map(cleanSuppressed),
    notices: review.notices.map(cleanText),
    changes: review.changes.map(cleanChange),
    outputs: review.outputs.map(cleanOutput),
    drift: review.drift.map(cleanChange),
  };
}
