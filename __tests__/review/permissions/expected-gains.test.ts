/** What nearly every new function or queue gets is a note; one step more needs a person. */
import type { Json } from "../../../src/json/json-value";
import { reviewPermissions } from "../../../src/review/permissions";
import { draftsOf } from "../../../src/review/permissions/permission-drafts";
import { findRule } from "../../../src/review/rules";
import { changed, type PlanParts, planOf, policyText } from "./permissions-support";

const ACCOUNT = "111111111111";
const OWN = { aws: { name: "aws", expressions: { allowed_account_ids: { constant_value: [ACCOUNT] } } } };

const trust = (Principal: Json) => policyText({ Principal, Action: "sts:AssumeRole" });
const LAMBDA = trust({ Service: "lambda.amazonaws.com" });

const newRole = (Action: Json, assume: Json = LAMBDA): PlanParts => ({
  changes: [
    changed("aws_iam_role.r", null, { name: "r", assume_role_policy: assume }),
    changed("aws_iam_role_policy.p", null, { role: "r", policy: policyText({ Action, Resource: "*" }) }),
  ],
});

const keptRole = (before: Json, after: Json): PlanParts => ({
  changes: [
    changed("aws_iam_role.r", { name: "r", assume_role_policy: before }, { name: "r", assume_role_policy: after }),
  ],
});

const queue = (Principal: Json, Condition: Json, Action: Json = "sqs:SendMessage"): PlanParts => ({
  providers: OWN,
  changes: [
    changed("aws_sqs_queue_policy.q", null, {
      queue_url: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/q`,
      policy: policyText({ Principal, Action, Resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`, Condition }),
    }),
  ],
});

const call = (more: { readonly [name: string]: Json }, unknown: { readonly [name: string]: Json } = {}): PlanParts => ({
  providers: OWN,
  changes: [
    changed(
      "aws_lambda_permission.p",
      null,
      { function_name: "f", action: "lambda:InvokeFunction", statement_id: "s", ...more },
      { unknown },
    ),
  ],
});

const SNS = { Service: "sns.amazonaws.com" };
const from = (arn: string) => ({ ArnEquals: { "aws:SourceArn": arn } });
const TOPIC = `arn:aws:sns:eu-west-1:${ACCOUNT}:t`;
const LOGS = ["logs:CreateLogStream", "logs:PutLogEvents"];

test.each<[name: string, parts: PlanParts, needs: boolean]>([
  ["a new role that writes logs", newRole(LOGS), false],
  ["in another case of letters", newRole(["LOGS:putlogevents"]), false],
  ["metrics and traces", newRole(["cloudwatch:PutMetricData", "xray:PutTraceSegments"]), false],
  ["a new role without permissions", { changes: newRole(LOGS).changes?.slice(0, 1) ?? [] }, false],
  ["logs, and one action more", newRole([...LOGS, "s3:GetObject"]), true],
  [
    "logs, and another policy that reads a bucket",
    {
      changes: [
        ...(newRole(LOGS).changes ?? []),
        changed("aws_iam_role_policy.s3", null, {
          role: "r",
          policy: policyText({ Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }),
        }),
      ],
    },
    true,
  ],
  ["logs that can be deleted", newRole([...LOGS, "logs:DeleteLogGroup"]), true],
  ["logs that can be read", newRole(["logs:GetLogEvents"]), true],
  ["a wildcard of logs", newRole("logs:*"), true],
  ["a wildcard of actions that write", newRole("logs:Put*"), true],
  ["a new role that another account may take", newRole(LOGS, trust({ AWS: "222222222222" })), true],
  ["a new role for a service and for an account", newRole(LOGS, trust({ ...SNS, AWS: "222222222222" })), true],
  [
    "a role that one more service may take",
    keptRole(LAMBDA, trust({ Service: ["lambda.amazonaws.com", "ec2.amazonaws.com"] })),
    true,
  ],
  ["a topic of the account sends to a queue", queue(SNS, from(TOPIC)), false],
  ["limited by the account", queue(SNS, { StringEquals: { "aws:SourceAccount": ACCOUNT } }), false],
  ["a topic of another account", queue(SNS, from("arn:aws:sns:eu-west-1:222222222222:t")), true],
  ["topics of any account", queue(SNS, { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:t" } }), true],
  ["all but a topic", queue(SNS, { ArnNotEquals: { "aws:SourceArn": TOPIC } }), true],
  ["if a source is told", queue(SNS, { ArnEqualsIfExists: { "aws:SourceArn": TOPIC } }), true],
  ["a service without a source", queue(SNS, { Bool: { "aws:SecureTransport": "true" } }), true],
  ["a service that also reads", queue(SNS, from(TOPIC), ["sqs:SendMessage", "sqs:ReceiveMessage"]), true],
  ["a service and an account", queue({ ...SNS, AWS: ACCOUNT }, from(TOPIC)), true],
  ["everybody from a topic", queue("*", from(TOPIC)), true],
  ["a rule of the plan calls a function", call({ principal: "events.amazonaws.com" }, { source_arn: true }), false],
  [
    "a bucket of the account",
    call({ principal: "s3.amazonaws.com", source_account: ACCOUNT, source_arn: "arn:aws:s3:::b" }),
    false,
  ],
  ["a bucket of whoever has the name", call({ principal: "s3.amazonaws.com", source_arn: "arn:aws:s3:::b" }), true],
  ["an API of the plan", call({ principal: "apigateway.amazonaws.com" }, { source_arn: true }), false],
  [
    "an API of the account",
    call({ principal: "apigateway.amazonaws.com", source_arn: `arn:aws:execute-api:eu-west-1:${ACCOUNT}:a/*/*` }),
    false,
  ],
  [
    "an API of another account",
    call({ principal: "apigateway.amazonaws.com", source_arn: "arn:aws:execute-api:eu-west-1:222222222222:a/*/*" }),
    true,
  ],
  ["any API", call({ principal: "apigateway.amazonaws.com" }), true],
  ["a load balancer", call({ principal: "elasticloadbalancing.amazonaws.com" }, { source_arn: true }), true],
  ["another action", call({ principal: "events.amazonaws.com", action: "lambda:*" }, { source_arn: true }), true],
])("%s", (_name, parts, needs) => {
  const drafts = reviewPermissions([planOf(parts)]).flatMap(draftsOf);
  const told = drafts.filter(({ rule }) => findRule(rule).section === "permissions-gained");
  expect(told).not.toEqual([]);
  expect(told.some(({ rule, level }) => (level ?? findRule(rule).level) !== "note")).toBe(needs);
});

test("an account that is not known is not the own one", () => {
  const { changes = [] } = queue(SNS, from(TOPIC));
  const elsewhere = changes.map(
    (one) => JSON.parse(JSON.stringify(one).replaceAll(`.com/${ACCOUNT}/q`, ".com/q")) as typeof one,
  );
  const unknown = elsewhere.map(
    (one) => JSON.parse(JSON.stringify(one).replaceAll(`sqs:eu-west-1:${ACCOUNT}`, "sqs:eu-west-1:")) as typeof one,
  );
  const [draft] = reviewPermissions([planOf({ changes: unknown })]).flatMap(draftsOf);
  expect(draft?.level).toBeUndefined();
});

const SESSION = JSON.stringify({
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
});

test.each([
  ["goes", SESSION, null],
  ["comes", null, SESSION],
])("a session policy that %s gives and takes nothing that it names", (_name, before, after) => {
  const change = changed("aws_transfer_user.u", { policy: before }, { policy: after });
  expect(reviewPermissions([planOf({ changes: [change] })])).toEqual([]);
});
