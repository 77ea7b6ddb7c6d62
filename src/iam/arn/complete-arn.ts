/** Forms of a `Resource` that AWS completes to an ARN. */
import type { PolicyType } from "../document/policy";
import { arnFields } from "./arn";

const FIELDS = 6;

/**
 * Returns the ARN that AWS reads; the text itself if it has none of these forms.
 *
 * IAM User Guide, "IAM JSON policy elements: Resource": in identity-based policies IAM adds `*` for the missing fields of an ARN. It
 * refuses them in a session policy, which has a type of its own and is not completed here.
 *
 * Amazon API Gateway Developer Guide, "API Gateway resource policy examples": `execute-api:/STAGE/GET/pets` becomes the ARN of
 * the API that has the policy.
 *
 * Provider hashicorp/aws, tests of `log_publishing_options` of aws_opensearch_domain: AWS takes a resource policy of CloudWatch Logs on
 * `arn:aws:logs:*` for one on each log group.
 */
export function completeArn(text: string, type: PolicyType): string {
  if ((COMPLETED.includes(type) && text.startsWith("arn:")) || (type === "resource" && OPEN_LOGS.test(text)))
    return withMissingFields(text);
  if (type === "resource" && text.startsWith(SHORT_API))
    return `arn:*:execute-api:*:*:*${text.slice(SHORT_API.length)}`;
  return text;
}

/** `arn:aws:logs:*`, and `arn:aws:logs:eu-west-1:*` */
const OPEN_LOGS = /^arn:[^:]+:logs:(?:[^:]*:)?\*$/;

const SHORT_API = "execute-api:";

/**
 * The types of identity policies. AWS does not document the completion for service control policies; it is not reported as an error
 * there.
 */
const COMPLETED: readonly PolicyType[] = ["identity", "permission-set", "boundary", "scp"];

/** Adds the missing fields of an ARN that names a service. A text without a service is not an abbreviated ARN. */
function withMissingFields(text: string): string {
  const fields = arnFields(text);
  if (fields.length >= FIELDS || fields.length < 3 || !/^[\w-]+$/.test(fields[2] ?? "")) return text;
  // The last field that is there may end with `*`, which already matches what is missing.
  return [...fields, ...Array.from({ length: FIELDS - fields.length }, () => "*")].join(":");
}
