import { createTextLinter, fingerprintOf, lintText } from "../../../src/iam/lint";

const today = "2026-10-01";
const wide = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" },
    { Effect: "Allow", Action: "glue:GetTabel", Resource: "arn:aws:glue:eu-west-1:123456789012:table/sales/orders" },
  ],
});

test("the same text in another file has the same findings there", () => {
  const lint = createTextLinter({ today });
  const [first, second] = [lint(wide, "a.json"), lint(wide, "b.json")];
  expect(first.map(({ rule }) => rule)).toEqual(["full-admin", "unknown-action"]);
  expect(second).toEqual(lintText(wide, { today, file: "b.json" }));
  expect(first).toEqual(lintText(wide, { today, file: "a.json" }));
});

test("what a baseline knows of a finding is the same in both", () => {
  const lint = createTextLinter({ today });
  const prints = ["a.json", "b.json"].map((file) => lint(wide, file).map(fingerprintOf));
  const alone = ["a.json", "b.json"].map((file) => lintText(wide, { today, file }).map(fingerprintOf));
  expect(prints).toEqual(alone);
  expect(prints[0]).not.toEqual(prints[1]);
});

test("a text without a file and then with one", () => {
  const lint = createTextLinter({ today });
  expect(lint(wide).map(({ file }) => file)).toEqual([undefined, undefined]);
  expect(lint(wide, "a.json").map(({ file }) => file)).toEqual(["a.json", "a.json"]);
  expect(lint(wide).map(({ file }) => file)).toEqual([undefined, undefined]);
});

test("a text that was broken is told of in each file", () => {
  const lint = createTextLinter({ today });
  expect(["a.json", "b.json"].map((file) => lint("{", file).map((one) => [one.rule, one.file]))).toEqual([
    [["not-json", "a.json"]],
    [["not-json", "b.json"]],
  ]);
});

test("a suppression of one file is one of that file only", () => {
  const lint = createTextLinter({
    today,
    suppressions: [{ rule: "full-admin", file: "b.json", reason: "break-glass role" }],
  });
  const found = ["b.json", "a.json", "b.json", "a.json"].map((file) => lint(wide, file).map(({ rule }) => rule));
  const [both, one] = [["full-admin", "unknown-action"], ["unknown-action"]];
  expect(found).toEqual([one, both, one, both]);
});

test("the file of the options stands for all texts without one of their own", () => {
  const lint = createTextLinter({ today, file: "a.json" });
  expect([lint(wide), lint(wide), lint("{"), lint(wide, "b.json")].map((found) => found[0]?.file)).toEqual([
    "a.json",
    "a.json",
    "a.json",
    "b.json",
  ]);
});
