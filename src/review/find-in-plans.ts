/** Runs the rules on each plan and returns the findings. */
import { moduleOfAddress, withoutKeys } from "../terraform/address";
import { destroys, hasEffect } from "../terraform/plan/actions";
import type { Plan, ResourceChange } from "../terraform/plan/plan";
import { sameJson } from "../terraform/plan/same-json";
import { driftFates } from "./drift-fate";
import { createFacts } from "./facts";
import type { AddressDrafts, FindingDraft, ReviewFinding } from "./finding";
import { loadRules } from "./load-rules";
import { mayChangeGroups } from "./network/group-arguments";
import { networkTypes } from "./network/network-types";
import { moduleOf, resourceKind } from "./report/group";

type FindingSubject = Pick<ReviewFinding, "plan" | "address" | "name" | "kind" | "module" | "action">;

/** All findings of the plans, at the default levels of their rules. The config may change a level later. */
export function findInPlans(plans: readonly Plan[]): readonly ReviewFinding[] {
  return [
    ...plans.flatMap(findWithoutPermissions),
    ...plans.flatMap(findPermissions),
    ...plans.flatMap(findNetwork),
    ...plans.flatMap(findInDeferred),
    ...plans.flatMap(findInDrift),
  ];
}

/**
 * What the rules say about changes that were made outside of Terraform, as if a plan made them. What this plan sets back, makes
 * again or destroys is left out.
 */
function findInDrift(plan: Plan, index: number): readonly ReviewFinding[] {
  const stays = [...driftFates(plan)].filter(([, fate]) => fate === "kept" || fate === "partly-undone");
  if (stays.length === 0) return [];
  const resources = stays.map(([drift]) => drift);
  const asPlan: Plan = { ...plan, resources, drift: [], outputs: [], deferred: [], checks: [], actions: [] };
  const { checkChange } = loadRules();
  const facts = createFacts(asPlan);
  const ofChanges = resources.flatMap((drift) =>
    checkChange(drift, facts).map((draft) => toFinding(draft, subjectOf(drift, index))),
  );
  return [...ofChanges, ...findPermissions(asPlan, index), ...findNetwork(asPlan, index)].map((finding) => ({
    ...finding,
    section: "drift",
    title: `${finding.title} (changed outside of Terraform)`,
  }));
}

/**
 * What the rules say about changes that a later run makes, beside those of this one: policies and firewalls are read together. No
 * level is higher than attention, because another plan shows these changes again before they are made.
 */
function findInDeferred(plan: Plan, index: number): readonly ReviewFinding[] {
  if (plan.deferred.length === 0) return [];
  const later = plan.deferred.map(({ change }) => change);
  const asPlan: Plan = { ...plan, resources: [...plan.resources, ...later] };
  const { checkChange } = loadRules();
  const facts = createFacts(asPlan);
  const ofChanges = later.flatMap((change) =>
    checkChange(change, facts).map((draft) => toFinding(draft, subjectOf(change, index))),
  );
  const textOf = ({ rule, address, message }: ReviewFinding) => JSON.stringify([rule, address, message]);
  const known = new Set([...findPermissions(plan, index), ...findNetwork(plan, index)].map(textOf));
  const together = [...findPermissions(asPlan, index), ...findNetwork(asPlan, index)];
  return [...ofChanges, ...together.filter((finding) => !known.has(textOf(finding)))].map((finding) => ({
    ...finding,
    level: finding.level === "danger" ? "attention" : finding.level,
    title: `${finding.title} (in a later run)`,
  }));
}

/** The findings of one plan, except the ones about permissions. */
export function findWithoutPermissions(plan: Plan, index: number): readonly ReviewFinding[] {
  if (hasNothingToJudge(plan)) return [];
  const { checkChange, checkSubject } = loadRules();
  const facts = createFacts(plan);
  const findingsAt = ({ address, kind }: Pick<FindingSubject, "address" | "kind">, drafts: readonly FindingDraft[]) =>
    drafts.map((draft) => toFinding(draft, { plan: index, address, kind, module: "" }));
  const findingsOfChange = (change: ResourceChange, drafts: readonly FindingDraft[]) =>
    drafts.map((draft) => toFinding(draft, subjectOf(change, index)));
  return [
    // A finding about the plan as a whole has no address.
    ...findingsAt({ address: "", kind: "" }, checkSubject("plan", plan)),
    ...plan.resources.flatMap((change) => findingsOfChange(change, checkChange(change, facts))),
    ...plan.outputs.flatMap((output) =>
      findingsAt({ address: `output.${output.name}`, kind: "output" }, checkSubject("output", output)),
    ),
    ...plan.deferred.flatMap((deferred) => findingsOfChange(deferred.change, checkSubject("deferred", deferred))),
    ...plan.actions.flatMap((action) =>
      findingsAt({ address: action.address, kind: action.type }, checkSubject("action", action)),
    ),
    ...(plan.unprotected ?? []).flatMap((address) => {
      const isDestroyed = plan.resources.some((one) => destroys(one.action) && withoutKeys(one.address) === address);
      const kind = address.split(".").at(-2) ?? "";
      return findingsAt({ address, kind }, checkSubject("unprotected", { address, isDestroyed }));
    }),
    ...plan.checks.flatMap((result) => findingsAt(result, checkSubject("check-result", result))),
    ...plan.drift.flatMap((drift) => findingsOfChange(drift, checkSubject("drift", drift))),
  ];
}

/** Whether a plan is whole and changes nothing. The rules are loaded for every other plan. */
function hasNothingToJudge(plan: Plan): boolean {
  const { complete, errored, formatVersion, applyable, unknown, resources, outputs } = plan;
  const isWhole = complete && !errored && applyable !== true && formatVersion.startsWith("1") && unknown.length === 0;
  const others = (plan.unprotected ?? []).length + plan.drift.length + plan.deferred.length + plan.actions.length;
  return (
    isWhole &&
    others === 0 &&
    plan.checks.every(({ status }) => status === "pass") &&
    outputs.every(({ action, before, after }) => action === "no-op" && sameJson(before.sensitive, after.sensitive)) &&
    resources.every(isUntouched)
  );
}

function isUntouched({ action, importing, previousAddress, deposed }: ResourceChange): boolean {
  return action === "no-op" && importing === undefined && previousAddress === undefined && deposed === undefined;
}

function subjectOf(change: ResourceChange, plan: number): FindingSubject {
  const { address, action } = change;
  return { plan, address, action, kind: resourceKind(change), module: moduleOf(change) };
}

/** Adds the rule's title, section and level, and the subject, to a draft. */
function toFinding(draft: FindingDraft, subject: FindingSubject): ReviewFinding {
  const { section, level, title } = loadRules().findRule(draft.rule);
  const module = draft.module ?? subject.module;
  const own = { title: draft.title ?? title, level: draft.level ?? level, details: draft.details ?? [] };
  return { ...draft, ...subject, module, section, ...own };
}

/** The module for permissions is loaded only if the plan changes something, because it loads AWS's authorization data. */
function findPermissions(plan: Plan, index: number): readonly ReviewFinding[] {
  if (!plan.resources.some(hasEffect)) return [];
  const { permissionDrafts } =
    require("./permissions/find-permissions") as typeof import("./permissions/find-permissions");
  return permissionDrafts(plan).flatMap((one) => findingsOfAddress(one, index));
}

/** The module for the network is loaded only if the plan changes a firewall, a server that has one, or who is behind which. */
function findNetwork(plan: Plan, index: number): readonly ReviewFinding[] {
  const concerns = (change: ResourceChange) => networkTypes.has(change.type) && hasEffect(change);
  if (!plan.resources.some((change) => concerns(change) || mayChangeGroups(change))) return [];
  const { networkDrafts } = require("./network/find-network") as typeof import("./network/find-network");
  return networkDrafts(plan).flatMap((one) => findingsOfAddress(one, index));
}

function findingsOfAddress({ address, type, name, drafts }: AddressDrafts, plan: number): readonly ReviewFinding[] {
  const module = moduleOfAddress(address);
  const subject = { plan, address, ...(name !== undefined && { name }), kind: type, module };
  return drafts.map((draft) => toFinding(draft, subject));
}
