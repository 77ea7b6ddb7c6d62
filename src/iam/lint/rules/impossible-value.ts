import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { hasMarkedPlaceholder, hasPlaceholder } from "../../arn/placeholders";
import type { Condition, Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB } from "../example-policies";
import { faultOfValue, hasChoices, type ValueFault } from "../key-values";
import type { ParsedStatement } from "../parsed-statement";
import type { Report } from "../report";
import type { Severity } from "../rule";
import { listOf, verb } from "../words";

/** Rule `impossible-value`: a value that no request has. */
export const impossibleValue = defineRule({
  code: "impossible-value",
  title: "value that no request has",
  severity: "error",
  what: "Values that are of another kind than those of the condition key: the ID of a VPC endpoint in `aws:SourceVpc`, an account in `aws:PrincipalOrgID`, a session of a role in `aws:PrincipalArn`, a path of an organization without the slash at its end, a service without its Region in `kms:ViaService`, one that is not among the few values of a key such as `s3:x-amz-server-side-encryption`, and no value at all. It is a warning where other values of the condition can be met, or where the condition holds because no request has the value.",
  why: "The comparison is never true, so the statement allows or denies nothing, and with an operator that excludes values it is always true.",
  bad: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceVpc": "vpce-0a1b2c3d4e5f67890" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" } } }),
  source: CONDITION_KEYS,
  check: {
    condition({ condition, family, parsed }) {
      if (!(parsed.allows || parsed.denies)) return undefined;
      if (condition.values.length === 0) return reportOfNone(condition, parsed);
      if (family !== "String" && family !== "ARN") return undefined;
      const found = condition.values.flatMap((at) => faultAt(condition, at));
      const [first] = found;
      // `type-mismatch` reports what ARN operators compare and is no ARN.
      if (first === undefined || (family === "ARN" && !String(first.at.value).startsWith("arn:"))) return undefined;
      return reportOf(condition, found, parsed);
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

function faultAt({ key, operator }: Condition, at: Located<string | number | boolean>): readonly PlacedFault[] {
  const value = String(at.value);
  // `wildcard-without-like` reports a wildcard that is compared as a character.
  if (
    hasToken(value) ||
    (hasChoices(key) ? hasMarkedPlaceholder(value) : hasPlaceholder(value)) ||
    (/^StringEquals|^StringNotEquals/.test(operator) && /[*?]/.test(value))
  )
    return [];
  const fault = faultOfValue(key, value);
  return fault === undefined ? [] : [{ at, fault }];
}

function reportOf(condition: Condition, found: readonly PlacedFault[], parsed: ParsedStatement): Report | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const isAll = found.length === condition.values.length;
  const [effect, severity] = isAll ? effectOf(condition, parsed) : besideOthers(found);
  const { what, hint } = first.fault;
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
