/** What repositories of strangers showed: each case beside a neighbour that must still be told. */
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const AWS = "arn:aws:iam::aws:policy";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6789-0abc-def012345678";

describe("names of services in conditions that are still to be filled in", () => {
  const via = (value: string) =>
    findingsOf(
      policyOf({ Action: "kms:Decrypt", Resource: KEY, Condition: { StringEquals: { "kms:ViaService": value } } }),
    );

  test.each([
    "s3.<region>.amazonaws.com",
    "secretsmanager.{{region}}.amazonaws.com",
    "<service>.eu-west-1.amazonaws.com",
  ])("%s is no wrong name", (value) => {
    expect(codesOf(via(value))).not.toContain("error invalid-principal");
  });

  test("a wrong name beside it is told", () => {
    expect(codesOf(via("s3 eu-west-1 amazonaws com"))).toContain("error invalid-principal");
  });

  test("of a role that is passed", () => {
    const condition = { StringEquals: { "iam:PassedToService": "<service>.amazonaws.com" } };
    const pass = policyOf({
      Action: "iam:PassRole",
      Resource: "arn:aws:iam::123456789012:role/x",
      Condition: condition,
    });
    expect(codesOf(findingsOf(pass))).not.toContain("error invalid-principal");
  });
});

describe("PassRole with IfExists, as 13 of AWS's own policies have it", () => {
  const pass = (services: string | readonly string[], more: readonly object[] = [], resource = "role/deploy") =>
    codesOf(
      findingsOf(
        policyOf(
          {
            Action: "iam:PassRole",
            Resource: `arn:aws:iam::123456789012:${resource}`,
            Condition: { StringEqualsIfExists: { "iam:PassedToService": services } },
          },
          ...more,
        ),
      ),
    );

  test("is an info", () => {
    expect(pass("ecs-tasks.amazonaws.com")).toEqual(["info pass-role-without-service"]);
    expect(pass(["cloudformation.amazonaws.com", "ec2.amazonaws.com"])).toEqual(["info pass-role-without-service"]);
  });

  test("the escalation by a service that it names is told as before", () => {
    const create = {
      Action: ["lambda:CreateFunction", "lambda:InvokeFunction"],
      Resource: "arn:aws:lambda:eu-west-1:123456789012:function:x",
    };
    expect(pass("lambda.amazonaws.com", [create], "role/*")).toContain("security privilege-escalation");
    expect(pass("glue.amazonaws.com", [create], "role/*")).not.toContain("security privilege-escalation");
  });

  test("of a wildcard for every service nothing is left", () => {
    const condition = { StringLikeIfExists: { "iam:PassedToService": "*" } };
    const statement = {
      Action: "iam:PassRole",
      Resource: "arn:aws:iam::123456789012:role/deploy",
      Condition: condition,
    };
    expect(codesOf(findingsOf(policyOf(statement)))).toEqual(["security pass-role-without-service"]);
  });
});

test.each([
  ["arn:aws:ec2:*::fpga-image/*", []],
  ["arn:aws:ec2:eu-west-1::*", []],
  ["arn:aws:ec2:eu-west-1:123456789012:fpga-image/afi-0a1b2c3d", []],
  ["arn:aws:ec2:*::image/*", ["error resource-type-mismatch"]],
])("images of FPGAs, which policies write without an account: %s", (Resource, want) => {
  expect(codesOf(findingsOf(policyOf({ Action: "ec2:DescribeFpgaImageAttribute", Resource })))).toEqual(want);
});

describe("managed policies that only a service-linked role can have", () => {
  const attach = (name: string, type = "role") =>
    `resource "aws_iam_${type}_policy_attachment" "a" {\n  ${type} = "x"\n  policy_arn = "${AWS}/${name}"\n}\n`;
  const told = (text: string) =>
    findingsIn({ "main.tf": text }).map(({ severity, rule, message, hint }) => ({
      is: `${severity} ${rule}`,
      message,
      hint,
    }));

  test.each(["aws-service-role/AmazonECSServiceRolePolicy", "aws-service-role/AWSConfigServiceRolePolicy"])(
    "%s",
    (name) => {
      for (const type of ["role", "user", "group"])
        expect(told(attach(name, type))).toMatchObject([
          { is: "error unknown-managed-policy", message: expect.stringContaining("service-linked role") },
        ]);
    },
  );

  test("without its path, the path is no advice", () => {
    const [finding] = told(attach("AmazonECSServiceRolePolicy"));
    expect(finding).toMatchObject({
      is: "error unknown-managed-policy",
      message: expect.stringContaining("service-linked role"),
    });
    expect(finding?.hint).not.toContain("write `arn:");
  });

  test("others are attached", () => {
    expect(
      told(attach("service-role/AWS_ConfigRole") + attach("service-role/AmazonEC2ContainerServiceforEC2Role", "group")),
    ).toEqual([]);
  });

  test("a policy of the same name in an account is its own", () => {
    const own = attach("x").replace(
      `${AWS}/x`,
      "arn:aws:iam::123456789012:policy/aws-service-role/AmazonECSServiceRolePolicy",
    );
    expect(told(own)).toEqual([]);
  });
});

describe("who subscribes to a topic, by the endpoint that gets its messages", () => {
  const topic = (endpoint: string | readonly string[], operator = "StringLike") =>
    codesOf(
      findingsOf(
        policyOf({
          Principal: { AWS: "*" },
          Action: "sns:Subscribe",
          Resource: "arn:aws:sns:eu-west-1:123456789012:orders",
          Condition: { [operator]: { "sns:Endpoint": endpoint } },
        }),
        "resource",
      ),
    );

  test.each(["arn:aws:sqs:eu-west-1:123456789012:orders", "*@example.com", "https://hooks.example.com/orders"])(
    "%s is not everybody",
    (endpoint) => {
      expect(topic(endpoint)).not.toContain("security open-resource");
    },
  );

  test("any endpoint, any queue of this name, and all but one are", () => {
    for (const endpoint of ["*", "arn:aws:sqs:*:*:orders"]) expect(topic(endpoint)).toContain("security open-resource");
    expect(topic("*@example.com", "StringNotLike")).toContain("security open-resource");
    expect(topic("*@example.com", "StringLikeIfExists")).toContain("security open-resource");
  });
});

describe("a launch needs more than the instance", () => {
  const launch = (resources: readonly string[], more: readonly object[] = []) =>
    codesOf(
      findingsOf(
        policyOf(
          { Action: "ec2:RunInstances", Resource: resources.map((one) => `arn:aws:ec2:eu-west-1:${one}`) },
          ...more,
        ),
      ),
    );
  const ALL = [
    "123456789012:instance/*",
    "123456789012:network-interface/*",
    "123456789012:security-group/*",
    "123456789012:subnet/subnet-0a1b2c3d",
    "123456789012:volume/*",
    ":image/ami-*",
  ];
  const WITHOUT = "error no-resource-of-type";

  test("of its own types, in all statements together", () => {
    expect(launch(["123456789012:instance/*"])).toEqual([WITHOUT]);
    expect(launch(ALL.filter((one) => !one.includes("image")))).toEqual([WITHOUT]);
    expect(launch(ALL)).toEqual([]);
    const rest = { Action: "ec2:RunInstances", Resource: ["arn:aws:ec2:*:*:*/*", "arn:aws:ec2:*::image/*"] };
    expect(launch(["123456789012:instance/*"], [rest])).not.toContain(WITHOUT);
    expect(launch(["123456789012:*", ":*"])).not.toContain(WITHOUT);
  });

  test("a Deny does not", () => {
    const deny = { Effect: "Deny", Action: "ec2:RunInstances", Resource: "arn:aws:ec2:*:*:instance/*" };
    expect(codesOf(findingsOf(policyOf(deny)))).toEqual([]);
  });
});
