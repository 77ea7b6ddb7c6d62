/** Plans that are made to do harm, or to be slow. */
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { readPlan, readPlanValue } from "../../../src/terraform/plan/read-plan";
import { processorTime } from "../../growth";
import { change, readScenario, smallPlan } from "../../terraform/plan/fixtures";

test("hostile names and values are read as they are", () => {
  const plan = readScenario("hostile");
  const values = plan.resources.map(({ after }) => JSON.stringify(after.value)).join("\n");
  for (const text of ["</details>", "```", "@octocat", "\\u001b[31m", "<script>", "${a} %{b}", "\u202e"]) {
    expect(values).toContain(text);
  }
  expect(plan.resources.some(({ index }) => typeof index === "string" && index.includes("\n\n# Heading"))).toBe(true);
});

test("names that every object has", () => {
  const text = JSON.stringify(smallPlan({ resource_changes: [change("a.b", { before: {}, after: { x: 1 } })] }))
    .replace('"x":1', '"__proto__":{"polluted":"yes"},"constructor":"c","hasOwnProperty":1')
    .replace('"before":{}', '"before":{"toString":"x"}');
  const plan = readPlan(text, "p");
  const shown = createRedactor([plan]).show(plan.resources[0]?.after.value, { toString: true });
  expect(Object.keys(shown as object)).toEqual(["__proto__", "constructor", "hasOwnProperty"]);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(
    readPlanValue(smallPlan({ output_changes: JSON.parse('{"__proto__":{"actions":["create"]}}') as Json }), "p")
      .outputs,
  ).toHaveLength(1);
});

test("values and marks that are nested very deep", () => {
  const deep = `${"[".repeat(50_000)}"deep-secret"${"]".repeat(50_000)}`;
  const marks = deep.replace('"deep-secret"', "true");
  const fields = change("a.b", { after: "AFTER", after_sensitive: "MARKS" });
  const text = JSON.stringify(smallPlan({ resource_changes: [fields] }))
    .replace('"AFTER"', deep)
    .replace('"MARKS"', marks);
  const plan = readPlan(text, "p");
  const veil = createRedactor([plan]);
  expect(veil.show("deep-secret")).toBe("(sensitive)");
  expect(JSON.stringify(veil.show(plan.resources[0]?.after.value))).toContain("(sensitive)");
  expect(veil.show(deep)).toContain("[");
});

const slow: readonly (readonly [string, string, string])[] = [
  ["a secret of one letter over and over", "a".repeat(2_000), "a".repeat(20_000)],
  ["backslashes", "back\\slash-secret", "\\".repeat(20_000)],
  ["percent signs", "percent-secret", "%41".repeat(6_000)],
  ["quotes and names", "quoted-secret", "password='".repeat(2_000)],
  ["names without values", "named-secret", "token ".repeat(3_000)],
  ["beginnings of keys", "begun-secret", "-----BEGIN PRIVATE KEY-----".repeat(800)],
  ["beginnings of URLs", "url-secret", "a://b:".repeat(3_000)],
  ["dashes", "dashed-secret", "-".repeat(20_000)],
  ["a long run of letters and digits", "run-secret", "aB3".repeat(6_000)],
];
test.each(slow)("takes time in proportion to the text: %s", (_, secret, text) => {
  const marked = change("a.b", { after: { s: secret }, after_sensitive: { s: true } });
  const veil = createRedactor([readPlanValue(smallPlan({ resource_changes: [marked] }), "p")]);
  const time = processorTime(() => {
    veil.show(text);
    veil.text(text);
    veil.scan(text);
  });
  expect(time / 1e6).toBeLessThan(10);
});

test("20,000 secrets", () => {
  const secrets = Array.from({ length: 20_000 }, (_, index) => `secret-number-${index}-x`);
  const marked = change("a.b", { after: { secrets }, after_sensitive: { secrets: true } });
  const veil = createRedactor([readPlanValue(smallPlan({ resource_changes: [marked] }), "p")]);
  expect(veil.show(`first ${secrets[7]} last ${secrets[19_999]}`)).toBe("first (sensitive) last (sensitive)");
});
