import { TfwrightError } from "../../src/errors";
import { parseConfig, type ReviewConfig } from "../../src/review/config";
import { failedSections } from "../../src/review/review";
import type { FailSection } from "../../src/review/rule";
import { plainText } from "../../src/text/message";
import { type GivenPlan, reviewOf } from "./support";

const bucket: GivenPlan = { changes: [{ address: 'module.a["x"].aws_s3_bucket.b[0]', before: {} }] };
const suppression = { rule: "bucket-destroyed", reason: "it is empty" };

describe("a config that is wrong is refused", () => {
  test.each<[text: string, code: string, message: RegExp]>([
    ["{", "bad-config", /not JSON/],
    ["[]", "bad-config", /not an object/],
    ['{"suppresions":[]}', "bad-config", /did you mean `suppressions`/],
    ['{"rules":{"bucket-destroid":"note"}}', "unknown-rule", /did you mean `bucket-destroyed`/],
    ['{"rules":{"bucket-destroyed":"high"}}', "bad-config", /not a level/],
    ['{"rules":{"bucket-destroyed":"off"}}', "suppression-without-reason", /without a reason/],
    [
      '{"rules":{"bucket-destroyed":{"level":"attention","reason":" "}}}',
      "suppression-without-reason",
      /gets a lower level/,
    ],
    ['{"rules":{"bucket-destroyed":{"level":"off","why":"x"}}}', "bad-config", /no such setting/],
    ['{"suppressions":{}}', "bad-config", /a list/],
    ['{"suppressions":[{"rule":"bucket-destroyed"}]}', "suppression-without-reason", /without a reason/],
    [
      '{"suppressions":[{"rule":"x","reason":"y"}]}',
      "unknown-rule",
      /no rule `x`\n.*`tfwright explain` lists all rules/,
    ],
    [
      '{"rules":{"old-data-store-gone":"note"}}',
      "unknown-rule",
      /the nearest (?:is|are) `data-store-destroyed`.*; `tfwright explain` lists all rules/,
    ],
    ['{"suppressions":[{"rule":"bucket-destroyed","reason":"y","until":"soon"}]}', "not-a-date", /2026-12-31/],
    ['{"suppressions":[{"rule":"bucket-destroyed","reason":"y","until":"2026-02-30"}]}', "not-a-date", /2026-02-30/],
    ['{"suppressions":[{"rule":"bucket-destroyed","reason":"y","until":"2026-04-31"}]}', "not-a-date", /2026-04-31/],
    ['{"failOn":["data"]}', "unknown-section", /no section `data`/],
  ])("%s", (text, code, message) => {
    const read = () => parseConfig(text, "tfwright.review.json");
    expect(read).toThrow(TfwrightError);
    expect(read).toThrow(message);
    expect(codeOf(read)).toBe(code);
  });
});

test("all that is wrong in a config is told at once", () => {
  const text = JSON.stringify({
    rules: { "bucket-destroid": "note", "bucket-destroyed": "off" },
    suppressions: [{ rul: "x" }, { rule: "column-added", reason: "" }],
    failOn: ["data", "drifts"],
    failon: [],
  });
  const read = () => parseConfig(text, "c.json");
  const places = problemsOf(read).map(({ path }) => path.replace("c.json: ", ""));
  expect(places).toEqual([
    "failon",
    "rules.bucket-destroid",
    "rules.bucket-destroyed",
    "suppressions[0].rul",
    "suppressions[1].reason",
    "failOn",
    "failOn",
  ]);
});

test("a config that is right", () => {
  const text = JSON.stringify({
    rules: { "column-added": "attention" },
    suppressions: [{ ...suppression, until: "2026-12-31" }],
    failOn: ["data-loss"],
  });
  expect(parseConfig(text, "x")).toEqual({
    rules: { "column-added": { level: "attention", reason: "" } },
    suppressions: [{ ...suppression, until: "2026-12-31" }],
    failOn: ["data-loss"],
  });
});

describe("suppressions", () => {
  test.each<[name: string, config: ReviewConfig, suppressed: number]>([
    ["everywhere", { suppressions: [suppression] }, 1],
    ["at the address", { suppressions: [{ ...suppression, address: 'module.a["x"].aws_s3_bucket.b[0]' }] }, 1],
    ["at all instances", { suppressions: [{ ...suppression, address: "module.a.aws_s3_bucket.b" }] }, 1],
    ["elsewhere", { suppressions: [{ ...suppression, address: 'module.a["y"].aws_s3_bucket.b[0]' }] }, 0],
    ["of another rule", { suppressions: [{ ...suppression, rule: "table-destroyed" }] }, 0],
    ["until today", { suppressions: [{ ...suppression, until: "2026-11-01" }] }, 1],
    ["until yesterday", { suppressions: [{ ...suppression, until: "2026-10-31" }] }, 0],
    ["the rule is off", { rules: { "bucket-destroyed": { level: "off", reason: "we never keep data" } } }, 1],
  ])("%s", (_name, config, suppressed) => {
    const review = reviewOf([bucket], { config });
    expect([review.suppressed.length, review.rows.length]).toEqual([suppressed, 1 - suppressed]);
    expect(failedSections(review, ["data-loss"])).toEqual(suppressed === 1 ? [] : ["data-loss"]);
  });

  test("one that is over is told", () => {
    const { notices } = reviewOf([bucket], { config: { suppressions: [{ ...suppression, until: "2026-10-31" }] } });
    expect(notices.map(plainText)).toEqual([
      "the suppression of bucket-destroyed ended on 2026-10-31: its findings count again",
    ]);
  });

  test("with a base branch a change cannot suppress its own review", () => {
    const changed: ReviewConfig = {
      suppressions: [suppression],
      rules: { "bucket-destroyed": { level: "off", reason: "trust me" } },
    };
    const review = reviewOf([bucket], { config: {}, changed });
    expect(review.rows.map(({ rule }) => rule)).toEqual(["bucket-destroyed"]);
    expect(review.notices.map(plainText)).toEqual([
      "this change suppresses bucket-destroyed, because it is empty: it counts once it is merged",
      "this change sets bucket-destroyed to off, because trust me: it counts once it is merged",
    ]);
  });
});

describe("what a change does to the config is told", () => {
  const at = { ...suppression, address: "aws_s3_bucket.b" };
  test.each<[name: string, base: ReviewConfig, head: ReviewConfig, told: readonly string[]]>([
    ["nothing", { suppressions: [at], failOn: ["contract"] }, { suppressions: [at], failOn: ["contract"] }, []],
    [
      "another end",
      { suppressions: [{ ...at, until: "2026-01-01" }] },
      { suppressions: [{ ...at, until: "2030-01-01" }] },
      [
        "this change moves the end of the suppression of bucket-destroyed at aws_s3_bucket.b from 2026-01-01 to 2030-01-01, because it is empty: it counts once it is merged",
      ],
    ],
    [
      "no end any more",
      { suppressions: [{ ...suppression, until: "2026-01-01" }] },
      { suppressions: [suppression] },
      [
        "this change moves the end of the suppression of bucket-destroyed from 2026-01-01 to no end, because it is empty: it counts once it is merged",
      ],
    ],
    [
      "a stricter level that is taken back",
      { rules: { "column-added": { level: "danger", reason: "" } } },
      {},
      ["this change takes back that column-added is danger: it becomes note once it is merged"],
    ],
    [
      "sections",
      { failOn: ["data-loss", "contract"] },
      { failOn: ["contract", "run-cost"] },
      [
        "this change no longer fails on data-loss: it counts once it is merged",
        "this change also fails on run-cost: it counts once it is merged",
      ],
    ],
    [
      "all sections",
      { failOn: ["data-loss", "contract"] },
      {},
      ["this change no longer fails on data-loss, contract: it counts once it is merged"],
    ],
  ])("%s", (_name, config, changed, told) => {
    expect(reviewOf([{}], { config, changed }).notices.map(plainText)).toEqual(told);
  });
});

test("a level that the config sets, and its reason", () => {
  const review = reviewOf([bucket], {
    config: { rules: { "bucket-destroyed": { level: "note", reason: "scratch account" } } },
  });
  expect(review.rows[0]).toMatchObject({ level: "note", levelReason: "scratch account" });
});

describe("--fail-on", () => {
  const run: GivenPlan = {
    changes: [{ address: "aws_glue_job.j", before: { max_retries: 0 }, after: { max_retries: 1 } }],
  };
  test.each<[name: string, given: GivenPlan, failOn: readonly FailSection[], failed: readonly string[]]>([
    ["the section has something", run, ["run-cost"], ["run-cost"]],
    ["another section", run, ["data-loss", "contract"], []],
    ["nothing asked for", bucket, [], []],
    [
      "notes never fail",
      { changes: [{ address: "aws_glue_job.j", after: { max_capacity: 1, timeout: 60 } }] },
      ["run-cost"],
      [],
    ],
    ["a plan with an error always fails", { errored: true }, ["contract"], ["plan"]],
    [
      "an unknown action always fails",
      { changes: [{ address: "a.b", before: {}, action: "unknown" }] },
      ["contract"],
      ["plan"],
    ],
  ])("%s", (_name, given, failOn, failed) => {
    expect(failedSections(reviewOf([given]), failOn)).toEqual(failed);
  });
});

function codeOf(run: () => void): string | undefined {
  return problemsOf(run)[0]?.code;
}

function problemsOf(run: () => void): TfwrightError["problems"] {
  try {
    run();
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems;
  }
  return [];
}

test("what is no JSON is told with line and column, and with the usual name where none is given", () => {
  const parse = parseConfig as (text: string, path?: string) => unknown;
  expect(() => parse('{\n  "rules": {}\n  "failOn": []\n}')).toThrow(
    /^tfwright\.review\.json:3:3: the config is not JSON: /,
  );
  expect(() => parse("{", "team.json")).toThrow(/^team\.json:1:2: the config is not JSON: /);
  expect(() => parse('{ "rule": {} }')).toThrow(/^tfwright\.review\.json: rule: there is no such setting/);
});

test("a byte order mark in front, as PowerShell writes it, is no part of the JSON", () => {
  expect(parseConfig('\ufeff{ "rules": {} }')).toEqual(parseConfig('{ "rules": {} }'));
});
