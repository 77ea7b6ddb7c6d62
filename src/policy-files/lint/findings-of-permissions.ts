/** Hints of findings on permissions, which have arguments in place of principals and conditions. */
import type { Finding } from "../../iam/lint";
import type { SourcePolicy } from "../found";

/** By the service and the language of the permission, and by rule. */
const HINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "events terraform": {
    "open-resource": "name an account in `principal`, or add a `condition` on `aws:PrincipalOrgID`",
  },
  "events template": {
    "open-resource": "name an account in `Principal`, or add a `Condition` on `aws:PrincipalOrgID`",
  },
  "lambda terraform": {
    "open-resource": "name an account or a service in `principal`, or set `principal_org_id`",
    "service-without-source": "set `source_arn` or `source_account`",
  },
  "lambda template": {
    "open-resource": "name an account or a service in `Principal`, or set `PrincipalOrgID`",
    "service-without-source": "set `SourceArn` or `SourceAccount`",
  },
};

/** The finding with the arguments of the permission in its hint; findings on other policies stay as they are. */
export function ofPermission(finding: Finding, { permission }: SourcePolicy): Finding {
  const hint =
    permission === undefined ? undefined : HINTS[`${permission.service} ${permission.language}`]?.[finding.rule];
  // What is public on purpose is info, and needs no principal.
  const isMeant = finding.rule === "open-resource" && finding.severity === "info";
  return hint === undefined || isMeant ? finding : { ...finding, hint };
}
