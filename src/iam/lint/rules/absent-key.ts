import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { needsKey } from "../../document/condition-operator";
import type { Condition, Located, PolicyType, Statement } from "../../document/policy";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";
import { shorten } from "../words";

/** Rule `absent-key`: key that these requests do not have. */
export const absentKey = defineRule({
  code: "absent-key",
  title: "key that these requests do not have",
  severity: "error",
  what: "A condition that wants a value of a key which no request of the principals has: `aws:SourceArn`, `aws:SourceAccount` and others that only AWS services have, in the policy of a role or a user, or where the principals are roles, users or accounts; `aws:PrincipalOrgID`, tags of the principal and the keys of MFA where only services come; `aws:username`, also as a variable, in the policy of a role. Also a claim behind the ARN of an identity provider or behind an issuer with `https://`, in Terraform. An operator with `IfExists` or one that excludes values is exempt.",
  why: "The condition is never met, so the statement allows or denies nothing.",
  bad: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } } }),
  source: `${CONDITION_KEYS}#condition-keys-sourcearn`,
  check: {
    types: [...OF_AN_IDENTITY, "scp", "trust", "resource"],
    statement({ statement, allows }, { type, options }) {
      if (!allows) return undefined;
      if (isOfRole(type, options)) return reportOfVariable(statement);
      return type === "trust" ? statement.conditions.flatMap(reportOfIssuer) : undefined;
    },
    condition({ condition, parsed: { statement, allows, denies } }, { type, options }) {
      if (!needsKey(condition) || !(allows || denies)) return undefined;
      const isUserName = /^aws:username$/i.test(condition.key) && isOfRole(type, options);
      const who = isUserName ? "roles" : callersOf(statement, type);
      const hint = who === undefined ? undefined : hintFor(condition, who);
      if (who === undefined || hint === undefined) return undefined;
      const effect: Message = words(allows ? "so this allows nothing" : "so this denies nothing");
      return {
        at: condition,
        message: say`requests of ${words(CALLERS[who])} do not have ${condition.key}, ${effect}`,
        hint,
        about: condition.key,
      };
    },
  },
});

const CALLERS = { services: "AWS services", roles: "roles", others: "roles, users and accounts" } as const;

/** Whether the policy is one of roles: what runs under it is a session, and no user. */
function isOfRole(type: PolicyType, { holder }: Context["options"]): boolean {
  return type === "permission-set" || holder === "role";
}

/**
 * The ARN of a provider, or the issuer of a cluster, in front of a claim. hashicorp/aws: `url` of a provider has no `https://`, `issuer` of an
 * EKS cluster has it.
 */
const WRONG_ISSUER =
  /^(\$\{(?:data\.)?aws_(?:iam_openid_connect_provider\.[\w-]+(?:\[[^\]]*\])?\.(arn)|eks_cluster\.[^{}()"]*\.issuer)\}):\w+$/;

/** A key of a token that begins with something else than the host of the issuer. */
function reportOfIssuer(condition: Condition): readonly Report[] {
  const [, token, what] = WRONG_ISSUER.exec(condition.key) ?? [];
  if (token === undefined) return [];
  const written = what === "arn" ? "the ARN of the provider" : "the issuer with https://";
  return [
    {
      at: condition,
      message: say`no token has the key ${condition.key}: ${token} is ${words(written)}, and keys begin with the host of the issuer`,
      hint: what === "arn" ? "write `.url` in place of `.arn`" : 'write `replace(ISSUER, "https://", "")`',
      about: condition.key,
    },
  ];
}

/** IAM User Guide, "Where you can use policy variables": a session of a role has no `aws:username`. */
const NAME_OF_USER = /\$\{\s*aws:username\s*\}/i;

function reportOfVariable({ resources = [], conditions }: Statement): Report | undefined {
  const wanted = conditions.filter(needsKey);
  const lists = [resources, ...wanted.map(({ values }) => values)];
  const isNamed = ({ value }: Located<unknown>) => typeof value === "string" && NAME_OF_USER.test(value);
  const found = lists.find((list) => list.some(isNamed));
  const at = found?.find(isNamed);
  if (found === undefined || at === undefined) return undefined;
  return {
    at,
    message: say`sessions of roles have no ${"aws:username"}, so no request meets ${shorten(String(at.value))}`,
    hint: "use `${aws:PrincipalTag/KEY}`, or for a user of IAM Identity Center `${identitystore:UserId}` or a tag",
    severity: found.every(isNamed) ? undefined : "warning",
    about: String(at.value),
  };
}

/** Who comes: AWS services alone, or no service. */
function callersOf({ principals, notPrincipals }: Statement, type: PolicyType): "services" | "others" | undefined {
  if (type !== "trust" && type !== "resource") return "others";
  const all = principals ?? [];
  if (notPrincipals !== undefined || all.length === 0) return undefined;
  const isKnown = all.every(({ isWhole, values }) => !isWhole && values.every(({ value }) => !value.includes("*")));
  if (!isKnown) return undefined;
  // IAM Roles Anywhere sets tags of the certificate.
  if (all.every(({ kind }) => kind === "Service"))
    return all.some(({ values }) => values.some(({ value }) => value.startsWith("rolesanywhere.")))
      ? undefined
      : "services";
  const isArn = (value: string) => /^(?:arn:|\d{12}$)/.test(value) && !hasToken(value);
  return all.every(({ kind, values }) => kind === "AWS" && values.every(({ value }) => isArn(value)))
    ? "others"
    : undefined;
}

/**
 * IAM User Guide, "AWS global condition context keys": `aws:SourceArn`, `aws:SourceAccount` and `aws:SourceOrgID` are there only if an AWS
 * service principal calls the resource directly on behalf of another resource; `aws:PrincipalServiceName` only for service principals;
 * `aws:PrincipalOrgID` only if the principal is a member of an organization, which a service is not (awsdocs/aws-cloudtrail-user-guide#17,
 * with the word of AWS Support); `aws:PrincipalTag` only for users and roles with tags; `aws:username` only for users; the keys of MFA only for users and for sessions of theirs or of roles.
 */
const OF_SERVICES = /^aws:(?:Source(?:Arn|Account|Org\w+)|PrincipalServiceName\w*)$/i;
const OF_OTHERS = /^aws:(?:PrincipalOrg\w+|PrincipalTag\/.+|MultiFactorAuth\w+|username)$/i;

function isAlways(values: Condition["values"], wanted: string): boolean {
  return values.every(({ value }) => String(value).toLowerCase() === wanted);
}

/** What to write in place of a key that these callers do not have; undefined for a key that they may have. */
function hintFor({ key, values }: Condition, who: keyof typeof CALLERS): string | undefined {
  if (who === "roles") return "use `aws:PrincipalTag/KEY` or `aws:PrincipalArn`";
  if (who === "services") {
    const isOther = /^aws:PrincipalIsAWSService$/i.test(key) && isAlways(values, "false");
    if (!isOther && !OF_OTHERS.test(key)) return undefined;
    return /Org/i.test(key) ? `use \`aws:Source${/ID$/i.test(key) ? "OrgID" : "OrgPaths"}\`` : "take the condition out";
  }
  const isService = /^aws:PrincipalIsAWSService$/i.test(key) && isAlways(values, "true");
  if (!isService && !OF_SERVICES.test(key)) return undefined;
  if (/^aws:SourceAccount$/i.test(key))
    return "use `aws:ResourceAccount` for the account of the resource, or `aws:PrincipalAccount` for that of the caller";
  return "take the condition out: it belongs to a statement that lets in an AWS service";
}
