/** What one statement such as `iam:*` on `*` brings is one row: its reasons are details, not findings of their own. */
import type { StatementOrigin } from "../../iam/delta/types";
import { lookUpManagedPolicy } from "../../iam/managed";
import { say, uniqueMessages, words } from "../../text/message";
import type { FindingDraft } from "../finding";
import { loadRules } from "../load-rules";
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

/** Folds what a document brings into its worst finding, if the document grants whole services on everything and nothing else. */
export function foldReasons(drafts: readonly SourcedDraft[], { delta }: PrincipalReview): readonly FindingDraft[] {
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
  if (first === undefined || others.length === 0) return drafts.map(({ draft }) => draft);
  const reasons = others.flatMap(({ draft }) => [
    say`${words(`${loadRules().findRule(draft.rule).title}: `)}${draft.message} (${draft.rule})`,
    ...(draft.details ?? []),
  ]);
  const details = uniqueMessages([...(first.draft.details ?? []), ...reasons]);
  const folded = new Set(others);
  return drafts
    .filter((one) => !folded.has(one))
    .map((one) => (one === first ? { ...first.draft, details } : one.draft));
}

/** Whether all statements are those of AWS managed policies: everybody can read what is in them. */
export function isManagedByAws(from: readonly StatementOrigin[]): boolean {
  return (
    from.length > 0 &&
    from.every(({ document }) => document.startsWith("arn:") && lookUpManagedPolicy(document)?.kind === "known")
  );
}
