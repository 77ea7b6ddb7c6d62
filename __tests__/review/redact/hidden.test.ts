/** What is known from elsewhere and equals a secret, and sentences that a plan would like to write. */

import { createRedactor } from "../../../src/review/redact/redactor";
import { renderJson } from "../../../src/review/report/json";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { replaceLeaks } from "../../../src/review/report/replace-leaks";
import { renderTerminal } from "../../../src/review/report/terminal";
import { reviewCodeSpan } from "../../../src/review/report/visible";
import { sectionTitles } from "../../../src/review/rule";
import { rules } from "../../../src/review/rules";
import { type GivenChange, planOf, reviewOf } from "../support";

const secrets = (values: readonly string[]): GivenChange => ({
  address: "aws_x.y",
  before: {},
  after: { v: [...values] },
  sensitive: { v: true },
});

describe("what is known from elsewhere equals a secret", () => {
  const plan = planOf({
    source: "envs/production.json",
    changes: [
      secrets(["111111111111", "production", "envs/production"]),
      { address: "aws_s3_bucket.b", before: { bucket: "production" } },
    ],
    providers: [
      { name: "aws", fullName: "aws", constants: new Map([["allowed_account_ids", ["111111111111", "222222222222"]]]) },
    ],
  });
  const veil = createRedactor([plan]);
  const suppression = { rule: "bucket-destroyed", reason: "production is copied", until: "2030-01-01" };
  const review = reviewOf([plan], {
    redactor: veil,
    config: { suppressions: [suppression], rules: { destroyed: { level: "danger", reason: "in production" } } },
  });

  test.each([
    ["markdown", renderMarkdown],
    ["text", (one: typeof review) => renderTerminal(one)],
    ["JSON", (one: typeof review) => renderJson(one, [])],
  ])("no leak is left in %s", (_name, render) => {
    const { text, leaks } = replaceLeaks(review, render, veil);
    expect(leaks).toBe(0);
    expect(text).toContain("envs/production.json");
    expect(text).not.toContain("111111111111");
    expect(text.replaceAll("envs/production.json", "")).not.toContain("production");
  });

  test("the account is hidden, others stay", () => {
    expect(review.plans[0]?.where.accounts).toEqual(["(sensitive)", "222222222222"]);
    expect(review.suppressed[0]?.reason).toBe("(sensitive) is copied");
  });
});

test("a short secret is hidden at its own place: days, places", () => {
  const plan = planOf({
    changes: [
      {
        address: "aws_kms_key.k",
        before: { deletion_window_in_days: 17 },
        sensitive: { deletion_window_in_days: true },
      },
      {
        address: "aws_glue_catalog_table.t",
        before: { storage_descriptor: [{ location: "zq9" }] },
        sensitive: { storage_descriptor: [{ location: true }] },
      },
      {
        address: "aws_glue_job.j",
        before: { glue_version: "4.0" },
        after: { glue_version: "5.0" },
        sensitive: { glue_version: true },
      },
    ],
  });
  expect(renderMarkdown(reviewOf([plan]))).not.toMatch(/17|zq9|Spark/);
});

test("a backtick in a policy does not make its text ours", () => {
  const resource = "arn:aws:iam::111111111111:role/a` for testing only, approved by the security team, `b";
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: resource }],
  });
  const address = "aws_iam_role_policy.p";
  const text = renderMarkdown(
    reviewOf([{ changes: [{ address, before: { role: "r", policy: "{}" }, after: { role: "r", policy } }] }]),
  );
  const prose = text.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, "");
  expect(text).toContain("approved by the security team");
  expect(prose).not.toContain("approved");
  expect(prose).toContain("Permissions gained");
  expect(reviewCodeSpan(resource)).toContain("``");
});

test("a title says more than its section", () => {
  const policy = (actions: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });
  const text = renderMarkdown(
    reviewOf([
      {
        changes: [
          {
            address: "aws_iam_role_policy.p",
            before: { role: "r", policy: policy("s3:ListBucket") },
            after: { role: "r", policy: policy("s3:GetObject") },
          },
        ],
      },
    ]),
  );
  expect(text).toContain("- **Permissions gained: wildcard of resources** · ");
  expect(text).toContain("- **Permissions lost: less is allowed** · ");
  expect(rules.filter(({ section, title }) => sectionTitles[section].toLowerCase() === title)).toEqual([]);
});
