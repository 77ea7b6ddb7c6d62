/** `tfwright/review`: plans to a review, and a review to text. Pure: reads no file, asks no network. */
export type { RuleSetting } from "../findings/read-config";
export type { Suppression } from "../findings/suppression";
export type { Plan } from "../terraform/plan/plan";
export { readPlan } from "../terraform/plan/read-plan";
export type { Message, MessagePart } from "../text/message";
export { CONFIG_NAME, checkSections, type PlanSuppression, parseConfig, type ReviewConfig } from "./config";
export { type Guarded, replaceLeaks } from "./redact/replace-leaks";
export { createRedactor, type Redactor } from "./redact/secrets";
export { renderJson } from "./report/json";
export { MARKER, type MarkdownOptions, renderMarkdown } from "./report/markdown";
export type {
  ChangeRow,
  Counts,
  Origin,
  PlanAddress as Place,
  PlanSummary,
  Review,
  Row,
  SuppressedRow,
} from "./report/report";
export { renderSarif } from "./report/sarif";
export { type Colors, renderTerminal } from "./report/terminal";
export { failedSections, type ReviewOptions, review } from "./review";
export {
  type FailSection,
  failSections,
  type Level,
  levels,
  type ReviewRule as Rule,
  type Section,
  sections,
} from "./rule";
export { findRule, rules } from "./rules";
export type { Where } from "./where";
