/**
 * What the AWS CDK writes for a grant and nobody can take out of it: `table.grantReadData(role)` also names the actions of the table's
 * stream. Of the rest of the statement nothing is lost.
 *
 * Sources: aws-cdk-lib, `perms.ts` of aws-dynamodb, `stream.ts` of aws-kinesis, `parameter.ts` of aws-ssm.
 */
import type { Finding } from "../../iam/lint";
import type { SourcePolicy } from "../found";

/** The actions of a grant that work on another resource, or on `*` alone, and actions that only this grant writes beside them. */
const GRANTS: readonly {
  readonly grant: string;
  readonly idle: readonly string[];
  readonly beside: readonly string[];
}[] = [
  {
    grant: "grantReadData",
    idle: ["dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    beside: ["dynamodb:ConditionCheckItem"],
  },
  {
    // As version 1 of the CDK wrote it.
    grant: "grantReadData",
    idle: ["dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    beside: ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:Scan"],
  },
  {
    grant: "grantRead",
    idle: ["kinesis:DescribeStreamConsumer", "kinesis:ListStreams", "kinesis:SubscribeToShard"],
    beside: ["kinesis:DescribeStreamSummary"],
  },
  { grant: "grantRead", idle: ["ssm:DescribeParameters"], beside: ["ssm:GetParameterHistory"] },
];

const RULES: ReadonlySet<string> = new Set(["resource-type-mismatch", "action-takes-only-wildcard"]);

/** A finding about nothing but such actions is an info. */
export function ofGrant(finding: Finding, { document }: SourcePolicy): Finding {
  if (finding.severity !== "error" || !RULES.has(finding.rule)) return finding;
  const statement = document.statements[finding.statement?.index ?? -1];
  const actions = statement?.actions?.map(({ value }) => value) ?? [];
  const named = finding.about?.split(",") ?? [];
  const found = GRANTS.find(
    ({ idle, beside }) =>
      beside.every((action) => actions.includes(action)) &&
      named.length > 0 &&
      named.every((action) => idle.includes(action)),
  );
  if (found === undefined) return finding;
  const them = named.length === 1 ? "it" : "them";
  const hint = `\`${found.grant}\` of the CDK writes ${them} beside what works: leave ${them} if nobody needs ${them}`;
  return { ...finding, severity: "info", hint };
}
