/** All findings of all plans. */
import { hasEffect, moduleOfAddress } from "../terraform/plan/actions";
import type { Plan, ResourceChange } from "../terraform/plan/plan";
import { createFacts } from "./facts";
import type { FindingDraft, ReviewFinding } from "./finding";
import { kindOf, moduleOf } from "./report/group";
import { findRule } from "./rules";
import { checkChange, checkSubject } from "./run-rules";

type FindingSubject = Pick<ReviewFinding, "plan" | "address" | "kind" | "module" | "action">;

/** The findings, with the levels of the rules. */
export function findInPlans(plans: readonly Plan[]): readonly ReviewFinding[] {
  return [...plans.flatMap(findInPlan), ...plans.flatMap(findPermissions)];
}

/** Findings of one plan, without those of permissions. */
export function findInPlan(plan: Plan, index: number): readonly ReviewFinding[] {
  const facts = createFacts(plan);
  const findingsAt = (address: string, kind: string, drafts: readonly FindingDraft[]) =>
    drafts.map((draft) => toFinding(draft, { plan: index, address, kind, module: "" }));
  const findingsOfChange = (change: ResourceChange, drafts: readonly FindingDraft[]) =>
    drafts.map((draft) => toFinding(draft, subjectOf(change, index)));
  return [
    ...findingsAt("", "", checkSubject("plan", plan)),
    ...plan.resources.flatMap((change) => findingsOfChange(change, checkChange(change, facts))),
    ...plan.outputs.flatMap((output) => findingsAt(`output.${output.name}`, "output", checkSubject("output", output))),
    ...plan.deferred.flatMap((deferred) => findingsOfChange(deferred.change, checkSubject("deferred", deferred))),
    ...plan.checks.flatMap((result) => findingsAt(result.address, result.kind, checkSubject("check-result", result))),
    ...plan.drift.flatMap((drift) => findingsOfChange(drift, checkSubject("drift", drift))),
  ];
}

function subjectOf(change: ResourceChange, plan: number): FindingSubject {
  const { address, action } = change;
  return { plan, address, action, kind: kindOf(change), module: moduleOf(change) };
}

function toFinding(draft: FindingDraft, subject: FindingSubject): ReviewFinding {
  const { section, level, title } = findRule(draft.rule);
  const module = draft.module ?? subject.module;
  return { ...draft, ...subject, module, section, title, level: draft.level ?? level, details: draft.details ?? [] };
}

/** The delta is loaded only where something changes: it brings the authorization data with it. */
function findPermissions(plan: Plan, index: number): readonly ReviewFinding[] {
  if (!plan.resources.some(hasEffect)) return [];
  const { permissionDrafts } =
    require("./permissions/find-permissions") as typeof import("./permissions/find-permissions");
  return permissionDrafts(plan).flatMap(({ address, type, drafts }) => {
    const subject = { plan: index, address, kind: type, module: moduleOfAddress(address) };
    return drafts.map((draft) => toFinding(draft, subject));
  });
}
