/** The review for a terminal: nothing folded, no control character of the plan. */

import { checkArgument } from "../../text/check-argument";
import { type Message, say, words } from "../../text/message";
import type { Level } from "../rule";
import { addressTree } from "./address-tree";
import {
  actionWord,
  headline,
  planLine,
  tellBranch,
  tellDrift,
  tellModules,
  tellOrigins,
  tellOutput,
  tellPlaces,
  tellTypes,
  tellValue,
  verdict,
} from "./phrases";
import { isEmptyReview, type PlanSummary, type Review, type Row, type SuppressedRow } from "./report";
import type { ValueChange } from "./value-changes";
import { visible, visibleLine } from "./visible";

/** As picocolors has them. */
export interface Colors {
  red(text: string): string;
  yellow(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

const PLAIN: Colors = { red: String, yellow: String, dim: String, bold: String };

/** At most this many of one row: JSON has all. */
const PLACES = 20;
/** At most this many types are counted. */
const TYPES = 40;

/** Lines of text. */
export function renderTerminal(review: Review, colors: Colors = PLAIN): string {
  checkArgument(review, "object", "renderTerminal(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes", "outputs", "drift"],
  });
  const { plans } = review;
  const head = plans.map(
    (plan) => `${colors.bold(plain(planLine(plan)))}\n${colors.dim(`plan digest ${plan.digest}`)}`,
  );
  if (isEmptyReview(review)) return `${head.join("\n")}\n`;
  const blocks = [
    [...head, "", colors.bold(verdict(review))],
    review.notices.map((notice) => `config     ${plain(notice)}`),
    ...review.rows.map((row) => rowLines(row, plans, colors)),
    ...review.suppressed.map((row) => suppressedLines(row, plans, colors)),
    driftLines(review),
    outputLines(review),
    valueBlock(review),
    changeLines(review),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function rowLines(row: Row, plans: readonly PlanSummary[], colors: Colors): readonly string[] {
  const mark = paint(row.level, colors)(row.level.padEnd(9));
  const lead = `${mark}  ${colors.bold(headline(row))} ${colors.dim(`(${row.rule})`)}`;
  const reason = row.levelReason === undefined ? [] : [say`level set by the config, because ${row.levelReason}`];
  const origins = row.origins.length === 0 ? [] : [tellOrigins(row.origins)];
  const lines = [row.message, ...row.details, ...origins, ...reason].map(plain);
  return [lead, ...placeLines(row, plans), ...lines.map((line) => `           ${line}`)];
}

function placeLines({ places }: Row, plans: readonly PlanSummary[]): readonly string[] {
  const shown = places.slice(0, PLACES).map((place) => `           ${plain(tellPlaces([place], plans))}`);
  return places.length > PLACES ? [...shown, `           and ${places.length - PLACES} more`] : shown;
}

function suppressedLines(row: SuppressedRow, plans: readonly PlanSummary[], colors: Colors): readonly string[] {
  const until = row.isOff ? words("rule off") : row.until === undefined ? words("no end") : say`until ${row.until}`;
  const lead = `${colors.dim("suppressed ")}  ${headline(row)} ${colors.dim(`(${row.rule})`)}`;
  return [
    lead,
    ...placeLines(row, plans),
    ...[row.message, say`${until}: ${row.reason}`].map((text) => `           ${plain(text)}`),
  ];
}

function changeLines({ changes, plans }: Review): readonly string[] {
  if (changes.length === 0) return [];
  const lines = addressTree(changes).flatMap(({ modules, branches }) => [
    `  ${plain(tellModules(modules, plans))}`,
    ...branches.flatMap((branch) => [
      `    ${plain(tellBranch(branch))}`,
      ...branch.addresses.map((address) => `      ${plain([{ value: address }])}`),
    ]),
  ]);
  return ["All changes:", `  ${plain(tellTypes(changes, TYPES))}`, ...lines];
}

function valueBlock({ changes, plans }: Review): readonly string[] {
  const rows = changes.filter(({ values }) => values.length > 0);
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ action, places, values }) => [
    `  ${plain(say`${words(actionWord(action))} ${tellPlaces(places, plans)}`)}`,
    ...valueLines(values),
  ]);
  return ["Old and new values:", ...lines];
}

function valueLines(values: readonly ValueChange[]): readonly string[] {
  return values.flatMap((change) => [
    `    ${plain(tellValue(change))}`,
    ...change.lines.map((line) => `      ${visibleLine(line)}`),
  ]);
}

function outputLines({ outputs, plans }: Review): readonly string[] {
  if (outputs.length === 0) return [];
  const lines = outputs.flatMap((output) => [`  ${plain(tellOutput(output, plans))}`, ...valueLines(output.values)]);
  return ["Outputs:", ...lines];
}

function driftLines({ drift, plans }: Review): readonly string[] {
  if (drift.length === 0) return [];
  const lines = drift.flatMap((row) => [`  ${plain(tellDrift(row, plans))}`, ...valueLines(row.values)]);
  return ["Changed outside of Terraform:", ...lines];
}

function paint(level: Level, colors: Colors): (text: string) => string {
  return level === "danger" ? colors.red : level === "attention" ? colors.yellow : colors.dim;
}

/** No line starts with two colons: a runner of GitHub Actions takes it for a command. */
function plain(text: Message): string {
  const line = text
    .map((part) =>
      typeof part === "string" ? part.replaceAll("`", "") : part.value === "" ? "(empty)" : visible(part.value),
    )
    .join("");
  return line.replace(/^(\s*):(?=:[a-z])/i, "$1\\u{3a}");
}
