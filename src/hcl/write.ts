/** Writes a body as text that `terraform fmt` leaves alone. */
import { type AlignedPair, alignPairs } from "./align";
import type { AttributeItem, BlockItem, Body } from "./document";
import { type BindingNames, printExpression } from "./print-expression";
import { printComment, quote } from "./text";

interface PrintBodyOptions {
  /** Spaces before each line. @default 0 */
  readonly indent?: number;
  /** How names of surrounding blocks are spelled. */
  readonly names?: BindingNames;
  /** Empty lines around attributes of several lines or with a comment, as people write `locals`. @default false */
  readonly withBlankLines?: boolean;
  /** Whether texts may be heredocs whose lines are not indented: nobody may indent what is written. @default false */
  readonly allHeredocs?: boolean;
}

/** The body as lines joined by newlines, without a final newline. */
export function writeBody(body: Body, options: PrintBodyOptions = {}): string {
  const indent = options.indent ?? 0;
  const names = options.names ?? new Map<number, string>();
  const pad = " ".repeat(indent);
  const groups: string[] = [];
  const { withBlankLines: hasBlankLines = false, allHeredocs = false } = options;
  let run: AttributeItem[] = [];
  const closeRun = () => {
    if (run.length === 0) return;
    const pairs: AlignedPair[] = run.map((item) => {
      const column = indent + item.name.length + 3;
      const value = printExpression(item.value, { indent, names, column, allHeredocs });
      return item.comments === undefined
        ? { key: item.name, value }
        : { key: item.name, value, comments: item.comments };
    });
    for (const group of hasBlankLines ? splitAtBlankLines(pairs) : [pairs]) {
      groups.push(
        alignPairs(group)
          .map((line) => pad + line)
          .join("\n"),
      );
    }
    run = [];
  };
  for (const item of body) {
    if (item.kind === "attribute") {
      run.push(item);
    } else {
      closeRun();
      if (item.kind === "block") groups.push(writeBlock(item, { indent, names, allHeredocs }));
    }
  }
  closeRun();
  return groups.join("\n\n");
}

/** Each pair of several lines, or with a comment, is a group of its own. */
function splitAtBlankLines(pairs: readonly AlignedPair[]): readonly (readonly AlignedPair[])[] {
  const groups: AlignedPair[][] = [];
  let isOpen = false;
  for (const pair of pairs) {
    const standsAlone = pair.value.includes("\n") || pair.comments !== undefined;
    if (isOpen && !standsAlone) groups[groups.length - 1]?.push(pair);
    else groups.push([pair]);
    isOpen = !standsAlone;
  }
  return groups;
}

function writeBlock(
  item: BlockItem,
  { indent, names: outer, allHeredocs }: Required<Omit<PrintBodyOptions, "withBlankLines">>,
): string {
  const pad = " ".repeat(indent);
  const names = item.binds === undefined ? outer : new Map([...outer, [item.binds.id, item.binds.name]]);
  const head = [item.type, ...item.labels.map(quote)].join(" ");
  const comments = printComment(item.comments ?? [])
    .map((line) => `${pad}${line}\n`)
    .join("");
  if (item.body.length === 0) return `${comments}${pad}${head} {}`;
  return `${comments}${pad}${head} {\n${writeBody(item.body, { indent: indent + 2, names, withBlankLines: item.type === "locals", allHeredocs })}\n${pad}}`;
}
