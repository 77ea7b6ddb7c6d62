import { isFields, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { Plan, ResourceChange } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";
import { say, words } from "../../text/message";
import type { Facts } from "../facts";
import { differs, itemsAt, pairAt, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { alarmTypes, matchDeafAlarm } from "./resources/deaf-alarms";
import { REMOVED_GUARDS } from "./resources/removed-guards";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchRiskySettings, type SettingRow, typesOf } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";
import { matchPlainSecrets, plainSecretTypes } from "./resources/variables";

/** Settings that guard something, and the values that end it. */
const ROWS: readonly SettingRow[] = [
  { types: ["aws_guardduty_detector"], path: ["enable"], risky: [false], level: "danger" },
  { types: ["aws_config_configuration_recorder_status"], path: ["is_enabled"], risky: [false], level: "danger" },
  {
    types: ["google_compute_backend_service", "google_compute_region_backend_service"],
    path: ["security_policy"],
    risky: [undefined, ""],
  },
  { types: ["aws_cloudfront_distribution"], path: ["web_acl_id"], risky: [undefined, ""], level: "danger" },
  { types: ["azurerm_application_gateway"], path: ["firewall_policy_id"], risky: [undefined] },
  { types: ["azurerm_web_application_firewall_policy"], path: ["policy_settings", 0, "enabled"], risky: [false] },
  { types: ["azurerm_web_application_firewall_policy"], path: ["policy_settings", 0, "mode"], risky: ["Detection"] },
  { types: ["aws_macie2_account"], path: ["status"], risky: ["PAUSED"] },
  { types: ["aws_securityhub_standards_control"], path: ["control_status"], risky: ["DISABLED"] },
  { types: ["azurerm_security_center_subscription_pricing"], path: ["tier"], risky: ["Free"] },
  {
    types: ["aws_ecr_repository"],
    path: ["image_scanning_configuration", 0, "scan_on_push"],
    risky: [false, undefined],
  },
  { types: ["aws_lambda_function"], path: ["code_signing_config_arn"], risky: [undefined, ""] },
  { types: ["google_container_cluster"], path: ["enable_legacy_abac"], risky: [true], whenNew: "attention" },
  {
    types: ["google_container_cluster"],
    path: ["binary_authorization", 0, "evaluation_mode"],
    risky: ["DISABLED", undefined],
  },
  {
    types: ["google_compute_instance"],
    path: ["shielded_instance_config", 0, "enable_secure_boot"],
    risky: [false, undefined],
  },
  { types: ["azurerm_kubernetes_cluster"], path: ["azure_policy_enabled"], risky: [false, undefined] },
];

/**
 * Policies without which more is allowed: what is allowed then, and the argument that names whose policy it is.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
const LIMITING: ReadonlyMap<string, readonly [argument: string, text: string]> = new Map([
  ["aws_vpc_endpoint_policy", ["vpc_endpoint_id", "without a policy the endpoint lets everything through"]],
  [
    "aws_efs_file_system_policy",
    ["file_system_id", "without a policy whoever reaches the file system may mount and write it"],
  ],
  [
    "aws_kms_key_policy",
    ["key_id", "with the default policy, IAM policies of the account alone decide who uses the key"],
  ],
  [
    "aws_api_gateway_rest_api_policy",
    ["rest_api_id", "without a policy everybody who reaches the API may call methods that ask for nothing else"],
  ],
]);

/** The argument that names a group of parameters. */
const PARAMETER_GROUPS: ReadonlyMap<string, string> = new Map([
  ["aws_db_instance", "parameter_group_name"],
  ["aws_rds_cluster", "db_cluster_parameter_group_name"],
  ["aws_docdb_cluster", "db_cluster_parameter_group_name"],
  ["aws_redshift_cluster", "cluster_parameter_group_name"],
  ["aws_elasticache_replication_group", "parameter_group_name"],
]);

/** Alarms, and the argument that says whom each tells. */
const ALARMS: ReadonlyMap<string, string> = new Map([
  ["aws_cloudwatch_metric_alarm", "alarm_actions"],
  ["aws_cloudwatch_composite_alarm", "alarm_actions"],
  ["google_monitoring_alert_policy", "notification_channels"],
  ["azurerm_monitor_metric_alert", "action"],
  ["azurerm_monitor_activity_log_alert", "action"],
  ["azurerm_monitor_scheduled_query_rules_alert_v2", "action"],
  ["datadog_monitor", "message"],
]);

const WEB_ACLS = ["aws_wafv2_web_acl", "aws_wafv2_rule_group"];

/** Reports safeguards that are turned off or removed: detection, firewalls of applications, backups, locks. */
export const safeguardOff = defineRule({
  code: "safeguard-off",
  section: "safeguards",
  level: "attention",
  title: "a safeguard is off",
  what: "Something that only guards and is turned off or destroyed: GuardDuty, Security Hub, Config, Access Analyzer, a web ACL of a resource, backup plans and selections, locks, rules of web ACLs and of DNS firewalls, guardrails, policies without which more is allowed, alarms that are off or tell less, later or of something else (a note if it is a small step), instance metadata without tokens (IMDSv1), of a new instance too; a credential in a variable in plain text; their like in Google Cloud, Azure, Kubernetes and other providers.",
  why: "What it would have found or stopped is now neither found nor stopped.",
  bad: "`aws_guardduty_detector.this` is destroyed.",
  good: "`http_tokens` optional → required",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  looksAt: "resource",
  types: [
    ...new Set([
      ...typesOf(ROWS),
      ...REMOVED_GUARDS.keys(),
      ...WEB_ACLS,
      ...alarmTypes,
      ...ALARMS.keys(),
      ...PARAMETER_GROUPS.keys(),
      ...LIMITING.keys(),
      ...typesWithSettings("safeguard-off"),
      ...plainSecretTypes,
    ]),
  ],
  check: (change, facts) => [
    ...matchRiskySettings(change, ROWS),
    ...matchSettings(change, "safeguard-off", facts),
    ...matchRemovedSetting(change, REMOVED_GUARDS),
    ...matchRemovedAlarm(change, facts),
    ...matchWebAcl(change),
    ...matchDeafAlarm(change),
    ...matchDefaultParameters(change),
    ...matchPlainSecrets(change, facts),
    ...matchRemovedPolicy(change, facts),
  ],
});

/** An alarm that told somebody and is removed; a note if what it watched goes too. */
function matchRemovedAlarm(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const told = ALARMS.get(change.type);
  if (told === undefined || change.action !== "delete" || change.deposed !== undefined) return [];
  const { value } = change.before;
  const who = jsonAt(value, [told]);
  const isTold = typeof who === "string" ? who.includes("@") : lengthOf(who) > 0;
  if (!isTold || jsonAt(value, ["actions_enabled"]) === false) return [];
  const gone = facts.ofPlan(namesOfDestroyed);
  const dimensions = jsonAt(value, ["dimensions"]);
  const watched = isFields(dimensions) ? Object.values(dimensions) : [];
  const isGone = watched.some((name) => typeof name === "string" && gone.has(name));
  return [
    { message: words("it told somebody"), title: "an alarm is removed", ...(isGone && { level: "note" as const }) },
  ];
}

/** A policy that goes, while what it limited stays. */
function matchRemovedPolicy(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const [argument, text] = LIMITING.get(change.type) ?? [];
  if (argument === undefined || change.action !== "delete" || change.deposed !== undefined) return [];
  const whose = jsonAt(change.before.value, [argument]);
  return facts.ofPlan(namesOfDestroyed).has(String(whose)) ? [] : [{ message: words(text ?? "") }];
}

/** The names by which dimensions of alarms name what the plan destroys. */
function namesOfDestroyed(plan: Plan): ReadonlySet<string> {
  const destroyed = plan.resources.filter(({ action, type }) => action === "delete" && !ALARMS.has(type));
  const names = ["id", "name", "identifier", "cluster_identifier", "function_name", "bucket", "arn_suffix"];
  return new Set(
    destroyed.flatMap(({ before }) =>
      names.map((name) => jsonAt(before.value, [name])).filter((one) => typeof one === "string"),
    ),
  );
}

/** A database that loses what its group of parameters sets, such as TLS and audit logs. */
function matchDefaultParameters(change: ResourceChange): readonly RuleMatch[] {
  const argument = PARAMETER_GROUPS.get(change.type);
  if (argument === undefined || !isUpdateOrReplacement(change)) return [];
  const pair = pairAt(change, [argument]);
  const [from, to] = [pair.before, pair.after].map(({ value }) => (typeof value === "string" ? value : ""));
  const isLost = from !== "" && !from?.startsWith("default.") && to?.startsWith("default.");
  return isLost ? [{ message: say`${words("what its parameters set is lost:")} ${showPair(pair)}` }] : [];
}

/** A web ACL that lets through what no rule stops, or has fewer rules. */
function matchWebAcl(change: ResourceChange): readonly RuleMatch[] {
  if (!WEB_ACLS.includes(change.type) || !isUpdateOrReplacement(change)) return [];
  const [block, allow] = ["block", "allow"].map((name) => pairAt(change, ["default_action", 0, name, 0]));
  const isOpened = block !== undefined && allow !== undefined && differs(allow) && allow.after.value !== undefined;
  const rules = pairAt(change, ["rule"]);
  const [from, to] = [lengthOf(rules.before.value), lengthOf(rules.after.value)];
  return [
    ...(isOpened ? [{ message: words("requests that no rule names are now allowed"), level: "danger" as const }] : []),
    ...(!rules.after.unknown && to < from ? [{ message: say`${from} → ${to} ${words("rules")}` }] : []),
    ...matchRules(change),
    ...(rules.after.unknown && change.action === "update"
      ? [{ message: words("rules that are known only after apply") }]
      : []),
  ];
}

/** Rules that stopped requests and now let them through or only count them, wholly or in part, or stop others. */
function matchRules(change: ResourceChange): readonly RuleMatch[] {
  const kept = new Map(itemsAt(change.after.value, ["rule"]).map((rule) => [jsonAt(rule, ["name"]), rule]));
  return itemsAt(change.before.value, ["rule"]).flatMap((before): readonly RuleMatch[] => {
    const name = jsonAt(before, ["name"]);
    const after = kept.get(name);
    if (after === undefined) return [];
    const rule = say`${words("the rule")} ${String(name)}`;
    if (stops(before) && !stops(after)) return [{ message: say`${rule} ${words("no longer stops requests")}` }];
    const isSame = ["statement", "action", "override_action"].every((part) =>
      sameJson(jsonAt(before, [part]), jsonAt(after, [part])),
    );
    return isSame || isLowerLimit(before, after) || isStricter(before, after)
      ? []
      : [{ message: say`${rule} ${words("asks something else")}` }];
  });
}

/** Whether the rule stops what it only counted or let through. */
function isStricter(before: Json, after: Json): boolean {
  return !stops(before) && stops(after) && sameJson(jsonAt(before, ["statement"]), jsonAt(after, ["statement"]));
}

/** Whether the rule stops the same requests, at a lower rate. */
function isLowerLimit(before: Json, after: Json): boolean {
  const path: ValuePath = ["statement", 0, "rate_based_statement", 0];
  const [from, to] = [before, after].map((rule) => jsonAt(rule, path));
  if (!isFields(from) || !isFields(to) || Number(to.limit) > Number(from.limit)) return false;
  return sameJson({ ...from, limit: null }, { ...to, limit: null });
}

/** Whether a rule, or the group that it names, stops what it matches. */
function stops(rule: Json): boolean {
  const has = (...path: ValuePath) => itemsAt(rule, path).length > 0;
  const acts = ["block", "captcha", "challenge"].some((action) => has("action", 0, action));
  return acts || has("override_action", 0, "none");
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
