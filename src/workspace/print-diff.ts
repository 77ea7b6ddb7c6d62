import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from "diff";
import type { Change } from "./plan-changes";

/** Beyond so many changed lines the search for the shortest diff takes seconds. */
const MOST_CHANGED_LINES = 2000;

/** One change as a unified diff; a file that is new or removed has `/dev/null` on its other side. */
export function printDiff({ path, before, after }: Change): string {
  const oldName = before === null ? "/dev/null" : `a/${path}`;
  const newName = after === null ? "/dev/null" : `b/${path}`;
  if ([before, after].some((content) => content?.includes(0) === true))
    return `Binary files ${oldName} and ${newName} differ\n`;
  const [ended, newText] = [before, after].map((content) => content?.toString("utf8") ?? "") as [string, string];
  // Line ends that Git has changed are no difference.
  const oldText = newText.includes("\r\n") ? ended : ended.replaceAll("\r\n", "\n");
  const shortest = createTwoFilesPatch(oldName, newName, oldText, newText, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
    maxEditLength: MOST_CHANGED_LINES,
  });
  return shortest ?? printReplacement(oldName, newName, oldText, newText);
}

/** All old lines, then all new ones. */
function printReplacement(oldFileName: string, newFileName: string, oldText: string, newText: string): string {
  const removed = markLines("-", oldText);
  const added = markLines("+", newText);
  const hunk = {
    oldStart: 1,
    oldLines: removed.count,
    newStart: 1,
    newLines: added.count,
    lines: [...removed.lines, ...added.lines],
  };
  const headers = { oldHeader: undefined, newHeader: undefined };
  return formatPatch({ oldFileName, newFileName, ...headers, hunks: [hunk] }, FILE_HEADERS_ONLY);
}

function markLines(mark: string, text: string): { readonly count: number; readonly lines: readonly string[] } {
  const lines = text.split("\n");
  const last = lines.pop();
  const marked = lines.map((line) => mark + line);
  if (last === "") return { count: marked.length, lines: marked };
  return { count: marked.length + 1, lines: [...marked, mark + last, "\\ No newline at end of file"] };
}
