/** What the permission delta finds, as findings of the review. */
import type { Access, CannotTell, ConditionChange, Delta, Escalation } from "../../iam/delta";
import type { StatementOrigin } from "../../iam/delta/types";
import { join, type Message, say, words } from "../../text/message";
import type { FindingDraft } from "../finding";
import type { Level } from "../rule";
import type { ReviewRuleCode } from "../rules";
import { broughtBy } from "./brought-by";
import { tellEscalation, tellUnreadDenies } from "./escalation-words";
import { isExpectedGain, isTelemetry } from "./expected-gains";
import { foldReasons, isManagedByAws, type SourcedDraft } from "./fold-reasons";
import { passRoleOnce } from "./passed-roles";
import {
  type Sentence,
  sortAccess,
  tellAccess,
  tellCondition,
  tellDenied,
  tellFollowed,
  tellLint,
  tellRescoped,
} from "./permission-words";
import { mergeFollowed } from "./replaced-targets";
import { withoutToldTrusts } from "./told-trusts";
import type { IntroducedFinding, PrincipalReview } from "./types";

/** One entry of the delta: its sentence, and the statements that it comes from. */
interface DraftItem extends Sentence {
  readonly from: readonly StatementOrigin[];
  /** The document of a finding of the linter, which names it itself. */
  readonly document?: string;
}

/** Findings of one principal or resource. */
export function draftsOf(review: PrincipalReview): readonly FindingDraft[] {
  const { principal, details } = passRoleOnce(review);
  const { delta, escalations, findings } = principal;
  const told = new Set<string>(escalations.map(({ code }) => code));
  const found = foldReasons(
    [
      ...escalations.flatMap((one) =>
        certain(one, delta).map((told) => escalated(told, details.get(one) ?? [], principal)),
      ),
      ...gained(delta, told, principal),
      ...followed(principal),
      ...boundaryWidenedDrafts(delta, principal),
      ...unknown(delta, principal),
      ...lost(delta, principal),
      ...linted(findings, principal),
    ],
    principal,
  );
  const whose = nameOf(principal);
  return whose === undefined ? found : found.map((draft) => ({ ...draft, message: say`${whose}: ${draft.message}` }));
}

/** The name of a principal outside of the plan; the address of the finding does not contain it. */
function nameOf({ kind, name, address, change }: PrincipalReview): Message | undefined {
  if (change !== "outside" || kind === "resource" || name === address) return undefined;
  return say`${words(kind.replace("-", " "))} ${name}`;
}

function certain(escalation: Escalation, delta: Delta): readonly Escalation[] {
  if (escalation.code !== "deny-removed") return [escalation];
  const denies = certainDenies(escalation.denies, delta);
  return denies.length === 0 ? [] : [{ ...escalation, denies }];
}

/** The Deny statements that are gone. One of a policy that cannot be read after the change may still be there: it is told with what is unknown. */
function certainDenies(denies: Delta["denies"], delta: Delta): Delta["denies"] {
  const unread = unreadDocuments(delta);
  return denies.filter(
    ({ direction, from }) => direction === "removed" && !from.some(({ document }) => unread.has(document)),
  );
}

function escalated(escalation: Escalation, more: readonly Message[], principal: PrincipalReview): SourcedDraft {
  const { code, from } = escalation;
  const { text, rest } = tellEscalation(escalation);
  const draft = one(
    code,
    [{ text, rest: [...rest, ...more], from }],
    principal,
    levelOf(escalation),
  )[0] as SourcedDraft;
  if (isOfOrganization(escalation)) return titled(draft, OF_ORGANIZATION[escalation.code] ?? "");
  const isNearly = code === "gains-everything" && escalation.allBut !== undefined;
  if (isNearly) return titled(draft, "may do nearly everything");
  const isAnyService = code === "pass-role-to-glue" && escalation.services === undefined;
  return isAnyService ? titled(draft, "may pass a role to any service") : draft;
}

/** The level of an escalation where its rule has another one. */
function levelOf(escalation: Escalation): Level | undefined {
  if (isMaybeOwn(escalation) || isOfOrganization(escalation)) return "attention";
  if (escalation.severe === true) return "danger";
  return isOfTelemetry(escalation) ? "note" : undefined;
}

/** The titles of findings where everybody is limited to an organization. */
const OF_ORGANIZATION: Readonly<Record<string, string>> = {
  "trust-opened-to-anyone": "trust opened to an organization",
  "opened-to-anyone": "opened to an organization",
};

/** Whether a condition limits everybody to the accounts of an organization. */
function isOfOrganization(escalation: Escalation): boolean {
  const isOpened = escalation.code === "opened-to-anyone" || escalation.code === "trust-opened-to-anyone";
  return isOpened && escalation.organizations !== undefined;
}

/** Whether a wildcard of resources is only about where logs, metrics and traces go. */
function isOfTelemetry(escalation: Escalation): boolean {
  return escalation.code === "gains-wildcard-resource" && isTelemetry(escalation.actions);
}

/** Whether the account that is let in may be the plan's own. */
function isMaybeOwn(escalation: Escalation): boolean {
  const isOpened = escalation.code === "opened-to-account" || escalation.code === "trust-opened-to-account";
  return isOpened && !escalation.isOwnAccountKnown;
}

/** Documents that cannot be read after the change. */
function unreadDocuments({ cannotTell }: Delta): ReadonlySet<string> {
  const whole = cannotTell.filter(({ side, allows }) => side === "after" && allows === undefined);
  return new Set(whole.map(({ from }) => from.document));
}

const isIn = (document: string, { from }: { readonly from: readonly StatementOrigin[] }) =>
  from.some((origin) => origin.document === document);

const isOfBoundary = ({ layer }: { readonly layer: Access["layer"] }) => layer === "boundary";

function gained(delta: Delta, told: ReadonlySet<string>, principal: PrincipalReview): readonly SourcedDraft[] {
  const rest = <T extends { readonly layer: Access["layer"]; readonly actions: readonly string[] }>(
    list: readonly T[],
  ) => sortAccess(list.filter((one) => !isOfBoundary(one)));
  const all = withoutToldTrusts(rest(delta.gained), principal.escalations);
  const wider = rest(delta.rescoped).filter(({ direction }) => direction !== "narrower");
  const looser = rest(delta.conditions).filter(({ direction }) => direction !== "added");
  const denies = told.has("deny-removed") ? [] : certainDenies(delta.denies, delta);
  const allowed = denies.map((access) => itemOf(tellAccess(access, "allowed"), access, "no longer denied: "));
  return [
    ...gainedDrafts(all, principal),
    ...split("permission-widened", wider, (change) => tellRescoped(change, "gained"), principal),
    ...conditionDrafts(looser, principal),
    ...one("deny-removed", allowed, principal),
    ...boundaryDrafts(delta, told),
  ];
}

/** A condition that becomes another one is not dropped. */
function conditionDrafts(looser: readonly ConditionChange[], principal: PrincipalReview): readonly SourcedDraft[] {
  const rows = (direction: ConditionChange["direction"]) =>
    split(
      "condition-dropped",
      looser.filter((one) => one.direction === direction),
      tellCondition,
      principal,
    );
  return [...rows("dropped"), ...rows("changed").map((one) => titled(one, "condition changed"))];
}

function titled({ draft, documents }: SourcedDraft, title: string): SourcedDraft {
  return { draft: { ...draft, title }, documents };
}

/** What is expected of a new function or queue is a note, if the principal gains nothing else. Which service a new role is for always is. */
function gainedDrafts(all: readonly Access[], principal: PrincipalReview): readonly SourcedDraft[] {
  const isExpected = (access: Access) => isExpectedGain(access, principal);
  const isNote = all.every(isExpected)
    ? isExpected
    : (access: Access) => access.layer === "trust" && isExpected(access);
  const notes = all.filter(isNote).map((access) => itemOf(tellAccess(access, "gained"), access));
  return [
    ...split(
      "permission-gained",
      all.filter((access) => !isNote(access)),
      (access) => tellAccess(access, "gained"),
      principal,
    ),
    ...one("permission-gained", notes, principal, "note"),
  ];
}

/** What may be wider is a finding of its own: the rest is a note. */
function followed(principal: PrincipalReview): readonly SourcedDraft[] {
  const all = mergeFollowed(principal.followed);
  const itemsOf = (list: typeof all) => list.map((one) => itemOf(tellFollowed(one), one));
  const open = all.filter(({ paths }) => paths !== undefined);
  const others = all.filter(({ paths }) => paths === undefined);
  return [
    ...one("permission-follows", itemsOf(open), principal, "attention"),
    ...one("permission-follows", itemsOf(others), principal),
  ];
}

/** What an unchanged boundary does not allow is a note. */
function split<T extends { readonly from: readonly StatementOrigin[]; readonly outside?: true }>(
  rule: ReviewRuleCode,
  list: readonly T[],
  tell: (item: T) => Sentence,
  principal: PrincipalReview,
): readonly SourcedDraft[] {
  const itemsOf = (some: readonly T[]) => some.map((item) => itemOf(tell(item), item));
  const inside = list.filter(({ outside }) => outside !== true);
  const outside = list.filter((item) => item.outside === true);
  return [...one(rule, itemsOf(inside), principal), ...one(rule, itemsOf(outside), principal, "note")];
}

function itemOf(
  { text, rest }: Sentence,
  { from }: { readonly from: readonly StatementOrigin[] },
  lead = "",
): DraftItem {
  return { text: lead === "" ? text : [lead, ...text], rest, from };
}

function boundaryDrafts({ boundary }: Delta, told: ReadonlySet<string>): readonly SourcedDraft[] {
  if (boundary === undefined || boundary.direction === "added") return [];
  if (boundary.direction === "removed") {
    return told.has("boundary-removed")
      ? []
      : [bare({ rule: "boundary-removed", message: say`${boundary.before ?? ""}` })];
  }
  return [bare({ rule: "boundary-replaced", message: say`${boundary.before ?? ""} → ${boundary.after ?? ""}` })];
}

function bare(draft: FindingDraft): SourcedDraft {
  return { draft, documents: new Set() };
}

/** A wider boundary grants nothing itself: it allows more of what other policies grant. */
function boundaryWidenedDrafts(delta: Delta, principal: PrincipalReview): readonly SourcedDraft[] {
  const lead = "the boundary allows ";
  const more = sortAccess(delta.gained.filter(isOfBoundary));
  const wider = delta.rescoped.filter((one) => isOfBoundary(one) && one.direction !== "narrower");
  const looser = delta.conditions.filter((one) => isOfBoundary(one) && one.direction !== "added");
  const isAll = more.some(({ actions, resources }) => actions.includes("*") && resources.includes("*"));
  const most = delta.cannotTell.some(({ side, layer, allBut }) => side === "after" && layer === "boundary" && allBut);
  const items = [
    ...more.map((access) => itemOf(tellAccess(access, "gained"), access, lead)),
    ...wider.map((change) => itemOf(tellRescoped(change, "gained"), change, lead)),
    ...looser.map((change) => itemOf(tellCondition(change), change, lead)),
  ];
  return one("boundary-widened", items, principal, isAll || most ? "danger" : undefined);
}

function unknown({ cannotTell, denies }: Delta, principal: PrincipalReview): readonly SourcedDraft[] {
  // All but a few actions of an identity are told as an escalation.
  const isTold = ({ layer, allBut }: CannotTell) => layer === "identity" && allBut !== undefined;
  const after = cannotTell.filter((one) => one.side === "after" && !isTold(one));
  const items = after.map(({ reason, from, layer, allows }): DraftItem => {
    const lead = layer === "boundary" ? words("of the boundary: ") : [];
    const isWhole = allows === undefined;
    const unread = denies.filter((one) => isWhole && one.direction === "removed" && isIn(from.document, one));
    const before = unread.length === 0 ? [] : say`; ${tellUnreadDenies(unread)}`;
    return { text: say`${lead}${reason}, in ${from.document}${before}`, rest: [], from: [from] };
  });
  // Several policies of one resource say the same.
  const unique = [...new Map(items.map((item) => [JSON.stringify(item.text), item])).values()];
  return one("permission-unknown", unique, principal);
}

function lost(delta: Delta, principal: PrincipalReview): readonly SourcedDraft[] {
  const { boundary } = delta;
  const lead = (one: { readonly layer: Access["layer"] }) =>
    isOfBoundary(one) ? "the boundary no longer allows " : "";
  const narrower = delta.rescoped.filter(({ direction }) => direction === "narrower");
  const tighter = delta.conditions.filter(({ direction }) => direction === "added");
  const denies = delta.denies.filter(({ direction }) => direction === "added");
  const placeOf = ({ reason, from }: CannotTell) => JSON.stringify([reason, from.document]);
  const unread = new Set(delta.cannotTell.filter(({ side }) => side === "after").map(placeOf));
  // What can be read neither before nor after is still there, and told as unknown.
  const gone = delta.cannotTell.filter((told) => told.side === "before" && !unread.has(placeOf(told)));
  const items: readonly DraftItem[] = [
    ...delta.lost.map((access) => itemOf(tellAccess(access, "lost"), access, lead(access))),
    ...narrower.map((change) =>
      itemOf(tellRescoped(change, "lost"), change, isOfBoundary(change) ? "the boundary allows " : ""),
    ),
    ...tighter.map((change) =>
      itemOf(tellCondition(change), change, isOfBoundary(change) ? "the boundary allows " : ""),
    ),
    ...denies.map((change) => itemOf(tellDenied(change), change, "now denied: ")),
    ...gone.map(
      ({ reason, from }): DraftItem => ({ text: say`gone: ${reason}, in ${from.document}`, rest: [], from: [from] }),
    ),
    ...(boundary?.direction === "added"
      ? [{ text: say`new boundary ${boundary.after ?? ""}`, rest: [], from: [] }]
      : []),
  ];
  const idle = delta.withoutEffect.map((access) =>
    itemOf(tellAccess(access, access.direction), access, `${access.direction}: `),
  );
  return [...one("permission-lost", items, principal), ...one("permission-without-effect", idle, principal)];
}

/** All items of one rule as one finding: the message lists the first two, the details list the rest and the resources that cause them. */
function one(
  rule: ReviewRuleCode,
  items: readonly DraftItem[],
  principal: PrincipalReview,
  level?: Level,
): readonly SourcedDraft[] {
  if (items.length === 0) return [];
  const texts = items.map(({ text }) => text);
  const message = join(texts.slice(0, 2), "; ");
  const more = texts.length <= 2 ? [] : [`; and ${texts.length - 2} more`];
  const { lines, module } = broughtBy(
    items.flatMap(({ from }) => from),
    principal,
  );
  const rest = items.flatMap((item) => (isManagedByAws(item.from) ? [] : item.rest));
  const details = [...lines, ...texts.slice(2), ...rest];
  const draft: FindingDraft = {
    rule,
    message: [...message, ...more],
    ...(details.length > 0 && { details }),
    ...(level !== undefined && { level }),
    ...(module !== undefined && { module }),
  };
  const documents = items.flatMap(({ from, document }) =>
    document === undefined ? from.map((origin) => origin.document) : [document],
  );
  return [{ draft, documents: new Set(documents) }];
}

/** Whether the linter asks for narrower ARNs of logs, metrics and traces alone. */
function isLintOfTelemetry({ finding: { rule, severity, about } }: IntroducedFinding): boolean {
  return severity === "security" && rule === "wildcard-resource" && isTelemetry((about ?? "").split(","));
}

/**
 * Findings of the linter, one draft for each severity. The worst of them are also escalations, which have drafts of their own.
 */
function linted(findings: readonly IntroducedFinding[], principal: PrincipalReview): readonly SourcedDraft[] {
  const [mild, rest] = [findings.filter(isLintOfTelemetry), findings.filter((one) => !isLintOfTelemetry(one))];
  const of = (fits: (severity: string) => boolean, list = rest) =>
    list
      .filter(({ finding }) => fits(finding.severity))
      .map((one) => ({ ...tellLint(one), from: [], document: one.document }));
  const isMild = (severity: string) => severity !== "security" && severity !== "error";
  return [
    ...one(
      "policy-security",
      of((severity) => severity === "security"),
      principal,
    ),
    ...one(
      "policy-security",
      of(() => true, mild),
      principal,
      "note",
    ),
    ...one(
      "policy-lint",
      of((severity) => severity === "error"),
      principal,
      "attention",
    ),
    ...one("policy-lint", of(isMild), principal),
  ];
}
