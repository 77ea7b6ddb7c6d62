/** The same change in many instances, where names hold the instances' keys. */
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { renderSarif } from "../../../src/review/report/sarif";
import { plainText } from "../../../src/text/message";
import { processorTime } from "../../growth";
import { type GivenChange, planOf, reviewOf } from "../support";
import { readStrictly } from "./strict-markdown";

const moved = (address: string, from: string, to: string): GivenChange => ({
  address,
  before: { storage_descriptor: [{ location: from }] },
  after: { storage_descriptor: [{ location: to }] },
});
const table = (key: string, from: string, to: string) =>
  moved(`aws_glue_catalog_table.t[${JSON.stringify(key)}]`, from, to);
const rowsOf = (changes: readonly GivenChange[]) =>
  reviewOf([{ changes }]).rows.map(({ message, places, details }) => [
    plainText(message),
    places.length,
    ...details.map(plainText),
  ]);

test("one row, with a pattern and the keys", () => {
  expect(rowsOf(["a", "bb", "c-c"].map((key) => table(key, `s3://old/${key}`, `s3://new/${key}/x`)))).toEqual([
    ["location s3://old/${key} → s3://new/${key}/x", 3, "${key} is a, bb, c-c"],
  ]);
});

test.each<[name: string, changes: readonly GivenChange[], rows: number]>([
  ["what differs besides is no instance", [table("a", "s3://x/a", "s3://y/a"), table("b", "s3://x/b", "s3://z/b")], 2],
  ["a key inside of a word is none", [table("a", "s3://xa", "s3://ya"), table("b", "s3://xb", "s3://yb")], 2],
  ["a name without the key", [table("a", "s3://x", "s3://y"), table("b", "s3://x", "s3://y")], 1],
  ["the same text, in which one key stands", [table("a", "s3://a", "s3://y"), table("b", "s3://a", "s3://y")], 1],
  [
    "another resource",
    [table("a", "s3://x/a", "s3://y/a"), moved('aws_glue_catalog_table.u["b"]', "s3://x/b", "s3://y/b")],
    2,
  ],
  [
    "a value that looks like a pattern",
    [table("a", "s3://x/a", "s3://${key}/a"), table("b", "s3://x/b", "s3://${key}/b")],
    2,
  ],
])("%s", (_name, changes, rows) => {
  expect(rowsOf(changes)).toHaveLength(rows);
});

test("keys of modules and numbers, in the order of the address", () => {
  const at = (team: string, index: number) =>
    moved(
      `module.m["${team}"].aws_glue_catalog_table.t[${index}]`,
      `s3://x/${team}-${index}`,
      `s3://y/${team}-${index}`,
    );
  expect(rowsOf([at("a", 0), at("a", 1), at("b", 0)])).toEqual([
    [
      "location s3://x/${key1}-${key2} → s3://y/${key1}-${key2}",
      3,
      "`${key1}` is the first key of each address, and so on",
    ],
  ]);
});

test("in SARIF each place says what is there", () => {
  const review = reviewOf([{ changes: ["a", "b"].map((key) => table(key, `s3://x/${key}`, `s3://y/${key}`)) }]);
  const { runs } = JSON.parse(renderSarif(review, "1")) as {
    runs: { results: { message: { text: string }; partialFingerprints: object }[] }[];
  };
  const results = runs[0]?.results ?? [];
  expect(results.map(({ message }) => message.text)).toEqual([
    'aws_glue_catalog_table.t\\["a"\\]: location s3://x/a → s3://y/a',
    'aws_glue_catalog_table.t\\["b"\\]: location s3://x/b → s3://y/b',
  ]);
  const alone = reviewOf([{ changes: [table("a", "s3://x/a", "s3://y/a")] }]);
  const [single] = (JSON.parse(renderSarif(alone, "1")) as { runs: typeof runs }).runs[0]?.results ?? [];
  expect(single?.partialFingerprints).toEqual(results[0]?.partialFingerprints);
});

test("a secret that holds a key is hidden whole", () => {
  const changes = ["alpha", "beta"].map((key) => table(key, `s3://x/pass-${key}-word`, `s3://y/${key}`));
  const secrets = { address: "aws_x.y", before: {}, after: { v: ["pass-alpha-word", "pass-beta-word"] } };
  const plan = planOf({ changes: [...changes, { ...secrets, sensitive: { v: true } }] });
  const text = renderMarkdown(reviewOf([plan], { redactor: createRedactor([plan]) }));
  expect(text).toContain("s3://x/(sensitive)` → `s3://y/${key}`");
  expect(text).not.toMatch(/pass-|-word/);
});

test("two thousand instances take time in proportion, and hostile keys stay values", () => {
  const keys = Array.from({ length: 2000 }, (_, index) => `k-${index}`);
  const time = processorTime(() => {
    expect(rowsOf(keys.map((key) => table(key, `s3://x/${key}`, `s3://y/${key}`)))).toHaveLength(1);
  });
  expect(time / 1e6).toBeLessThan(4);
  const hostile = ["`@octocat`", "</details>", "$&$1"].map((key) => table(key, `s3://x/${key}`, `s3://y/${key}`));
  readStrictly(renderMarkdown(reviewOf([{ changes: hostile }])));
});
