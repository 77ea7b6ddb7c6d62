/** What a provider says of a type or argument, as a comment of TypeScript. */

const WIDTH = 112;

/** What stands in the comment. */
interface DocText {
  readonly description?: string;
  readonly deprecated?: string | true;
  /** Sentences of ours, after the description. */
  readonly notes?: readonly string[];
}

/** The lines of the comment; empty where there is nothing to say. */
export function docComment({ description = "", deprecated, notes = [] }: DocText): readonly string[] {
  const paragraphs = description.trim().replace(/\r\n?/g, "\n").split("\n");
  const text = [
    ...(description.trim() === "" ? [] : paragraphs.flatMap(wrap)),
    ...notes.flatMap(wrap),
    ...(deprecated === undefined ? [] : wrap(`@deprecated ${deprecated === true ? "" : oneLine(deprecated)}`.trim())),
  ].map(safe);
  if (text.length === 0) return [];
  if (text.length === 1) return [`/** ${text[0]} */`];
  return ["/**", ...text.map((line) => ` * ${line}`.trimEnd()), " */"];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Breaks a line between words. Indentation, which is Markdown's, stays. */
function wrap(line: string): readonly string[] {
  if (line.length <= WIDTH) return [line.trimEnd()];
  const [indent = ""] = /^\s*/.exec(line) ?? [];
  const lines: string[] = [];
  let current = "";
  for (const word of line.trim().split(/\s+/)) {
    if (current !== "" && indent.length + current.length + 1 + word.length > WIDTH) {
      lines.push(`${indent}${current}`);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, `${indent}${current}`];
}

/** A text from outside neither ends the comment nor makes a tag of its own; characters without a picture go. */
function safe(line: string): string {
  const text = line.replace(/\*\//g, "*\\/").replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  return /^\s*@(?!deprecated\b)/.test(text) ? text.replace("@", "\\@") : text;
}
