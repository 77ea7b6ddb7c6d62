import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan, reviewFormats, reviewToText, reviewToTextAndFailures } from "../../src/entries/review";
import { replaceLeaks } from "../../src/review/redact/replace-leaks";

jest.mock("../../src/review/redact/replace-leaks", () => {
  const actual = jest.requireActual("../../src/review/redact/replace-leaks");
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

test("refuses a format that there is not", () => {
  const format = "markdwon" as "markdown";
  expect(() => reviewToText([], { format })).toThrow("format: there is no `markdwon`\n  did you mean `markdown`?");
});
