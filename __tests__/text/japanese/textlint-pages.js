/**
 * textlint with the rules for technical writing in Japanese, in a process of its own: the pages stand on standard input as a
 * list in JSON, and a list of what is wrong with each goes to standard output. In jest's sandbox it takes twice as long.
 */
const { readFileSync } = require("node:fs");
const { TextlintKernel } = require("@textlint/kernel");
const { default: markdown } = require("@textlint/textlint-plugin-markdown");
const preset = require("textlint-rule-preset-ja-technical-writing");

/** Other settings than those of the preset, and why. */
const OPTIONS = {
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

const plugins = [{ pluginId: "markdown", plugin: markdown }];
const kernel = new TextlintKernel();

async function lintPages() {
  const found = [];
  for (const page of JSON.parse(readFileSync(0, "utf8"))) {
    const { messages } = await kernel.lintText(page, { ext: ".md", plugins, rules });
    found.push(messages.map(({ ruleId, line, message }) => ({ ruleId, line, message })));
  }
  process.stdout.write(JSON.stringify(found));
}

lintPages();
