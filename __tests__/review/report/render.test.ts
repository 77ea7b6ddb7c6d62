/** Reports in all formats. Over 400 lines because each part of a report has its case here. */
import { createHash } from "node:crypto";
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderJson } from "../../../src/review/report/json";
import { MARKER, renderMarkdown } from "../../../src/review/report/markdown";
import { replaceLeaks } from "../../../src/review/report/replace-leaks";
import type { Review } from "../../../src/review/report/report";
import { renderSarif } from "../../../src/review/report/sarif";
import { renderTerminal } from "../../../src/review/report/terminal";
import { reviewCodeSpan } from "../../../src/review/report/visible";
import { Memo } from "../../../src/text/memo";
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

/** A comment on many changes that all differ, each with long names. */
const hugeComment = (changes: number) => comments.get(changes, (count) => renderMarkdown(hugeReview(count)));
const comments = new Memo<number, string>();

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
  const markdown = hugeComment(changes);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
  readStrictly(markdown.replace(/\*\*Left out here: .*/, ""));
  if (changes === 3000) {
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(50_000);
    expect(markdown).toMatch(
      /\*\*Left out here: [\d,]+ findings that need a person, and [\d,]+ other entries\.\*\* A comment holds 60,000 bytes; `tfwright review --format json`/,
    );
    expect(markdown).toContain("### Dangerous");
    // The counts by type are short, and always there; the addresses are not.
    expect(markdown).toContain(
      "<summary>All changes (3,000 resources)</summary>\n\n- `aws_s3_bucket` 1,000 to destroy; ",
    );
    expect(markdown).not.toContain("- root module");
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
  const line = "`plan.json` · no changes · Terraform `1.11.4` · plan digest `";
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
  expect(markdown).toContain("· `aws_s3_bucket.b` in `dev.json`, `prod.json` — the bucket goes");
});

/** Jobs of another Glue version: of one each, or all of the same. */
function jobsOfVersions(total: number, kind: "one each" | "the same"): Review {
  const changes = Array.from({ length: total }, (_, index): GivenChange => {
    const address = `aws_glue_job.j${String(index).padStart(3, "0")}`;
    const after = kind === "one each" ? `5.${index}` : "5.0";
    return { address, before: { glue_version: "4.0" }, after: { glue_version: after } };
  });
  return reviewOf([{ changes }]);
}

describe("the first lines", () => {
  test.each<[string, readonly GivenChange[], string]>([
    ["nothing to see", [{ address: "aws_x.a", before: { a: 1 }, after: { a: 2 } }], "Nothing needs a person."],
    ["one danger", [{ address: "aws_s3_bucket.b", before: {} }], "1 dangerous finding needs a person."],
    [
      "two dangers",
      [
        { address: "aws_s3_bucket.b", before: { force_destroy: true } },
        { address: "aws_s3_bucket.c", before: {} },
      ],
      "2 dangerous findings need a person.",
    ],
    [
      "one to look at",
      [{ address: "aws_glue_job.j", before: { glue_version: "4.0" }, after: { glue_version: "5.0" } }],
      "1 finding needs a person to look at it.",
    ],
    [
      "two to look at",
      ["5.0", "5.1"].map((version, index) => ({
        address: `aws_glue_job.j${index}`,
        before: { glue_version: "4.0" },
        after: { glue_version: version },
      })),
      "2 findings need a person to look at them.",
    ],
    [
      "both",
      [
        { address: "aws_s3_bucket.b", before: {} },
        { address: "aws_glue_job.j", before: { glue_version: "4.0" }, after: { glue_version: "5.0" } },
      ],
      "2 findings need a person: 1 dangerous, 1 to look at.",
    ],
  ])("%s: the verdict stands before the plan", (_name, changes, want) => {
    const [first, second, third] = renderMarkdown(reviewOf([{ changes }])).split("\n");
    expect([first, second]).toEqual([`**${want}**`, ""]);
    expect(third).toMatch(/^`plan\.json` · \d/);
  });

  test.each<[string, string, boolean]>([
    ["aws_sns_topic.t", "registry.terraform.io/hashicorp/aws", true],
    ["google_pubsub_topic.t", "registry.terraform.io/hashicorp/google", false],
    ["azurerm_resource_group.g", "registry.terraform.io/hashicorp/azurerm", false],
    ["kubernetes_namespace.n", "registry.terraform.io/hashicorp/kubernetes", false],
  ])("of %s an unknown account is told where there are accounts of AWS", (address, provider, isTold) => {
    const review = reviewOf([{ changes: [{ address, provider, before: { a: 1 }, after: { a: 2 } }] }]);
    for (const text of [renderMarkdown(review), renderTerminal(review)])
      expect(text.includes("account not in the plan")).toBe(isTold);
  });

  test("what is left out is told before the findings", () => {
    const markdown = hugeComment(3000);
    expect(markdown.indexOf("**Left out here")).toBeLessThan(markdown.indexOf("### Dangerous"));
  });

  test("nothing of what is left out needs a person", () => {
    const changes = Array.from({ length: 400 }, (_, index) => ({
      address: `aws_sns_topic.t${index}`,
      before: { policy: "x".repeat(150) },
      after: { policy: `${index}${"y".repeat(150)}` },
    }));
    expect(renderMarkdown(reviewOf([{ changes }]), { maxBytes: 10_000 })).toMatch(
      /\*\*Left out here: [\d,]+ entries, none of which needs a person\.\*\*/,
    );
  });
});

describe("many findings of one rule", () => {
  test.each([[1], [2]])("%d: each has its own first line", (total) => {
    const markdown = renderMarkdown(jobsOfVersions(total, "one each"));
    expect(markdown.match(/^- \*\*Run cost: Glue version\*\* · `aws_glue_job\.j/gm)).toHaveLength(total);
  });

  test.each([[3], [20]])("%d: one first line, and each finding below it", (total) => {
    const markdown = renderMarkdown(jobsOfVersions(total, "one each"));
    expect(markdown).toContain(
      `- **Run cost: Glue version** · ${total} findings · \`job-version\`\n  - \`aws_glue_job.j000\``,
    );
    expect(markdown.match(/^ {2}- `aws_glue_job\.j\d+` — /gm)).toHaveLength(total);
    expect(markdown).not.toContain("More findings");
    readStrictly(markdown);
  });

  test.each([[21], [200]])("%d: the first ten, and the others in a fold", (total) => {
    const markdown = renderMarkdown(jobsOfVersions(total, "one each"));
    const [top = "", fold = ""] = markdown.split("<details>");
    expect(top.match(/^ {2}- `aws_glue_job\.j\d+` — /gm)).toHaveLength(10);
    expect(top).toContain(`  - and ${total - 10} more, collapsed below`);
    expect(fold).toContain(`<summary>More findings that need a person (${total - 10} findings)</summary>`);
    expect(fold.match(/^ {2}- `aws_glue_job\.j\d+` — /gm)).toHaveLength(total - 10);
    readStrictly(markdown);
  });

  test("what stands at the top of a level is kept before what another rule has in its fold", () => {
    const markdown = renderMarkdown(hugeReview(300), { maxBytes: 8000 });
    expect(markdown).toContain("### Dangerous");
    expect(markdown).toContain("### To look at");
  });
});

describe("many addresses of one finding", () => {
  test.each([
    [3, "`aws_glue_job.j000`, `aws_glue_job.j001`, `aws_glue_job.j002` —"],
    [4, "`aws_glue_job.j000`, `aws_glue_job.j001`, `aws_glue_job.j002`, `aws_glue_job.j003` —"],
    [5, "5 addresses: `aws_glue_job.j000`, `aws_glue_job.j001`, `aws_glue_job.j002` and 2 more —"],
    [1200, "1,200 addresses: `aws_glue_job.j000`, `aws_glue_job.j001`, `aws_glue_job.j002` and 1,197 more —"],
  ])("%d", (total, want) => {
    const markdown = renderMarkdown(jobsOfVersions(total, "the same"));
    expect(markdown).toContain(`- **Run cost: Glue version** · ${want}`);
    expect(markdown.includes("<summary>Findings with many addresses (1 finding)</summary>")).toBe(total > 4);
  });
});

test("counts by type begin with the type to which the worst happens", () => {
  const changes: readonly GivenChange[] = [
    ...["a", "b", "c"].map((name) => ({ address: `aws_sns_topic.${name}`, before: {}, after: { a: 1 } })),
    { address: "aws_sqs_queue.a", after: {} },
    { address: "aws_s3_bucket.b", before: {} },
    { address: "aws_x.y", before: {}, after: { a: 1 }, action: "replace-create-first" },
  ];
  expect(renderMarkdown(reviewOf([{ changes }]))).toContain(
    "- `aws_s3_bucket` 1 to destroy; `aws_x` 1 to replace (new one first); `aws_sns_topic` 3 to change; `aws_sqs_queue` 1 to add\n",
  );
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

  test.each([["addresses"], ["collapsed"], ["resources"]])("neither is a word that counts: %s", (p) => {
    const jobs = Array.from({ length: 50 }, (_, index): GivenChange[] => [
      { address: `aws_glue_job.j${index}`, before: { glue_version: "4.0" }, after: { glue_version: `5.${index}` } },
      { address: `aws_glue_job.same${index}`, before: { glue_version: "4.0" }, after: { glue_version: "5.0" } },
    ]).flat();
    const secretWord: GivenChange = { address: "aws_x.d", before: { p }, after: { p: "x" }, sensitive: { p: true } };
    const words = planOf({ changes: [...jobs, secretWord] });
    const own = createRedactor([words]);
    const review = reviewOf([words], { redactor: own });
    expect(renderMarkdown(review)).toContain(p);
    expect(replaceLeaks(review, renderMarkdown, own).leaks).toBe(0);
  });
});
