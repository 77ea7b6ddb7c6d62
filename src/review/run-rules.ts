/** Runs the checks of the rules. */
import type { ResourceChange } from "../terraform/plan/plan";
import type { Facts } from "./facts";
import type { Draft } from "./finding";
import type { RuleMatch, Subjects } from "./rule";
import { type RuleCode, rulesBySubject, rulesOfType } from "./rules";

/** What the rules about a subject report. */
export function checkSubject<Name extends keyof Subjects>(name: Name, subject: Subjects[Name]): readonly Draft[] {
  return rulesBySubject[name].flatMap((rule) => draftsOf(rule.code, rule.check(subject)));
}

/** What all rules report of one change of a resource. */
export function checkChange(change: ResourceChange, facts: Facts): readonly Draft[] {
  const drafts = checkSubject("state", change);
  if (change.mode !== "managed" || change.action === "no-op" || change.action === "read") return drafts;
  const found = rulesOfType(change.type).flatMap(({ code, check }) => draftsOf(code, check(change, facts)));
  return [...drafts, ...found];
}

function draftsOf(rule: RuleCode, matches: readonly RuleMatch[]): readonly Draft[] {
  return matches.map((match) => ({ ...match, rule }));
}
