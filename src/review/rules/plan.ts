/** The plan itself: what it leaves out, what it only takes note of, and what was changed behind Terraform's back. */
import { acts } from "../../terraform/plan/actions";
import type { Action, CheckResult, DeferredChange, Drift, Plan, ResourceChange } from "../../terraform/plan/plan";
import { join, listValues, say, words } from "../../text/message";
import type { Check, Draft } from "../finding";
import { rulesOf } from "../rule";
import { dataStores } from "./resources/data-stores";

const PARTIAL = "What is not in the plan is not in the review.";

export const planRules = [
  ...rulesOf("plan", [
    ["plan-errored", "danger", "plan failed", "Terraform stopped at an error.", PARTIAL],
    ["plan-incomplete", "attention", "plan is partial", "`-target` or deferred changes leave parts out.", PARTIAL],
    [
      "unknown-action",
      "danger",
      "unknown action",
      "An action that this version of tfwright does not know.",
      "What it does must be judged by a person.",
    ],
    [
      "unknown-field",
      "attention",
      "unknown field",
      "A part of the plan that this version of tfwright does not know.",
      "A newer Terraform may tell changes in it.",
    ],
    ["deferred", "attention", "deferred", "A change that Terraform puts off to a later run.", PARTIAL],
    [
      "check-failed",
      "attention",
      "check failed",
      "A check, precondition or postcondition that fails.",
      "Its author wanted to know before apply.",
    ],
    [
      "check-unknown",
      "note",
      "check not known yet",
      "A check that can be told only after apply.",
      "It may fail the apply.",
    ],
    [
      "forgotten",
      "attention",
      "forgotten",
      "A resource that leaves the state and stays in the world.",
      "Nobody manages it any more, and it goes on costing.",
    ],
    ["imported", "note", "imported", "A resource that is taken into the state.", "From now on Terraform changes it."],
    [
      "imported-changed",
      "attention",
      "imported and changed",
      "An import of which the configuration differs from what is there.",
      "The first apply changes something that worked without it.",
    ],
    ["moved", "note", "moved", "A resource of another address in the state.", "Nothing is changed by it in the world."],
  ]),
  ...rulesOf("drift", [
    [
      "drift-relevant",
      "attention",
      "changed outside of Terraform",
      "A change made elsewhere to attributes that this plan depends on.",
      "The plan undoes it, or follows from it: neither may be meant.",
    ],
    [
      "drift-gone",
      "attention",
      "gone outside of Terraform",
      "Something that holds data and was deleted elsewhere.",
      "The plan makes an empty one in its place.",
    ],
  ]),
];

/** The plan as a whole. */
export function checkPlan(plan: Plan): readonly Draft[] {
  const drafts: Draft[] = [];
  if (plan.errored)
    drafts.push({
      rule: "plan-errored",
      message: words("Terraform stopped at an error: what comes after it is missing"),
    });
  else if (!plan.complete)
    drafts.push({
      rule: "plan-incomplete",
      message: words("`-target` or a deferred change leaves parts out: plan again after apply"),
    });
  // Unknown actions are told where they are.
  for (const name of plan.unknown.filter((one) => !one.startsWith("action ")))
    drafts.push({ rule: "unknown-field", message: say`${name}` });
  return drafts;
}

/** What a change is besides its values. */
export const checkState: Check = (change) => {
  const drafts: Draft[] = [];
  if (change.action === "unknown")
    drafts.push({ rule: "unknown-action", message: say`Terraform says ${change.actions.join(", ")}` });
  if (change.action === "forget" || change.action === "forget-create") {
    drafts.push({
      rule: "forgotten",
      message: words(
        change.action === "forget"
          ? "stays in the world, unmanaged"
          : "the old one stays in the world, unmanaged; a new one is made",
      ),
    });
  }
  if (change.importing !== undefined) drafts.push(imported(change));
  if (change.previousAddress !== undefined && change.previousAddress !== change.address) {
    drafts.push({ rule: "moved", message: say`from ${change.previousAddress}` });
  }
  return drafts;
};

/** What an import is followed by. */
const PAST: Partial<Record<Action, string>> = {
  delete: "destroyed",
  "replace-delete-first": "replaced",
  "replace-create-first": "replaced",
  unknown: "something unknown",
};

function imported(change: ResourceChange): Draft {
  const { id, identity } = change.importing ?? {};
  const by =
    id !== undefined
      ? say`by id ${id}`
      : identity !== undefined
        ? say`by identity ${JSON.stringify(identity)}`
        : words("by an id known only after apply");
  const written = change.generatedConfig === undefined ? [] : ["; its configuration was written by Terraform"];
  if (acts(change) && change.action !== "create")
    return { rule: "imported-changed", message: [...by, `, and then ${PAST[change.action] ?? "changed"}`, ...written] };
  return { rule: "imported", message: [...by, ...written] };
}

/** What is put off. */
export function checkDeferred({ reason, change }: DeferredChange): Draft {
  return { rule: "deferred", message: say`${words(change.action)} is put off: ${reason.replaceAll("_", " ")}` };
}

/** Checks that do not pass. */
export function checkResult({ status, problems }: CheckResult): readonly Draft[] {
  if (status === "pass") return [];
  const message =
    problems.length === 0
      ? words(status === "unknown" ? "can be told only after apply" : "does not pass")
      : join(
          problems.slice(0, 3).map((problem) => say`${problem}`),
          "; ",
        );
  return [{ rule: status === "unknown" ? "check-unknown" : "check-failed", message }];
}

/** Drift that matters; the rest is counted. */
export function checkDrift(drift: Drift): readonly Draft[] {
  if (drift.relevant.length > 0) {
    return [
      {
        rule: "drift-relevant",
        message: say`${listValues([...drift.relevant].sort(), 5)}, on which this plan depends`,
      },
    ];
  }
  const isGone = drift.action === "delete" && dataStores.has(drift.type);
  return isGone ? [{ rule: "drift-gone", message: words("it was deleted elsewhere") }] : [];
}
