import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Condition } from "../../document/policy";
import { isPrivateRange } from "../conditions/address-range";
import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";
import type { Severity } from "../rule";
import { listOf } from "../words";

const HINT = "name public addresses, or use `aws:VpcSourceIp` with `aws:SourceVpc` for requests through a VPC endpoint";

/** Rule `private-source-ip`: private address as the source. */
export const privateSourceIp = defineRule({
  code: "private-source-ip",
  title: "private address as the source",
  severity: "error",
  what: "aws:SourceIp with private addresses. In an Allow with IpAddress it is an error if all of them are private. In a Deny, or with NotIpAddress, it is a warning that says who is let in or locked out. An Allow with IpAddress or a Deny with NotIpAddress that also names public addresses is info.",
  why: "Requests reach the public endpoints of AWS from public addresses, and requests through a VPC endpoint do not have the key.",
  bad: allow("glue:GetJob", JOB, { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip",
  accessAnalyzer: "PRIVATE_IP_ADDRESS",
  check: {
    condition({ condition, family, parsed }) {
      if (family !== "IPAddress" || condition.key.toLowerCase() !== "aws:sourceip") return undefined;
      const values = condition.values.map(({ value }) => String(value));
      const inside = values.filter(isPrivateRange);
      if (inside.length === 0 || values.some(hasToken) || !(parsed.allows || parsed.denies)) return undefined;
      const isAll = inside.length === values.length;
      return reportOf(condition, inside, parsed.allows ? allowed(condition, isAll) : denied(condition, isAll));
    },
  },
});

/** What the condition does, and how bad that is. */
type Effect = readonly [Message, Severity];

function allowed({ operator, ifExists }: Condition, isAll: boolean): Effect | undefined {
  if (isNegated(operator)) return isAll ? [words("so the condition holds for every request"), "warning"] : undefined;
  if (!isAll) return [words("so nobody is let in from there"), "info"];
  return ifExists
    ? [words("so only requests without the key are allowed, such as those through a VPC endpoint"), "warning"]
    : [words("so this allows nothing"), "error"];
}

function denied({ operator }: Condition, isAll: boolean): Effect | undefined {
  if (!isNegated(operator)) return isAll ? [words("so this denies nothing"), "warning"] : undefined;
  return isAll
    ? [words("so this denies every request and locks everybody out"), "warning"]
    : [words("so whoever comes from there is locked out"), "info"];
}

function isNegated(operator: string): boolean {
  return /^not/i.test(operator);
}

function reportOf(condition: Condition, values: readonly string[], effect: Effect | undefined): Report | undefined {
  if (effect === undefined) return undefined;
  const [what, severity] = effect;
  return {
    at: condition,
    message: say`no request has the private ${words(values.length === 1 ? "address" : "addresses")} ${listOf(values, 3)} in ${condition.key}, ${what}`,
    hint: HINT,
    severity,
    about: `${condition.key} ${values.join()}`,
  };
}
