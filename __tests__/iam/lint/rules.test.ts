/** The page of each rule: its bad example has its finding, its good one has none but info. */
import { lintPolicy, lintText, type Rule, rules } from "../../../src/iam/lint";
import type { Example } from "../../../src/iam/lint/rule";
import { documentOf } from "../policies";

const TODAY = "2026-10-01";

/** The codes of the issue, by severity; the linter has these and some more. */
const CODES = {
  error:
    "unknown-action unknown-service malformed-arn missing-ancestor missing-child no-resource-of-type action-takes-only-wildcard resource-type-mismatch unsupported-condition-key unknown-condition-key invalid-effect invalid-sid duplicate-sid invalid-version no-resource-element conflicting-elements invalid-principal resource-in-trust trust-account-mismatch missing-qualifier policy-too-long not-json",
  security:
    "full-admin service-wildcard wildcard-resource allow-not-action allow-not-resource pass-role-wildcard pass-role-without-service privilege-escalation permissions-management create-slr-wildcard open-trust for-all-values-allow",
  warning:
    "type-mismatch string-like-on-arn-key missing-version wildcard-without-like for-all-values-single secret-suffix",
  info: "equivalent-to-null unsupported-tag-condition redundant-action redundant-resource write-on-read-only",
};

/** Rules that the issue does not name. */
const MORE = ["invalid-element", "invalid-operator", "action-in-trust"];

function lint({ policy, type, readsOnly }: Example) {
  const options = { today: TODAY, readsOnly };
  if (typeof policy === "string") return lintText(policy, { ...options, type });
  return lintPolicy(documentOf(policy, type), options);
}

test("all codes of the issue are there with their severities, each once", () => {
  const wanted = Object.entries(CODES).flatMap(([severity, codes]) => codes.split(" ").map((code) => [code, severity]));
  const have = rules.map(({ code, severity }) => [code, severity]);
  expect(have.filter(([code = ""]) => !MORE.includes(code)).sort()).toEqual(wanted.sort());
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

test.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code: string, rule: Rule) => {
  const bad = lint(rule.bad);
  expect(bad.filter((finding) => finding.rule === code)).toMatchObject([
    { severity: rule.severity, title: rule.title },
  ]);
  expect(bad.filter((finding) => finding.rule !== code && finding.severity !== "info")).toEqual([]);
  expect(lint(rule.good).filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(lint(rule.good).map((finding) => finding.rule)).not.toContain(code);
});

test.each(rules.map((rule) => [rule.code, rule] as const))("the page of %s is whole", (_: string, rule: Rule) => {
  expect(rule.title).toMatch(/^\S.{2,60}$/);
  for (const text of [rule.what, rule.why]) expect(text).toMatch(/^[A-Za-z`].*\.$/s);
  expect(rule.source).toMatch(/^https:\/\//);
});
