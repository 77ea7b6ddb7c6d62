/** The review for a terminal: nothing folded, no control character of the plan. */

import { checkArgument } from "../../text/check-argument";
import { join, type Message, say, words } from "../../text/message";
import type { Level } from "../rule";
import { actionWord, firstLine, headline, tellDrift, tellOrigins, tellPlaces, verdict } from "./phrases";
import { isEmptyReview, type PlanSummary, type Review, type Row, type SuppressedRow } from "./report";
import { visible } from "./visible";

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

/** Lines of text. */
export function renderTerminal(review: Review, colors: Colors = PLAIN): string {
  checkArgument(review, "object", "renderTerminal(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes"],
  });
  const { plans } = review;
  const head = plans.map((plan) => `${colors.bold(plain(firstLine(plan)))}\n${colors.dim(`plan ${plan.digest}`)}`);
  if (isEmptyReview(review)) return `${head.join("\n")}\n`;
  const drift = tellDrift(plans);
  const blocks = [
    [...head, "", colors.bold(verdict(review))],
    review.notices.map((notice) => `config     ${plain(notice)}`),
    ...review.rows.map((row) => rowLines(row, plans, colors)),
    ...review.suppressed.map((row) => suppressedLines(row, plans, colors)),
    drift === undefined ? [] : [drift],
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
  const lines = changes.map(({ action, attributes, places }) => {
    const names =
      attributes.length === 0
        ? []
        : say`: ${join(
            attributes.map((name) => say`${name}`),
            ", ",
          )}`;
    return `  ${plain(say`${words(actionWord(action))} ${tellPlaces(places, plans)}${names}`)}`;
  });
  return ["All changes:", ...lines];
}

function paint(level: Level, colors: Colors): (text: string) => string {
  return level === "danger" ? colors.red : level === "attention" ? colors.yellow : colors.dim;
}

/** No line starts with two colons: a runner of GitHub Actions takes it for a command. */
function plain(text: Message): string {
  const line = text.map((part) => (typeof part === "string" ? part.replaceAll("`", "") : visible(part.value))).join("");
  return line.replace(/^\s*::/, "\\u{3a}:");
}
