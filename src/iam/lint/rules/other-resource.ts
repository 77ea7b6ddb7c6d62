import { say, words } from "../../../text/message";
import type { Located } from "../../document/policy";
import { defineRule } from "../define-rule";

const inFile = (bucket: string) => ({
  policy: [
    'resource "aws_s3_bucket_policy" "raw" {',
    "  bucket = aws_s3_bucket.raw.id",
    "  policy = jsonencode({",
    '    Version = "2012-10-17"',
    "    Statement = [{",
    '      Effect    = "Allow"',
    '      Principal = { AWS = "arn:aws:iam::123456789012:role/orders-job" }',
    '      Action    = "s3:GetObject"',
    `      Resource  = "\${aws_s3_bucket.${bucket}.arn}/*"`,
    "    }]",
    "  })",
    "}",
  ].join("\n"),
  file: "iam.tf",
});

/** Rule `other-resource`: the policy of another resource. */
export const otherResource = defineRule({
  code: "other-resource",
  title: "policy of another resource",
  severity: "error",
  what: "A statement in the policy of a bucket, a queue, a topic, a secret, a table, a stream or a vault whose resources are all of another one of the same kind than the resource that the policy is set on, where both are written out or are references in Terraform or in a template of CloudFormation.",
  why: "Amazon S3 refuses the policy, and for the others the statement allows or denies nothing.",
  bad: inFile("curated"),
  good: inFile("raw"),
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html",
  check: {
    types: ["resource"],
    statement({ resources }, { document: { attachedTo } }) {
      if (attachedTo === undefined || resources.length === 0) return undefined;
      if (!resources.every(({ at }) => isOfAnother(at, attachedTo))) return undefined;
      const [first] = resources;
      return {
        at: first!.at,
        message: say`${first!.at.value} is not of ${nameOf(attachedTo, first!.at)}, ${words("on which the policy is set")}`,
        hint: "name the resource that the policy is set on",
        about: `${first!.at.value} ${attachedTo}`,
      };
    },
  },
});

/** `${aws_sqs_queue.orders.arn}`, also of an instance and with a text behind it; the keys of instances may be the same. */
const REFERENCE = /^\$\{(?:data\.)?(aws_\w+)\.([\w-]+)(?:\[[^\]]*\])?\.\w+\}/;

/** What the policy is set on, as its file names it: a template of CloudFormation has logical ids. */
function nameOf(attachedTo: string, { value, source, meaning }: Located<string>): string {
  const isOfTemplate = source === undefined && meaning !== undefined && !REFERENCE.test(value);
  return (isOfTemplate ? REFERENCE.exec(attachedTo)?.[2] : undefined) ?? attachedTo;
}

const BUCKET = /^arn:[^:]*:s3:::([^/*?$]+)(?:\/|$)/;

function isOfAnother({ value, source, meaning }: Located<string>, attachedTo: string): boolean {
  const text = source ?? meaning ?? value;
  const [, type, name] = REFERENCE.exec(text) ?? [];
  const [whole, wantedType, wantedName] = REFERENCE.exec(attachedTo) ?? [];
  if (type !== undefined) return whole === attachedTo && type === wantedType && name !== wantedName;
  const bucket = BUCKET.exec(text)?.[1];
  return bucket !== undefined && /^[a-z0-9][a-z0-9.-]+$/.test(attachedTo) && bucket !== attachedTo;
}
