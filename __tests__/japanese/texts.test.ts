/** Every Japanese text that we publish: fixed texts, the definitions of the pack, the README of the package, the guides. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modules } from "../../modules";
import { grantReasonsJa } from "../../modules/ja/grant-reasons";
import { createEngine, renderModule, renderPackage } from "../../src/render";
import { EN } from "../../src/render/messages/en";
import { fillMessage, MESSAGE_NAMES, placeholdersOf } from "../../src/render/messages/message-text";
import type { ModuleModel } from "../../src/render/model";
import { lintJapanese } from "./lint-japanese";
import { REFUSED_TERMS } from "./terms";

const ROOT = join(__dirname, "../..");
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
const isJapanese = (text: string) => JAPANESE.test(text);

const models = modules.map((module): ModuleModel => module.generate("ja"));
const english = new Map(modules.map((module) => [module.name, module.generate("en")] as const));

/** All texts of a model that its author wrote: each is a paragraph, or an item of a list. */
function pageOf(model: ModuleModel): string {
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
  return [...paragraphs, ...described.filter(isTranslated), ...items.map((item) => `- ${item}`)]
    .filter(isJapanese)
    .join("\n\n");
}

/** Whether more of a line is Japanese than what tfwright adds to it. */
function isTranslated(line: string): boolean {
  return isJapanese(
    line.replace(/必須です。$|デフォルトは `.*` です。$/, "").replace(fillMessage("ja", "fields", {}), ""),
  );
}

test("the fixed texts", async () => {
  const texts = MESSAGE_NAMES.map((name) => {
    const names = placeholdersOf(name) ?? [];
    const text = fillMessage(
      "ja",
      name,
      Object.fromEntries(names.map((one) => [one, one === "instead" ? "使えます。" : "`x`"])),
    );
    // A heading or the head of a column, which ends in no full stop.
    const isHead = !/[.:!?]/.test(EN[name]) || /header|^deprecated_(input|output)$/.test(name);
    return isHead ? `## ${text}` : text;
  });
  expect(await lintJapanese(texts.join("\n\n"))).toEqual([]);
});

test("the reasons of statements", async () => {
  expect(await lintJapanese(Object.values(grantReasonsJa).join("\n\n"))).toEqual([]);
});

test.each(models.map((model) => [model.name, model] as const))("the texts of %s", async (_, model) => {
  const page = pageOf(model);
  expect(page).toMatch(JAPANESE);
  expect(await lintJapanese(page)).toEqual([]);
});

test("the README of the package", async () => {
  const engine = createEngine({ templatesDir: join(ROOT, "modules/templates") });
  const readme = renderPackage(models, engine).get("README.md") ?? "";
  const [, prose = ""] = /-->\n([\s\S]*)/.exec(readme) ?? [];
  expect(
    await lintJapanese(
      prose
        .replace(/```[\s\S]*?```/g, "")
        .split("\n\n")
        .filter((part) => isJapanese(part) && !part.startsWith("|"))
        .join("\n\n"),
    ),
  ).toEqual([]);
  const own = prose
    .replace(/```[\s\S]*?```/g, "")
    .split("\n")
    .filter((line) => /[a-z]{3}/.test(line) && !line.startsWith("|"));
  expect(own.filter((line) => !isJapanese(line))).toEqual([]);
});

test.each(readdirSync(join(ROOT, "docs/glue/ja")))("the guide %s", async (name) => {
  expect(await lintJapanese(readFileSync(join(ROOT, "docs/glue/ja", name), "utf8"))).toEqual([]);
});

/** Each text that the author of a module wrote, with its place. The description of a variable has a line for each attribute. */
function textsOf(model: ModuleModel): readonly (readonly [place: string, text: string])[] {
  const list = (name: string, texts: readonly string[]) => texts.map((text, at) => [`${name}.${at}`, text] as const);
  return [
    ["title", model.title],
    ["description", model.description],
    ...list("creates", model.creates),
    ...list("iam", model.iam),
    ...list("notes", model.notes),
    ...list("upgrading", model.upgrading),
    ...model.differences.flatMap(({ theirs, ours }, at) => list(`differences.${at}`, [theirs, ours])),
    ...model.examples.map(({ name, description }) => [`examples.${name}`, description] as const),
    ...model.variables.flatMap(({ name, description = "" }) => list(`variables.${name}`, description.split("\n"))),
    ...model.outputs.flatMap(({ name, description = "" }) => list(`outputs.${name}`, description.split("\n"))),
  ];
}

/** Whether a text has a word besides names in code, which are the same in every language. */
function hasWords(text: string): boolean {
  return /[A-Za-z]{2}/.test(text.replace(/```[\s\S]*?```|`[^`\n]*`/g, ""));
}

test.each([
  ["`a.b`", false],
  ["- `name`: `[]`", false],
  ["on", true],
  ["`a` is on", true],
])("whether %s has words: %s", (text, want) => {
  expect(hasWords(text)).toBe(want);
});

describe.each(modules.map(({ name }) => name))("%s", (name) => {
  const ja = models.find((model) => model.name === name) as ModuleModel;
  const en = english.get(name) as ModuleModel;
  const codeIn = (text: string) => [...new Set([...text.matchAll(/`[^`\n]+`/g)].map(([code]) => code))].sort();

  test("each English text has its Japanese one, with the same code", () => {
    expect(textsOf(en).map(([place]) => place)).toEqual(textsOf(ja).map(([place]) => place));
    const japanese = new Map(textsOf(ja));
    const differing = textsOf(en).flatMap(([place, text]) => {
      const told = japanese.get(place) ?? "";
      const isSame = codeIn(text).join() === codeIn(told).join();
      return (isJapanese(told) || !hasWords(text)) && isSame ? [] : [{ place, text, told }];
    });
    expect(differing).toEqual([]);
  });

  const blocks = (model: ModuleModel) =>
    (renderModule(model, createEngine()).get("README.md") ?? "").match(/```hcl[\s\S]*?```/g) ?? [];
  const COMMENT = /(?<=(?:^|\s)# ).*$/gm;

  test("its README in Japanese differs in texts and comments alone", () => {
    const withoutComments = (model: ModuleModel) => blocks(model).map((code) => code.replace(COMMENT, ""));
    expect(withoutComments(ja)).toEqual(withoutComments(en));
  });

  test("the comments in its blocks of code are in Japanese", () => {
    const comments = blocks(ja).flatMap((code) => code.match(COMMENT) ?? []);
    expect(comments.filter((text) => !isJapanese(text) && !/^\w+ = \[.*\]$/.test(text))).toEqual([]);
  });
});

test("every statement of the pack's policies has its reason in Japanese", () => {
  const rows = models.flatMap(({ iam }) => iam).filter((text) => /^`.*\): /.test(text));
  expect(rows.length).toBeGreaterThan(70);
  expect(rows.filter((row) => !isJapanese(row))).toEqual([]);
  const shown = rows.join("\n");
  expect(Object.keys(grantReasonsJa).filter((sid) => !shown.includes(`\`${sid}\``))).toEqual([]);
});

test.each(REFUSED_TERMS.map((one) => [one.english, one] as const))(
  "%s has a term that is not refused itself",
  (_, one) => {
    expect(one.term).not.toMatch(one.refused);
  },
);

test.each([
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
])("is refused: %s", async (text, what) => {
  expect((await lintJapanese(text)).join("\n")).toContain(what);
});
