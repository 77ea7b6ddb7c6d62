import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { hasMarkedPlaceholder, hasPlaceholder } from "../../arn/placeholders";
import { nameAtStart, sampleOf } from "../../document/pattern-tokens";
import type { Condition, Located } from "../../document/policy";
import { faultOfValue, hasChoices, type ValueFault, WITH_ARN } from "../conditions/key-values";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { Report } from "../report";
import type { Severity } from "../rule";
import { listOf, verb } from "../words";

/** Rule `impossible-value`: a value that no request has. */
export const impossibleValue = defineRule({
  code: "impossible-value",
  title: "value that no request has",
  severity: "error",
  what: "Values that are of another kind than those of the condition key: the ID of a VPC endpoint in `aws:SourceVpc`, an account in `aws:PrincipalOrgID`, a session of a role in `aws:PrincipalArn`, the objects of a bucket in `aws:SourceArn` of Amazon S3, a path of an organization without the slash at its end, a service without its Region in `kms:ViaService`, one that is not among the few values of a key such as `s3:x-amz-server-side-encryption`, a subject of GitHub without what comes behind the repository, and no value at all. It is a warning where other values of the condition can be met, or where the condition holds because no request has the value.",
  why: "The comparison is never true, so the statement allows or denies nothing, and with an operator that excludes values it is always true.",
  bad: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceVpc": "vpce-0a1b2c3d4e5f67890" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" } } }),
  source: CONDITION_KEYS,
  check: {
    condition({ condition, family, parsed }) {
      if (!(parsed.allows || parsed.denies)) return undefined;
      if (condition.values.length === 0) return reportOfNone(condition, parsed);
      if (family !== "String" && family !== "ARN") return undefined;
      const found = condition.values.flatMap(
        (at) => faultAt(condition, at) ?? faultOfSource(condition, at, parsed) ?? [],
      );
      const [first] = found;
      // `type-mismatch` reports what ARN operators compare and is no ARN.
      if (first === undefined || (family === "ARN" && !/^(?:arn:|\$\{)/.test(String(first.at.value)))) return undefined;
      return reportOf(condition, first, found, parsed);
    },
  },
});

/** A condition without a value is true of no request; what an operator that excludes values makes of it, AWS does not say. */
function reportOfNone(condition: Condition, { statement, allows }: ParsedStatement): Report | undefined {
  if (hasElementIssue(statement, "Condition") || hasToken(condition.key) || /Not/.test(condition.operator))
    return undefined;
  if (condition.set === "ForAllValues" || condition.ifExists) return undefined;
  return {
    at: condition,
    message: say`the condition on ${condition.key} has no value, so this ${words(allows ? "allows" : "denies")} nothing`,
    hint: "write a value, or take the condition out",
    severity: "warning",
    about: condition.key,
  };
}

interface PlacedFault {
  readonly at: Located<string | number | boolean>;
  readonly fault: ValueFault;
}

function faultAt({ key, operator }: Condition, at: Located<string | number | boolean>): PlacedFault | undefined {
  const value = knownValue(at);
  const named = typeof at.value === "string" ? nameAtStart(at.meaning ?? at.value) : undefined;
  if (named !== undefined && WITH_ARN.test(key)) {
    const hint = named.arn === undefined ? "write the ARN" : `write \`${named.arn}\``;
    return { at, fault: { what: `a ${named.what} and no ARN`, hint } };
  }
  // `wildcard-without-like` reports a wildcard that is compared as a character.
  if (
    hasToken(value) ||
    (hasChoices(key) ? hasMarkedPlaceholder(value) : hasPlaceholder(value)) ||
    (/^StringEquals|^StringNotEquals/.test(operator) && /[*?]/.test(value))
  )
    return undefined;
  const fault = faultOfValue(key, value);
  return fault === undefined ? undefined : { at, fault };
}

/** The value, where a reference is known to be an account, a Region, an ARN or the ID of something: then with a sample in its place. */
function knownValue({ value, meaning }: Located<string | number | boolean>): string {
  const text = meaning ?? String(value);
  return text.startsWith("${") ? (sampleOf(text) ?? text) : text;
}

interface SourceOfService {
  /** In ARNs. */
  readonly services: readonly string[];
  /** What an ARN of the service has to be, where all of it is known. */
  readonly form?: RegExp;
  readonly what: string;
  /** What an ARN of the service is that has another form. @default the ARN of something else */
  readonly other?: string;
}

/**
 * What the ARN of the source is, by the service that comes. Amazon S3 guide, "Granting permissions to publish event notification messages":
 * the bucket, as for its access logs; Amazon SNS guide, "Subscribing a queue": the topic; EventBridge guide, "Using resource-based policies": the rule; CloudFront
 * guide, "Restrict access to an Amazon S3 origin": the distribution; API Gateway guide, "Lambda resource-based policy": the method of the
 * API; Amazon Cognito guide, "Lambda triggers": the user pool; CloudTrail guide, "Amazon S3 bucket policy for CloudTrail": the trail; CloudWatch Logs guide,
 * "Subscription filters with AWS Lambda": the log group with `:*`.
 */
const SOURCES: ReadonlyMap<string, SourceOfService> = new Map([
  [
    "s3.amazonaws.com",
    { services: ["s3"], form: /^arn:[^:]*:s3:(?!::[^/]*\/)/, what: "the ARN of the bucket, without what is in it" },
  ],
  [
    "logging.s3.amazonaws.com",
    { services: ["s3"], form: /^arn:[^:]*:s3:(?!::[^/]*\/)/, what: "the ARN of the bucket whose requests are logged" },
  ],
  ["sns.amazonaws.com", { services: ["sns"], what: "the ARN of the topic" }],
  [
    "events.amazonaws.com",
    { services: ["events"], form: /^arn:[^:]*:events:[^:]*:[^:]*:(?:rule\/|.*[*?])/, what: "the ARN of the rule" },
  ],
  [
    "cloudfront.amazonaws.com",
    { services: ["cloudfront"], form: /^arn:[^:]*:cloudfront::[^:]*:/, what: "the ARN of the distribution" },
  ],
  [
    "apigateway.amazonaws.com",
    {
      services: ["execute-api", "apigateway"],
      form: /:execute-api:|::\/(?:domainnames|vpclinks|restapis|apis)\/[^/]+\/./,
      what: "the ARN of the API of `execute-api`",
    },
  ],
  ["cognito-idp.amazonaws.com", { services: ["cognito-idp"], what: "the ARN of the user pool" }],
  ["cloudtrail.amazonaws.com", { services: ["cloudtrail"], what: "the ARN of the trail" }],
  [
    "logs.amazonaws.com",
    {
      services: ["logs"],
      form: /\*$/,
      what: "the ARN of the log group with `:*` behind it, which stands for its streams",
      other: "the ARN of a log group without `:*` behind it",
    },
  ],
]);

/** CloudWatch Logs comes under its name in the Region too. */
const IN_REGION = /^logs\.[a-z]{2}[a-z-]*-\d\./;

/** A source of another kind than that of the only service which the statement lets in. */
function faultOfSource(
  { key, operator, ifExists }: Condition,
  at: Located<string | number | boolean>,
  { statement }: ParsedStatement,
): PlacedFault | undefined {
  if (key.toLowerCase() !== "aws:sourcearn" || /Not/.test(operator) || ifExists) return undefined;
  const [only, ...others] = (statement.principals ?? []).flatMap(({ kind, values }) =>
    values.map(({ value }) => ({ kind, value })),
  );
  const value = knownValue(at);
  const source =
    only?.kind === "Service" && others.length === 0 ? SOURCES.get(only.value.replace(IN_REGION, "logs.")) : undefined;
  // A wildcard or what is not known may stand for any of its parts.
  const [, service] = /^arn:(?:[^:*?$]*|\$\{[^{}]*\}):([a-z0-9-]+):/.exec(value) ?? [];
  if (source === undefined || service === undefined || hasPlaceholder(value)) return undefined;
  const { services, form, what, other } = source;
  const isOfService = services.includes(service);
  if (isOfService && (form === undefined || value.includes("${") || form.test(value))) return undefined;
  const fault = (isOfService ? other : undefined) ?? "the ARN of something else";
  return { at, fault: { what: fault, hint: `write ${what}` } };
}

/** The report of the first fault, with the other values that have the same one. */
function reportOf(
  condition: Condition,
  first: PlacedFault,
  found: readonly PlacedFault[],
  parsed: ParsedStatement,
): Report {
  const isAll = found.length === condition.values.length;
  const [effect, usual] = isAll ? effectOf(condition, parsed) : besideOthers(found);
  const { what, hint, isPossible } = first.fault;
  const severity = isPossible && usual === "error" ? "warning" : usual;
  const values = found.filter(({ fault }) => fault.what === what).map(({ at }) => String(at.value));
  return {
    at: first.at,
    message: say`${listOf(values, 3)} in ${condition.key} ${words(verb(values, "is", "are each"))} ${words(what)}, which no request has there${effect}`,
    hint,
    severity,
    about: `${condition.key} ${values.join()}`,
  };
}

function besideOthers(found: readonly PlacedFault[]): readonly [Message, Severity] {
  return [[], found.every(({ fault }) => fault.isHarmless) ? "info" : "warning"];
}

/** What the condition comes to, and how bad that is. */
function effectOf(
  { operator, set, ifExists, key }: Condition,
  { allows }: ParsedStatement,
): readonly [Message, Severity] {
  if (/Not/.test(operator))
    return [
      words(`, so the condition holds for every request${set === "ForAnyValue" ? " with the key" : ""}`),
      "error",
    ];
  if (ifExists || set === "ForAllValues")
    return [say`, so the condition holds only for requests without ${key}`, "warning"];
  return [words(allows ? ", so this allows nothing" : ", so this denies nothing"), "error"];
}
