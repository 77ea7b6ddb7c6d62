import { say, words } from "../../../text/message";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { GLUE_ARNS } from "../documentation";
import { allow, glue } from "../example-policies";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import { isAdmin, type ParsedStatement } from "../parsed/parsed-statement";
import { allowsStar, isArnKnown, mayListAll, takesNoArn } from "../parsed/resource-term";
import type { Report } from "../report";
import { listOf, verb } from "../words";

/** Rule `action-takes-only-wildcard`: action takes only *. */
export const actionTakesOnlyWildcard = defineRule({
  code: "action-takes-only-wildcard",
  title: "action takes only *",
  severity: "error",
  what: "Actions that accept only `*` as the resource, in a statement that lists ARNs, if no statement allows them on `*`. The authorization data decides, not the name: GetJobs is such an action, GetTables is not. It is a warning if AWS managed policies name ARNs for the action, as for StartCompletion, and for an action that lists on all of a type, as ec2:DescribeVpcs on `vpc/*`. Actions that AWS checks on a known ARN, such as iam:ListRoles on `role/` or on `role/PATH/`, are fine where that ARN is allowed. Actions of services without resource types in the data are not reported. In a Deny, every denied action must be such an action.",
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
      // What `NotAction` leaves over takes ARNs too.
      if (parsed.actions.length === 0) return undefined;
      if (parsed.denies) return deniesNothing(parsed) ? [reportOf(parsed, parsed.actions, "none")] : undefined;
      if (!parsed.allows) return undefined;
      const all = parsed.actions.filter(({ term }) => isWithoutStar(context, term));
      if (all.length === 0) return undefined;
      return DOUBTS.flatMap((doubt) => {
        const placed = all.filter(({ term }) => doubtOf(parsed, term) === doubt);
        return placed.length === 0 ? [] : [reportOf(parsed, placed, doubt)];
      });
    },
  },
});

/** Why an ARN may be right all the same: AWS's own policies name some, or it is all of a type and the action lists. */
const DOUBTS = ["none", "named-by-aws", "lists-all"] as const;

type Doubt = (typeof DOUBTS)[number];

const EFFECTS: Readonly<Record<Exclude<Doubt, "none">, string>> = {
  "named-by-aws": "though AWS's own policies name some",
  "lists-all": "so this may grant nothing",
};

function doubtOf({ resources }: ParsedStatement, term: ActionTerm): Doubt {
  const members = term.members();
  if (members.every(({ onlyWildcard }) => onlyWildcard === "warning")) return "named-by-aws";
  const listsAll = members.every((member) => resources.some((resource) => mayListAll(member, resource.term)));
  return listsAll ? "lists-all" : "none";
}

function reportOf(parsed: ParsedStatement, placed: readonly PlacedAction[], doubt: Doubt): Report {
  const names = placed.map(({ at }) => at.value);
  const nothing = parsed.denies ? "so this denies nothing" : "so this grants nothing";
  const effect = doubt === "none" ? nothing : EFFECTS[doubt];
  const moves = names.map((name) => ({ action: name, to: name, resources: [{ text: "*" }] }));
  return {
    at: placed[0]?.at ?? parsed.statement,
    message: say`${listOf(names)} ${words(verb(names, "takes", "take"))} no ARN, only ${"*"}, ${words(effect)}`,
    hint: `give ${verb(names, "it", "them")} a statement with \`"Resource": "*"\``,
    severity: doubt === "none" ? "error" : "warning",
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
      (member) =>
        member.onlyWildcard === "error" &&
        !resources.some(({ term: resource }) => allowsStar(member, resource) || mayListAll(member, resource)),
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
