/** Which findings of the linter a suppression covers, and what a baseline knows a finding by. */

import { type AppliedSuppressions, applySuppressions } from "../../findings/suppression";
import { checkArgument } from "../../text/check-argument";
import { hashText } from "../../text/hash";
import type { Finding } from "./finding";
import type { PolicySuppression } from "./options";

/** Separates the findings of policies that a suppression accepts from those that stay. */
export function suppressFindings<F extends Finding>(
  findings: readonly F[],
  suppressions: readonly PolicySuppression[],
  today: string,
): AppliedSuppressions<F, PolicySuppression> {
  checkArgument(findings, "list", "suppressFindings(findings)");
  checkArgument(suppressions, "list", "suppressFindings(suppressions)");
  return applySuppressions<F, PolicySuppression>(findings, suppressions, { today, covers });
}

function covers(
  { statement, file, address }: PolicySuppression,
  finding: Finding & { readonly address?: string },
): boolean {
  if (address !== undefined && address !== finding.address && address !== withoutKeys(finding.address)) return false;
  if (file !== undefined && file !== finding.file) return false;
  return statement === undefined || statement === finding.statement?.sid;
}

/** `aws_iam_role_policy.read["a"]` without its keys. */
function withoutKeys(address: string | undefined): string | undefined {
  return address?.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

/** What identifies a finding in a baseline: rule, file, and the statement's Sid or content; no line, no index. */
export function fingerprintOf(finding: Finding): string {
  checkArgument(finding, "object", "fingerprintOf(finding)");
  const { rule, file, subject } = finding;
  return `${rule}:${hashText(JSON.stringify([rule, file ?? "", subject]))}`;
}
