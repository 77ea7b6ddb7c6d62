import { isUpdateOrReplacement, replaces } from "../../terraform/plan/actions";
import type { Marked, Plan, ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, show, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

const ATTACHMENT = "aws_organizations_policy_attachment";

/** Types that limit what others may do, and what their absence means. */
const LIMITS: ReadonlyMap<string, string> = new Map([
  ["aws_organizations_policy", "the policy of the organization is destroyed"],
  ["google_org_policy_policy", "the policy of the organization is destroyed"],
  ["google_organization_policy", "the policy of the organization is destroyed"],
  ["google_folder_organization_policy", "the policy of the organization is destroyed"],
  ["google_project_organization_policy", "the policy of the organization is destroyed"],
  ["google_org_policy_custom_constraint", "the constraint of the organization is destroyed"],
  ["google_iam_access_boundary_policy", "the access boundary is destroyed"],
  ["google_iam_deny_policy", "the deny policy is destroyed"],
  ["google_iam_principal_access_boundary_policy", "the access boundary is destroyed"],
  ["google_iam_projects_policy_binding", "the access boundary no longer holds for the project"],
  ["google_iam_folders_policy_binding", "the access boundary no longer holds for the folder"],
  ["google_iam_organizations_policy_binding", "the access boundary no longer holds for the organization"],
  ["google_iam_workforce_pool_policy_binding", "the access boundary no longer holds for the pool"],
  ["azurerm_subscription_policy_assignment", "the policy is no longer assigned"],
  ["azurerm_management_group_policy_assignment", "the policy is no longer assigned"],
  ["azurerm_resource_group_policy_assignment", "the policy is no longer assigned"],
  ["azurerm_resource_policy_assignment", "the policy is no longer assigned"],
  [
    "azurerm_management_group_subscription_association",
    "the subscription leaves the management group, whose policies no longer hold for it",
  ],
  ["azuread_conditional_access_policy", "the conditional access policy is destroyed"],
]);

/** Flags of assignments and policies that stop them from having an effect. */
const STATES: Readonly<Record<string, { readonly name: string; readonly off: readonly unknown[] }>> = {
  azurerm_subscription_policy_assignment: { name: "enforce", off: [false] },
  azurerm_management_group_policy_assignment: { name: "enforce", off: [false] },
  azurerm_resource_group_policy_assignment: { name: "enforce", off: [false] },
  azuread_conditional_access_policy: { name: "state", off: ["disabled", "enabledForReportingButNotEnforced"] },
};

/** Reports policies of an organization that no longer limit an account. */
export const organizationPolicy = defineRule({
  code: "organization-policy",
  section: "access",
  level: "danger",
  title: "a limit of the organization",
  what: "A policy of the organization (SCP, RCP, or one of Google or Azure) that is detached, moved to another target, no longer enforced, or destroyed. A perimeter, an exclusion or a constraint that forbids less too. A new policy of Google that forbids nothing, or an exemption, is attention, and a policy that is attached a note.",
  why: "The accounts below may then do what the organization forbade.",
  bad: "`aws_organizations_policy_attachment.deny_regions` is destroyed.",
  good: "A policy is attached to one more account.",
  source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
  looksAt: "resource",
  types: [ATTACHMENT, ...LIMITS.keys(), ...typesWithSettings("organization-policy")],
  check(change, facts) {
    if (change.deposed !== undefined) return [];
    if (change.type === ATTACHMENT) return matchAttachment(change, facts.ofPlan(attachmentsAfter));
    if (change.action === "delete" && LIMITS.has(change.type))
      return [{ message: words(LIMITS.get(change.type) ?? "it is destroyed") }];
    const settings = matchSettings(change, "organization-policy", facts);
    return isUpdateOrReplacement(change) && settings.length === 0 ? matchState(change) : settings;
  },
});

/** Which policy is attached to what after the change: an attachment that only gets another address is no loss. */
function attachmentsAfter(plan: Plan): ReadonlySet<string> {
  const found = plan.resources.filter(({ type, after }) => type === ATTACHMENT && after.value !== undefined);
  return new Set(found.map(({ after }) => attachmentId(after)));
}

function attachmentId(marked: Marked): string {
  return JSON.stringify(["policy_id", "target_id"].map((name) => fieldAt(marked, [name]).value ?? null));
}

function matchAttachment(change: ResourceChange, after: ReadonlySet<string>): readonly RuleMatch[] {
  if (change.action !== "create" && after.has(attachmentId(change.before))) return [];
  const target = fieldAt(change.action === "create" ? change.after : change.before, ["target_id"]);
  if (change.action === "create") return [{ message: say`a policy is attached to ${show(target)}`, level: "note" }];
  if (change.action === "delete") return [{ message: say`the policy is detached from ${show(target)}` }];
  if (!replaces(change.action)) return [];
  const moved = ["target_id", "policy_id"].map((name) => ({ name, pair: pairAt(change, [name]) }));
  return moved
    .filter(({ pair }) => differs(pair))
    .map(({ name, pair }) => ({
      message: say`${words(name === "target_id" ? "detached: target" : "another policy:")} ${showPair(pair)}`,
    }));
}

function matchState(change: ResourceChange): readonly RuleMatch[] {
  const spec = pairAt(change, ["spec"]);
  if (change.type === "google_org_policy_policy" && differs(spec))
    return [{ message: words("its rules change: a person must judge whether they forbid less"), level: "attention" }];
  const state = STATES[change.type];
  if (state === undefined) return [];
  const pair = pairAt(change, [state.name]);
  const isOff = state.off.includes(pair.after.value ?? "") && !state.off.includes(pair.before.value ?? "");
  return isOff ? [{ message: say`${state.name} ${showPair(pair)}` }] : [];
}
