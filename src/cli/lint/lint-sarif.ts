/** Findings of the linter as SARIF. */

import { renderSarifLog, type SarifLevel, type SarifResult, type SarifRule } from "../../findings/sarif";
import type { Severity } from "../../iam/lint";
import { findRule } from "../../iam/lint/rules";
import { fingerprintOf } from "../../iam/lint/suppressions";
import type { FindingInFile } from "../../policy-files";
import { sarifFix } from "./sarif-fix";

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: "error",
  security: "error",
  warning: "warning",
  info: "note",
};
/** Where AWS documents its checks; for rules whose source has no address. */
const CHECKS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

interface SarifReportOptions {
  /** Version of tfwright. */
  readonly version: string;
  /** The text of a file, in which fixes are placed; undefined where it is not known. */
  readonly textOf: (file: string) => string | undefined;
}

/** The log of one run. */
export function sarifReport(findings: readonly FindingInFile[], { version, textOf }: SarifReportOptions): string {
  return renderSarifLog(
    findings.map((finding) => resultOf(finding, textOf)),
    { version, ruleOf },
  );
}

function ruleOf(code: string): SarifRule | undefined {
  const rule = findRule(code);
  if (rule === undefined) return undefined;
  const { title, what, why, severity, source, accessAnalyzer } = rule;
  return {
    title,
    what,
    why,
    level: LEVELS[severity],
    helpUri: /^https?:\/\/\S+$/.test(source) ? source : CHECKS,
    properties: {
      severity,
      tags: severity === "security" ? ["iam", "security"] : ["iam"],
      ...(severity === "security" ? { "security-severity": "7.0" } : {}),
      ...(accessAnalyzer === undefined ? {} : { accessAnalyzer }),
    },
  };
}

function resultOf(finding: FindingInFile, textOf: SarifReportOptions["textOf"]): SarifResult {
  const { rule, severity, message, hint, file, line, column, pointer, address } = finding;
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const uri = encodeURI(file ?? "policy");
  const physicalLocation = { artifactLocation: { uri }, ...region };
  const fix = file === undefined ? undefined : sarifFix(finding, textOf(file), uri);
  const name = address === undefined ? pointer : `${address} ${pointer}`;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [{ physicalLocation, logicalLocations: [{ fullyQualifiedName: name }] }],
    partialFingerprints: { "tfwright/v1": fingerprintOf(finding) },
    ...(fix === undefined ? {} : { fixes: [fix] }),
    properties: { severity },
  };
}
