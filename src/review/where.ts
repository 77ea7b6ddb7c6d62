/** Where a plan works: accounts and Regions, as far as the plan contains them. */
import { type Json, jsonAt } from "../json/json-value";
import type { Plan, PriorResource } from "../terraform/plan/plan";

export interface Where {
  /** Account IDs of twelve digits; empty if the plan does not contain them. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** Whether the plan has anything of AWS: accounts and Regions are told of such plans alone. */
  readonly isAws: boolean;
}

/** Types whose `arn` names another resource, which may be another account's. */
const ARN_OF_ANOTHER: ReadonlySet<string> = new Set([
  "aws_cloudwatch_event_target",
  "aws_lakeformation_resource",
  "aws_notifications_channel_association",
  "aws_sns_topic_data_protection_policy",
  "aws_sns_topic_policy",
]);

/** From the providers' constants, else from the resources' ARNs and regions. What a data source reads may be another account's. */
export function whereOf(plan: Plan): Where {
  const [accounts, regions] = [new Set<string>(), new Set<string>()];
  for (const { constants } of plan.providers) {
    noteRegion(regions, constants.get("region"));
    const allowed = constants.get("allowed_account_ids");
    for (const id of Array.isArray(allowed) ? (allowed as readonly Json[]) : []) noteAccount(accounts, id);
  }
  const [hasAccounts, hasRegions] = [accounts.size > 0, regions.size > 0];
  let isAws = hasAccounts || hasRegions;
  const note = ({ type, mode }: Pick<PriorResource, "type" | "mode">, values: Json | undefined) => {
    if (!type.startsWith("aws_")) return;
    isAws = true;
    const isOwn = mode === "managed" && !ARN_OF_ANOTHER.has(type);
    const arn = isOwn ? jsonAt(values, ["arn"]) : undefined;
    const parts = typeof arn === "string" ? arn.split(":", 6) : [];
    if (!hasAccounts) noteAccount(accounts, type === "aws_caller_identity" ? jsonAt(values, ["account_id"]) : parts[4]);
    if (!hasRegions) noteRegion(regions, jsonAt(values, ["region"]) ?? parts[3]);
  };
  for (const prior of plan.prior.values()) note(prior, prior.values);
  for (const change of plan.resources) {
    note(change, change.before.value);
    note(change, change.after.value);
  }
  if (accounts.size === 0) noteAccount(accounts, plan.account);
  return { accounts: [...accounts].sort(), regions: [...regions].sort(), isAws };
}

function noteAccount(accounts: Set<string>, id: Json | undefined): void {
  if (typeof id === "string" && /^\d{12}$/.test(id)) accounts.add(id);
}

function noteRegion(regions: Set<string>, name: Json | undefined): void {
  if (typeof name === "string" && /^[a-z]{2}(-[a-z]+)+-\d$/.test(name)) regions.add(name);
}
