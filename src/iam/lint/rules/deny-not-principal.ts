import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Located, Principal } from "../../document/policy";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import { shorten } from "../words";

const SECRETS = ["arn:aws:s3:::secrets", "arn:aws:s3:::secrets/*"];
const READER = "arn:aws:iam::123456789012:role/reader";
const DENY = { Effect: "Deny", Action: "s3:*", Resource: SECRETS };

/** Rule `deny-not-principal`: a role without its account in NotPrincipal. */
export const denyNotPrincipal = defineRule({
  code: "deny-not-principal",
  title: "a role without its account in NotPrincipal",
  severity: "warning",
  what: "A Deny whose NotPrincipal names a role or a user, and not the account that it is in. Where a plan alone knows what NotPrincipal names, nothing is reported.",
  why: "AWS checks the account before the role and its session, so that the role may be denied as everybody else is. Roles and users with a permissions boundary are denied in any case.",
  bad: { policy: policyOf({ ...DENY, NotPrincipal: { AWS: READER } }), type: "resource" },
  good: {
    policy: policyOf({ ...DENY, Principal: "*", Condition: { ArnNotEquals: { "aws:PrincipalArn": READER } } }),
    type: "resource",
  },
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
  check: {
    types: ["resource", "vpc-endpoint"],
    statement({ denies, statement: { notPrincipals = [] } }) {
      if (!denies) return undefined;
      const named = notPrincipals.filter(({ kind }) => kind === "AWS").flatMap(valuesOf);
      const alone = named.find(({ value }) => isOfAccount(value) && !hasAccountOf(value, named));
      if (alone === undefined || named.some(({ value }) => hasToken(value) && !REFERENCE.test(value))) return undefined;
      return {
        at: alone,
        message: say`${"NotPrincipal"} names ${shorten(alone.value)} without its account, so AWS may deny it to that as well`,
        hint: 'write `"Principal": "*"` and a condition with `ArnNotEquals` on `aws:PrincipalArn`',
        about: alone.value,
      };
    },
  },
});

function valuesOf({ values }: Principal): readonly Located<string>[] {
  return values;
}

/** A role or a user of the same Terraform files. */
const REFERENCE = /^\$\{(?:data\.)?aws_iam_(?:role|user)\.[\w-]+(?:\[[^\]]*\])?\.arn\}$/;
const ARN = /^arn:[^:]*:(?:iam|sts)::(\d{12}):(?:role|user|assumed-role)\//;

function isOfAccount(value: string): boolean {
  return ARN.test(value) || REFERENCE.test(value);
}

function hasAccountOf(value: string, named: readonly Located<string>[]): boolean {
  const account = ARN.exec(value)?.[1];
  const accounts = named.flatMap(
    ({ value: other }) => /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(other)?.[1] ?? [],
  );
  return account === undefined ? accounts.length > 0 : accounts.includes(account);
}
