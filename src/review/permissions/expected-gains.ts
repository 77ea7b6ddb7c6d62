/** Permissions that nearly every new function or queue gets, and that let nobody read, change or destroy what was there. */
import { parseArn } from "../../iam/arn/arn";
import type { Access, AccessCondition } from "../../iam/delta";
import type { PrincipalReview } from "./types";

/** Writing one's own logs, metrics and traces. */
const TELEMETRY: ReadonlySet<string> = new Set(
  [
    "cloudwatch:PutMetricData",
    "logs:CreateLogGroup",
    "logs:CreateLogStream",
    "logs:DescribeLogGroups",
    "logs:DescribeLogStreams",
    "logs:PutLogEvents",
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ].map((name) => name.toLowerCase()),
);

/** Calling something, or handing it an event. */
const DELIVERY: ReadonlySet<string> = new Set(
  [
    "events:PutEvents",
    "firehose:PutRecord",
    "firehose:PutRecordBatch",
    "kinesis:PutRecord",
    "kinesis:PutRecords",
    "lambda:InvokeFunction",
    "sns:Publish",
    "sqs:SendMessage",
    "states:StartExecution",
  ].map((name) => name.toLowerCase()),
);

/** Services that hand on events of the account itself, and API Gateway, whose methods and routes are judged themselves. Load balancers are left out. */
const EVENT_SERVICE =
  /^Service (?:apigateway|events|scheduler|sns|sqs|s3|secretsmanager|config|cloudwatch|lambda\.alarms\.cloudwatch|logs(?:\.[a-z0-9-]+)?)\.amazonaws\.com$/;

const isService = (principal: string) => principal.startsWith("Service ");

/** Whether these actions only write logs, metrics and traces. */
export function isTelemetry(actions: readonly string[]): boolean {
  return actions.length > 0 && actions.every((action) => TELEMETRY.has(action.toLowerCase()));
}

/** Whether an access needs no person: telemetry of a role, the service that a new role is for, and events that a service of the same account delivers. */
export function isExpectedGain(
  access: Access,
  { account, change }: Pick<PrincipalReview, "account" | "change">,
): boolean {
  const { layer, actions, principals, conditions } = access;
  if (layer === "identity") return isTelemetry(actions);
  // A service that may take a new role can do with it what the role may do, which is judged beside it.
  if (layer === "trust") return change === "created" && principals.length > 0 && principals.every(isService);
  if (layer !== "resource" || principals.length === 0) return false;
  return (
    actions.every((action) => DELIVERY.has(action.toLowerCase())) &&
    principals.every((principal) => EVENT_SERVICE.test(principal)) &&
    conditions.some((condition) => isOfOwnSource(condition, account))
  );
}

/** Whether a condition limits the source to the own account: by its number, or by ARNs that name it or that the plan creates. */
function isOfOwnSource({ operator, key, values }: AccessCondition, account: string | undefined): boolean {
  const isExact = /^(String|Arn)(Equals|Like)$/i.test(operator);
  const name = key.toLowerCase();
  if (!isExact || values.length === 0) return false;
  if (name === "aws:sourceaccount") return values.every((value) => value === account);
  if (name !== "aws:sourcearn") return false;
  return values.every(
    (value) =>
      value.startsWith("${known after apply") || (account !== undefined && parseArn(value)?.account === account),
  );
}
