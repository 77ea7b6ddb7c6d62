import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Condition, Principal } from "../../document/policy";
import { defineRule } from "../define-rule";
import { PRINCIPAL_ELEMENT } from "../documentation";
import { trust } from "../example-policies";
import { isPositive, type ParsedStatement } from "../parsed-statement";
import type { Report, Reports } from "../report";

/** Keys that say who comes in: with a condition on one of them, `*` is not everybody. */
const LIMITS =
  /^(aws:(PrincipalOrg\w+|PrincipalAccount|PrincipalArn|PrincipalServiceName\w*|SourceAccount|SourceArn|SourceOrg\w+|SourceOwner|SourceVpc\w*|SourceIp|VpcSourceIp|userid|username|PrincipalTag\/.*|PrincipalIsAWSService)|kms:CallerAccount|s3:DataAccessPoint\w+|[\w.-]+\.[\w./-]+:\w+|saml:\w+)$/i;

/** Every request has these keys, so `IfExists` takes nothing from a condition on them. */
const ALWAYS_THERE = /^aws:(PrincipalArn|PrincipalAccount|userid)$/i;

/** Patterns that any caller fits: `*`, any principal of any account, any address. */
const ANYBODY = /^(\*+|arn:[^:]*:(iam|sts|\*)::(\*+):(\*+|(role|user|assumed-role)\/\*+)|0\.0\.0\.0\/0|(::|0::0)\/0)$/;

/** Rule `open-trust`: anybody may come in. */
export const openTrust = defineRule({
  code: "open-trust",
  title: "anybody may come in",
  severity: "security",
  what: "A trust policy, or a resource policy of the Data Catalog, that has `*` as the principal and no condition that limits who. Also Allow with NotPrincipal in a resource policy. A condition that every caller meets, or that is true if its key is absent, does not count as a limit.",
  why: "Every AWS account can use the role with all its permissions, or the catalog.",
  bad: trust({ Principal: { AWS: "*" } }),
  good: trust(),
  source: PRINCIPAL_ELEMENT,
  check: {
    types: ["trust", "resource"],
    statement(parsed, { type }) {
      if (!parsed.allows || parsed.statement.conditions.some(limitsWho)) return undefined;
      const everybody = (parsed.statement.principals ?? []).find(isEverybody);
      if (type === "resource") return reportsOfResource(parsed, everybody);
      if (everybody === undefined) return undefined;
      return {
        at: everybody,
        message: words("anybody with an AWS account may assume the role"),
        hint: 'name who may: `"Service": "glue.amazonaws.com"`, or the ARN of a role',
      };
    },
  },
});

/** Whether a condition lets in some and not others; a condition whose key is not known yet may. */
function limitsWho(condition: Condition): boolean {
  const { key, operator, ifExists, values } = condition;
  if (hasToken(key)) return true;
  if (!LIMITS.test(key) || !isPositive(condition) || (ifExists && !ALWAYS_THERE.test(key))) return false;
  // `StringEquals` takes the wildcard for a character.
  return /^StringEquals/.test(operator) || !values.some(({ value }) => ANYBODY.test(String(value)));
}

function isEverybody({ kind, values }: Principal): boolean {
  return kind === "*" || (kind === "AWS" && values.some(({ value }) => value === "*"));
}

function reportsOfResource({ statement, actions }: ParsedStatement, everybody: Principal | undefined): Reports {
  const reports: Report[] = [];
  // A bucket may be meant for all the world; a Data Catalog is not.
  if (everybody !== undefined && actions.length > 0 && actions.every(({ term }) => term.service === "glue")) {
    reports.push({
      at: everybody,
      message: words("anybody with an AWS account may use the Data Catalog"),
      hint: "name accounts, or add `aws:PrincipalOrgID`",
    });
  }
  const [excepted] = statement.notPrincipals ?? [];
  if (excepted !== undefined) {
    reports.push({
      at: excepted,
      message: say`${"Allow"} with ${"NotPrincipal"} lets in everybody else, including people without an account`,
      hint: "name who may, or deny these in a separate statement",
    });
  }
  return reports;
}
