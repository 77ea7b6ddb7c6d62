import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { arnIntersects } from "../../arn/arn-match";
import { intersects, literal, pattern } from "../../document/pattern";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isEverybody } from "../principals/who-comes-in";
import { listOf } from "../words";

const deny = (value: string | readonly string[]) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::raw-zone/*",
  Condition: { StringNotEquals: { "aws:SourceVpce": value } },
});
const [ONE, OTHER] = ["vpce-0a1b2c3d4e5f67890", "vpce-0a1b2c3d4e5f67891"];

/** Rule `denies-together`: together they deny everything. */
export const deniesTogether = defineRule({
  code: "denies-together",
  title: "together they deny everything",
  severity: "error",
  what: "Two Deny statements on the same actions and resources, each with one condition that excepts values of the same key, and no value is excepted by both. Also one that excepts addresses in `aws:SourceIp`, and one that excepts a VPC or a VPC endpoint.",
  why: "Whoever meets the exception of one statement is denied by the other, so that nobody is left.",
  bad: { policy: policyOf(deny(ONE), deny(OTHER)), type: "resource" },
  good: { policy: policyOf(deny([ONE, OTHER])), type: "resource" },
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html",
  check: {
    comparesEntries: true,
    statement(parsed, context) {
      const condition = exceptionOf(parsed);
      if (condition === undefined) return undefined;
      const before = context.parsedStatements.slice(0, context.parsedStatements.indexOf(parsed));
      const other = before.find((one) => {
        const exception = exceptionOf(one);
        if (exception === undefined || !overlap(one, parsed)) return false;
        return exceptNothingInCommon(exception, condition) || exceptTwoWays(exception, condition);
      });
      if (other === undefined) return undefined;
      if (other.statement.conditions[0]?.key.toLowerCase() !== condition.key.toLowerCase())
        return {
          at: condition,
          message: say`requests through a VPC endpoint have no ${"aws:SourceIp"}, and others come through none, so this and another Deny of the policy deny ${listOf(actionsInBoth(other, parsed))} to everybody`,
          hint: "put both conditions into one statement: then only who meets neither is denied",
          about: condition.key,
        };
      return {
        at: condition,
        message: say`another Deny of the policy excepts other values of ${condition.key}, so together they deny ${listOf(actionsInBoth(other, parsed))} to everybody`,
        hint: "put all exceptions into the list of one statement",
        about: condition.key,
      };
    },
  },
});

/** The one condition of a Deny, if it excepts values and nothing else. */
function exceptionOf({
  denies,
  statement: { conditions, principals, notPrincipals, isConditional },
}: ParsedStatement): Condition | undefined {
  const [only, ...others] = conditions;
  if (!denies || isConditional === true || only === undefined || others.length > 0 || notPrincipals !== undefined)
    return undefined;
  if (principals !== undefined && !principals.some(isEverybody)) return undefined;
  if (!/^(?:(?:String|Arn)Not|NotIpAddress$)/.test(only.operator) || only.set !== undefined || hasToken(only.key))
    return undefined;
  return only.values.length > 0 && only.values.every(({ value }) => !hasToken(String(value))) ? only : undefined;
}

/** IAM User Guide, `aws:SourceIp`: requests through a VPC endpoint do not have the key. */
function exceptTwoWays(a: Condition, b: Condition): boolean {
  const isAddress = ({ key, operator }: Condition) => /^aws:SourceIp$/i.test(key) && operator === "NotIpAddress";
  const isEndpoint = ({ key }: Condition) => /^aws:SourceVpce?$/i.test(key);
  return (isAddress(a) && isEndpoint(b)) || (isAddress(b) && isEndpoint(a));
}

function exceptNothingInCommon(a: Condition, b: Condition): boolean {
  if (a.key.toLowerCase() !== b.key.toLowerCase() || a.operator === "NotIpAddress" || b.operator === "NotIpAddress")
    return false;
  const read = ({ operator }: Condition, text: string) =>
    operator === "StringNotEquals" ? literal(text) : pattern(text);
  const patterns = (one: Condition) => one.values.map(({ value }) => read(one, String(value)));
  return !patterns(a).some((one) => patterns(b).some((other) => intersects(one, other)));
}

function overlap(a: ParsedStatement, b: ParsedStatement): boolean {
  if (a.statement.notResources !== undefined || b.statement.notResources !== undefined) return false;
  const areBoth = a.resources.some(({ term: one }) =>
    b.resources.some(({ term: other }) => {
      if (one.matchesEverything || other.matchesEverything) return true;
      if (hasToken(one.text) || hasToken(other.text)) return one.text === other.text;
      return arnIntersects(one.pattern, other.pattern);
    }),
  );
  return (areBoth || (a.resources.length === 0 && b.resources.length === 0)) && actionsInBoth(a, b).length > 0;
}

/** What both deny, as the narrower of the two writes it. */
function actionsInBoth(a: ParsedStatement, b: ParsedStatement): readonly string[] {
  const narrower = (one: ParsedStatement, other: ParsedStatement) =>
    one.actions.filter(({ term }) =>
      other.actions.some(
        ({ term: wide }) =>
          wide.kind === "all" || wide.id === term.id || (term.kind === "exact" && wide.allows(term.id)),
      ),
    );
  return [...new Set([...narrower(a, b), ...narrower(b, a)].map(({ at }) => at.value))];
}
