/** ARNs of Amazon S3 in which a part is missing, or too much. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const codes = (Resource: string, Action: string | readonly string[] = "s3:GetObject") =>
  codesOf(findingsOf(policyOf({ Action, Resource })));
const POINT = "arn:aws:s3:us-east-1:123456789012:accesspoint/reports";

test.each([
  ["a prefix", `${POINT}/2026/*`, `${POINT}/object/2026/*`],
  ["one key", `${POINT}/a.csv`, `${POINT}/object/a.csv`],
  [
    "of several Regions",
    "arn:aws:s3::123456789012:accesspoint/m.mrap/a/*",
    "arn:aws:s3::123456789012:accesspoint/m.mrap/object/a/*",
  ],
  ["a bucket with its scheme", "arn:aws:s3:::s3://raw/in/*", "arn:aws:s3:::raw/in/*"],
])("the objects of an access point, or a URL: %s", (_, resource, meant) => {
  const [finding, ...others] = findingsOf(policyOf({ Action: "s3:GetObject", Resource: resource }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: "malformed-arn", severity: "error", hint: `write \`${meant}\`` });
});

test("the address of a bucket", () => {
  expect(codes("arn:aws:s3:::https://raw.s3.amazonaws.com/*")).toEqual(["error malformed-arn"]);
});

test.each([
  ["the objects of an access point", `${POINT}/object/2026/*`],
  ["all behind its name", `${POINT}/*`],
  ["what only a plan knows", `${POINT}/\${var.prefix}/*`],
  ["an object whose key has colons and slashes", "arn:aws:s3:::raw/s3://a"],
])("%s", (_, resource) => {
  expect(codes(resource)).toEqual([]);
});
