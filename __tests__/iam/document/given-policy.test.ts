/** A policy may come as JSON has it, and not only as the reader of this library gives it. */

import { normalForm, samePolicy } from "../../../src/iam/document/normal-form";
import type { PlainPolicy } from "../../../src/iam/document/plain-policy";
import { readPolicyText } from "../../../src/iam/document/read-policy";
import { fixPolicy, lintPolicy } from "../../../src/iam/lint";

const allow = (...Action: string[]): PlainPolicy => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "arn:aws:s3:::orders/*" }],
});
const trust: PlainPolicy = {
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" },
};
const read = (policy: PlainPolicy) => readPolicyText(JSON.stringify(policy)).policies[0]!.document;

test.each([
  ["identity", allow("s3:GetObjekt", "s3:HeadObject")],
  ["without findings", allow("s3:GetObject")],
  ["trust, with one statement", trust],
])("%s: the same as of what was read", (_, policy) => {
  const told = (given: Parameters<typeof lintPolicy>[0]) =>
    lintPolicy(given).map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
  expect(told(policy)).toEqual(told(read(policy)));
  expect(fixPolicy(policy, lintPolicy(policy)).policy).toEqual(
    fixPolicy(read(policy), lintPolicy(read(policy))).policy,
  );
  expect(normalForm(policy)).toEqual(normalForm(read(policy)));
  expect(samePolicy(policy, read(policy))).toBe(true);
});

test("lintPolicy finds what is wrong in a plain policy", () => {
  expect(lintPolicy(allow("s3:GetObjekt")).map(({ rule }) => rule)).toEqual(["unknown-action"]);
  expect(lintPolicy(trust).map(({ rule }) => rule)).toContain("open-trust");
});

test.each([
  [{}, "policy: there is no policy here: an object with `Statement` was expected"],
  [{ Effect: "Allow", Action: "*", Resource: "*" }, "there is no policy here"],
  [[allow("s3:GetObject"), trust], "policy: one policy is expected, and here are 2"],
])("%j is refused", (given, message) => {
  expect(() => lintPolicy(given as unknown as PlainPolicy)).toThrow(message);
});
