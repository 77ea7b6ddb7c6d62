/** Values of the wrong kind in every attribute that a rule reads, of every type that a rule knows: a review is made of each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Json } from "../../../src/json/json-value";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { reviewOf } from "../support";

const folder = join(__dirname, "..", "..", "..", "src", "review");
const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(folder, path), "utf8"))
  .join("\n");

/** What the code of the review names: types of resources, and what can be their attributes. */
const types = [...new Set(source.match(/\baws_[a-z0-9_]+/g))].sort();
const names = [...new Set([...source.matchAll(/"([a-z][a-z0-9_]{2,})"/g)].map(([, name]) => name as string))].sort();

const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
const leaf = fc.constantFrom<Json>(
  null,
  true,
  false,
  0,
  -1,
  5,
  1e9,
  "",
  "x",
  "arn:aws:iam::1:role/a",
  "{}",
  "[]",
  policy,
);
const { value: odd } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 3 }),
  ),
}));
const attributes = fc.dictionary(fc.constantFrom(...names), odd, { minKeys: 1, maxKeys: 12 });
const change = fc.record({
  type: fc.constantFrom(...types),
  before: fc.option(attributes, { nil: undefined }),
  after: fc.option(attributes, { nil: undefined }),
  unknown: fc.option(odd, { nil: undefined }),
  sensitive: fc.option(odd, { nil: undefined }),
});

test("the code names many types and attributes", () => {
  expect(types.length).toBeGreaterThan(80);
  expect(names.length).toBeGreaterThan(300);
});

test("whatever the values are, a review is made", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (given) => {
      const changes = given.map(({ type, ...rest }, index) => ({ address: `${type}.r${index}`, ...rest }));
      const made = reviewOf([{ changes: changes.map((one) => JSON.parse(JSON.stringify(one))) }]);
      expect(renderMarkdown(made)).toContain("plan");
    }),
    { numRuns: 120 },
  );
});

test("nor are policies, statements and blocks of another kind a fault", () => {
  const inline = [null, "x", 5, { policy: 5 }, { policy: ["x"] }] as Json;
  const role = { name: "x", inline_policy: inline, managed_policy_arns: [5, null, {}], assume_role_policy: [] } as Json;
  const document = {
    statement: [null, "x", { actions: "x", principals: [5], condition: "x", resources: { a: 1 } }],
  } as Json;
  const changes = [
    { address: "aws_iam_role.r", before: { name: null }, after: role },
    { address: "aws_iam_role_policy_attachment.a", before: {}, after: { role: 5, policy_arn: ["x"] } },
    { address: "data.aws_iam_policy_document.d", mode: "data", action: "read", before: undefined, after: document },
  ] as const;
  expect(renderMarkdown(reviewOf([{ changes: changes as never }]))).toContain("plan");
});
