/** The review as a comment for GitHub or GitLab: what needs a person first, the rest folded, never too long. */

import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { count, join, type Message, say, words } from "../../text/message";
import { addressTree } from "./address-tree";
import { byteLength, type Chosen, choosePieces, type Piece } from "./budget";
import {
  actionWord,
  firstLine,
  hasMorePlaces,
  headline,
  splitRows,
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
import {
  type ChangeRow,
  type DriftRow,
  isEmptyReview,
  type OutputRow,
  type PlanAddress,
  type PlanSummary,
  type Review,
  type Row,
  type SuppressedRow,
} from "./report";
import type { ValueChange } from "./value-changes";
import { reviewCodeSpan, visibleLine } from "./visible";

/** By this line a pipeline finds the comment of its last run. */
export const MARKER = "<!-- tfwright review -->";

export interface MarkdownOptions {
  /** Most bytes, in UTF-8. @default 60000, which GitHub and GitLab take */
  readonly maxBytes?: number;
}

/** What headings, folds and the lines about what was left out may take. */
const RESERVE = 2_500;
/** The maximum number of plans that are listed one by one. */
const PLANS = 20;

/** Markdown in which every value is in a code span. */
export function renderMarkdown(review: Review, options: MarkdownOptions = {}): string {
  checkArgument(review, "object", "renderMarkdown(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes", "outputs", "drift"],
  });
  checkOptions(options, { maxBytes: "number" } satisfies OptionKinds<MarkdownOptions>, {
    place: "renderMarkdown(options)",
  });
  const { maxBytes = 60_000 } = options;
  const head = headOf(review);
  const foot = `${MARKER}\n`;
  if (isEmptyReview(review)) return `${head}\n\n${foot}`;
  const pieces = piecesOf(review);
  const room = maxBytes - byteLength(head) - byteLength(foot) - RESERVE;
  const chosen = choosePieces(pieces, room);
  const body = LISTS.map((list) => renderList(list, review, pieces, chosen)).filter((text) => text !== "");
  return `${[head, ...body, tellLeft(chosen, maxBytes), foot].filter((text) => text !== "").join("\n\n")}`;
}

function headOf(review: Review): string {
  const { plans } = review;
  if (plans.length === 1) {
    const line = `${messageMarkdown(firstLine(plans[0] as PlanSummary))} · ${messageMarkdown(digestText(plans[0] as PlanSummary))}`;
    return isEmptyReview(review) ? line : `${line}\n\n**${verdict(review)}**`;
  }
  const lines = plans
    .slice(0, PLANS)
    .map((plan) => `- ${messageMarkdown(firstLine(plan))} · ${messageMarkdown(digestText(plan))}`);
  const more = plans.length > PLANS ? [`- and ${plans.length - PLANS} more plans`] : [];
  const rest = isEmptyReview(review) ? [] : ["", `**${verdict(review)}**`];
  return [`${count(plans.length, "plan")}:`, "", ...lines, ...more, ...rest].join("\n");
}

/** Sixteen digits are enough to compare by eye; JSON has all of them. */
function digestText({ digest }: PlanSummary): Message {
  return say`plan ${digest.slice(0, 16)}`;
}

interface List {
  readonly name: string;
  readonly heading: string;
  readonly isFolded: boolean;
  /** What stands in brackets behind the heading. @default the number of rows */
  readonly tellSize?: (review: Review) => string;
}

/** A row is a module here, so that the resources are counted. */
function countPlaces({ changes }: Review): string {
  return count(
    changes.reduce((sum, { places }) => sum + places.length, 0),
    "resource",
  );
}

const LISTS: readonly List[] = [
  { name: "notices", heading: "The config", isFolded: false },
  { name: "danger", heading: "Dangerous", isFolded: false },
  { name: "attention", heading: "To look at", isFolded: false },
  { name: "suppressed", heading: "Suppressed", isFolded: false },
  { name: "places", heading: "All addresses of rows with many", isFolded: true },
  { name: "notes", heading: "Worth knowing", isFolded: true },
  { name: "drift", heading: "Changed outside of Terraform", isFolded: true },
  { name: "outputs", heading: "Outputs", isFolded: true },
  { name: "values", heading: "Old and new values", isFolded: true },
  { name: "changes", heading: "All changes", isFolded: true, tellSize: countPlaces },
];

/** Pieces in the order of the lists; ranks by risk. */
function piecesOf(review: Review): readonly Piece[] {
  const { above, below } = splitRows(review.rows);
  const piece =
    (list: string, rank: number) =>
    (text: string): Piece => ({ list, rank, text });
  return [
    ...review.notices.map((notice) => `- ${messageMarkdown(notice)}`).map(piece("notices", 2)),
    ...above.map((row) => piece(row.level, row.level === "danger" ? 0 : 3)(renderRow(row, review.plans))),
    ...review.suppressed.map((row) => renderSuppressed(row, review.plans)).map(piece("suppressed", 1)),
    ...renderPlaces(above.filter(hasMorePlaces), review.plans).map(piece("places", 5)),
    ...below.map((row) => renderRow(row, review.plans)).map(piece("notes", 4)),
    ...renderPlaces(below.filter(hasMorePlaces), review.plans).map(piece("places", 7)),
    ...review.drift.map((row) => renderDrift(row, review.plans)).map(piece("drift", 5)),
    ...review.outputs.map((output) => renderOutput(output, review.plans)).map(piece("outputs", 5)),
    ...review.changes
      .filter(({ values }) => values.length > 0)
      .map((row) => piece("values", 8)(renderValues(row, review.plans))),
    ...renderTree(review).map(piece("changes", 6)),
  ];
}

function renderList(
  { name, heading, isFolded, tellSize }: List,
  review: Review,
  pieces: readonly Piece[],
  { kept, left }: Chosen,
): string {
  const texts = pieces.filter((piece) => piece.list === name && kept.has(piece)).map(({ text }) => text);
  if (texts.length === 0) return "";
  const cut = left.get(name) ?? 0;
  const more = cut === 0 ? [] : [`- and ${count(cut, "more row", "more rows")}, left out here`];
  const list = [...texts, ...more].join("\n");
  if (!isFolded) return `### ${heading}\n\n${list}`;
  const size = tellSize?.(review) ?? count(texts.length + cut, "row");
  return `<details>\n<summary>${heading} (${size})</summary>\n\n${list}\n\n</details>`;
}

/** `**Data loss: table destroyed** at ...: message · rule` */
function renderRow(row: Row, plans: readonly PlanSummary[]): string {
  const lead = `- **${headline(row)}** · ${messageMarkdown(tellPlaces(row.places, plans))} — ${messageMarkdown(row.message)} · ${reviewCodeSpan(row.rule)}`;
  const level = row.levelReason === undefined ? [] : [say`level set by the config, because ${row.levelReason}`];
  const origins = row.origins.length === 0 ? [] : [tellOrigins(row.origins)];
  const details = row.details.slice(0, 10);
  const more = row.details.length > 10 ? [words(`and ${row.details.length - 10} more; \`--format json\` has all`)] : [];
  return [lead, ...[...origins, ...details, ...more, ...level].map((text) => `  - ${messageMarkdown(text)}`)].join(
    "\n",
  );
}

function renderSuppressed(row: SuppressedRow, plans: readonly PlanSummary[]): string {
  const until = row.isOff
    ? words("the rule is off")
    : row.until === undefined
      ? words("without an end")
      : say`until ${row.until}`;
  const why = say`suppressed, ${until}, because ${row.reason}`;
  return `- **${headline(row)}** · ${messageMarkdown(tellPlaces(row.places, plans))} — ${messageMarkdown(row.message)} · ${reviewCodeSpan(row.rule)}\n  - ${messageMarkdown(why)}`;
}

/** At most this many of one row: JSON has all. */
const PLACES = 50;

/** Rows of the same addresses share a list. */
function renderPlaces(rows: readonly Row[], plans: readonly PlanSummary[]): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const list = placesList(row, plans);
    lists.set(list, [...(lists.get(list) ?? []), row.title]);
  }
  return [...lists].map(([list, titles]) => `- ${[...new Set(titles)].join(", ")}\n${list}`);
}

function placesList({ places }: Row, plans: readonly PlanSummary[]): string {
  const addresses = new Map<string, PlanAddress[]>();
  for (const place of places) addresses.set(place.address, [...(addresses.get(place.address) ?? []), place]);
  const shown = [...addresses.values()].slice(0, PLACES);
  const more = addresses.size > PLACES ? [`  - and ${count(addresses.size - PLACES, "more", "more")}`] : [];
  return [...shown.map((where) => `  - ${messageMarkdown(tellPlaces(where, plans, false))}`), ...more].join("\n");
}

function renderDrift(row: DriftRow, plans: readonly PlanSummary[]): string {
  return [`- ${messageMarkdown(tellDrift(row, plans))}`, ...row.values.map(renderValue)].join("\n");
}

function renderOutput(row: OutputRow, plans: readonly PlanSummary[]): string {
  return [`- ${messageMarkdown(tellOutput(row, plans))}`, ...row.values.map(renderValue)].join("\n");
}

function renderValues({ action, places, values }: ChangeRow, plans: readonly PlanSummary[]): string {
  const lead = say`${words(actionWord(action))} ${tellPlaces(places, plans)}`;
  return [`- ${messageMarkdown(lead)}`, ...values.map(renderValue)].join("\n");
}

/** At most this many lines of one value: JSON has more. */
const LINES = 25;

function renderValue(change: ValueChange): string {
  const lead = `  - ${messageMarkdown(tellValue(change))}`;
  return change.lines.length === 0 ? lead : `${lead}\n${diffBlock(change.lines)}`;
}

/** A block of removed and added lines. Nothing in it ends it: its fence is longer than any run of backticks in it. */
function diffBlock(all: readonly string[]): string {
  const shown = all.slice(0, LINES).map((line) => visibleLine(line).replaceAll("<!--", "<\\u{21}--"));
  const more = all.length > LINES ? [`  ... and ${count(all.length - LINES, "more line")}`] : [];
  const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...shown, ...more, fence].map((line) => `    ${line}`).join("\n");
}

/** At most this many types are counted, and this many addresses stand in one piece. */
const TYPES = 20;
const ADDRESSES = 40;

/** Counts by type, then every address by module. */
function renderTree({ changes, plans }: Review): readonly string[] {
  if (changes.length === 0) return [];
  const entries = addressTree(changes).flatMap(({ modules, branches }) => {
    const lines = branches.flatMap((branch) =>
      chunks(branch.addresses, ADDRESSES).map((addresses) => {
        const listed = join(
          addresses.map((address) => say`${address}`),
          ", ",
        );
        return `  - ${messageMarkdown(say`${tellBranch(branch)}: ${listed}`)}`;
      }),
    );
    const lead = `- ${messageMarkdown(tellModules(modules, plans))}`;
    return chunks(lines, 10).map((some) => [lead, ...some].join("\n"));
  });
  return [`- ${messageMarkdown(tellTypes(changes, TYPES))}`, ...entries];
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function tellLeft({ left }: Chosen, maxBytes: number): string {
  if (left.size === 0) return "";
  const total = [...left.values()].reduce((sum, one) => sum + one, 0);
  const worst = (left.get("danger") ?? 0) + (left.get("attention") ?? 0);
  const risk =
    worst === 0 ? "none of them needs a person" : `${count(worst, "of them needs a person", "of them need a person")}`;
  return `**Left out: ${count(total, "row")}, ${risk}.** A comment holds ${count(maxBytes, "byte")}; \`tfwright review --format json\` on the same plan has everything.`;
}

/** Our words as they are, values in code spans. */
export function messageMarkdown(text: Message): string {
  return text.map((part) => (typeof part === "string" ? part : reviewCodeSpan(part.value))).join("");
}
