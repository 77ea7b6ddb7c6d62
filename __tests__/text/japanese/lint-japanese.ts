/** What is wrong with Japanese texts: textlint's rules for technical writing, our table of terms, and spaces. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isJapanese } from "./japanese";
import { REFUSED_TERMS } from "./terms";

interface TextlintMessage {
  readonly ruleId: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What is wrong with each of these pages of Markdown, with the text of its line. One process lints them all. */
export function lintJapanese(pages: readonly string[]): readonly (readonly string[])[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, "textlint-pages.js")], {
    input: JSON.stringify(pages),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  const found = JSON.parse(stdout) as readonly (readonly TextlintMessage[])[];
  if (found.length !== pages.length) throw new Error(`textlint answered for ${found.length} of ${pages.length} pages`);
  return pages.map((page, index) => {
    const lines = page.split("\n");
    return [
      ...(found[index] ?? []).map(
        ({ ruleId, line, message }) => `${ruleId}: ${message.split("\n")[0]} | ${lines[line - 1]}`,
      ),
      ...lines.flatMap((line) => [...wrongTerms(line), ...wrongSpaces(line)].map((message) => `${message} | ${line}`)),
    ];
  });
}

function wrongTerms(line: string): readonly string[] {
  return REFUSED_TERMS.flatMap(({ refused, term }) => (refused.test(line) ? [`terms: write ${term}`] : []));
}

/** AWS's pages have a space between Japanese and Latin letters, digits and code. */
function wrongSpaces(line: string): readonly string[] {
  const text = line.replace(/`[^`]*`/g, "X").replace(/\]\([^)]*\)/g, "]");
  return isJapanese(line) && /[ぁ-んァ-ヶー一-龠々][A-Za-z0-9]|[A-Za-z0-9%][ぁ-んァ-ヶー一-龠々]/.test(text)
    ? ["spaces: write a space between Japanese and Latin letters, digits or code"]
    : [];
}
