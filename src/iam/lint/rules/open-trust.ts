import { say, words } from "../../../text/message";
import type { Principal } from "../../document/policy";
import { defineRule } from "../define-rule";
import { PRINCIPAL_ELEMENT } from "../documentation";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isEverybody, limitsWho } from "../principals/who-comes-in";
import type { Report, Reports } from "../report";

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
