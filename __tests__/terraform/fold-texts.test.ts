/** What is known of a template may decide `startswith` and `endswith`. */
import type { Expression } from "../../src/hcl/expression";
import { atEnd } from "../../src/terraform/functions/fold-texts";
import { literal } from "../../src/terraform/known-values";

const hole: Expression = { kind: "reference", address: "var.name" };
const template = (...parts: (string | Expression)[]): Expression => ({ kind: "template", parts });

test.each<[end: "start" | "end", text: Expression, part: string, result: boolean | undefined]>([
  ["end", template(hole, "/*"), "/*", true],
  ["end", template(hole, "a/*"), "/*", true],
  ["end", template(hole, "a.txt"), "/*", false],
  ["end", template(hole, "*"), "/*", undefined],
  ["end", template(hole, "x"), "/*", false],
  ["end", template("/*", hole), "/*", undefined],
  ["end", template(hole, "é"), "é", undefined],
  ["end", template(hole, "a"), "", true],
  ["start", template("s3://b", hole), "s3://", true],
  ["start", template("s3://", hole), "s3://", undefined],
  ["start", template("s3:", hole), "s3://", undefined],
  ["start", template("arn:", hole), "s3://", false],
  // An accent may follow.
  ["start", template("e", hole), "é", undefined],
  ["start", template(hole, "s3://"), "s3://", undefined],
  ["start", hole, "s3://", undefined],
  ["start", literal("s3://"), "s3://", true],
])("at the %s of %j: %s", (end, text, part, result) => {
  expect(atEnd(end)([text, literal(part)])).toEqual(result === undefined ? undefined : literal(result));
});
