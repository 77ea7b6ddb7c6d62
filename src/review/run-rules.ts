/** Runs the checks of the rules. */
import type { ResourceChange } from "../terraform/plan/plan";
import type { Facts } from "./facts";
import type { FindingDraft } from "./finding";
import type { RuleMatch, Subjects } from "./rule";
import { type ReviewRuleCode, rulesBySubject, rulesOfType } from "./rules";

export { findRule, rules } from "./rules";

/** The matches of all rules about a subject. */
export function checkSubject<Name extends keyof Subjects>(
  name: Name,
  subject: Subjects[Name],
): readonly FindingDraft[] {
  return rulesBySubject[name].flatMap((rule) => draftsOf(rule.code, rule.check(subject)));
}

/** The matches of all rules for one change of a resource. */
export function checkChange(change: ResourceChange, facts: Facts): readonly FindingDraft[] {
  const drafts = checkSubject("state", change);
  if (change.mode !== "managed" || change.action === "no-op" || change.action === "read") return drafts;
  const found = rulesOfType(change.type).flatMap(({ code, check }) => draftsOf(code, check(change, facts)));
  return [...drafts, ...found];
}

function draftsOf(rule: ReviewRuleCode, matches: readonly RuleMatch[]): readonly FindingDraft[] {
  return matches.map((match) => ({ ...match, rule }));
}
