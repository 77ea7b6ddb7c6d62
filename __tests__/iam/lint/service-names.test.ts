/** Names of services that do not exist, in principals and in conditions, and names that do. */
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";

const ROLE = "arn:aws:iam::123456789012:role/orders";

/** Hints of `invalid-principal` for a name in each place where policies have one. */
function hintsFor(name: string): readonly (string | undefined)[] {
  const pass = (operator: string, key: string) => ({
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: ROLE,
    Condition: { [operator]: { [key]: ["states.amazonaws.com", name] } },
  });
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: ["states.amazonaws.com", name] } };
  const statements = [
    [trust, "trust"],
    [pass("StringEquals", "iam:PassedToService"), "identity"],
    [pass("StringEqualsIfExists", "IAM:passedtoservice"), "identity"],
    [pass("ForAnyValue:StringLike", "aws:CalledVia"), "identity"],
    [pass("StringNotEquals", "aws:PrincipalServiceName"), "identity"],
  ] as const;
  return statements.map(([statement, type]) => {
    const document = documentOf({ Version: "2012-10-17", Statement: [statement] }, type);
    const found = lintPolicy(document, { today: "2026-10-01" }).filter(({ rule }) => rule === "invalid-principal");
    expect(found.length).toBeLessThan(2);
    return found[0]?.hint;
  });
}

test.each([
  ["another ending", "glue.amazon.com", "did you mean `glue.amazonaws.com`?"],
  ["another ending of another service", "lambda.amazon.com", "did you mean `lambda.amazonaws.com`?"],
  ["no ending", "glue", "did you mean `glue.amazonaws.com`?"],
  ["half an ending", "ec2.amazonaws", "did you mean `ec2.amazonaws.com`?"],
  ["a foreign ending", "sagemaker.amazonaws.org", "did you mean `sagemaker.amazonaws.com`?"],
  ["capital letters", "Glue.amazonaws.com", "did you mean `glue.amazonaws.com`?"],
  ["a part of Glue", "crawler.glue.amazonaws.com", "did you mean `glue.amazonaws.com`?"],
  ["DataBrew as a part of Glue", "glue-databrew.amazonaws.com", "did you mean `databrew.amazonaws.com`?"],
  ["a typing error", "gleu.amazonaws.com", "did you mean `glue.amazonaws.com`?"],
  ["a letter too few", "lamda.amazonaws.com", "did you mean `lambda.amazonaws.com`?"],
  ["a singular", "event.amazonaws.com", "did you mean `events.amazonaws.com`?"],
  ["nothing that anybody knows", "some thing", "write one such as `glue.amazonaws.com`"],
])("%s: %s", (_title, name, hint) => {
  expect(hintsFor(name)).toEqual([hint, hint, hint, hint, hint]);
});

test.each([
  "glue.amazonaws.com",
  "databrew.amazonaws.com",
  "lambda.amazonaws.com",
  "edgelambda.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logs.eu-west-1.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "member.org.stacksets.cloudformation.amazonaws.com",
  "ec2.amazonaws.com.cn",
  "alexa-appkit.amazon.com",
  "alexa-connectedhome.amazon.com",
  "lightsail.aws.amazon.com",
  "elasticmapreduce.c2s.ic.gov",
  "glue.amazonaws.eu",
  "a-service-of-next-year.amazonaws.com",
  "${var.service}",
])("%s is taken for a service", (name) => {
  expect(hintsFor(name)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test.each(["*.amazonaws.com", "glue.*", "*", "ec2?.amazonaws.com"])("a pattern is no name: %s", (name) => {
  expect(hintsFor(name).slice(1)).toEqual([undefined, undefined, undefined, undefined]);
});

describe("kms:ViaService", () => {
  const hintOf = (operator: string, value: string) => {
    const Condition = { [operator]: { "kms:ViaService": value } };
    const Resource = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    const statement = { Effect: "Allow", Action: "kms:Decrypt", Resource, Condition };
    const found = lintPolicy(documentOf({ Version: "2012-10-17", Statement: [statement] }), { today: "2026-10-01" });
    return found.find(({ rule }) => rule === "invalid-principal")?.hint;
  };

  test.each([
    ["s3.us-east-1.amazon.com", "did you mean `s3.us-east-1.amazonaws.com`?"],
    ["glue.us-east-1.aws.com", "did you mean `glue.us-east-1.amazonaws.com`?"],
    ["glue.us-east-1.amazonaws.com", undefined],
    ["s3.cn-north-1.amazonaws.com.cn", undefined],
    ["secretsmanager.*.amazonaws.com", undefined],
  ])("%s", (value, hint) => {
    expect(hintOf("StringEquals", value)).toBe(hint);
    expect(hintOf("StringLike", value)).toBe(hint);
  });
});
