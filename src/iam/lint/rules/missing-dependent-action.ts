import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { allow, policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";

const TOKEN = "codeartifact:GetAuthorizationToken";
const DOMAIN = "arn:aws:codeartifact:us-east-1:123456789012:domain/packages";

/** Rule `missing-dependent-action`: an action that needs another one. */
export const missingDependentAction = defineRule({
  code: "missing-dependent-action",
  title: "an action that needs another one",
  severity: "warning",
  what: "`codeartifact:GetAuthorizationToken` and `ecr-public:GetAuthorizationToken` without `sts:GetServiceBearerToken`, in the policies of a role, a user or a group. Actions that people need together, but that work alone, are not reported.",
  why: "The token is one of AWS STS, so the call fails without the right to get one.",
  bad: allow(TOKEN, DOMAIN),
  good: {
    policy: policyOf(
      { Effect: "Allow", Action: TOKEN, Resource: DOMAIN },
      { Effect: "Allow", Action: "sts:GetServiceBearerToken", Resource: "*" },
    ),
  },
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
 * sts:GetServiceBearerToken.
 */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ["codeartifact:getauthorizationtoken", "sts:GetServiceBearerToken"],
  ["ecr-public:getauthorizationtoken", "sts:GetServiceBearerToken"],
]);

/** Whether a statement allows an action, or may do so. */
function mayGive({ allows, actions, statement }: ParsedStatement, id: string): boolean {
  return (
    allows &&
    (statement.notActions !== undefined || actions.some(({ term }) => term.kind === "open" || term.allows(id)))
  );
}
