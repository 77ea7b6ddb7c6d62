/** One rule, one file: its code, its page and its check. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FindingDraft } from "../../../src/review/finding";
import { levels, type ReviewRule, sections } from "../../../src/review/rule";
import { findRule, rules } from "../../../src/review/rules";
import { words } from "../../../src/text/message";

const FOLDER = join(__dirname, "../../../src/review/rules");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && name !== "index.ts");

test("each file is a rule of the list, and each rule has a file of its name", () => {
  expect(files.sort()).toEqual(rules.map(({ code }) => `${code}.ts`).sort());
  for (const { code } of rules) expect(readFileSync(join(FOLDER, `${code}.ts`), "utf8")).toContain(`code: "${code}"`);
});

test.each(rules.map((rule) => [rule.code, rule] as const))("%s has a page", (code, rule: ReviewRule) => {
  const { section, level, title, what, why, bad, good, source } = rule;
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(sections).toContain(section);
  expect(levels).toContain(level);
  expect(title).toMatch(/^\S.{2,}[^.]$/);
  for (const sentence of [what, why]) expect(sentence).toMatch(/^\S.{2,}\.$/);
  for (const example of [bad, good]) expect(example).toMatch(/^\S.{5,}\S$/);
  expect(bad).not.toBe(good);
  if (source !== undefined) expect(new URL(source).protocol).toBe("https:");
  expect(Object.isFrozen(rule)).toBe(true);
});

test("a rule is found by its code", () => {
  for (const rule of rules) expect(findRule(rule.code)).toBe(rule);
  expect(findRule("no-such-rule" as string)).toBeUndefined();
});

test("an unknown code is a type error", () => {
  const known: FindingDraft = { rule: "bucket-destroyed", message: words("it goes") };
  // @ts-expect-error There is no such rule.
  const unknown: FindingDraft = { rule: "bucket-destroyd", message: words("it goes") };
  expect(known.rule).not.toBe(unknown.rule);
});
