/** What one statement such as `iam:*` on `*` brings is one row: its reasons are details, not findings of their own. */
import type { Delta, Escalation } from "../../iam/delta";
import type { Rescoped, StatementOrigin } from "../../iam/delta/types";
import { lookUpManagedPolicy } from "../../iam/managed";
import { type Message, say, uniqueMessages, words } from "../../text/message";
import type { FindingDraft } from "../finding";
import { loadRules } from "../load-rules";
import { tellOldScope, tellOtherConditions } from "./permission-words";
import type { PrincipalReview } from "./types";

/** A draft, and the documents that it comes from. */
export interface SourcedDraft {
  readonly draft: FindingDraft;
  readonly documents: ReadonlySet<string>;
}

/** `*`, or all actions of a service. */
const WHOLE_SERVICE = /^(?:\*|[a-z0-9-]+:\*)$/i;

/** The rules whose findings say most, the worst first. */
const WORST = ["gains-everything", "manages-permissions"];

/** What a policy of AWS brings beside its permissions: everybody can read what is in it. */
const OF_MANAGED = ["permission-gained", "gains-wildcard-action", "gains-wildcard-resource"];

/** Folds what one document brings into its worst finding. */
export function foldReasons(drafts: readonly SourcedDraft[], principal: PrincipalReview): readonly FindingDraft[] {
  const whole = foldWhole(foldStar(foldOpened(foldTrust(drafts, principal), principal), principal), principal);
  return foldManaged(whole).map(({ draft }) => draft);
}

const TRUSTED: readonly string[] = [
  "trust-opened-to-anyone",
  "trust-opened-to-account",
  "trust-opened-to-identity-provider",
];

/** Who may assume a role is one row, with the conditions that change and what the linter says of it, if nobody else is let in. */
function foldTrust(drafts: readonly SourcedDraft[], principal: PrincipalReview): readonly SourcedDraft[] {
  const trusted = drafts.filter(({ draft }) => TRUSTED.includes(draft.rule));
  const [first] = trusted;
  if (first === undefined || trusted.length > 1) return drafts;
  const { conditions, gained } = principal.delta;
  const isOfTrust = ({ documents }: SourcedDraft) => [...documents].every((name) => first.documents.has(name));
  const looser = conditions.filter(({ direction }) => direction !== "added");
  const isTrustAlone = looser.every(({ layer }) => layer === "trust");
  const isGainAlone =
    first.draft.rule === "trust-opened-to-anyone" && gained.every(({ principals }) => principals.join() === "AWS *");
  const others = drafts.filter(
    (one) =>
      isOfTrust(one) &&
      ((isTrustAlone && one.draft.rule === "condition-dropped") ||
        (isGainAlone && one.draft.rule === "permission-gained")),
  );
  const linted = lintedAlone(drafts, principal, /^(?:oidc|open)-/).filter(isOfTrust);
  const [only] = looser.length === 1 ? looser : [];
  const told = others
    .filter(({ draft }) => draft.level !== "note")
    .map(({ draft: { rule, message } }) =>
      only === undefined || rule !== "condition-dropped" ? say`; ${message}` : say`; ${tellOtherConditions(only)}`,
    );
  return foldWith(drafts, first, { said: told.flat(), others, linted });
}

const OPENED: readonly string[] = ["opened-to-anyone", "opened-to-account"];

/** Whom a resource policy lets in, what they may do and what the linter says of it is one row, if nobody else gets anything. */
function foldOpened(drafts: readonly SourcedDraft[], principal: PrincipalReview): readonly SourcedDraft[] {
  const { delta, escalations } = principal;
  const opened = drafts.filter(({ draft }) => OPENED.includes(draft.rule));
  const [first] = opened;
  if (first === undefined || opened.length > 1) return drafts;
  const told = new Set(escalations.flatMap(openedPrincipals));
  const isTold = delta.gained.every(
    ({ layer, principals }) => layer === "resource" && principals.every((one) => told.has(one)),
  );
  const isOfSame = ({ documents }: SourcedDraft) => [...documents].every((name) => first.documents.has(name));
  const gained = drafts.filter(({ draft }) => draft.rule === "permission-gained" && draft.level !== "note");
  const isOne = isTold && gained.length === 1 && gained.every(isOfSame);
  const linted = lintedAlone(drafts, principal, /^open-/).filter(isOfSame);
  const said = isOne ? gained.flatMap(({ draft }) => say`: ${draft.message}`) : [];
  return foldWith(drafts, first, { said, others: isOne ? gained : [], linted });
}

/** Actions on every resource are one row, with what the linter says of them, with what is gained if that is all, and with where they were allowed before. */
function foldStar(drafts: readonly SourcedDraft[], principal: PrincipalReview): readonly SourcedDraft[] {
  const { delta, escalations } = principal;
  const first = drafts.find(({ draft }) => draft.rule === "gains-wildcard-resource" && draft.level !== "note");
  if (first === undefined || [...first.documents].every(isAwsPolicy)) return drafts;
  const named = new Set(
    escalations.flatMap((one) => (one.code === "gains-wildcard-resource" ? one.actions : [])).map(lowered),
  );
  const isSame = delta.gained.every(
    ({ actions, resources, conditions }) =>
      resources.join() === "*" && conditions.length === 0 && actions.every((action) => named.has(lowered(action))),
  );
  const gained = isSame ? drafts.filter(({ draft }) => draft.rule === "permission-gained") : [];
  const old = oldScope(delta, named);
  const widened = old === undefined ? [] : drafts.filter(({ draft }) => draft.rule === "permission-widened");
  const linted = lintedAlone(drafts, principal, /^wildcard-resource$/);
  const said = old === undefined ? [] : say`, ${tellOldScope(old)}`;
  return foldWith(drafts, first, { said, others: [...gained, ...widened], linted });
}

/** What the actions were allowed on before, if they are all that is allowed on more resources. */
function oldScope({ rescoped }: Delta, named: ReadonlySet<string>): Rescoped | undefined {
  const [only, ...others] = rescoped.filter(({ direction }) => direction !== "narrower");
  if (only === undefined || others.length > 0) return undefined;
  const { direction, layer, actions, after, conditions } = only;
  const isStar = direction === "wider" && layer === "identity" && after.join() === "*" && conditions.length === 0;
  const isAll = actions.length === named.size && actions.every((action) => named.has(lowered(action)));
  return isStar && isAll ? only : undefined;
}

function lowered(action: string): string {
  return action.toLowerCase();
}

/** Folds drafts into the first, whose message goes on with what is said. */
function foldWith(
  drafts: readonly SourcedDraft[],
  first: SourcedDraft,
  {
    said,
    others,
    linted,
  }: { readonly said: Message; readonly others: readonly SourcedDraft[]; readonly linted: readonly SourcedDraft[] },
): readonly SourcedDraft[] {
  const whole = { ...first, draft: { ...first.draft, message: [...first.draft.message, ...said] } };
  const all = [...others, ...linted];
  const reasons = [...linted.map(({ draft }) => draft.message), ...all.flatMap(({ draft }) => draft.details ?? [])];
  return foldInto(
    drafts.map((one) => (one === first ? whole : one)),
    { first: whole, others: all, reasons },
  );
}

/** What the linter says, if all of it is of these rules. */
function lintedAlone(
  drafts: readonly SourcedDraft[],
  { findings }: PrincipalReview,
  rules: RegExp,
): readonly SourcedDraft[] {
  const isAlone = findings.every(({ finding }) => finding.severity !== "security" || rules.test(finding.rule));
  return isAlone ? drafts.filter(({ draft }) => draft.rule === "policy-security") : [];
}

/** As the delta spells them. */
function openedPrincipals(escalation: Escalation): readonly string[] {
  if (escalation.code === "opened-to-anyone") return ["AWS *"];
  if (escalation.code !== "opened-to-account") return [];
  const named = escalation.principals.map(({ name }) => `AWS ${name}`);
  return escalation.isOfEverybody === true ? ["AWS *", ...named] : named;
}

/** A policy of AWS makes one row: of its wildcards the names of the rules are enough. */
function foldManaged(drafts: readonly SourcedDraft[]): readonly SourcedDraft[] {
  const isOfAws = ({ documents }: SourcedDraft) => documents.size > 0 && [...documents].every(isAwsPolicy);
  const ofAws = drafts.filter(isOfAws);
  const first = ["gains-everything", ...OF_MANAGED]
    .map((rule) => ofAws.find(({ draft }) => draft.rule === rule))
    .find(Boolean);
  const others = ofAws.filter((one) => one !== first && OF_MANAGED.includes(one.draft.rule));
  const reasons = others.map(({ draft }) => words(`${loadRules().findRule(draft.rule).title} (${draft.rule})`));
  return foldInto(drafts, { first, others, reasons });
}

/** A document that grants whole services on everything and nothing else makes one row. */
function foldWhole(drafts: readonly SourcedDraft[], { delta }: PrincipalReview): readonly SourcedDraft[] {
  const isWhole = (document: string) => {
    const gained = delta.gained.filter(({ from }) => from.some((one) => one.document === document));
    return (
      gained.length > 0 &&
      gained.every(
        ({ actions, resources }) => resources.join() === "*" && actions.every((one) => WHOLE_SERVICE.test(one)),
      )
    );
  };
  const isFoldable = ({ draft, documents }: SourcedDraft) =>
    documents.size > 0 &&
    loadRules().findRule(draft.rule).section === "permissions-gained" &&
    [...documents].every(isWhole);
  const foldable = drafts.filter(isFoldable);
  const first = WORST.map((rule) => foldable.find(({ draft }) => draft.rule === rule)).find(Boolean) ?? foldable[0];
  const others = foldable.filter((one) => one !== first);
  const reasons = others.flatMap(({ draft }) => [
    say`${words(`${loadRules().findRule(draft.rule).title}: `)}${draft.message} (${draft.rule})`,
    ...(draft.details ?? []),
  ]);
  return foldInto(drafts, { first, others, reasons });
}

interface Folded {
  readonly first: SourcedDraft | undefined;
  readonly others: readonly SourcedDraft[];
  /** What the first draft says of the others. */
  readonly reasons: readonly Message[];
}

function foldInto(drafts: readonly SourcedDraft[], { first, others, reasons }: Folded): readonly SourcedDraft[] {
  if (first === undefined || others.length === 0) return drafts;
  const details = uniqueMessages([...(first.draft.details ?? []), ...reasons]);
  const folded = new Set(others);
  return drafts
    .filter((one) => !folded.has(one))
    .map((one) => (one === first ? { ...first, draft: { ...first.draft, details } } : one));
}

function isAwsPolicy(document: string): boolean {
  return document.startsWith("arn:") && lookUpManagedPolicy(document)?.kind === "known";
}

/** Whether all statements are those of AWS managed policies: everybody can read what is in them. */
export function isManagedByAws(from: readonly StatementOrigin[]): boolean {
  return from.length > 0 && from.every(({ document }) => isAwsPolicy(document));
}
