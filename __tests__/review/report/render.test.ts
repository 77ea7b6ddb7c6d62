import { createHash } from "node:crypto";
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { replaceLeaks } from "../../../src/review/redact/replace-leaks";
import { renderJson } from "../../../src/review/report/json";
import { MARKER, renderMarkdown } from "../../../src/review/report/markdown";
import type { Review } from "../../../src/review/report/report";
import { renderSarif } from "../../../src/review/report/sarif";
import { renderTerminal } from "../../../src/review/report/terminal";
import { reviewCodeSpan } from "../../../src/review/report/visible";
import { configurationOf, type GivenChange, planOf, reviewOf } from "../support";
import { readStrictly } from "./strict-markdown";

const HOSTILE = [
  "`code`",
  "``` ```",
  "a`",
  "`",
  "|--|--|",
  "<script>alert(1)</script>",
  "</details><h1>approved</h1>",
  "<!-- tfwright review -->",
  "-->",
  "@octocat",
  "#123 GH-1 octo/repo#1 !5 ~label %1",
  "https://evil.example www.evil.example",
  "[approve](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "line\n\n## Nothing needs a person\n/approve\n",
  "\r\n- [x] done",
  "\u001b[31mred\u001b[0m\u0007",
  "\u202egnp.exe\u2066",
  "zero\u200bwidth\u00a0space\ufeff",
  "\u2028line\u2029para",
  ":tada: $`x`$ &lt; &amp;",
  "**bold** _it_ ~~no~~ \\",
  "${jndi} %{if} {{7*7}}",
  " leading and trailing ",
  "\ud800 lone",
  "::error file=a::text ##[error]text",
  "",
] as const;

/** One plan in which a text stands wherever a plan can have a text. */
function hostileReview(text: string): Review {
  const name = JSON.stringify(text);
  const columns = (type: string): Json => [{ name: text, type }];
  const changes: GivenChange[] = [
    {
      address: `module.m[${name}].aws_glue_catalog_table.t[${name}]`,
      before: { storage_descriptor: [{ location: text, columns: columns("int") }] },
      after: { storage_descriptor: [{ location: `${text}2`, columns: columns(text) }] },
    },
    { address: `aws_s3_bucket.${text}`, type: "aws_s3_bucket", name: text, before: { bucket: text } },
    {
      address: `aws_glue_job.j[${name}]`,
      before: { glue_version: text, worker_type: text },
      after: { glue_version: `${text}.`, worker_type: `${text}.`, [text]: 1 },
    },
    { address: "aws_x.y", type: text, provider: text, before: {}, after: {}, action: "unknown", actions: [text] },
    { address: "aws_x.moved", before: {}, after: {}, action: "no-op", previousAddress: text, importing: { id: text } },
    {
      address: "aws_x.replaced",
      before: {},
      after: {},
      action: "replace-delete-first",
      replacePaths: [[text]],
      reason: text,
    },
  ];
  const plan = planOf({
    changes,
    source: text,
    terraformVersion: text,
    unknown: [text],
    outputs: [
      {
        name: text,
        action: "delete",
        before: { value: text, unknown: undefined, sensitive: undefined },
        after: { value: undefined, unknown: undefined, sensitive: undefined },
      },
    ],
    checks: [{ address: text, kind: "check", status: "fail", problems: [text, text] }],
    configuration: configurationOf({ calls: [{ address: "module.m", source: text, version: text }] }),
    prior: [{ address: `aws_x.dependent[${name}]`, dependsOn: [`aws_s3_bucket.${text}`] }],
  });
  const suppression = { rule: "output-removed", reason: text };
  return reviewOf([plan], {
    config: { suppressions: [suppression] },
    changed: { suppressions: [suppression, { ...suppression, reason: `${text}!` }], rules: {} },
  });
}

describe("nothing of a plan becomes markup", () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))("%s", (_name, text) => {
    const review = hostileReview(text);
    const markdown = renderMarkdown(review);
    const prose = readStrictly(markdown);
    for (const word of ["octocat", "evil", "script", "approve", "tada", "jndi", "gnp", "done"])
      expect(prose).not.toContain(word);
    expect(markdown.split(MARKER)).toHaveLength(2);
    expect(markdown.endsWith(`\n\n${MARKER}\n`)).toBe(true);
    expect(renderTerminal(review)).not.toMatch(/[^\P{C}\n]/u);
    expect(renderTerminal(review)).not.toMatch(/^\s*::/m);
    for (const printed of [markdown, renderTerminal(review), renderJson(review, []), renderSarif(review, "1")])
      expect(printed).not.toContain("##[");
    JSON.parse(renderJson(review, []));
    const sarif = JSON.parse(renderSarif(review, "1")) as { runs: { results: { message: { text: string } }[] }[] };
    for (const { message } of sarif.runs[0]?.results ?? [])
      expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/);
  });
});

test.each([
  ["a", "`a`"],
  ["a`b", "``a`b``"],
  ["`a", "`` `a ``"],
  [" a ", "`  a  `"],
  ["a\nb", "`a\\nb`"],
  ["\u202e", "`\\u{202e}`"],
  ["", "`(empty)`"],
  ["  ", "`(blank)`"],
  ["é😀", "`é😀`"],
])("reviewCodeSpan(%j)", (given, want) => {
  expect(reviewCodeSpan(given)).toBe(want);
});

test("the strict reader refuses what hostile text would make", () => {
  for (const text of [
    "- @octocat",
    "- <b>",
    "a | b",
    "- `a",
    "# big",
    "- [a](b)",
    "  text\u202e",
    "- www.evil.example",
  ]) {
    expect(() => readStrictly(text)).toThrow();
  }
});

/** Many changes that all differ, each with long names. */
function hugeReview(changes: number): Review {
  const made = Array.from({ length: changes }, (_, index): GivenChange => {
    const name = `${"x".repeat(100)}é😀${index}`;
    if (index % 3 === 0) return { address: `aws_s3_bucket.b${index}`, before: { bucket: name } };
    if (index % 3 === 1)
      return { address: `aws_glue_job.j${index}`, before: { glue_version: name }, after: { glue_version: `${name}!` } };
    return { address: `aws_sns_topic.t${index}`, before: { a: 1 }, after: { a: 2 } };
  });
  return reviewOf([{ changes: made }]);
}

test.each([[1], [100], [3000]])("a comment of %d changes fits, and says what it leaves out", (changes) => {
  const markdown = renderMarkdown(hugeReview(changes));
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
  readStrictly(markdown.replace(/\*\*Left out: .*/, ""));
  if (changes === 3000) {
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(50_000);
    expect(markdown).toMatch(
      /\*\*Left out: [\d,]+ rows, [\d,]+ of them need a person\.\*\* A comment holds 60,000 bytes; `tfwright review --format json`/,
    );
    expect(markdown).toContain("### Dangerous");
    expect(markdown).not.toContain("<summary>All changes");
  }
});

test("a small limit is held too, and every fold that is opened is closed", () => {
  const markdown = renderMarkdown(hugeReview(300), { maxBytes: 8000 });
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(8000);
  expect(markdown.split("<details>").length).toBe(markdown.split("</details>").length);
});

test("many plans with long names fit", () => {
  const plans = Array.from({ length: 200 }, (_, index) =>
    planOf({ source: `${"é".repeat(300)}${index}.json`, changes: [{ address: "aws_x.a", after: {} }] }),
  );
  expect(Buffer.byteLength(renderMarkdown(reviewOf(plans)))).toBeLessThanOrEqual(60_000);
});

test("the same change in forty instances is one row", () => {
  const changes = Array.from(
    { length: 40 },
    (_, index): GivenChange => ({
      address: `module.j["${index}"].aws_glue_job.this`,
      before: { glue_version: "4.0" },
      after: { glue_version: "5.0" },
    }),
  );
  const { rows, changes: all } = reviewOf([{ changes }]);
  expect(rows.map(({ rule, places }) => [rule, places.length])).toEqual(
    [
      ["job-version", 40],
      ["job-capacity", 40],
    ].filter(([rule]) => rows.some((row) => row.rule === rule)),
  );
  expect(all).toHaveLength(1);
});

test("nothing to say is one line", () => {
  const line =
    "`plan.json` · account not in the plan · region not in the plan · Terraform `1.11.4` · no changes · plan `";
  const [first = "", ...rest] = renderMarkdown(reviewOf([{}])).split("\n");
  expect(first.startsWith(line)).toBe(true);
  expect(rest).toEqual(["", MARKER, ""]);
});

test("several plans say where each row is", () => {
  const changes: readonly GivenChange[] = [{ address: "aws_s3_bucket.b", before: {} }];
  const markdown = renderMarkdown(
    reviewOf([planOf({ source: "dev.json", changes }), planOf({ source: "prod.json", changes })]),
  );
  expect(markdown).toContain("2 plans:\n\n- `dev.json`");
  expect(markdown).toContain("2 × `aws_s3_bucket.b` in `dev.json`, `prod.json` — the bucket goes");
});

test("the same plan gives the same bytes and digest, whatever the order of keys and changes", () => {
  const changes: readonly GivenChange[] = [
    { address: "aws_s3_bucket.a", before: { b: { x: 1, y: 2 }, a: 1 } },
    { address: "aws_s3_bucket.b", before: {}, after: { a: 1 } },
  ];
  const turned: readonly GivenChange[] = [
    { ...changes[1], address: "aws_s3_bucket.b" },
    { address: "aws_s3_bucket.a", before: { a: 1, b: { y: 2, x: 1 } } },
  ];
  const hash = (given: readonly GivenChange[], source = "plan.json") =>
    createHash("sha256")
      .update(renderMarkdown(reviewOf([planOf({ changes: given, source })])))
      .digest("hex");
  expect(hash(changes)).toBe(hash(turned));
  const digest = (given: readonly GivenChange[], source: string) =>
    reviewOf([planOf({ changes: given, source })]).plans[0]?.digest;
  expect(digest(changes, "a")).toBe(digest(turned, "b"));
  expect(digest(changes, "a")).not.toBe(
    digest([{ address: "aws_s3_bucket.a", before: { a: 2 } }, ...changes.slice(1)], "a"),
  );
});

describe("the last scan", () => {
  const secret = "Tr0ub4dor&3-horse";
  const plan = planOf({
    changes: [
      {
        address: "aws_db_instance.d",
        before: { password: secret },
        after: { password: secret },
        sensitive: { password: true },
      },
    ],
  });
  const veil = createRedactor([plan]);

  test("replaces what got through, and counts it", () => {
    const review = reviewOf([plan], { redactor: veil });
    const { text, leaks } = replaceLeaks(review, () => `a ${secret} b\n`, veil);
    expect({ text, leaks }).toEqual({ text: "a (sensitive) b\n", leaks: 1 });
  });

  test("our own words are no leak", () => {
    const word = planOf({
      changes: [{ address: "aws_x.d", before: { p: "deletes" }, after: { p: "needs" }, sensitive: { p: true } }],
    });
    const own = createRedactor([word]);
    const review = reviewOf([word], { redactor: own });
    expect(replaceLeaks(review, renderMarkdown, own).leaks).toBe(0);
  });
});
