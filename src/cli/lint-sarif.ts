/** Findings as SARIF 2.1.0, as code scanning of GitHub and others reads it. */
import { findRule, fingerprintOf, type Rule, type Severity } from "../iam/lint";
import type { Reported } from "./lint-sources";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  security: "error",
  warning: "warning",
  info: "note",
};
/** Where the checks of AWS are told; for rules of which the source has no address. */
const CHECKS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

/** The log of one run. */
export function sarifReport(findings: readonly Reported[], version: string): string {
  const codes = [...new Set(findings.map(({ rule }) => rule))].sort();
  const driver = { name: "tfwright", version, rules: codes.map((code) => ruleOf(findRule(code), code)) };
  const results = findings.map((finding) => resultOf(finding, codes.indexOf(finding.rule)));
  const runs = [{ tool: { driver }, columnKind: "utf16CodeUnits", results }];
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs }, null, 2)}\n`;
}

function ruleOf(rule: Rule | undefined, id: string) {
  if (rule === undefined) return { id };
  const { title, what, why, severity, source, accessAnalyzer } = rule;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: { text: `${what}\n\n${why}` },
    helpUri: /^https?:\/\/\S+$/.test(source) ? source : CHECKS,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      severity,
      tags: severity === "security" ? ["iam", "security"] : ["iam"],
      ...(severity === "security" ? { "security-severity": "7.0" } : {}),
      ...(accessAnalyzer === undefined ? {} : { accessAnalyzer }),
    },
  };
}

function resultOf(finding: Reported, ruleIndex: number) {
  const { rule, severity, message, hint, file, line, column, pointer, address } = finding;
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const physicalLocation = { artifactLocation: { uri: encodeURI(file ?? "policy") }, ...region };
  const name = address === undefined ? pointer : `${address} ${pointer}`;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [{ physicalLocation, logicalLocations: [{ fullyQualifiedName: name }] }],
    partialFingerprints: { "tfwright/v1": fingerprintOf(finding) },
    properties: { severity },
  };
}
