import { say, words } from "../../../text/message";
import { attributeOfResource } from "../../document/pattern-tokens";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { inTerraform } from "../example-policies";
import type { Report } from "../report";

/** Rule `wildcard-after-name`: names that begin alike. */
export const wildcardAfterName = defineRule({
  code: "wildcard-after-name",
  title: "names that begin alike",
  severity: "info",
  what: "`*` right behind a reference to the ARN of a bucket, table, function, queue, topic, stream, state machine, repository or role, in an identity policy. It stands for what belongs to the resource, and for every other resource whose name begins with the same letters. An ARN that is written out, as `arn:aws:s3:::raw-*`, is taken as it is.",
  why: "With `orders` the statement also covers `orders-archive`. Names of buckets are free for every AWS account, so that it also covers a bucket of somebody else.",
  bad: inTerraform("s3:GetObject", "${aws_s3_bucket.orders.arn}*"),
  good: inTerraform("s3:GetObject", "${aws_s3_bucket.orders.arn}/*"),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  check: {
    types: GRANTED_TO_IDENTITY,
    statement({ allows, resources }) {
      if (!allows) return undefined;
      const reports = resources.flatMap(({ at }): readonly Report[] => {
        const [, inside = ""] = BEHIND_TOKEN.exec(at.meaning ?? at.value) ?? [];
        const { resource = "", attribute } = attributeOfResource(inside) ?? {};
        const named = NAMED[resource];
        if (named === undefined || attribute !== "arn") return [];
        const arn = at.value.slice(0, -1);
        const { plural, parts, of } = named;
        return [
          {
            at,
            message: say`${at.value} also stands for other ${words(plural)} whose names begin like this one`,
            hint: parts === undefined ? `write \`${arn}\`` : `write \`${arn}\`, and \`${arn}${parts}\` for its ${of}`,
            about: at.value,
          },
        ];
      });
      return reports.length === 0 ? undefined : reports;
    },
  },
});

/** A reference with `*` behind it and nothing else. */
const BEHIND_TOKEN = /^\$\{([^{}]+)\}\*$/;

interface NamedByOwner {
  readonly plural: string;
  /** What stands behind the ARN in the ARNs of its parts. */
  readonly parts?: string;
  readonly of?: string;
}

/** Resources that have names of their owner's choice at the end of their ARNs. Log groups are left out, as their streams are written so. */
const NAMED: Readonly<Record<string, NamedByOwner>> = {
  aws_s3_bucket: { plural: "buckets", parts: "/*", of: "objects" },
  aws_dynamodb_table: { plural: "tables", parts: "/*", of: "indexes and streams" },
  aws_lambda_function: { plural: "functions", parts: ":*", of: "versions and aliases" },
  aws_sqs_queue: { plural: "queues" },
  aws_sns_topic: { plural: "topics" },
  aws_kinesis_stream: { plural: "streams", parts: "/*", of: "consumers" },
  aws_kinesis_firehose_delivery_stream: { plural: "delivery streams" },
  aws_sfn_state_machine: { plural: "state machines", parts: ":*", of: "versions and aliases" },
  aws_ecr_repository: { plural: "repositories" },
  aws_iam_role: { plural: "roles" },
};
