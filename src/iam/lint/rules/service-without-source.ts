import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isDeniedToOthers, limitsWho } from "../principals/who-comes-in";
import type { Report } from "../report";
import { listOf, shorten, verb } from "../words";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";
const SEND = {
  Effect: "Allow",
  Principal: { Service: "s3.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: QUEUE,
};

/** Rule `service-without-source`: a service on behalf of any account. */
export const serviceWithoutSource = defineRule({
  code: "service-without-source",
  title: "a service on behalf of any account",
  severity: "info",
  what: "A resource policy that lets in a service which anybody can set up to call it, without a condition on `aws:SourceArn`, `aws:SourceAccount` or the like. Only where the guides of AWS write such a condition: Amazon S3, Amazon SES, CloudTrail and AWS Config to a topic; Amazon S3, Amazon SNS and EventBridge to a queue; CloudTrail, AWS Config, the delivery of logs, Amazon SES and CloudFront to a bucket; any service to a function. A prefix with the account, as `AWSLogs/123456789012/*`, limits who as well. Also a trust policy for IAM Roles Anywhere that says nothing of the trust anchor or the certificate. Key policies and EventBridge to a topic are exempt, as AWS writes both without a condition.",
  why: "The owner of a bucket in another account can have Amazon S3 send messages to the queue: the confused deputy.",
  bad: { policy: policyOf(SEND), type: "resource" },
  good: {
    policy: policyOf({ ...SEND, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::raw-zone" } } }),
    type: "resource",
  },
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention",
  check: {
    types: ["resource", "trust"],
    statement(parsed, context) {
      const { allows, statement } = parsed;
      if (context.type === "trust") return allows ? reportOfAnchors(parsed) : undefined;
      if (!allows || statement.conditions.some((one) => saysWhose(one.key) || limitsWho(one))) return undefined;
      const services = (statement.principals ?? []).filter(({ kind }) => kind === "Service");
      const reports = services.flatMap(({ values }) => values).flatMap((at) => reportOf(at, parsed) ?? []);
      return reports.length === 0 || isDeniedToOthers(context, parsed) ? undefined : reports;
    },
  },
});

/**
 * IAM Roles Anywhere guide, "Trust model": conditions on attributes of the certificate and on the trust anchor say whose certificates may take
 * the role; without one, those of every trust anchor of the account may.
 */
function reportOfAnchors({ statement }: ParsedStatement): Report | undefined {
  const at = (statement.principals ?? [])
    .filter(({ kind }) => kind === "Service")
    .flatMap(({ values }) => values)
    .find(({ value }) => value === "rolesanywhere.amazonaws.com");
  const limits = /^aws:(?:Source(?:Arn|Account)|PrincipalTag\/x509)|^sts:(?:RoleSessionName|SourceIdentity)$/i;
  if (at === undefined || statement.conditions.some(({ key }) => hasToken(key) || limits.test(key))) return undefined;
  return {
    at,
    message: say`every certificate of every trust anchor of the account may take the role through ${at.value}`,
    hint: 'add `"ArnEquals": { "aws:SourceArn": "ARN of the trust anchor" }`, or a condition on `aws:PrincipalTag/x509Subject/CN`',
    about: at.value,
  };
}

/** What a service does with the resources of others, and where its guide says on whose behalf. */
interface Caller {
  readonly actions: readonly string[];
  /** What the condition is to name. */
  readonly what: string;
  /** The condition of its guide. */
  readonly condition: string;
}

const byArn = (actions: readonly string[], what: string): Caller => ({
  actions,
  what,
  condition: '"ArnLike": { "aws:SourceArn": "ARN" }',
});

/**
 * By the name of the service.
 *
 * Sources: Amazon S3 guide, "Granting permissions to publish event notification messages"; Amazon SNS guide, "Subscribing a queue";
 * EventBridge guide, "Using resource-based policies"; CloudTrail guide, policies of buckets and topics; AWS Config guide, "Permissions for
 * the Amazon S3 bucket"; Amazon VPC guide, "Publish flow logs to Amazon S3"; Amazon SES guide, "Giving permissions";
 * CloudFront guide, "Restrict access to an Amazon S3 origin".
 */
const CALLERS: Readonly<Record<string, Caller>> = {
  s3: byArn(["sns:publish", "sqs:sendmessage"], "bucket"),
  sns: byArn(["sqs:sendmessage"], "topic"),
  events: byArn(["sqs:sendmessage"], "rule"),
  cloudtrail: byArn(["s3:putobject", "sns:publish"], "trail"),
  "delivery.logs": byArn(["s3:putobject"], "delivery"),
  cloudfront: byArn(["s3:getobject"], "distribution"),
  ses: byArn(["s3:putobject", "sns:publish"], "receipt rule"),
  config: {
    actions: ["s3:putobject", "sns:publish"],
    what: "account",
    condition: '"StringEquals": { "aws:SourceAccount": "ACCOUNT" }',
  },
};

function reportOf(at: Located<string>, parsed: ParsedStatement): Report | undefined {
  const service = /^(.+?)\.amazonaws\.com(?:\.cn)?$/.exec(at.value)?.[1];
  const caller = service === undefined ? undefined : (callerOfFunction(service, parsed) ?? CALLERS[service]);
  if (caller === undefined) return undefined;
  const { actions } = caller;
  const taken = parsed.actions.filter(({ term }) => actions.some((action) => term.allows(action)));
  if (taken.length === 0 || (taken.every(({ term }) => term.service === "s3") && namesAccount(parsed)))
    return undefined;
  const names = taken.map(({ at: written }) => written.value);
  return {
    at,
    message: say`${listOf(names)} ${words(verb(names, "is", "are"))} allowed to ${shorten(at.value)} on behalf of every AWS account: no condition says whose ${words(caller.what)} is meant`,
    hint: `add \`${caller.condition}\``,
    about: `${at.value} ${names.join()}`,
  };
}

/**
 * AWS Lambda API Reference, AddPermission: "If you grant permission to a service principal without specifying the source, other accounts
 * could potentially configure resources in their account to invoke your Lambda function."
 */
function callerOfFunction(service: string, { actions, statement }: ParsedStatement): Caller | undefined {
  const invokes = actions.length > 0 && actions.every(({ term }) => term.id === "lambda:invokefunction");
  if (!invokes || statement.conditions.some(({ key }) => /^lambda:EventSourceToken$/i.test(key))) return undefined;
  return byArn(["lambda:invokefunction"], INVOKERS[service] ?? "resource");
}

/** What calls a function. */
const INVOKERS: Readonly<Record<string, string>> = {
  apigateway: "API",
  events: "rule",
  s3: "bucket",
  sns: "topic",
};

/** Whether the services write below the account that they write for. */
function namesAccount({ resources }: ParsedStatement): boolean {
  return resources.length > 0 && resources.every(({ at }) => /\/AWSLogs\/(?:\d{12}|\$\{)/.test(at.source ?? at.value));
}

/**
 * Keys that say on whose behalf a service comes; a key that is not known yet may. Amazon SES sets the account as `aws:Referer` too: its
 * guide wrote the condition so ("SES Classic"), and the AWS CDK still does (aws/aws-cdk#29811).
 */
function saysWhose(key: string): boolean {
  return hasToken(key) || /^aws:(?:Source(?:Arn|Account|Owner|Org\w+)|PrincipalOrg\w+|Referer)$/i.test(key);
}
