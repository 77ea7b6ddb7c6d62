/** Changes as items of Markdown lists: old and new values, and every address by module. */
import { count, join, say, words } from "../../text/message";
import { addressTree } from "./address-tree";
import { messageMarkdown } from "./message-markdown";
import { actionWord, tellBranch, tellDrift, tellModules, tellOutput, tellPlaces, tellValue } from "./phrases";
import type { ChangeRow, DriftRow, OutputRow, PlanSummary, Review } from "./report";
import type { ValueChange } from "./value-changes";
import { visibleLine } from "./visible";

/** A change outside of Terraform, and its values. */
export function renderDrift(row: DriftRow, plans: readonly PlanSummary[]): string {
  return [`- ${messageMarkdown(tellDrift(row, plans))}`, ...row.values.map(renderValue)].join("\n");
}

/** An output, and its values. */
export function renderOutput(row: OutputRow, plans: readonly PlanSummary[]): string {
  return [`- ${messageMarkdown(tellOutput(row, plans))}`, ...row.values.map(renderValue)].join("\n");
}

/** A change, and its values. */
export function renderValues({ action, places, values }: ChangeRow, plans: readonly PlanSummary[]): string {
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

/** At most this many addresses stand in one item. */
const ADDRESSES = 40;

/** Every address by module: a line is an entry, so that a long module is cut and not left out. */
export function renderTree({ changes, plans }: Review): readonly string[] {
  return addressTree(changes).flatMap(({ modules, branches }) => {
    const lead = `- ${messageMarkdown(tellModules(modules, plans))}`;
    const lines = branches.flatMap((branch) =>
      chunks(branch.addresses, ADDRESSES).map((addresses) => {
        const listed = join(
          addresses.map((address) => say`${address}`),
          ", ",
        );
        return `  - ${messageMarkdown(say`${tellBranch(branch)}: ${listed}`)}`;
      }),
    );
    return lines.map((line, index) => (index === 0 ? `${lead}\n${line}` : line));
  });
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
