/** The cases of the facts, and AWS's managed policies: exactly the findings that they have. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyType } from "../../../src/iam/document/policy";
import { lintPolicy } from "../../../src/iam/lint";
import { severities } from "../../../src/iam/lint/rule";
import { documentOf } from "../policies";

const FIXTURES = join(__dirname, "fixtures");
/** Within 60 days of the data. */
const TODAY = "2026-10-01";

interface Case {
  readonly id: string;
  readonly type: PolicyType;
  readonly policy: object;
  readonly expect: readonly string[];
  readonly allowed?: readonly string[];
}

function readFixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(FIXTURES, name), "utf8")) as T;
}

/** Codes of the findings that are no info, each once; and all codes. */
function codesOf(policy: object, type?: PolicyType) {
  const findings = lintPolicy(documentOf(policy, type), { today: TODAY });
  const loud = findings.filter(({ severity }) => severity !== "info");
  return {
    findings,
    all: [...new Set(findings.map(({ rule }) => rule))],
    loud: [...new Set(loud.map(({ rule }) => rule))].sort(),
  };
}

test.each(readFixture<readonly Case[]>("policy-cases.json").map((one) => [one.id, one] as const))("%s", (_, given) => {
  const { all, loud } = codesOf(given.policy, given.type);
  const may = [...given.expect, ...(given.allowed ?? [])];
  expect(all).toEqual(expect.arrayContaining([...given.expect]));
  expect(loud.filter((code) => !may.includes(code))).toEqual([]);
  expect(codesOf(given.policy).loud).toEqual(loud);
});

interface Managed {
  readonly must: readonly string[];
  readonly may?: readonly string[];
  /** Codes whose findings are warnings here. */
  readonly warnings?: readonly string[];
}

const managed: Readonly<Record<string, Managed>> = {
  AWSGlueServiceRole: {
    must: [
      "service-wildcard",
      "wildcard-resource",
      "permissions-management",
      "privilege-escalation",
      "for-all-values-allow",
    ],
  },
  AWSGlueConsoleFullAccess: {
    must: [
      "service-wildcard",
      "wildcard-resource",
      "permissions-management",
      "privilege-escalation",
      "redundant-resource",
    ],
    may: ["pass-role-wildcard"],
  },
  AwsGlueSessionUserRestrictedServiceRole: {
    must: [
      "service-wildcard",
      "missing-ancestor",
      "for-all-values-allow",
      "privilege-escalation",
      "action-takes-only-wildcard",
    ],
    may: ["permissions-management"],
    warnings: ["action-takes-only-wildcard"],
  },
  AWSGlueDataBrewServiceRole: { must: ["wildcard-resource", "for-all-values-allow"], may: ["secret-suffix"] },
  AwsGlueDataBrewFullAccessPolicy: {
    must: ["wildcard-resource", "pass-role-wildcard"],
    may: ["secret-suffix", "redundant-action"],
  },
  AwsGlueSessionUserRestrictedPolicy: {
    must: ["action-takes-only-wildcard"],
    warnings: ["action-takes-only-wildcard"],
  },
};

test.each(Object.entries(managed))("managed policy %s", (name, { must, may = [], warnings = [] }) => {
  const { findings, all, loud } = codesOf(readFixture<object>(`managed-policies/${name}.json`));
  expect(all).toEqual(expect.arrayContaining([...must]));
  expect(loud.filter((code) => ![...must, ...may].includes(code))).toEqual([]);
  for (const { rule, severity } of findings)
    if (warnings.includes(rule)) expect([rule, severity]).toEqual([rule, "warning"]);
});

test("severities are in order", () => {
  expect(severities).toEqual(["error", "security", "warning", "info"]);
});
