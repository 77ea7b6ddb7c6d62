import { chooseText, isLocalText, type LocalText, textsIn } from "../../src/text/locale";
import { endSentence, firstSentence, joinSentences } from "../../src/text/sentences";

test.each<[LocalText, string, string]>([
  ["one", "one", "one"],
  [{ en: "job" }, "job", "job"],
  [{ en: "job", ja: "ジョブ" }, "job", "ジョブ"],
  [{ en: "job", ja: "" }, "job", ""],
])("chooseText: %j", (text, en, ja) => {
  expect([chooseText(text, "en"), chooseText(text, "ja")]).toEqual([en, ja]);
  expect(new Set(textsIn(text))).toEqual(new Set([en, ja]));
});

test.each<[unknown, boolean]>([
  ["", true],
  [{ en: "a" }, true],
  [{ en: "a", ja: "b" }, true],
  [{ en: "a", ja: undefined }, true],
  [{ ja: "b" }, false],
  [{ en: undefined }, false],
  [{ en: "a", fr: "b" }, false],
  [{ en: "a", ja: 1 }, false],
  [{}, false],
  [[], false],
  [["a"], false],
  [null, false],
  [undefined, false],
  [1, false],
])("isLocalText: %j is %s", (value, want) => {
  expect(isLocalText(value)).toBe(want);
});

test.each([
  ["Name of the job", "Name of the job."],
  ["Really?", "Really?"],
  ["ジョブの名前", "ジョブの名前。"],
  ["ジョブの名前です。", "ジョブの名前です。"],
  ["値は `a`", "値は `a`。"],
])("endSentence: %s", (text, want) => {
  expect(endSentence(text)).toBe(want);
});

test.each([
  [["One.", "Two."], "One. Two."],
  [["名前です。", "必須です。"], "名前です。必須です。"],
  [["Name.", "必須です。"], "Name. 必須です。"],
  [["", "必須です。"], "必須です。"],
  [["One.", ""], "One."],
  [[], ""],
])("joinSentences: %j", (sentences, want) => {
  expect(joinSentences(sentences)).toBe(want);
});

test.each([
  ["A job. It runs.", "A job."],
  ["Uses v1.2 of it. Then", "Uses v1.2 of it."],
  ["No end", "No end"],
  ["ジョブを作成します。トリガーも作成できます。", "ジョブを作成します。"],
  ["Glue 5.0 のジョブです。次", "Glue 5.0 のジョブです。"],
  ["e.g. this one. Then", "e.g. this one."],
])("firstSentence: %s", (text, want) => {
  expect(firstSentence(text)).toBe(want);
});
