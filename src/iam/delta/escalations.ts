/** What of a delta a person has to look at, in words: ways to more permissions, and doors that open. */
import { findExternalAccess } from "./external-access";
import { givenBy, said } from "./given";
import { listOf } from "./list-of";
import { everything, isAll, managing, passRole } from "./privilege-escalation";
import type { Delta, DenyChange, Escalation, PrincipalPolicies } from "./types";
import { wildcardActions, wildcardResources } from "./wildcards";

export interface EscalationOptions {
  /** The account of the plan, twelve digits. @default not known: then every account may be another one */
  readonly account?: string;
  /** What was there before: who was let in then is not let in now, whatever else it gains. @default not known */
  readonly before?: PrincipalPolicies;
}

/** The escalations of a delta, the worst first. */
export function escalationsOf(delta: Delta, { account, before }: EscalationOptions = {}): readonly Escalation[] {
  const given = givenBy(delta);
  const mine = given.filter(({ layer }) => layer === "identity");
  const rest = mine.filter((one) => !isAll(one));
  return [
    ...everything(mine, delta),
    ...findExternalAccess(given, account, before),
    ...passRole(rest),
    ...managing(rest),
    ...wildcardActions(rest),
    ...wildcardResources(rest),
    ...boundary(delta),
    ...removedDenies(delta),
  ];
}

function boundary({ boundary: change }: Delta): readonly Escalation[] {
  if (change?.direction !== "removed") return [];
  return [said("boundary-removed", `the permissions boundary \`${change.before}\` is removed`, [])];
}

/** So many are told in one sentence. */
const MOST = 3;

/** One for all: a Deny that is cut down in several ways is one thing to look at. */
function removedDenies({ denies }: Delta): readonly Escalation[] {
  const removed = denies.filter(({ direction }) => direction === "removed");
  if (removed.length === 0) return [];
  const told = removed.map(tellDeny);
  const more = told.length > MOST ? `; and ${told.length - MOST} more` : "";
  const from = removed.flatMap((one) => one.from);
  const lists = removed.flatMap(({ actions, resources }) => [actions, resources]);
  const escalation = said("deny-removed", `${told.slice(0, MOST).join("; ")}${more}`, from, lists);
  return [more === "" ? escalation : { ...escalation, all: [...told.slice(MOST), ...(escalation.all ?? [])] }];
}

function tellDeny({ actions, resources, layer, partly }: DenyChange): string {
  const where = resources.length > 0 ? ` on ${listOf(resources)}` : "";
  const verb = actions.length === 1 ? "is" : "are";
  const by = layer === "boundary" ? " by the boundary" : "";
  if (partly) return `${listOf(actions)}${where} ${verb} denied only in part now${by}`;
  return `${listOf(actions)}${where} ${verb} denied no longer${by}`;
}
