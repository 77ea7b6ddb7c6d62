import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import type { ParsedStatement } from "../parsed-statement";

const DOMAIN = "arn:aws:codeartifact:us-east-1:123456789012:domain/packages";

/** Rule `missing-dependent-action`: an action that needs another one. */
export const missingDependentAction = defineRule({
  code: "missing-dependent-action",
  title: "an action that needs another one",
  severity: "warning",
  what: "`codeartifact:GetAuthorizationToken` and `ecr-public:GetAuthorizationToken` without `sts:GetServiceBearerToken`, and `GetRecords` of a stream of Amazon Kinesis or DynamoDB without `GetShardIterator`, in the policies of a role, a user or a group. Actions that most people need together, but that work alone, are not reported.",
  why: "The call fails: the token is one of AWS STS, and records are read from where an iterator says.",
  bad: allow("codeartifact:GetAuthorizationToken", DOMAIN),
  good: allow(["codeartifact:GetAuthorizationToken", "sts:GetServiceBearerToken"], "*"),
  source: "https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html",
  check: {
    types: ["identity", "permission-set"],
    ofOmissions: true,
    statement(parsed, { parsedStatements, statementsBeside }) {
      if (!parsed.allows) return undefined;
      for (const { at, term } of parsed.actions) {
        const needed = NEEDED.get(term.id);
        if (needed === undefined) continue;
        const id = needed.toLowerCase();
        if ([...parsedStatements, ...statementsBeside].some((one) => mayGive(one, id))) continue;
        return {
          at,
          message: say`${at.value} fails without ${needed}, which no statement allows`,
          hint: `add \`${needed}\`; another policy of the same role or user may have it`,
          about: at.value,
        };
      }
      return undefined;
    },
  },
});

/**
 * AWS CodeArtifact guide, "AWS CodeArtifact authentication and tokens", and Amazon ECR guide, "Registry authentication": both call
 * sts:GetServiceBearerToken. Amazon Kinesis API and Amazon DynamoDB Streams API, GetRecords: `ShardIterator` is required.
 */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ["codeartifact:getauthorizationtoken", "sts:GetServiceBearerToken"],
  ["ecr-public:getauthorizationtoken", "sts:GetServiceBearerToken"],
  ["kinesis:getrecords", "kinesis:GetShardIterator"],
  ["dynamodb:getrecords", "dynamodb:GetShardIterator"],
]);

/** Whether a statement allows an action, or may do so. */
function mayGive({ allows, actions, statement }: ParsedStatement, id: string): boolean {
  return (
    allows &&
    (statement.notActions !== undefined || actions.some(({ term }) => term.kind === "open" || term.allows(id)))
  );
}
