import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { isPositive } from "../../document/condition-operator";
import type { Condition, PolicyType, Statement } from "../../document/policy";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { allow, JOB } from "../example-policies";

/** Rule `absent-key`: key that these requests do not have. */
export const absentKey = defineRule({
  code: "absent-key",
  title: "key that these requests do not have",
  severity: "error",
  what: "A condition that wants a value of a key which no request of the principals has: `aws:SourceArn`, `aws:SourceAccount` and others that only AWS services have, in the policy of a role or a user, or where the principals are roles, users or accounts; `aws:PrincipalOrgID` and the keys of MFA where only services come. Also a claim behind the ARN of an identity provider or behind an issuer with `https://`, in Terraform. An operator with `IfExists` or one that excludes values is exempt.",
  why: "The condition is never met, so the statement allows or denies nothing.",
  bad: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } } }),
  source: `${CONDITION_KEYS}#condition-keys-sourcearn`,
  check: {
    types: [...OF_AN_IDENTITY, "scp", "trust", "resource"],
    statement({ statement: { conditions }, allows }, { type }) {
      if (type !== "trust" || !allows) return undefined;
      return conditions.flatMap((condition) => {
        const [, token, what] = WRONG_ISSUER.exec(condition.key) ?? [];
        if (token === undefined) return [];
        const written = what === "arn" ? "the ARN of the provider" : "the issuer with `https://`";
        return [
          {
            at: condition,
            message: say`no token has the key ${condition.key}: ${token} is ${words(written.replaceAll("`", ""))}, and keys begin with the host of the issuer`,
            hint: what === "arn" ? "write `.url` in place of `.arn`" : 'write `replace(ISSUER, "https://", "")`',
            about: condition.key,
          },
        ];
      });
    },
    condition({ condition, parsed: { statement, allows, denies } }, { type }) {
      if (!isPositive(condition) || condition.ifExists || condition.set === "ForAllValues" || !(allows || denies))
        return undefined;
      const who = callersOf(statement, type);
      const hint = who === undefined ? undefined : hintFor(condition, who);
      if (hint === undefined) return undefined;
      const effect: Message = words(allows ? "so this allows nothing" : "so this denies nothing");
      return {
        at: condition,
        message: say`requests of ${words(who === "services" ? "AWS services" : "roles, users and accounts")} do not have ${condition.key}, ${effect}`,
        hint,
        about: condition.key,
      };
    },
  },
});

/**
 * The ARN of a provider, or the issuer of a cluster, in front of a claim. hashicorp/aws: `url` of a provider has no `https://`, `issuer` of an
 * EKS cluster has it.
 */
const WRONG_ISSUER =
  /^(\$\{(?:data\.)?aws_(?:iam_openid_connect_provider\.[\w-]+(?:\[[^\]]*\])?\.(arn)|eks_cluster\.[^{}()"]*\.issuer)\}):\w+$/;

/** Who comes: AWS services alone, or no service. */
function callersOf({ principals, notPrincipals }: Statement, type: PolicyType): "services" | "others" | undefined {
  if (type !== "trust" && type !== "resource") return "others";
  const all = principals ?? [];
  if (notPrincipals !== undefined || all.length === 0) return undefined;
  const isKnown = all.every(({ isWhole, values }) => !isWhole && values.every(({ value }) => !value.includes("*")));
  if (!isKnown) return undefined;
  if (all.every(({ kind }) => kind === "Service")) return "services";
  const isArn = (value: string) => /^(?:arn:|\d{12}$)/.test(value) && !hasToken(value);
  return all.every(({ kind, values }) => kind === "AWS" && values.every(({ value }) => isArn(value)))
    ? "others"
    : undefined;
}

/**
 * IAM User Guide, "AWS global condition context keys": `aws:SourceArn`, `aws:SourceAccount` and `aws:SourceOrgID` are there only if an AWS
 * service principal calls the resource directly on behalf of another resource; `aws:PrincipalServiceName` only for service principals;
 * `aws:PrincipalOrgID` only if the principal is a member of an organization, which a service is not (awsdocs/aws-cloudtrail-user-guide#17,
 * with the word of AWS Support); `aws:username` only for users; the keys of MFA only for users and for sessions of theirs or of roles.
 */
const OF_SERVICES = /^aws:(?:Source(?:Arn|Account|Org\w+)|PrincipalServiceName\w*)$/i;
const OF_OTHERS = /^aws:(?:PrincipalOrg\w+|MultiFactorAuth\w+|username)$/i;

function hintFor({ key, values }: Condition, who: "services" | "others"): string | undefined {
  if (who === "services") {
    if (!OF_OTHERS.test(key)) return undefined;
    return /Org/i.test(key) ? `use \`aws:Source${/ID$/i.test(key) ? "OrgID" : "OrgPaths"}\`` : "take the condition out";
  }
  const isService =
    /^aws:PrincipalIsAWSService$/i.test(key) && values.every(({ value }) => String(value).toLowerCase() === "true");
  if (!isService && !OF_SERVICES.test(key)) return undefined;
  if (/^aws:SourceAccount$/i.test(key))
    return "use `aws:ResourceAccount` for the account of the resource, or `aws:PrincipalAccount` for that of the caller";
  return "take the condition out: it belongs to a statement that lets in an AWS service";
}
