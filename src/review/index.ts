/** `tfwright/review`: plans to a review, and a review to text. Pure: reads no file, asks no network. */
export type { Plan } from "../plan/plan";
export { readPlan } from "../plan/read-plan";
export { createVeil, type Veil } from "../plan/secrets";
export { CONFIG_NAME, checkSections, parseConfig, type ReviewConfig, type Setting, type Silence } from "./config";
export { type Guarded, guardText } from "./guard";
export { renderJson } from "./render/json";
export { MARKER, type MarkdownOptions, renderMarkdown } from "./render/markdown";
export { renderSarif } from "./render/sarif";
export { type Colors, renderTerminal } from "./render/terminal";
export type { ChangeRow, Counts, Origin, Place, PlanSummary, Review, Row, SilencedRow } from "./report";
export { failedSections, type ReviewOptions, review } from "./review";
export { type FailSection, failSections, type Level, levels, type Rule, type Section, sections } from "./rule";
export { findRule, rules } from "./rules";
export type { Part, Text } from "./text";
export type { Where } from "./where";
