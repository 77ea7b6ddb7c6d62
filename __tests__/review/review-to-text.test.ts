/**
 * With modules of its own, one of which is replaced.
 *
 * @jest-environment node
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan, reviewFormats, reviewToText, reviewToTextAndFailures } from "../../src/entries/review";
import { replaceLeaks } from "../../src/review/report/replace-leaks";

jest.mock("../../src/review/report/replace-leaks", () => {
  const actual = jest.requireActual("../../src/review/report/replace-leaks");
  return { ...actual, replaceLeaks: jest.fn(actual.replaceLeaks) };
});

const plan = (name: string) => {
  const file = join(__dirname, "../plans", name, "plan.json");
  return readPlan(readFileSync(file, "utf8"), "plan.json");
};

test.each(reviewFormats)("%s: the finished text is searched for secrets", (format) => {
  const search = jest.mocked(replaceLeaks);
  search.mockClear();
  const text = reviewToText([plan("permission-gained")], { format, today: "2026-11-01" });
  expect(search).toHaveBeenCalledTimes(1);
  expect(text).toBe(search.mock.results[0]?.value.text);
  expect(text).toContain("permission");
});

test("tells what a pipeline fails on, and the config is where it is taken from", () => {
  const plans = [plan("permission-gained")];
  const given = { format: "json", today: "2026-11-01" } as const;
  expect(reviewToTextAndFailures(plans, given)).toMatchObject({ failed: [], leaks: 0 });
  const failOn = ["permissions-gained", "data-loss"] as const;
  expect(reviewToTextAndFailures(plans, { ...given, failOn }).failed).toEqual(["permissions-gained"]);
  expect(reviewToTextAndFailures(plans, { ...given, config: { failOn } }).failed).toEqual(["permissions-gained"]);
});

const PLANS = [plan("permission-gained")];

test("refuses a format that there is not", () => {
  const format = "markdwon" as "markdown";
  expect(() => reviewToText(PLANS, { format })).toThrow("format: there is no `markdwon`\n  did you mean `markdown`?");
});

test.each([
  ["a section", { failOn: ["dataloss"] }, "failOn: there is no section `dataloss`\n  did you mean `data-loss`?"],
  ["a section alone", { failOn: "data-loss" }, "failOn: a list of sections is expected"],
  ["a section of the config", { config: { failOn: ["drifts"] } }, "failOn: there is no section `drifts`"],
  ["a date", { today: "1.1.2026" }, "today: `1.1.2026` is not a date"],
  ["a text in place of a config", { config: '{ "rules": {} }' }, "`parseConfig` reads one from its text"],
  [
    "a rule",
    { config: { rules: { "bucket-destroyd": { level: "off", reason: "x" } } } },
    "did you mean `bucket-destroyed`",
  ],
  ["a config that was only parsed as JSON", { config: { rules: { "bucket-destroyed": "off" } } }, "`parseConfig`"],
  [
    "a suppression",
    { config: { suppressions: [{ rule: "x", reason: "y" }] } },
    "config.suppressions[0].rule: there is no",
  ],
  [
    "a suppression without a reason",
    { config: { suppressions: [{ rule: "bucket-destroyed", reason: " " }] } },
    "suppressed without a reason",
  ],
  [
    "a suppression whose reason was forgotten",
    { config: { suppressions: [{ rule: "bucket-destroyed" }] } },
    "without a reason",
  ],
])("refuses %s that is wrong, so that no pipeline passes by mistake", (_, options, message) => {
  expect(() => reviewToText(PLANS, { format: "json", ...(options as object) })).toThrow(message);
});

test("tells all wrong options at once", () => {
  const options = { format: "md", failOn: ["dataloss"], today: "soon" } as unknown as Parameters<
    typeof reviewToText
  >[1];
  expect(() => reviewToText(PLANS, options)).toThrow(/format: [\s\S]*failOn: [\s\S]*today: /);
});

test("the account is told where the plan does not tell it", () => {
  const bare = { ...plan("permission-gained"), prior: new Map(), resources: [], providers: [] };
  expect(reviewToText([bare], { format: "text", account: "111111111111" })).toContain("account 111111111111");
  expect(() => reviewToText([bare], { format: "text", account: "1111" })).toThrow(
    "account: `1111` is not an account\n  write its ID of twelve digits",
  );
});

test("what a plan tells itself counts more than the account that is given", () => {
  const text = reviewToText(PLANS, { format: "text", account: "999999999999" });
  expect(text).not.toContain("999999999999");
});
