import { say } from "../../../text/message";
import type { Condition } from "../../document/policy";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { Report } from "../report";

const KEY = "aws:multifactorauthpresent";
const DENY = { Effect: "Deny", Action: "ec2:StopInstances", Resource: "arn:aws:ec2:*:123456789012:instance/*" };

/** Rule `mfa-without-if-exists`: access keys bypass the check for MFA. */
export const mfaWithoutIfExists = defineRule({
  code: "mfa-without-if-exists",
  title: "access keys bypass the check for MFA",
  severity: "warning",
  what: "A Deny with `Bool` and `false` on `aws:MultiFactorAuthPresent`, unless another Deny is for requests without the key. Also a trust policy that allows with `BoolIfExists` and `true`.",
  why: "Requests that are signed with the access keys of a user do not have the key, so they are not denied, or are allowed, with or without MFA.",
  bad: { policy: policyOf({ ...DENY, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }) },
  good: { policy: policyOf({ ...DENY, Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } }) },
  source: `${CONDITION_KEYS}#condition-keys-multifactorauthpresent`,
  check: {
    condition({ condition, family, parsed }, context) {
      if (family !== "Bool" || condition.key.toLowerCase() !== KEY) return undefined;
      if (parsed.allows && context.type === "trust") return reportOfTrust(condition, parsed);
      if (!parsed.denies || condition.ifExists) return undefined;
      if (!condition.values.every(({ value }) => String(value).toLowerCase() === "false")) return undefined;
      if (deniesWithoutKey(context)) return undefined;
      return {
        at: condition,
        message: say`requests that are signed with access keys of a user do not have ${condition.key}, so they are not denied`,
        hint: "write `BoolIfExists`",
        about: condition.key,
      };
    },
  },
});

/** An Allow that also holds without the key, and with nothing else that asks for it. */
function reportOfTrust(condition: Condition, { statement }: ParsedStatement): Report | undefined {
  const isTrue = condition.values.every(({ value }) => String(value).toLowerCase() === "true");
  // Of the others nobody signs with access keys of a user.
  const isForUsers = statement.principals?.some(({ kind }) => kind === "AWS" || kind === "*") === true;
  if (!isTrue || !condition.ifExists || !isForUsers) return undefined;
  const asks = ({ key, ifExists, operator, values }: Condition) =>
    /^aws:MultiFactorAuth/i.test(key) && !ifExists && !(operator === "Null" && String(values[0]?.value) === "true");
  if (statement.conditions.some(asks)) return undefined;
  return {
    at: condition,
    message: say`requests that are signed with access keys of a user do not have ${condition.key}, so they may assume the role without MFA`,
    hint: "write `Bool`",
    about: condition.key,
  };
}

/** Whether a Deny of the policy is for requests without the key, as those of Amazon S3's guide on the age of the key are. */
function deniesWithoutKey({ parsedStatements }: Context): boolean {
  return parsedStatements.some(({ denies, statement }) => denies && statement.conditions.some(isForAbsence));
}

function isForAbsence({ key, operator, ifExists, values }: Condition): boolean {
  const name = key.toLowerCase();
  if (name === KEY && ifExists) return true;
  const isNull = operator === "Null" && values.every(({ value }) => String(value).toLowerCase() === "true");
  return isNull && (name === KEY || name === "aws:multifactorauthage");
}
