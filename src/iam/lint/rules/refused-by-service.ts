import { say, words } from "../../../text/message";
import { ANYTHING } from "../../document/intrinsics";
import { ECR_REGISTRY, ECR_REPOSITORY } from "../../document/policy";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { takesNoArn } from "../parsed/resource-term";
import { isEverybody } from "../principals/who-comes-in";
import type { Report } from "../report";
import { listOf } from "../words";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:orders";
const PUBLISH = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:role/orders-job" },
  Action: "sns:Publish",
  Resource: TOPIC,
};

/** Rule `refused-by-service`: refused by the service of the policy. */
export const refusedByService = defineRule({
  code: "refused-by-service",
  title: "refused by the service of the policy",
  severity: "error",
  what: "Resource in the policy of an ECR repository (a warning where it may be that of the registry); an action in the policy of a topic or a bucket that does not work on a topic, or on a bucket and its objects; more than 7 actions or 50 principals in a statement of the policy of a queue; in the policy of a VPC endpoint, wildcards in accounts, organizations and VPCs.",
  why: "The service answers with an error, and the policy is not set.",
  bad: { policy: policyOf({ ...PUBLISH, Action: ["sns:Publish", "sns:ListTopics"] }), type: "resource" },
  good: { policy: policyOf(PUBLISH), type: "resource" },
  source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html",
  check: {
    types: ["resource", "vpc-endpoint"],
    statement(parsed, { type, document: { attachedTo } }) {
      if (type === "vpc-endpoint") return reportOfEndpoint(parsed);
      return reportOfActions(parsed) ?? reportOfRepository(parsed, attachedTo) ?? reportOfQueue(parsed);
    },
  },
});

/** Keys whose values AWS makes: accounts, organizations, VPCs. */
const OF_AWS = /^aws:(?:(?:Principal|Resource|Source)(?:Account|OrgID)|SourceVpce?)$/i;

/**
 * AWS PrivateLink guide, "Control access to VPC endpoints using endpoint policies": no wildcards with global keys for identifiers that AWS
 * makes, and no account that is written in part.
 */
function reportOfEndpoint({ statement: { conditions }, resources }: ParsedStatement): Report | undefined {
  for (const { key, operator, values } of conditions) {
    const value =
      OF_AWS.test(key) && /Like/.test(operator) ? values.find((one) => /[*?]/.test(String(one.value))) : undefined;
    if (value !== undefined)
      return {
        at: value,
        message: say`the policy of a VPC endpoint takes no wildcard in ${key}`,
        hint: "write the whole value",
        about: `${key} ${String(value.value)}`,
      };
  }
  const part = resources.find(({ at }) => /^arn:[^:]*:[^:]*:[^:]*:(?=[^:]*\d)[\d*?]*[*?][\d*?]*:/.test(at.value));
  if (part === undefined) return undefined;
  return {
    at: part.at,
    message: say`the policy of a VPC endpoint takes an account or a wildcard in ${part.at.value}, not both`,
    hint: "write the twelve digits, or `*`",
    about: part.at.value,
  };
}

/**
 * Actions that no policy of the service's resources may have, beside those that take no ARN. hashicorp/terraform#12740 and aws/aws-cli#3143:
 * "Policy statement action out of service scope!"; Amazon S3: "Action does not apply to any resource(s) in statement".
 */
const OUT_OF_SCOPE: ReadonlyMap<string, readonly string[]> = new Map([
  ["sns", ["sns:createtopic"]],
  ["s3", []],
]);

function reportOfActions({ actions }: ParsedStatement): Report | undefined {
  const [service, ...others] = new Set(actions.map(({ term }) => term.service));
  const listed = service === undefined || others.length > 0 ? undefined : OUT_OF_SCOPE.get(service);
  if (listed === undefined) return undefined;
  const found = actions.filter(
    ({ term: { id, info } }) => listed.includes(id) || (info !== undefined && takesNoArn(info)),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const names = found.map(({ at }) => at.value);
  const what = service === "s3" ? "a bucket or its objects" : "a topic";
  return {
    at: first.at,
    message: say`${listOf(names)} ${words(`${names.length === 1 ? "does" : "do"} not work on ${what}, so the service refuses the policy`)}`,
    hint: "allow it in a policy of the role or the user",
    about: names.join(),
  };
}

/**
 * What only the policy of a registry allows. Amazon ECR guide, "Private registry permissions": since its second version that policy takes all
 * other actions too, and names repositories in `Resource`.
 */
const OF_REGISTRY = ["ecr:replicateimage", "ecr:createrepository", "ecr:batchimportupstreamimage"];

/** awsdocs/amazon-ecr-user-guide#20, aws/aws-cdk#24314: "Invalid repository policy provided". */
function reportOfRepository(parsed: ParsedStatement, attachedTo: string | undefined): Report | undefined {
  const { actions, statement } = parsed;
  const [resource] = statement.resources ?? [];
  if (resource === undefined || actions.length === 0 || attachedTo === ECR_REGISTRY) return undefined;
  const areOfRepository = actions.every(
    ({ term }) => term.service === "ecr" && term.kind !== "open" && !OF_REGISTRY.some((id) => term.allows(id)),
  );
  if (!areOfRepository || mayBeOfEndpoint(parsed)) return undefined;
  const isKnown = attachedTo === ECR_REPOSITORY;
  // What stands for a Resource that a module may add is none.
  if (!isKnown && resource.value === ANYTHING) return undefined;
  return {
    at: resource,
    message: say`the policy of a repository of Amazon ECR has no ${"Resource"}: it is refused with one`,
    hint: isKnown ? "take `Resource` out" : "take `Resource` out, unless this is the policy of a registry",
    severity: isKnown ? undefined : "warning",
  };
}

/** A statement for everybody without conditions may be of the policy of a VPC endpoint. */
function mayBeOfEndpoint({ statement: { conditions, principals } }: ParsedStatement): boolean {
  return conditions.length === 0 && principals?.some(isEverybody) === true;
}

/** Amazon SQS guide, "Amazon SQS policy quotas": actions of a statement, and principals of a policy. */
const OF_QUEUE = { actions: 7, principals: 50 };

function reportOfQueue(parsed: ParsedStatement): Report | undefined {
  const { actions, statement } = parsed;
  if (actions.length === 0 || actions.some(({ term }) => term.service !== "sqs") || mayBeOfEndpoint(parsed))
    return undefined;
  const values = (statement.principals ?? []).flatMap((principal) => principal.values);
  const counts = {
    actions: new Set(actions.map(({ term }) => term.id)).size,
    principals: new Set(values.map(({ value }) => value)).size,
  };
  const what = counts.actions > OF_QUEUE.actions ? "actions" : "principals";
  const at = what === "actions" ? actions[OF_QUEUE.actions]?.at : values[OF_QUEUE.principals];
  if (counts[what] <= OF_QUEUE[what] || at === undefined) return undefined;
  const whole = what === "actions" ? "a statement in the policy of a queue" : "the policy of a queue";
  return {
    at,
    message: words(`${whole} takes at most ${OF_QUEUE[what]} ${what}, and this has ${counts[what]}`),
    hint:
      what === "actions"
        ? "make two statements of it"
        : "name the account, or allow the organization by a condition on `aws:PrincipalOrgID`",
    about: what,
  };
}
