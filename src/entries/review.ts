/** `tfwright/review`: makes a review from plans, and text from a review. It reads no files and uses no network. */
export type { RuleSetting } from "../findings/read-config";
export type { Suppression } from "../findings/suppression";
export { CONFIG_NAME, checkSections, type PlanSuppression, parseConfig, type ReviewConfig } from "../review/config";
export type { DriftFate } from "../review/drift-fate";
export { createRedactor, type Redactor } from "../review/redact/redactor";
export { renderJson } from "../review/report/json";
export { MARKER, type MarkdownOptions, renderMarkdown } from "../review/report/markdown";
export { type Guarded, replaceLeaks } from "../review/report/replace-leaks";
export type {
  ChangeRow,
  Counts,
  DriftRow,
  Origin,
  OutputRow,
  PlanAddress as Place,
  PlanSummary,
  Review,
  Row,
  SuppressedRow,
} from "../review/report/report";
export { renderSarif } from "../review/report/sarif";
export { type Colors, renderTerminal } from "../review/report/terminal";
export type { ValueChange } from "../review/report/value-changes";
export { failedSections, type ReviewOptions, review } from "../review/review";
export {
  type ReviewFormat,
  type ReviewText,
  type ReviewTextOptions,
  reviewFormats,
  reviewToText,
  reviewToTextAndFailures,
} from "../review/review-to-text";
export {
  type FailCondition,
  type FailSection,
  failSections,
  type Level,
  levels,
  type ReviewRule as Rule,
  type Section,
  sections,
} from "../review/rule";
export { findRule, rules } from "../review/rules";
export type { Where } from "../review/where";
export type { Plan } from "../terraform/plan/plan";
export { readPlan } from "../terraform/plan/read-plan";
export { readPlanLines } from "../terraform/plan/read-plan-lines";
export type { Message, MessagePart } from "../text/message";
