/** The page of each rule: its bad example has its finding, its good one has none but info. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Finding, lintPolicy, lintRules, lintText, type Rule, type RuleCode } from "../../../src/iam/lint";
import type { RuleExample } from "../../../src/iam/lint/rule";
import { lintFiles } from "../../../src/policy-files";
import { documentOf } from "../policies";

const TODAY = "2026-10-01";

/** Codes that configs and baselines of users may hold, by severity: none of them may go away. */
const CODES = {
  error:
    "unknown-action unknown-service malformed-arn missing-ancestor missing-child no-resource-of-type action-takes-only-wildcard resource-type-mismatch unsupported-condition-key unknown-condition-key invalid-effect invalid-sid duplicate-sid invalid-version no-resource-element conflicting-elements invalid-principal resource-in-trust trust-account-mismatch missing-qualifier policy-too-long not-json invalid-element invalid-operator action-in-trust duplicate-condition-key invalid-policy-variable wildcard-in-service private-source-ip unknown-managed-policy impossible-value lockout missing-trust-action absent-key allows-nothing contradictory-conditions denies-together refused-by-service other-resource",
  security:
    "full-admin service-wildcard wildcard-resource allow-not-action allow-not-resource pass-role-wildcard pass-role-without-service privilege-escalation permissions-management create-slr-wildcard open-trust for-all-values-allow open-resource oidc-without-subject attached-admin vpc-address-alone",
  warning:
    "type-mismatch string-like-on-arn-key missing-version wildcard-without-like for-all-values-single secret-suffix expired-condition variable-in-old-version deny-not-principal mfa-without-if-exists deny-of-services deny-of-global-services denied-anyway inverted-condition domain-without-path optional-external-id tls-in-part missing-dependent-action resource-without-action",
  info: "equivalent-to-null unsupported-tag-condition redundant-action redundant-resource write-on-read-only service-without-source wildcard-after-name duplicate-statement saml-without-audience inexact-range",
};

function lint({ policy, type, readsOnly, file }: RuleExample) {
  const options = { today: TODAY, readsOnly };
  if (file !== undefined) return lintFiles([{ path: file, text: String(policy) }], options).findings;
  if (typeof policy === "string") return lintText(policy, { ...options, type });
  return lintPolicy(documentOf(policy, type), options);
}

test("all codes are there with their severities, each once", () => {
  const wanted = Object.entries(CODES).flatMap(([severity, codes]) => codes.split(" ").map((code) => [code, severity]));
  const have = lintRules.map(({ code, severity }) => [code, severity]);
  expect(have.sort()).toEqual(wanted.sort());
  expect(new Set(lintRules.map(({ code }) => code)).size).toBe(lintRules.length);
});

test("each rule stands in the file of its code", () => {
  const files = readdirSync(join(__dirname, "../../../src/iam/lint/rules")).filter((name) => name !== "index.ts");
  expect(files.sort()).toEqual(lintRules.map(({ code }) => `${code}.ts`).sort());
});

test("a code that no rule has is a type error", () => {
  const codes: readonly RuleCode[] = [
    "full-admin",
    // @ts-expect-error there is no such rule
    "full-admins",
  ];
  expect(codes).toHaveLength(2);
  const isOld = ({ rule }: Pick<Finding, "rule">) =>
    // @ts-expect-error there is no such rule
    rule === "full-admins";
  expect(isOld({ rule: "full-admin" })).toBe(false);
});

test("a finding keeps our words and the names of the policy apart", () => {
  const [finding] = lintPolicy(
    documentOf({
      Version: "2012-10-17",
      Statement: { Sid: "a`b-", Effect: "Deny", Action: "glue:GetJob", Resource: "*" },
    }),
  );
  expect(finding).toMatchObject({
    rule: "invalid-sid",
    message: "the Sid `a`b-` has characters other than letters and digits",
    parts: ["the Sid ", { value: "a`b-" }, " has characters other than letters and digits"],
  });
});

test.each(lintRules.map((rule) => [rule.code, rule] as const))("%s", (code: string, rule: Rule) => {
  const bad = lint(rule.bad);
  expect(bad.filter((finding) => finding.rule === code)).toMatchObject([
    { severity: rule.severity, title: rule.title },
  ]);
  expect(bad.filter((finding) => finding.rule !== code && finding.severity !== "info")).toEqual([]);
  expect(lint(rule.good).filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(lint(rule.good).map((finding) => finding.rule)).not.toContain(code);
});

test.each(lintRules.map((rule) => [rule.code, rule] as const))("the page of %s is whole", (_: string, rule: Rule) => {
  expect(rule.title).toMatch(/^\S.{2,60}$/);
  for (const text of [rule.what, rule.why]) expect(text).toMatch(/^[A-Za-z`].*\.$/s);
  expect(rule.source).toMatch(/^https:\/\//);
});
