/** `iam:*`, and advice about passing a role that keeps the other actions of its statement. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const ROLE = "arn:aws:iam::123456789012:role/etl";
const rules = (...statements: object[]) =>
  codesOf(findingsOf(policyOf(...statements))).map((code) => code.split(" ")[1]);
const hintOf = (statement: object) =>
  findingsOf(policyOf(statement)).find(({ rule }) => rule === "pass-role-without-service")?.hint;

describe("every action of IAM on every role is told once", () => {
  const TOLD = ["privilege-escalation", "service-wildcard", "wildcard-resource"];
  test.each<readonly [string, object]>([
    ["on everything", { Action: "iam:*", Resource: "*" }],
    ["beside another action", { Action: ["iam:*", "s3:ListAllMyBuckets"], Resource: "*" }],
  ])("%s", (_, statement) => {
    expect(rules(statement)).toEqual(TOLD);
  });

  test.each<readonly [string, object, string]>([
    ["on one role", { Action: "iam:*", Resource: ROLE }, "pass-role-without-service"],
    ["passing alone", { Action: "iam:PassRole", Resource: "*" }, "pass-role-wildcard"],
    ["a pattern of it", { Action: "iam:Pass*", Resource: "*" }, "pass-role-wildcard"],
    ["service-linked roles alone", { Action: "iam:CreateServiceLinkedRole", Resource: "*" }, "create-slr-wildcard"],
  ])("still told: %s", (_, statement, rule) => {
    expect(rules(statement)).toContain(rule);
  });

  test("nothing else is lost where a Deny leaves passing alone", () => {
    const deny = {
      Effect: "Deny",
      Action: ["iam:A*", "iam:C*", "iam:D*", "iam:Put*", "iam:S*", "iam:U*", "iam:R*"],
      Resource: "*",
    };
    expect(rules({ Action: "iam:*", Resource: "*" }, deny)).toContain("pass-role-wildcard");
  });
});

describe("the condition on the service goes where nothing else needs it", () => {
  test("alone", () => {
    expect(hintOf({ Action: "iam:PassRole", Resource: ROLE })).toMatch(/^add `"StringEquals"/);
    expect(hintOf({ Action: ["iam:passrole"], Resource: ROLE })).toMatch(/^add `/);
  });

  test.each<readonly [string, readonly string[], string]>([
    [
      "beside another action",
      ["iam:PassRole", "glue:CreateJob"],
      'with `"StringEquals": { "iam:PassedToService": "glue.amazonaws.com" }`',
    ],
    [
      "as a part of a pattern",
      ["iam:*"],
      'with `"StringEquals": { "iam:PassedToService": "SERVICE.amazonaws.com" }` and the service that takes the role',
    ],
  ])("%s", (_, Action, ending) => {
    expect(hintOf({ Action, Resource: ROLE })).toBe(`allow \`iam:PassRole\` in a statement of its own, ${ending}`);
  });
});
