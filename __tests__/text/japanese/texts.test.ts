/** Every text of the pack has its Japanese one, which differs in words alone. `textlint.test.ts` looks at the words. */
import { modules } from "../../../modules";
import { grantReasonsJa } from "../../../modules/ja/grant-reasons";
import { createEngine, renderModule } from "../../../src/render";
import type { ModuleModel } from "../../../src/render/model";
import { isJapanese, models } from "./japanese";
import { REFUSED_TERMS } from "./terms";

const english = new Map(modules.map((module) => [module.name, module.generate("en")] as const));

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
