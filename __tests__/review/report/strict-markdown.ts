/**
 * A strict reader of the reviews' markdown: it knows only the few forms that they use, by CommonMark's rules for code spans, and refuses
 * every other line. What it gives back is the text outside of code spans, in which nothing of a plan may stand.
 */

const WHOLE = [
  /^$/,
  /^### [A-Z][A-Za-z ]+$/,
  /^<details>$/,
  /^<\/details>$/,
  /^<summary>[A-Z][A-Za-z ]+ \([\d,]+ (?:finding|resource|output)s?\)<\/summary>$/,
  /^<!-- tfwright review -->$/,
];

/** Outside of code spans: words, our punctuation, bold. No tag, link, mention, issue, emoji, escape or table. */
const PROSE = /^[\p{L}\d \0.,:;?()·—→×*'-]*$/u;

/** The lines without their code spans, each of which is a NUL. @throws where a line is none of a review's */
export function readStrictly(markdown: string): string {
  let fence: string | undefined;
  const read = markdown.split("\n").map((line, index) => {
    refuseHidden(line, index);
    // In a block, every line is text, up to the fence that ends it.
    if (fence !== undefined) {
      if (!line.startsWith("    ")) throw new Error(`line ${index + 1}: outside of its list`);
      if (line.includes("<!--")) throw new Error(`line ${index + 1}: a comment`);
      const end = /^ {0,7}(`{3,})\s*$/.exec(line)?.[1];
      if (end === undefined || end.length < fence.length) return "\0";
      fence = undefined;
      return "";
    }
    fence = /^ {4}(`{3,})diff$/.exec(line)?.[1];
    return fence === undefined ? readLine(line, index) : "";
  });
  if (fence !== undefined) throw new Error("a block that nothing ends");
  return read.join("\n");
}

function refuseHidden(line: string, index: number): void {
  const unseen = /[^\P{C}]|[^\P{Z} ]/u.exec(line);
  if (unseen !== null) throw new Error(`line ${index + 1}: hidden character ${JSON.stringify(unseen[0])}`);
}

function readLine(line: string, index: number): string {
  if (WHOLE.some((form) => form.test(line))) return line;
  const bare = withoutSpans(line, index);
  const [, item = ""] = /^(?:(?: {2}){0,2}- )?(.*)$/s.exec(bare) ?? [];
  if (!PROSE.test(item) || /^[ *-]/.test(item.replace(/\*\*/g, "")))
    throw new Error(`line ${index + 1}: ${JSON.stringify(bare)}`);
  if (/(?:^|[^*])\*(?:[^*]|$)|\*{3}/.test(item) || item.split("**").length % 2 === 0)
    throw new Error(`line ${index + 1}: emphasis`);
  if (/\bwww\.|\bGH-\d/i.test(item)) throw new Error(`line ${index + 1}: a link`);
  return bare;
}

/** A run of backticks opens a span that the next run of the same length closes. */
function withoutSpans(line: string, index: number): string {
  let bare = "";
  let at = 0;
  while (at < line.length) {
    if (line[at] !== "`") {
      bare += line[at++];
      continue;
    }
    const marks = /^`+/.exec(line.slice(at))?.[0] as string;
    const close = [...line.slice(at + marks.length).matchAll(/`+/g)].find(([run]) => run.length === marks.length);
    if (close === undefined) throw new Error(`line ${index + 1}: backticks that nothing closes`);
    at += marks.length + (close.index as number) + marks.length;
    bare += "\0";
  }
  return bare;
}
