import { say, words } from "../../../text/message";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import type { ActionTerm, PlacedAction } from "../action-term";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { GLUE_ARNS } from "../documentation";
import { allow, glue } from "../example-policies";
import { isAdmin, type ParsedStatement } from "../parsed-statement";
import type { Report } from "../report";
import { allowsStar, isArnKnown, takesNoArn } from "../resource-term";
import type { Severity } from "../rule";
import { listOf, verb } from "../words";

/** Rule `action-takes-only-wildcard`: action takes only *. */
export const actionTakesOnlyWildcard = defineRule({
  code: "action-takes-only-wildcard",
  title: "action takes only *",
  severity: "error",
  what: "Actions that accept only `*` as the resource, in a statement that lists ARNs, if no statement allows them on `*`. The authorization data decides, not the name: GetJobs is such an action, GetTables is not. It is a warning if AWS managed policies name ARNs for the action, as for StartCompletion. Actions of services without resource types in the data are not reported. In a Deny, every denied action must be such an action.",
  why: "AWS checks these actions against `*`. An ARN does not match that, so the statement grants nothing, or denies nothing.",
  bad: allow("glue:GetJobs", glue("job/*")),
  good: allow("glue:GetJobs", "*"),
  source: GLUE_ARNS,
  check: {
    comparesEntries: true,
    types: [...OF_AN_IDENTITY, "scp"],
    statement(parsed, context) {
      if (!parsed.named || parsed.unresolved || isAdmin(parsed)) return undefined;
      if (parsed.resources.some(({ term }) => term.matchesStar)) return undefined;
      if (parsed.denies) return deniesNothing(parsed) ? [reportOf(parsed, parsed.actions, "error")] : undefined;
      if (!parsed.allows) return undefined;
      const all = parsed.actions.filter(({ term }) => isWithoutStar(context, term));
      if (all.length === 0) return undefined;
      return (["error", "warning"] as const).flatMap((severity) => {
        const placed = all.filter(({ term }) => (isMild(term) ? "warning" : "error") === severity);
        return placed.length === 0 ? [] : [reportOf(parsed, placed, severity)];
      });
    },
  },
});

function reportOf(parsed: ParsedStatement, placed: readonly PlacedAction[], severity: Severity): Report {
  const names = placed.map(({ at }) => at.value);
  const nothing = parsed.denies ? "so this denies nothing" : "so this grants nothing";
  const effect = severity === "error" ? nothing : "though AWS's own policies name some";
  const moves = names.map((name) => ({ action: name, to: name, resources: [{ text: "*" }] }));
  return {
    at: placed[0]?.at ?? parsed.statement,
    message: say`${listOf(names)} ${words(verb(names, "takes", "take"))} no ARN, only ${"*"}, ${words(effect)}`,
    hint: `give ${verb(names, "it", "them")} a statement with \`"Resource": "*"\``,
    severity,
    about: names.join(),
    fix: parsed.denies || parsed.statement.conditions.length > 0 ? undefined : { kind: "move", moves },
  };
}

/** Whether every action takes no ARN: beside others they are often denied for the sake of a whole list. */
function deniesNothing({ actions, resources }: ParsedStatement): boolean {
  return actions.every(({ term }) => {
    const members = term.members();
    if (members.length === 0) return false;
    return members.every(
      (member) => member.onlyWildcard === "error" && !resources.some((resource) => allowsStar(member, resource.term)),
    );
  });
}

/** Whether it takes no ARN, and no statement of the policy allows it on `*`. */
function isWithoutStar(context: Context, term: ActionTerm): boolean {
  const members = term.members();
  if (members.length === 0 || !members.every((member) => takesNoArn(member) && isArnKnown(member))) return false;
  return !members.every((member) => {
    const { terms, whole } = context.grants.resourcesOf(member.id.toLowerCase());
    return whole || terms.some((resource) => allowsStar(member, resource));
  });
}

function isMild(term: ActionTerm): boolean {
  return term.members().every(({ onlyWildcard }) => onlyWildcard === "warning");
}
