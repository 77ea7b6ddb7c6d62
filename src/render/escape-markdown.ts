/** Text as Markdown: as prose, as a table cell, as code. None of it can hold the markers of terraform-docs. */

/** A comment would hide what follows, or be taken for a marker of terraform-docs. */
function disarmComments(text: string): string {
  return text.replaceAll("<!--", () => "&lt;!--");
}

/** In code there are no entities. HCL reads the escape as the same character, and only a marker gets it. */
function disarmMarkers(text: string): string {
  return text.replace(/<(?=!-- (?:BEGIN|END)_TF_DOCS -->)/g, () => "\\u003c");
}

/** An author's Markdown: kept as it is, but for comments, and with its last fence closed. */
export function passMarkdown(text: string): string {
  const lines = disarmComments(text.replace(/\r\n?/g, "\n")).trim().split("\n");
  let open: string | undefined;
  for (const line of lines) {
    const fence = /^\s{0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === null) continue;
    const [, marks = "", rest = ""] = fence;
    if (open === undefined) {
      if (marks.startsWith("~") || !rest.includes("`")) open = marks;
    } else if (marks.startsWith(open) && rest.trim() === "") {
      open = undefined;
    }
  }
  return [...lines, ...(open === undefined ? [] : [open])].join("\n");
}

/** Text that shows every character as it is, and starts no list, heading, link or tag. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\`*_[\]|~]/g, (char) => `\\${char}`)
    .replace(/&(?=#?\w+;)/g, () => "&amp;")
    .replaceAll("<", () => "&lt;")
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^(?:[#>+=-])/, (char) => `\\${char}`)
        .replace(/^(\d+)(?=[.)](?:\s|$))/, (digits) => `${digits}\\`),
    )
    .join("\n");
}

/** A code span; the text may hold backticks. */
export function codeSpan(text: string): string {
  const line = disarmMarkers(text).replace(/\s*\n\s*/g, " ");
  if (line.trim() === "") return line === "" ? "" : `\`${line}\``;
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" ")) ? " " : "";
  return `${marks}${pad}${line}${pad}${marks}`;
}

/** Markdown as a table cell: in one line, its pipes escaped. */
export function escapeCell(text: string): string {
  const lines = disarmComments(text.replace(/\r\n?/g, "\n")).trim().split(/\s*\n/);
  return lines.join("<br>").replace(/\\*\|/g, (pipe) => (pipe.length % 2 === 0 ? pipe : `${pipe.slice(0, -1)}\\|`));
}

/** A fenced block of code; the text may hold fences. */
export function fenceBlock(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${disarmMarkers(code).replace(/\n+$/, "")}\n${marks}`;
}

/** An item of a list, its further lines indented. */
export function listItem(text: string): string {
  return `- ${passMarkdown(text).replace(/\n(?=[^\n])/g, () => "\n  ")}`;
}
