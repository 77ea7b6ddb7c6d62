/** Which actions of a statement have a condition key. */

import { Memo } from "../../../text/memo";
import { say, words } from "../../../text/message";
import { type ActionInfo, actionHasKey } from "../../data/authorization";
import type { Condition } from "../../document/policy";
import type { ActionTerm } from "../parsed/action-term";
import type { ParsedCondition } from "../parsed/parsed-condition";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { takesNoArn } from "../parsed/resource-term";
import type { Report } from "../report";
import { listOf, verb } from "../words";

/** Keys of tags: of a resource, or of a request. */
export const TAG_KEYS = /^(aws:(ResourceTag|RequestTag)\/|aws:TagKeys$|[a-z0-9-]+:ResourceTag\/)/i;

/** The names of the actions whose requests never have the key; none where that does not matter or is not known. */
export function actionsWithoutKey({ condition, parsed, key }: ParsedCondition): readonly string[] {
  return condition.ifExists ? [] : actionsNeverWithKey({ condition, parsed, key });
}

/** The same also where the condition holds for a request without the key. */
export function actionsNeverWithKey({
  condition,
  parsed,
  key,
}: Pick<ParsedCondition, "condition" | "parsed" | "key">): readonly string[] {
  if (key === undefined) return [];
  if ((key.global && !key.perService) || parsed.statement.notActions !== undefined) return [];
  return parsed.actions.filter(({ term }) => !mayHaveKey(term, condition.key)).map(({ at }) => at.value);
}

/** What is said where some actions of a statement have the key and these have not. */
export function reportOfSome(condition: Condition, names: readonly string[]): Report {
  const them = verb(names, "it", "them");
  return {
    at: condition,
    message: say`no request for ${listOf(names)} has the key ${condition.key}, so the condition keeps ${words(them)} from being allowed`,
    hint: `give ${them} a statement without this condition`,
    about: `${condition.key} ${names.join()}`,
  };
}

/** What is said where some of the actions that a Deny writes out never have the key; a pattern says what it stands for. */
export function reportOfSomeDenied(
  { condition, parsed }: ParsedCondition,
  names: readonly string[],
): Report | undefined {
  const exact = parsed.actions.filter(({ at, term }) => term.kind === "exact" && names.includes(at.value));
  if (!parsed.denies || exact.length === 0) return undefined;
  const denied = exact.map(({ at }) => at.value);
  const them = verb(denied, "it", "them");
  return {
    at: condition,
    message: say`no request for ${listOf(denied)} has the key ${condition.key}, so the statement does not deny ${words(them)}`,
    hint: `deny ${them} in a statement without this condition, or take ${them} out`,
    about: `${condition.key} ${denied.join()}`,
  };
}

/** Whether a request for an action may have the key; an action that the data does not have may. */
function mayHaveKey(term: ActionTerm, key: string): boolean {
  const members = term.members();
  return members.length === 0 || members.some((member) => hasKey(member, key));
}

const support = new Memo<string, boolean>(8192);

function hasKey(action: ActionInfo, key: string): boolean {
  return support.get(`${action.id} ${key}`, () => actionHasKey(action, key));
}

/**
 * What to do about a condition without effect: a statement is never to lose its condition where another way is left, since an Allow
 * would then allow everything else that it says, and a Deny deny it.
 */
export function remedyFor({ allows, denies, actions }: ParsedStatement, otherKey: string): string {
  if (denies || !allows) return otherKey;
  const members = actions.flatMap(({ term }) => term.members());
  const takesArns = members.length === 0 || members.some((member) => !takesNoArn(member));
  return takesArns
    ? `${otherKey}, or name the resources in its place`
    : `${otherKey}, or take the condition out if nothing has to limit the action`;
}
