/** Every fixture's review is the committed one, reads strictly, is short enough, and holds no secret in any form. `npm run reviews` writes them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { folderFinder } from "../../src/cli/review/review-folders";
import type { Json } from "../../src/json/json-value";
import { createRedactor } from "../../src/review/redact/redactor";
import { renderJson } from "../../src/review/report/json";
import { renderMarkdown } from "../../src/review/report/markdown";
import { replaceLeaks } from "../../src/review/report/replace-leaks";
import type { Review } from "../../src/review/report/report";
import { renderSarif } from "../../src/review/report/sarif";
import { renderTerminal } from "../../src/review/report/terminal";
import { failedSections, review } from "../../src/review/review";
import { failSections } from "../../src/review/rule";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { checkSchema } from "./report/json-schema";
import { readStrictly } from "./report/strict-markdown";

const ROOT = resolve(__dirname, "../..");
const PLANS = join(ROOT, "__tests__", "plans");
const { samples } = require("../../scripts/review-samples.js") as { samples: Record<string, () => object> };

const refused = readdirSync(PLANS).filter((name) => existsSync(join(PLANS, name, "refusal.txt")));
const fixtures = readdirSync(PLANS)
  .filter((name) => existsSync(join(PLANS, name, "review.md")))
  .sort();

/** As the command does it, in the plan's folder. */
function reviewText(text: string, source: string, folder: string) {
  const plans = [readPlan(text, source)];
  const veil = createRedactor(plans);
  const made = review(plans, { today: "2026-11-01", folderOf: folderFinder(plans, folder), redactor: veil });
  return { made, veil };
}

const FORMATS: Readonly<Record<string, (made: Review) => string>> = {
  markdown: (made) => renderMarkdown(made),
  terminal: (made) => renderTerminal(made),
  json: (made) => renderJson(made, failedSections(made, failSections)),
  sarif: (made) => renderSarif(made, "1.0.0"),
};

describe.each(fixtures)("%s", (name) => {
  const text = readFileSync(join(PLANS, name, "plan.json"), "utf8");
  const { made, veil } = reviewText(text, "plan.json", join(PLANS, name));

  test("the review is the committed one", () => {
    expect(renderMarkdown(made)).toBe(readFileSync(join(PLANS, name, "review.md"), "utf8"));
  });

  test("it is strict markdown, short enough", () => {
    const markdown = renderMarkdown(made);
    readStrictly(markdown);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
  });

  test.each(Object.keys(FORMATS))("no secret in %s", (format) => {
    const { text: printed, leaks } = replaceLeaks(made, FORMATS[format] as (made: Review) => string, veil);
    expect(leaks).toBe(0);
    const folded = printed.toLowerCase();
    for (const secret of markedStrings(JSON.parse(text) as Json)) {
      for (const form of formsOf(secret))
        if (folded.includes(form.toLowerCase())) throw new Error(`a marked value of ${name} is printed`);
    }
  });

  test("JSON is what its schema says", () => {
    const schema = JSON.parse(readFileSync(join(ROOT, "docs", "review.schema.json"), "utf8")) as Json;
    expect(checkSchema(JSON.parse(FORMATS.json?.(made) ?? "") as Json, schema)).toEqual([]);
  });
});

test("every plan has its review, or what it is refused with", () => {
  const planned = readdirSync(PLANS).filter((name) => existsSync(join(PLANS, name, "plan.json")));
  expect([...fixtures, ...refused].sort()).toEqual(planned.sort());
});

test.each(refused)("%s is refused", (name) => {
  const read = () => readPlan(readFileSync(join(PLANS, name, "plan.json"), "utf8"), "plan.json");
  const [first = ""] = readFileSync(join(PLANS, name, "refusal.txt"), "utf8").split("\n");
  expect(read).toThrow(first.replace(/^error: /, ""));
});

describe.each(Object.entries(samples))("sample %s", (name, make) => {
  const { made } = reviewText(JSON.stringify(make()), `${name}.json`, PLANS);

  test("the docs show it", () => {
    expect(renderMarkdown(made)).toBe(readFileSync(join(ROOT, "docs", "reviews", `${name}.md`), "utf8"));
  });

  test("it is strict markdown", () => {
    readStrictly(renderMarkdown(made).replace(/\*\*Left out: .*/, ""));
  });
});

/** Strings of six characters and more under a mark, found without any code of the reader. */
function markedStrings(plan: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const names = new Set<string>();
  const walk = (value: Json | undefined, marks: Json | undefined): void => {
    if (value === null || value === undefined) return;
    if (marks === true && typeof value === "string" && value.length >= 6) found.add(value);
    if (typeof value !== "object" || marks === undefined || marks === null) return;
    for (const [key, inner] of Object.entries(value))
      walk(inner as Json, marks === true ? true : (marks as Record<string, Json>)[key]);
  };
  const { resource_changes = [], output_changes = {} } = plan as {
    resource_changes?: Json[];
    output_changes?: Record<string, Json>;
  };
  const changes = [...resource_changes, ...Object.values(output_changes).map((change) => ({ change }))] as {
    address?: string;
    change: Record<string, Json>;
  }[];
  for (const { address = "", change } of changes) {
    for (const word of address.split(/[^\w-]+/)) names.add(word);
    walk(change.before, change.before_sensitive);
    walk(change.after, change.after_sensitive);
  }
  return new Set([...found].filter((secret) => !names.has(secret)));
}

/** How a secret may be written. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = bytes.toString("base64").replace(/=+$/, "");
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(secret),
    base64,
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ];
}
