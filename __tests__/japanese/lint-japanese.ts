/** textlint with the rules for technical writing in Japanese, and our table of terms. */
import { TextlintKernel, type TextlintKernelRule } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import { REFUSED_TERMS } from "./terms";

interface Preset {
  readonly rules: Readonly<Record<string, TextlintKernelRule["rule"]>>;
  readonly rulesConfig: Readonly<Record<string, TextlintKernelRule["options"]>>;
}

const preset = require("textlint-rule-preset-ja-technical-writing") as Preset;

/** Other settings than those of the preset, and why. */
const OPTIONS: Readonly<Record<string, TextlintKernelRule["options"]>> = {
  // Items of lists are whole sentences here, as the others are.
  "no-mix-dearu-desumasu": { preferInHeader: "", preferInBody: "ですます", preferInList: "ですます", strict: false },
  // A text before a list or a block of code ends in a colon where the list completes the sentence.
  "ja-no-mixed-period": { periodMark: "。", allowPeriodMarks: [":"] },
};

const rules = Object.entries(preset.rules).map(([ruleId, rule]) => ({
  ruleId,
  rule,
  options: OPTIONS[ruleId] ?? preset.rulesConfig[ruleId] ?? true,
}));

const kernel = new TextlintKernel();
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** What is wrong with a page of Markdown in Japanese, each with the text of its line. */
export async function lintJapanese(page: string): Promise<readonly string[]> {
  const plugins = [{ pluginId: "markdown", plugin: markdown }];
  const { messages } = await kernel.lintText(page, { ext: ".md", plugins, rules });
  const lines = page.split("\n");
  return [
    ...messages.map(({ ruleId, line, message }) => `${ruleId}: ${message.split("\n")[0]} | ${lines[line - 1]}`),
    ...lines.flatMap((line) => [...wrongTerms(line), ...wrongSpaces(line)].map((message) => `${message} | ${line}`)),
  ];
}

function wrongTerms(line: string): readonly string[] {
  return REFUSED_TERMS.flatMap(({ refused, term }) => (refused.test(line) ? [`terms: write ${term}`] : []));
}

/** AWS's pages have a space between Japanese and Latin letters, digits and code. */
function wrongSpaces(line: string): readonly string[] {
  const text = line.replace(/`[^`]*`/g, "X").replace(/\]\([^)]*\)/g, "]");
  return JAPANESE.test(line) && /[ぁ-んァ-ヶー一-龠々][A-Za-z0-9]|[A-Za-z0-9%][ぁ-んァ-ヶー一-龠々]/.test(text)
    ? ["spaces: write a space between Japanese and Latin letters, digits or code"]
    : [];
}
