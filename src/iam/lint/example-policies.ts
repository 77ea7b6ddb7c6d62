/** Small policies for the pages of the rules. */
import type { PlainPolicy, PlainStatement } from "../document/plain-policy";
import type { RuleExample } from "./rule";

const VERSION = "2012-10-17";

/** ARNs of Glue in one account. */
export const glue = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;

/** The resources of a table and all above it. */
export const ORDERS = [glue("catalog"), glue("database/sales"), glue("table/sales/orders")];

/** One job. */
export const JOB = glue("job/orders");

/** All jobs of the account. */
export const JOBS = glue("job/*");
/** All triggers of the account. */
export const TRIGGERS = glue("trigger/*");
/** All network interfaces of the account. */
export const INTERFACES = "arn:aws:ec2:us-east-1:123456789012:network-interface/*";

/** The role of a job. */
export const ROLE = "arn:aws:iam::123456789012:role/service-role/orders-job";
/** The condition under which a role can be passed to Glue only. */
export const PASSED_TO_GLUE = { Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } } };

/** A policy of these statements. */
export function policyOf(...statements: readonly PlainStatement[]): PlainPolicy {
  return { Version: VERSION, Statement: statements };
}

/** An example with one statement that allows something. */
export function allow(
  Action: string | readonly string[],
  Resource: string | readonly string[],
  rest: PlainStatement = {},
): RuleExample {
  return { policy: policyOf({ Effect: "Allow", Action, Resource, ...rest }) };
}

/** An example in Terraform: a managed policy attached to a role. */
export function attachment(arn: string): RuleExample {
  const lines = [
    'resource "aws_iam_role_policy_attachment" "job" {',
    "  role       = aws_iam_role.job.name",
    `  policy_arn = "${arn}"`,
    "}",
  ];
  return { policy: lines.join("\n"), file: "iam.tf" };
}

/** An example in Terraform: a policy with one statement, whose resource is a text with references. */
export function inTerraform(action: string, resource: string): RuleExample {
  const lines = [
    'resource "aws_iam_policy" "read" {',
    "  policy = jsonencode({",
    '    Version   = "2012-10-17"',
    `    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "${resource}" }]`,
    "  })",
    "}",
  ];
  return { policy: lines.join("\n"), file: "iam.tf" };
}

/** An example of a trust policy for Glue, with another part or two. */
export function trust(rest: PlainStatement = {}): RuleExample {
  const Principal = { Service: "glue.amazonaws.com" };
  return { policy: policyOf({ Effect: "Allow", Principal, Action: "sts:AssumeRole", ...rest }), type: "trust" };
}

/** A trust policy that only jobs of the account fulfil. */
export const TRUST_ANY_JOB = trust({ Condition: { ArnLike: { "aws:SourceArn": JOBS } } });
