/** What one statement such as `iam:*` on `*` brings is one row: its reasons are details, not findings of their own. */
import type { StatementOrigin } from "../../iam/delta/types";
import { lookUpManagedPolicy } from "../../iam/managed";
import { type Message, say, uniqueMessages, words } from "../../text/message";
import type { FindingDraft } from "../finding";
import { loadRules } from "../load-rules";
import { tellOtherConditions } from "./permission-words";
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
  return foldManaged(foldWhole(foldTrust(drafts, principal), principal)).map(({ draft }) => draft);
}

/** That users of an identity provider may assume a role is one row, with the conditions that change and what the linter says of them. */
function foldTrust(drafts: readonly SourcedDraft[], { delta, findings }: PrincipalReview): readonly SourcedDraft[] {
  const first = drafts.find(({ draft }) => draft.rule === "trust-opened-to-identity-provider");
  if (first === undefined) return drafts;
  const isOfTrust = ({ documents }: SourcedDraft) => [...documents].every((name) => first.documents.has(name));
  const looser = delta.conditions.filter(({ direction }) => direction !== "added");
  const isTrustAlone = looser.every(({ layer }) => layer === "trust");
  const isOidcAlone = findings.every(({ finding }) => finding.severity !== "security" || /^oidc-/.test(finding.rule));
  const conditions = drafts.filter((one) => isTrustAlone && one.draft.rule === "condition-dropped" && isOfTrust(one));
  const linted = drafts.filter((one) => isOidcAlone && one.draft.rule === "policy-security" && isOfTrust(one));
  const [only] = looser.length === 1 ? looser : [];
  const told = conditions
    .filter(({ draft }) => draft.level !== "note")
    .map(({ draft }) => say`; ${only === undefined ? draft.message : tellOtherConditions(only)}`);
  const others = [...conditions, ...linted];
  const message = [...first.draft.message, ...told.flat()];
  const reasons = others.flatMap(({ draft }) => draft.details ?? []);
  const details = linted.map(({ draft }) => draft.message);
  const whole = { ...first, draft: { ...first.draft, message } };
  return foldInto(
    drafts.map((one) => (one === first ? whole : one)),
    { first: whole, others, reasons: [...details, ...reasons] },
  );
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
