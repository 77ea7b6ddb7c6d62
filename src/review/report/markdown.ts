/** The review as a comment for GitHub or GitLab: what needs a person first, the rest folded, never too long. */

import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { count, type Message, say, words } from "../../text/message";
import { byteLength, type Chosen, choosePieces, type Piece } from "./budget";
import { renderDrift, renderOutput, renderTree, renderValues } from "./change-items";
import { allFindings, type FindingItems, findingText, placesItems, splitFindings } from "./finding-items";
import { messageMarkdown } from "./message-markdown";
import { hasMorePlaces, headline, planLine, splitRows, tellTypes, verdict } from "./phrases";
import { type ChangeRow, isEmptyReview, type PlanSummary, type Review, type SuppressedRow } from "./report";
import { reviewCodeSpan } from "./visible";

/** By this line a pipeline finds the comment of its last run. */
export const MARKER = "<!-- tfwright review -->";

export interface MarkdownOptions {
  /** Most bytes, in UTF-8. @default 60000, which GitHub and GitLab take */
  readonly maxBytes?: number;
}

/** At most this many types are counted. */
const TYPES = 20;
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
  const body = LISTS.map((list) => renderList(list, review, pieces, chosen));
  // That something is left out must not stand where only those come who read everything.
  return [head, tellLeft(chosen, maxBytes), ...body, foot].filter((text) => text !== "").join("\n\n");
}

/** The verdict is the first line: a notification shows no more. */
function headOf(review: Review): string {
  const verdictLines = isEmptyReview(review) ? [] : [`**${verdict(review)}**`, ""];
  const { plans } = review;
  const [only] = plans;
  if (only !== undefined && plans.length === 1) return [...verdictLines, planText(only)].join("\n");
  const lines = plans.slice(0, PLANS).map((plan) => `- ${planText(plan)}`);
  const more = plans.length > PLANS ? [`- and ${plans.length - PLANS} more plans`] : [];
  return [...verdictLines, `${count(plans.length, "plan")}:`, "", ...lines, ...more].join("\n");
}

function planText(plan: PlanSummary): string {
  return `${messageMarkdown(planLine(plan))} · ${messageMarkdown(digestText(plan))}`;
}

/** Sixteen digits are enough to compare by eye; JSON has all of them. */
function digestText({ digest }: PlanSummary): Message {
  return say`plan digest ${digest.slice(0, 16)}`;
}

interface List {
  readonly name: string;
  readonly heading: string;
  /** For a list that is collapsed: how much is in it. @default the list is not collapsed */
  readonly tellSize?: (review: Review, items: number) => string;
}

const countFindings = (rows: readonly unknown[]) => count(rows.length, "finding");

/** A row is a change in many places here, so the resources are counted. */
function countResources(rows: readonly ChangeRow[]): string {
  return count(
    rows.reduce((sum, { places }) => sum + places.length, 0),
    "resource",
  );
}

const LISTS: readonly List[] = [
  { name: "notices", heading: "The config" },
  { name: "danger", heading: "Dangerous" },
  { name: "attention", heading: "To look at" },
  { name: "suppressed", heading: "Suppressed" },
  {
    name: "rest",
    heading: "More findings that need a person",
    tellSize: (_review, items) => count(items, "finding"),
  },
  {
    name: "places",
    heading: "Findings with many addresses",
    tellSize: ({ rows }) => countFindings(rows.filter(hasMorePlaces)),
  },
  {
    name: "notes",
    heading: "Worth knowing",
    tellSize: ({ rows }) => countFindings(splitRows(rows).below),
  },
  { name: "drift", heading: "Changed outside of Terraform", tellSize: ({ drift }) => countResources(drift) },
  { name: "outputs", heading: "Outputs", tellSize: ({ outputs }) => count(outputs.length, "output") },
  {
    name: "values",
    heading: "Old and new values",
    tellSize: ({ changes }) => countResources(changes.filter(hasValues)),
  },
  { name: "changes", heading: "All changes", tellSize: ({ changes }) => countResources(changes) },
];

function hasValues({ values }: ChangeRow): boolean {
  return values.length > 0;
}

/** What stands at the top for everybody is kept first, then what the folds hold: the risk first. */
const RANKS = [
  "danger",
  "suppressed",
  "notices",
  "attention",
  "types",
  "more danger",
  "more attention",
  "notes",
  "places",
  "drift",
  "outputs",
  "tree",
  "places of notes",
  "values",
] as const;
type Rank = (typeof RANKS)[number];

/** Pieces in the order of the lists; ranks by risk. */
function piecesOf(review: Review): readonly Piece[] {
  const { plans, changes } = review;
  const { above, below } = splitRows(review.rows);
  const [danger, attention] = (["danger", "attention"] as const).map((level) =>
    splitFindings(
      above.filter((row) => row.level === level),
      plans,
    ),
  ) as [FindingItems, FindingItems];
  const pieces = (list: string, texts: readonly string[], rank = list as Rank): readonly Piece[] =>
    texts.map((text) => ({ list, rank: RANKS.indexOf(rank), text }));
  return [
    ...pieces(
      "notices",
      review.notices.map((notice) => `- ${messageMarkdown(notice)}`),
    ),
    ...pieces("danger", danger.top),
    ...pieces("attention", attention.top),
    ...pieces(
      "suppressed",
      review.suppressed.map((row) => renderSuppressed(row, plans)),
    ),
    ...pieces("rest", danger.rest, "more danger"),
    ...pieces("rest", attention.rest, "more attention"),
    ...pieces("places", placesItems(above.filter(hasMorePlaces), plans)),
    ...pieces("places", placesItems(below.filter(hasMorePlaces), plans), "places of notes"),
    ...pieces("notes", allFindings(below, plans)),
    ...pieces(
      "drift",
      review.drift.map((row) => renderDrift(row, plans)),
    ),
    ...pieces(
      "outputs",
      review.outputs.map((output) => renderOutput(output, plans)),
    ),
    ...pieces(
      "values",
      changes.filter(hasValues).map((row) => renderValues(row, plans)),
    ),
    ...pieces("changes", changes.length === 0 ? [] : [`- ${messageMarkdown(tellTypes(changes, TYPES))}`], "types"),
    ...pieces("changes", renderTree(review), "tree"),
  ];
}

function renderList(
  { name, heading, tellSize }: List,
  review: Review,
  pieces: readonly Piece[],
  { kept, left }: Chosen,
): string {
  const texts = pieces.filter((piece) => piece.list === name && kept.has(piece)).map(({ text }) => text);
  if (texts.length === 0) return "";
  const cut = left.get(name) ?? 0;
  const more = cut === 0 ? [] : [`- and ${count(cut, "more", "more")}, left out here`];
  const list = [...texts, ...more].join("\n");
  if (tellSize === undefined) return `### ${heading}\n\n${list}`;
  return `<details>\n<summary>${heading} (${tellSize(review, texts.length + cut)})</summary>\n\n${list}\n\n</details>`;
}

function renderSuppressed(row: SuppressedRow, plans: readonly PlanSummary[]): string {
  const until = row.isOff
    ? words("the rule is off")
    : row.until === undefined
      ? words("without an end")
      : say`until ${row.until}`;
  const why = say`suppressed, ${until}, because ${row.reason}`;
  return `- **${headline(row)}** · ${findingText(row, plans)} · ${reviewCodeSpan(row.rule)}\n  - ${messageMarkdown(why)}`;
}

function tellLeft({ left }: Chosen, maxBytes: number): string {
  if (left.size === 0) return "";
  const total = [...left.values()].reduce((sum, one) => sum + one, 0);
  const worst = ["danger", "attention", "rest"].reduce((sum, list) => sum + (left.get(list) ?? 0), 0);
  const others = count(total - worst, "other entry", "other entries");
  const told =
    worst === 0
      ? `${count(total, "entry", "entries")}, none of which needs a person`
      : `${count(worst, "finding")} that ${worst === 1 ? "needs" : "need"} a person${total === worst ? "" : `, and ${others}`}`;
  return `**Left out here: ${told}.** A comment holds ${count(maxBytes, "byte")}; \`tfwright review --format json\` on the same plan has everything.`;
}
