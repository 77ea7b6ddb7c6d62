/** Actions and services that do not exist. */
import { actionName, actionsMatching, dataDate, serviceKnowledge } from "../../data/authorization";
import { suggestAction, suggestService } from "../../data/authorization-suggest";
import { actionAliases } from "../../data/overrides";
import { type ActionTerm, actionTerm, type PlacedAction } from "../action-term";
import { type Context, ofData } from "../context";
import type { Fix } from "../finding";
import type { ParsedStatement } from "../parsed-statement";
import type { Severity } from "../rule";
import { suggestOnce } from "../suggest";
import { listOf, verb } from "../words";

const DAY = 24 * 60 * 60 * 1000;
/** Data older than this may miss a new action. */
const OLD = 60;

/** Reports names that AWS does not know, in Deny and in NotAction as well. */
export function checkActions(context: Context): void {
  const told = (context.options.actions ?? []).map(actionTerm);
  const isTold = ({ id }: ActionTerm) => told.some((term) => term.allows(id));
  for (const parsed of context.parsedStatements) {
    if (parsed.statement.notActions === undefined && parsed.actions.every(({ term }) => term.info !== undefined))
      continue;
    const placed = [...parsed.actions, ...(parsed.statement.notActions ?? []).map(placeAction)];
    const judged = placed.filter(({ term }) => (term.kind === "exact" || term.kind === "pattern") && !isTold(term));
    const strangers = judged.filter(({ term }) => hasNoService(term));
    reportServices(context, parsed, strangers);
    const unknown = judged.filter((entry) => !strangers.includes(entry) && isUnknown(entry.term));
    reportActions(context, parsed, unknown);
  }
}

const placeAction = (at: PlacedAction["at"]): PlacedAction => ({ at, term: actionTerm(at.value) });

const servicesThere = new Map<string, boolean>();

function hasNoService({ service }: ActionTerm): boolean {
  if (/[*?]/.test(service)) return false;
  let there = servicesThere.get(service);
  if (there === undefined) {
    there = serviceKnowledge(service) !== undefined;
    if (service.length < 64) servicesThere.set(service, there);
  }
  return !there;
}

const unknowns = new WeakMap<ActionTerm, boolean>();

function isUnknown(term: ActionTerm): boolean {
  if (term.info !== undefined) return false;
  let unknown = unknowns.get(term);
  if (unknown === undefined) {
    unknown = isNoAction(term);
    unknowns.set(term, unknown);
  }
  return unknown;
}

function isNoAction({ id, kind, service, members }: ActionTerm): boolean {
  if (/[*?]/.test(service)) return false;
  if (kind === "exact") return actionName(id) === undefined;
  return members().length === 0 && actionsMatching(id).length === 0;
}

function reportServices(context: Context, { statement }: ParsedStatement, entries: readonly PlacedAction[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const without = entries.every(({ term }) => term.service === "");
  const names = entries.map(({ at }) => at.value);
  const services = entries.map(({ term }) => term.service);
  const message = without
    ? `${listOf(names)} ${verb(names, "names", "name")} no service, as in \`glue:GetTable\``
    : `${ofData()} ${verb(services, "knows no service", "knows no services")} ${listOf(services)}`;
  const near =
    first.term.service === "" ? undefined : suggestOnce(context, "service", first.term.service, suggestService);
  const hint =
    near === undefined ? "write the prefix of a service, as in `glue:GetTable`" : `did you mean \`${near}\`?`;
  context.report("unknown-service", first.at, { message, hint, about: names.join() }, statement);
}

function reportActions(context: Context, { statement }: ParsedStatement, entries: readonly PlacedAction[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const names = entries.map(({ at }) => at.value);
  const isPattern = entries.every(({ term }) => term.kind === "pattern");
  const what = isPattern ? "match no action" : "do not exist";
  const one = isPattern ? "matches no action" : "does not exist";
  const severity: Severity = isOld(context.options.today) ? "warning" : "error";
  context.report(
    "unknown-action",
    first.at,
    {
      message: `${listOf(names)} ${verb(names, one, what)} in ${ofData()}`,
      hint: hintFor(context, entries),
      severity,
      about: names.join(),
      ...fixFor(entries),
    },
    statement,
  );
}

/** Whether the data is so old that it may miss a new action. */
function isOld(today: string): boolean {
  return Date.parse(today) - Date.parse(dataDate()) > OLD * DAY;
}

function hintFor(context: Context, entries: readonly PlacedAction[]): string {
  const meant = entries.flatMap(({ at, term }) => {
    const near = term.kind === "exact" ? suggestOnce(context, "action", term.id, suggestAction) : undefined;
    return near === undefined || near.length === 0 ? [] : [{ written: at.value, near }];
  });
  const [first] = meant;
  if (first === undefined) return "take it out, or name it under `actions` if it is newer than the data";
  if (entries.length === 1) return `did you mean ${listOf(first.near)}?`;
  return meant.map(({ written, near }) => `for \`${written}\` write ${listOf(near)}`).join("; ");
}

const actionAliasesByName = new Map(Object.entries(actionAliases).map(([name, meant]) => [name.toLowerCase(), meant]));

/** Names that are known to be mistaken for one other are mended; a guess is not. */
function fixFor(entries: readonly PlacedAction[]): { readonly fix?: Fix } {
  const sure = entries.flatMap(({ at, term }) => {
    const meant = actionAliasesByName.get(term.id) ?? [];
    return meant.length === 0 ? [] : [{ from: at.value, to: meant }];
  });
  return sure.length === 0 ? {} : { fix: { kind: "action", replacements: sure } };
}
