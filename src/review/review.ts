/** Plans in, a review out. */

import { checkAccount } from "../findings/rule-set";
import { withoutKeys } from "../terraform/address";
import { hasEffect, replaces } from "../terraform/plan/actions";
import type { Plan, ResourceChange } from "../terraform/plan/plan";
import { checkArgument } from "../text/check-argument";
import { checkOptions, type OptionKinds } from "../text/check-options";
import { changedAttributes } from "./changed";
import { checkPlans } from "./check-plans";
import type { PlanSuppression, ReviewConfig } from "./config";
import { tellAdded } from "./config-change";
import { digestOf } from "./digest";
import { findInPlans } from "./find-in-plans";
import type { Redactor } from "./redact/redactor";
import { foldInstances } from "./report/fold-instances";
import { groupChanges, groupDrift, groupFindings, isTagsOnly, listOutputs, type OriginFinder } from "./report/group";
import { hideSecrets } from "./report/redact-review";
import type { Counts, Origin, PlanSummary, Review, SuppressedRow } from "./report/report";
import { type FailCondition, mostDestroys } from "./rule";
import { type Accepted, applyConfig, concerning } from "./suppressions";
import { whereOf } from "./where";

export interface ReviewOptions {
  /** What the team has decided; with a base branch, that of the base. @default nothing */
  readonly config?: ReviewConfig;
  /**
   * With a base branch: the config of the change. What it adds is listed in the review, but has no effect.
   * @default no base branch
   */
  readonly changed?: ReviewConfig;
  /** Today's date, for suppressions that end: `2026-10-01`. */
  readonly today: string;
  /** The AWS account of the plans, twelve digits. What a plan tells itself counts more. @default what the plans tell */
  readonly account?: string;
  /** The definition in the folder of a module. @default nothing is known */
  readonly folderOf?: (plan: number, call: string) => Pick<Origin, "definition" | "folder"> | undefined;
  /** Hides the secrets of these plans: `createRedactor(plans)`. */
  readonly redactor: Redactor;
}

/** A review, and what it says nothing of. */
interface ReviewWithUnused {
  readonly review: Review;
  /** Suppressions of the config that match no finding of these plans, and are about a module or a type that they have. */
  readonly unusedSuppressions: readonly PlanSuppression[];
}

/** The review of one or several plans. */
export function review(plans: readonly Plan[], options: ReviewOptions): Review {
  checkPlans(plans, "review(plans)");
  const example = "review(plans, { today, redactor: createRedactor(plans) }); `reviewToText` needs no redactor";
  checkArgument(options, "object", "review(options)", { example });
  checkOptions(options, OPTIONS, { place: "review(options)" });
  checkArgument(options.redactor, "object", "review(options).redactor", { example });
  for (const method of ["show", "text", "scan"] as const)
    checkArgument(options.redactor[method], "function", `review(options).redactor.${method}`, { example });
  checkArgument(options.today, "text", "review(options).today", { example });
  if (options.account !== undefined) checkAccount(options.account, "review(options).account");
  return reviewWithUnused(plans, options).review;
}

const OPTIONS: OptionKinds<ReviewOptions> = {
  config: "object",
  changed: "object",
  today: "any",
  account: "text",
  folderOf: "function",
  redactor: "any",
};

/** {@link review}, and the suppressions that match nothing. */
export function reviewWithUnused(given: readonly Plan[], options: ReviewOptions): ReviewWithUnused {
  const { config = {}, changed, today, account, redactor } = options;
  const plans = account === undefined ? given : given.map((plan) => ({ ...plan, account }));
  const found = applyConfig(findInPlans(plans), config, today);
  const originOf = originFinder(plans, options.folderOf);
  const made: Review = {
    plans: plans.map(summarize),
    rows: groupFindings(found.kept, originOf, found.levelReasons),
    suppressed: suppressedRows(found.accepted, originOf),
    notices: [...found.notices, ...(changed === undefined ? [] : tellAdded(config, changed))],
    changes: groupChanges(plans, redactor),
    outputs: listOutputs(plans, redactor),
    drift: groupDrift(plans, redactor),
  };
  const hidden = hideSecrets(made, redactor);
  const folded = { ...hidden, rows: foldInstances(hidden.rows), suppressed: foldInstances(hidden.suppressed) };
  return { review: folded, unusedSuppressions: concerning(found.unused, plans) };
}

/** Sections of these in which something needs a person. A plan that cannot be reviewed fails whatever is asked for. */
export function failedSections(review: Review, failOn: readonly FailCondition[]): readonly string[] {
  checkArgument(review, "object", "failedSections(review)", { lists: ["rows", "drift", "plans"] });
  checkArgument(failOn, "list", "failedSections(failOn)");
  const { rows, drift, plans } = review;
  if (failOn.length === 0) return [];
  const failed = rows.filter(({ section, level }) =>
    section === "plan" ? level === "danger" : level !== "note" && failOn.some((one) => one === section),
  );
  const sections = new Set<string>(failed.map(({ section }) => section));
  // Who asks for drift wants to know of any.
  if (drift.length > 0 && failOn.includes("drift")) sections.add("drift");
  const destroyed = plans.reduce((sum, { counts }) => sum + counts.destroy + counts.replace, 0);
  for (const condition of failOn) {
    const most = mostDestroys(condition);
    if (most !== undefined && destroyed > most) sections.add(condition);
  }
  return [...sections];
}

function summarize(plan: Plan): PlanSummary {
  return {
    source: plan.source,
    where: whereOf(plan),
    ...(plan.terraformVersion !== undefined && { terraformVersion: plan.terraformVersion }),
    ...(plan.isOpenTofu === true && { isOpenTofu: true }),
    counts: countChanges(plan.resources),
    otherDrift: plan.drift.filter(({ relevant, action }) => relevant.length === 0 && action !== "no-op").length,
    outputs: plan.outputs.filter(({ action }) => action !== "no-op").length,
    ...(plan.actions.length > 0 && { actions: plan.actions.length }),
    tagsOnly: plan.resources.filter((change) => isTagsOnly(change, changedAttributes(change))).length,
    digest: digestOf(plan),
  };
}

function countChanges(changes: readonly ResourceChange[]): Counts {
  const counts = { add: 0, change: 0, replace: 0, destroy: 0, forget: 0, import: 0, move: 0, unknown: 0 };
  for (const change of changes) {
    const { action, importing, previousAddress } = change;
    if (importing !== undefined) counts.import++;
    if (previousAddress !== undefined) counts.move++;
    if (!hasEffect(change)) continue;
    if (action === "create") counts.add++;
    else if (action === "update") counts.change++;
    else if (replaces(action)) counts.replace++;
    else if (action === "delete") counts.destroy++;
    else if (action === "unknown") counts.unknown++;
    else counts.forget++;
  }
  return counts;
}

/** Looks at each module call once. */
function originFinder(plans: readonly Plan[], folderOf: ReviewOptions["folderOf"]): OriginFinder {
  const calls = plans.map(({ configuration }) => new Map(configuration.calls.map((call) => [call.address, call])));
  const known = new Map<string, Origin | undefined>();
  return (plan, module) => {
    const call = calls[plan]?.get(withoutKeys(module));
    if (call === undefined) return undefined;
    const key = `${plan} ${call.address}`;
    if (!known.has(key)) {
      const { address, source, version } = call;
      known.set(key, {
        call: address,
        source,
        ...(version !== undefined && { version }),
        ...folderOf?.(plan, address),
      });
    }
    return known.get(key);
  };
}

/** One row for each reason. */
function suppressedRows(accepted: readonly Accepted[], originOf: OriginFinder): readonly SuppressedRow[] {
  const groups = new Map<string, Accepted[]>();
  for (const one of accepted) {
    const key = JSON.stringify([one.isOff, one.reason, one.until]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const { reason, until, isOff } = group[0] as Accepted;
    const rows = groupFindings(
      group.map(({ finding }) => finding),
      originOf,
      new Map(),
    );
    return rows.map((row) => ({ ...row, reason, isOff, ...(until !== undefined && { until }) }));
  });
}
