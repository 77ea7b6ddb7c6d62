/** Values that are nested deeper than a recursion goes, and keys as Terraform writes them. */
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { review } from "../../../src/review/review";
import { keysOf, readKey, writeKey } from "../../../src/terraform/instance-key";
import { jsonText } from "../../../src/terraform/plan/json-text";
import { hasMark } from "../../../src/terraform/plan/marks";
import { readPlan } from "../../../src/terraform/plan/read-plan";
import { sameJson } from "../../../src/terraform/plan/same-json";
import { change, smallPlan } from "./fixtures";

const DEEP = 20_000;

function nested(inner: Json, wrap: (value: Json) => Json): Json {
  let value = inner;
  for (let depth = 0; depth < DEEP; depth++) value = wrap(value);
  return value;
}

test.each<[name: string, wrap: (value: Json) => Json]>([
  ["lists", (value) => [value]],
  ["objects", (value) => ({ b: 1, a: value })],
])("%s, very deep", (_name, wrap) => {
  const [one, same, other] = [nested("x", wrap), nested("x", wrap), nested("y", wrap)];
  expect(sameJson(one, same)).toBe(true);
  expect(sameJson(one, other)).toBe(false);
  expect(jsonText(one)).toBe(jsonText(same));
  expect(jsonText(one)).not.toBe(jsonText(other));
  expect(hasMark(nested(true, wrap))).toBe(true);
  expect(hasMark(nested(false, wrap))).toBe(false);
});

test.each<[given: Json, want: string]>([
  [{ b: 1, a: [{ d: null, c: "é" }, []], e: {} }, '{"a":[{"c":"é","d":null},[]],"b":1,"e":{}}'],
  [[], "[]"],
  ["x", '"x"'],
  [{ a: { '"': 1 } }, '{"a":{"\\"":1}}'],
])("%j in order", (given, want) => {
  expect(jsonText(given)).toBe(want);
});

test("a plan that is nested very deep is reviewed", () => {
  const deep = (text: string) => `${"[".repeat(DEEP)}"${text}"${"]".repeat(DEEP)}`;
  const fields = change("aws_glue_job.b", {
    actions: ["update"],
    before: { timeout: "B", x: "B" },
    after: { timeout: "A", x: "A" },
  });
  const text = JSON.stringify(smallPlan({ resource_changes: [fields] }))
    .replaceAll('"B"', deep("b"))
    .replaceAll('"A"', deep("a"));
  const plans = [readPlan(text, "p")];
  expect(renderMarkdown(review(plans, { today: "2026-11-01", redactor: createRedactor(plans) }))).toContain("timeout");
});

test.each<[written: string, want: string | number]>([
  ["7", 7],
  ['"a"', "a"],
  ['"\\U000e0067"', "\u{e0067}"],
  ['"\\u200b\\n\\t\\"\\\\"', '\u200b\n\t"\\'],
  ['"$${a} %%{b} $x"', "${a} %{b} $x"],
  ['"\\Uffffffff"', "\ufffd"],
])("the key %s", (written, want) => {
  expect(readKey(written)).toBe(want);
});

test.each<[address: string, want: readonly (string | number)[]]>([
  ["aws_s3_bucket.b", []],
  ['module.a["x.y]"].module.b[2].aws_s3_bucket.b["\\"z\\""]', ["x.y]", 2, '"z"']],
])("keys of %s", (address, want) => {
  expect(keysOf(address)).toEqual(want);
});

test.each<[key: string | number, want: string]>([
  [0, "0"],
  ["a b", '"a b"'],
  ['q"\\', '"q\\"\\\\"'],
  ["line\n\t", '"line\\n\\t"'],
  ["${x} %{y} $z", '"$${x} %%{y} $z"'],
  ["\u{e0067}\u200b", '"\\U000e0067\\u200b"'],
])("the key %j is written as Terraform writes it, and read back", (key, want) => {
  expect(writeKey(key)).toBe(want);
  expect(readKey(want)).toBe(key);
});
