/** Findings as items of Markdown lists. Many findings of one rule share a first line, so that a reader sees at once how many kinds there are. */
import { groupBy } from "../../text/group-by";
import { count, type Message, say, words } from "../../text/message";
import { messageMarkdown } from "./message-markdown";
import { headline, tellOrigins, tellPlaces } from "./phrases";
import type { PlanAddress, PlanSummary, Row } from "./report";
import { reviewCodeSpan } from "./visible";

/** From so many findings of one rule on, they share a first line. */
const LEAST_SHARED = 3;
/** Of more findings than this, only the first few stand at the top. */
const MOST_AT_TOP = 20;
const AT_TOP = 10;
/** At most this many details of one finding: JSON has all. */
const DETAILS = 10;

/** Items in the order of the findings; each finding is one item. */
export interface FindingItems {
  readonly top: readonly string[];
  /** What a long list of one rule leaves for a fold. */
  readonly rest: readonly string[];
}

/** The findings of one level, with a fold for what makes the list too long to read. */
export function splitFindings(rows: readonly Row[], plans: readonly PlanSummary[]): FindingItems {
  const groups = groupByRule(rows);
  const top = groups.flatMap((group) => {
    if (group.length <= MOST_AT_TOP) return itemsOf(group, group.length, plans);
    const items = itemsOf(group.slice(0, AT_TOP), group.length, plans);
    const more = `  - and ${count(group.length - AT_TOP, "more", "more")}, collapsed below`;
    return items.map((item, index) => (index === AT_TOP - 1 ? `${item}\n${more}` : item));
  });
  const long = groups.filter((group) => group.length > MOST_AT_TOP);
  const rest = long.flatMap((group) => itemsOf(group.slice(AT_TOP), group.length - AT_TOP, plans));
  return { top, rest };
}

/** All findings of a list that is collapsed as a whole. */
export function allFindings(rows: readonly Row[], plans: readonly PlanSummary[]): readonly string[] {
  return groupByRule(rows).flatMap((group) => itemsOf(group, group.length, plans));
}

/** Findings that have the same headline, wherever they stand among those of the same level. */
function groupByRule(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...groupBy(rows, (row) => `${row.rule} ${headline(row)}`).values()];
}

function itemsOf(group: readonly Row[], total: number, plans: readonly PlanSummary[]): readonly string[] {
  if (total < LEAST_SHARED) return group.map((row) => alone(row, plans));
  return group.map((row, index) => {
    const item = `  - ${findingText(row, plans)}${subItems(row, "    ")}`;
    return index === 0 ? `${sharedLine(row, total)}\n${item}` : item;
  });
}

/** `**Data loss: table destroyed** · address — message · rule` */
function alone(row: Row, plans: readonly PlanSummary[]): string {
  const lead = `- **${headline(row)}** · ${findingText(row, plans)} · ${reviewCodeSpan(row.rule)}`;
  return `${lead}${subItems(row, "  ", levelReason(row))}`;
}

/** `**Data loss: table destroyed** · 40 findings · rule` */
function sharedLine(row: Row, total: number): string {
  const lead = `- **${headline(row)}** · ${count(total, "finding")} · ${reviewCodeSpan(row.rule)}`;
  return [lead, ...levelReason(row).map((text) => `  - ${messageMarkdown(text)}`)].join("\n");
}

/** The address and the message: what all forms of a finding have. */
export function findingText({ places, message }: Row, plans: readonly PlanSummary[]): string {
  return `${messageMarkdown(tellPlaces(places, plans))} — ${messageMarkdown(message)}`;
}

function levelReason({ levelReason: reason }: Row): readonly Message[] {
  return reason === undefined ? [] : [say`level set by the config, because ${reason}`];
}

/** Where the modules come from, details, and what stands last. */
function subItems({ origins, details }: Row, indent: string, last: readonly Message[] = []): string {
  const from = origins.length === 0 ? [] : [tellOrigins(origins)];
  const more =
    details.length > DETAILS ? [words(`and ${details.length - DETAILS} more; \`--format json\` has all`)] : [];
  const texts = [...from, ...details.slice(0, DETAILS), ...more, ...last];
  return texts.map((text) => `\n${indent}- ${messageMarkdown(text)}`).join("");
}

/** At most this many addresses of one finding: JSON has all. */
const PLACES = 50;

/** All addresses of findings that name only a few; findings of the same addresses share a list. */
export function placesItems(rows: readonly Row[], plans: readonly PlanSummary[]): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const list = placesList(row, plans);
    lists.set(list, [...(lists.get(list) ?? []), headline(row)]);
  }
  return [...lists].map(([list, titles]) => `- ${[...new Set(titles)].join(", ")}\n${list}`);
}

function placesList({ places }: Row, plans: readonly PlanSummary[]): string {
  const addresses = new Map<string, PlanAddress[]>();
  for (const place of places) addresses.set(place.address, [...(addresses.get(place.address) ?? []), place]);
  const shown = [...addresses.values()].slice(0, PLACES);
  const more = addresses.size > PLACES ? [`  - and ${count(addresses.size - PLACES, "more", "more")}`] : [];
  return [...shown.map((where) => `  - ${messageMarkdown(tellPlaces(where, plans))}`), ...more].join("\n");
}
