/** Every Japanese text that we publish: fixed texts, the definitions of the pack, the README of the package, the guides. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { grantReasonsJa } from "../../../modules/ja/grant-reasons";
import { createEngine, renderPackage } from "../../../src/render";
import { EN } from "../../../src/render/messages/en";
import { fillMessage, MESSAGE_NAMES, placeholdersOf } from "../../../src/render/messages/message-text";
import type { ModuleModel } from "../../../src/render/model";
import { isJapanese, models } from "./japanese";
import { lintJapanese } from "./lint-japanese";

const ROOT = join(__dirname, "../../..");
const GUIDES = join(ROOT, "docs/glue/ja");

/** Each as a paragraph, or as a heading where it ends in no full stop. */
function fixedTexts(): string {
  const texts = MESSAGE_NAMES.map((name) => {
    const names = placeholdersOf(name) ?? [];
    const text = fillMessage(
      "ja",
      name,
      Object.fromEntries(names.map((one) => [one, one === "instead" ? "使えます。" : "`x`"])),
    );
    // A heading or the head of a column.
    const isHead = !/[.:!?]/.test(EN[name]) || /header|^deprecated_(input|output)$/.test(name);
    return isHead ? `## ${text}` : text;
  });
  return texts.join("\n\n");
}

/** All texts of a model that its author wrote: each is a paragraph, or an item of a list. */
function paragraphsOf(model: ModuleModel): readonly string[] {
  const paragraphs = [
    `# ${model.title}`,
    model.description,
    ...model.notes,
    ...model.examples.map(({ description }) => description),
  ];
  // The rows of statements have a list of actions before the reason, which is linted by itself.
  const items = [
    ...model.creates,
    ...model.iam.filter((text) => !/^`.*\): /.test(text)),
    ...model.upgrading,
    ...model.differences.flatMap(({ theirs, ours }) => [theirs, ours]),
  ];
  const described = [...model.variables, ...model.outputs].flatMap(({ description = "" }) => description.split("\n"));
  return [...paragraphs, ...described.filter(isTranslated), ...items.map((item) => `- ${item}`)].filter(isJapanese);
}

/** Whether more of a line is Japanese than what tfwright adds to it. */
function isTranslated(line: string): boolean {
  return isJapanese(
    line.replace(/必須です。$|デフォルトは `.*` です。$/, "").replace(fillMessage("ja", "fields", {}), ""),
  );
}

/** A page for each model. What several models say stands on the page of the first one. */
function pagesOfModels(): readonly (readonly [what: string, page: string])[] {
  const seen = new Set<string>();
  return models.map((model) => {
    const fresh = paragraphsOf(model).filter((text) => !seen.has(text));
    for (const text of fresh) seen.add(text);
    return [`the texts of ${model.name}`, [...new Set(fresh)].join("\n\n")];
  });
}

const readme =
  /-->\n([\s\S]*)/.exec(
    renderPackage(models, createEngine({ templatesDir: join(ROOT, "modules/templates") })).get("README.md") ?? "",
  )?.[1] ?? "";
const ofReadme = readme
  .replace(/```[\s\S]*?```/g, "")
  .split("\n\n")
  .filter((part) => isJapanese(part) && !part.startsWith("|"));

const pages: readonly (readonly [what: string, page: string])[] = [
  ["the fixed texts", fixedTexts()],
  ["the reasons of statements", Object.values(grantReasonsJa).join("\n\n")],
  ...pagesOfModels(),
  ["the README of the package", ofReadme.join("\n\n")],
  ...readdirSync(GUIDES).map((name) => [`the guide ${name}`, readFileSync(join(GUIDES, name), "utf8")] as const),
];

const REFUSED: readonly (readonly [text: string, what: string])[] = [
  ["クローラを作成します。", "クローラー"],
  ["コネクションを作成します。", "接続"],
  ["最小権限のポリシーです。", "最小特権"],
  ["ユーザを作成します。", "ユーザー"],
  ["ネットワークインターフェースを作成します。", "インターフェイス"],
  ["Glueのジョブです。", "a space between"],
  ["`x`のジョブです。", "a space between"],
  ["ジョブを作成します", "ja-no-mixed-period"],
  ["ジョブを作成することができます。", "ja-no-redundant-expression"],
  ["ジョブを作成します。これはトリガーである。", "no-mix-dearu-desumasu"],
];

const found = lintJapanese([...pages, ...REFUSED.map(([text]) => ["", text])].map(([, page]) => page as string));

test.each(pages.map(([what, page], index) => [what, page, index] as const))("%s", (_, page, index) => {
  expect(isJapanese(page)).toBe(true);
  expect(found[index]).toEqual([]);
});

test.each(REFUSED.map(([text, what], index) => [text, what, index] as const))("is refused: %s", (_, what, index) => {
  expect(found[pages.length + index]?.join("\n")).toContain(what);
});

test("the README of the package has no English line", () => {
  const own = readme
    .replace(/```[\s\S]*?```/g, "")
    .split("\n")
    .filter((line) => /[a-z]{3}/.test(line) && !line.startsWith("|"));
  expect(own.filter((line) => !isJapanese(line))).toEqual([]);
});
