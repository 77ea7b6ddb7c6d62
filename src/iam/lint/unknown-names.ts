/** Names of actions and services that AWS does not know, in Deny and in NotAction as well. */
import { memoizeByObject } from "../../text/memo";
import { actionName, isService } from "../data/authorization";
import type { Context } from "./context";
import { type ActionTerm, actionTerm, type PlacedAction } from "./parsed/action-term";
import type { ParsedStatement } from "./parsed/parsed-statement";

/** The actions of a statement that do not exist in AWS. */
interface UnknownNames {
  /** Actions of which there is no such service. */
  readonly services: readonly PlacedAction[];
  /** Actions that their service does not have. */
  readonly actions: readonly PlacedAction[];
}

/** Of each statement that has some. */
export function unknownNames(context: Context): ReadonlyMap<ParsedStatement, UnknownNames> {
  const told = (context.options.actions ?? []).map(actionTerm);
  const isTold = ({ id }: ActionTerm) => told.some((term) => term.allows(id));
  const found = new Map<ParsedStatement, UnknownNames>();
  for (const parsed of context.parsedStatements) {
    const { notActions } = parsed.statement;
    if (notActions === undefined && parsed.actions.every(({ term }) => term.info !== undefined)) continue;
    const placed = [...parsed.actions, ...(notActions ?? []).map(placeAction)];
    const judged = placed.filter(({ term }) => (term.kind === "exact" || term.kind === "pattern") && !isTold(term));
    const services = judged.filter(({ term }) => hasNoService(term));
    const actions = judged.filter((entry) => !services.includes(entry) && isUnknown(entry.term));
    if (services.length > 0 || actions.length > 0) found.set(parsed, { services, actions });
  }
  return found;
}

const placeAction = (at: PlacedAction["at"]): PlacedAction => ({ at, term: actionTerm(at.value) });

function hasNoService({ service }: ActionTerm): boolean {
  return !/[*?]/.test(service) && !isService(service);
}

const isUnknown = memoizeByObject((term: ActionTerm): boolean => {
  if (term.info !== undefined || /[*?]/.test(term.service)) return false;
  return term.kind === "exact" ? actionName(term.id) === undefined : term.memberNames().length === 0;
});
