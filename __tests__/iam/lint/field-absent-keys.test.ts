/** Conditions on keys that a request, or a resource of it, never has. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const NEVER = ["error unsupported-condition-key"];
const ALWAYS = ["warning unsupported-condition-key"];

describe("a Deny of what differs, on resources that have no such key", () => {
  const deny = (
    Resource: string | readonly string[],
    condition: object,
    Action: string | readonly string[] = "ec2:RunInstances",
  ) => findingsOf(policyOf({ Effect: "Deny", Action, Resource, Condition: condition }), "scp");
  const types = { "ec2:InstanceType": ["t3.micro", "t3.small"] };
  const INSTANCES = "arn:aws:ec2:*:*:instance/*";

  test.each([
    ["every resource", "*"],
    ["every resource of the service", "arn:aws:ec2:*:*:*"],
    ["in another partition", "arn:aws-us-gov:ec2:*:*:*"],
    ["instances and images", [INSTANCES, "arn:aws:ec2:*::image/*"]],
  ])("%s", (_, resource) => {
    const found = deny(resource, { StringNotEquals: types });
    expect(codesOf(found)).toEqual(NEVER);
    expect(found[0]?.hint).toContain("instance/*`");
  });

  test.each([
    ["the key of an image", { StringNotEquals: { "ec2:Owner": "amazon" } }],
    ["another operator", { StringNotLike: { "ec2:InstanceType": "t3.*" } }],
  ])("%s", (_, condition) => {
    expect(codesOf(deny("*", condition))).toEqual(NEVER);
  });

  test("the message names the action alone that is denied in any case", () => {
    const [found] = deny("*", { StringNotEquals: types }, ["ec2:StartInstances", "ec2:RunInstances"]);
    expect(found?.message).toMatch(
      /^`ec2:RunInstances` is denied whatever the condition says: .*`image`, .*`ec2:InstanceType`$/,
    );
  });

  test.each([
    ["the instances alone, as AWS's guide has it", INSTANCES, { StringNotEquals: types }],
    ["one image", [INSTANCES, "arn:aws:ec2:*::image/ami-1"], { StringNotEquals: types }],
    ["what is equal", "*", { StringEquals: types }],
    ["where the key is there", "*", { StringNotEqualsIfExists: types }],
    ["any of the values", "*", { "ForAnyValue:StringNotLike": types }],
    ["a key of every request", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } }],
    ["a key of all resources", "*", { StringNotEquals: { "ec2:Region": "eu-west-1" } }],
  ])("not so: %s", (_, resource, condition) => {
    expect(deny(resource, condition).filter(({ rule }) => rule === "unsupported-condition-key")).toEqual([]);
  });

  test("a service that checks a request once", () => {
    const found = deny("*", { NumericNotEquals: { "rds:Piops": "0" } }, "rds:CreateDBInstance");
    expect(codesOf(found)).toEqual([]);
  });
});

describe("IfExists on a key that no request has", () => {
  const when = (condition: object, more: object = {}) =>
    findingsOf(
      policyOf({
        Action: "ec2:ModifyInstanceAttribute",
        Resource: "arn:aws:ec2:*:*:instance/*",
        Condition: condition,
        ...more,
      }),
    );
  const PUBLIC = { BoolIfExists: { "ec2:AssociatePublicIpAddress": "true" } };

  test("a Deny takes the action away in any case, an Allow gives it", () => {
    expect(codesOf(when(PUBLIC, { Effect: "Deny" }))).toEqual(ALWAYS);
    expect(when(PUBLIC, { Effect: "Deny" })[0]?.message).toMatch(/denies it whatever the condition says$/);
    expect(codesOf(when(PUBLIC))).toEqual(ALWAYS);
    expect(when(PUBLIC)[0]?.message).toMatch(/the condition says nothing$/);
  });

  test("of several actions", () => {
    const both = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances"];
    expect(when(PUBLIC, { Effect: "Deny", Action: both })[0]?.message).toMatch(/denies them whatever/);
    expect(codesOf(when(PUBLIC, { Effect: "Deny", Action: [...both, "ec2:RunInstances"] }))).toEqual([]);
  });

  test.each([
    [
      "a tag",
      { StringEqualsIfExists: { "aws:ResourceTag/team": "a" } },
      { Action: "ec2:DescribeInstances", Resource: "*" },
    ],
    ["a key of every request", { StringEqualsIfExists: { "aws:PrincipalTag/team": "a" } }, {}],
    ["a key that the action has", { StringEqualsIfExists: { "ec2:Attribute": "a" } }, {}],
    ["all actions but some", PUBLIC, { Effect: "Deny", Action: undefined, NotAction: "iam:*" }],
  ])("not so: %s", (_, condition, more) => {
    expect(when(condition, more).filter(({ rule }) => rule === "unsupported-condition-key")).toEqual([]);
  });
});

test("a Deny without IfExists says what it does", () => {
  const [found] = findingsOf(
    policyOf({
      Effect: "Deny",
      Action: "s3:CreateBucket",
      Resource: "*",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } },
    }),
  );
  expect(found).toMatchObject({
    severity: "error",
    message: expect.stringMatching(/so the statement denies it whatever the condition says$/),
  });
});

describe("a Deny of several actions, some of which never have the key", () => {
  const deny = (Action: readonly string[], condition: object = { Bool: { "ec2:AssociatePublicIpAddress": "true" } }) =>
    findingsOf(policyOf({ Effect: "Deny", Action, Resource: "*", Condition: condition }), "scp");

  test("those that are written out are told", () => {
    const found = deny(["ec2:RunInstances", "ec2:AllocateAddress", "ec2:AssociateAddress"]);
    expect(codesOf(found)).toEqual(["warning unsupported-condition-key"]);
    expect(found[0]?.message).toMatch(
      /^no request for `ec2:AllocateAddress` and `ec2:AssociateAddress` .* does not deny them$/,
    );
  });

  test.each([
    ["patterns", ["ec2:RunInstances", "ec2:Allocate*"]],
    ["all have it", ["ec2:RunInstances"]],
  ])("not so: %s", (_, actions) => {
    expect(deny(actions)).toEqual([]);
  });

  test.each([
    ["a negated operator", { StringNotEquals: { "ec2:Attribute": "a" } }],
    ["tags", { StringEquals: { "aws:ResourceTag/team": "a" } }],
  ])("not so: %s", (_, condition) => {
    expect(codesOf(deny(["ec2:ModifyInstanceAttribute", "ec2:CreateDefaultVpc"], condition))).not.toContain(
      "warning unsupported-condition-key",
    );
  });
});
