import { say, words } from "../../../text/message";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { hasNamelessToken } from "../nameless-token";
import type { ActionTerm } from "../parsed/action-term";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

/** Rule `redundant-action`: redundant action. */
export const redundantAction = defineRule({
  code: "redundant-action",
  title: "redundant action",
  severity: "info",
  what: "Actions that are listed twice in a statement, or that another action of it covers. Two expressions of Terraform whose values are not known are the same only if they are written the same.",
  why: "They make the policy longer and change nothing.",
  bad: allow(["glue:Get*", "glue:GetJob"], JOB),
  good: allow("glue:Get*", JOB),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "REDUNDANT_ACTION",
  check: {
    comparesEntries: true,
    statement(parsed, context) {
      if (parsed.actions.length < 2) return undefined;
      // That an action does not exist is told once.
      const { actions: unknown = [] } = context.analyze(unknownNames).get(parsed) ?? {};
      const actions = parsed.actions.filter((placed) => !unknown.includes(placed));
      const wide = actions.filter(({ term }) => term.kind === "pattern" || term.kind === "all");
      const covered = new Set(actions.filter(({ term }) => wide.some((other) => covers(other.term, term))));
      const seen = new Set<string>();
      const redundant = actions.filter((placed) => {
        // Names in Terraform are told apart by their case, those of actions are not.
        const key = placed.at.source ?? placed.term.id;
        const isSecond = seen.has(key) && !hasNamelessToken(key);
        seen.add(key);
        return isSecond || covered.has(placed);
      });
      const [first] = redundant;
      if (first === undefined) return undefined;
      const names = redundant.map(({ at }) => at.value);
      const inOthers = new Set([...covered].map(({ at }) => at.value));
      return {
        at: first.at,
        message:
          covered.size === 0
            ? say`${listOf(names)} ${words(verb(names, "is", "are"))} listed more than once in the statement`
            : say`${listOf(names)} ${words(verb(names, "is", "are"))} covered by another action of the statement`,
        hint: "take it out",
        fix: { kind: "remove", actions: [...inOthers], resources: [] },
        about: names.join(),
      };
    },
  },
});

/** Whether one pattern allows all actions of the other, and more. */
function covers(wide: ActionTerm, term: ActionTerm): boolean {
  if (wide.id === term.id) return false;
  if (term.kind === "exact") return wide.allows(term.id);
  if (wide.kind === "all") return term.kind === "pattern";
  const members = term.kind === "pattern" ? term.members() : [];
  if (members.length === 0 || wide.service !== term.service) return false;
  return wide.members().length > members.length && members.every(({ id }) => wide.allows(id.toLowerCase()));
}
