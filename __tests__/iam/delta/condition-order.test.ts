/** Conditions that differ in the case of their keys alone are one row, and the order of the statements does not decide how it is written. */
import { permissionDelta } from "../../../src/iam/delta";
import { allow, identity } from "./delta-support";

const when = (action: string, key: string, value: string) => ({
  ...allow(action, "arn:aws:s3:::orders/*"),
  Condition: { StringEquals: { [key]: value } },
});
const before = identity(when("s3:GetObject", "aws:SourceVpc", "vpc-1"), when("s3:PutObject", "aws:SourceVpc", "vpc-1"));
const written = [when("s3:GetObject", "aws:SourceVpc", "vpc-2"), when("s3:PutObject", "aws:sourcevpc", "vpc-2")];

test.each([
  ["as they are", written],
  ["the other way round", [...written].reverse()],
  [
    "with the keys exchanged",
    [when("s3:GetObject", "aws:sourcevpc", "vpc-2"), when("s3:PutObject", "aws:SourceVpc", "vpc-2")],
  ],
])("%s", (_, after) => {
  expect(permissionDelta(before, identity(...after)).conditions).toMatchObject([
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      direction: "changed",
      before: [[{ key: "aws:SourceVpc", values: ["vpc-1"] }]],
      after: [[{ key: "aws:SourceVpc", values: ["vpc-2"] }]],
    },
  ]);
});
