import { isList, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import { accountsOfPlan, type JudgedPrincipal, judgeKnown, judgePrincipal } from "../access/outside-principals";
import type { Facts } from "../facts";
import { differs, type Field, fieldAt, itemsAt, pairAt, show, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { fieldsAt } from "./resources/setting-tests";
import { matchSettings, typesWithSettings } from "./resources/settings";
import { matchMovedVariables, variableTypes } from "./resources/variables";

/** Types that share one thing with one principal: the arguments that name it, of which one is set, and what is shared. */
const SHARES: Readonly<Record<string, { readonly who: readonly string[]; readonly what: string }>> = {
  aws_ram_principal_association: { who: ["principal"], what: "a resource share" },
  aws_ami_launch_permission: {
    who: ["account_id", "group", "organization_arn", "organizational_unit_arn"],
    what: "an AMI",
  },
  aws_snapshot_create_volume_permission: { who: ["account_id"], what: "a snapshot" },
  aws_redshift_endpoint_authorization: { who: ["account"], what: "a Redshift cluster" },
  aws_redshift_data_share_authorization: { who: ["consumer_identifier"], what: "a data share" },
  aws_lambda_layer_version_permission: { who: ["principal"], what: "a layer" },
  aws_vpc_endpoint_service_allowed_principal: { who: ["principal_arn"], what: "an endpoint service" },
  aws_servicecatalog_portfolio_share: { who: ["principal_id"], what: "a portfolio" },
  aws_acmpca_permission: { who: ["source_account"], what: "a certificate authority" },
  aws_auditmanager_framework_share: { who: ["destination_account"], what: "a framework" },
  aws_config_aggregate_authorization: { who: ["account_id"], what: "what Config records" },
  aws_directory_service_shared_directory: { who: ["target.id"], what: "a directory" },
  aws_dx_gateway_association_proposal: { who: ["dx_gateway_owner_account_id"], what: "a gateway" },
  aws_dx_hosted_connection: { who: ["owner_account_id"], what: "a connection" },
  aws_dx_hosted_private_virtual_interface: { who: ["owner_account_id"], what: "a virtual interface" },
  aws_dx_hosted_public_virtual_interface: { who: ["owner_account_id"], what: "a virtual interface" },
  aws_dx_hosted_transit_virtual_interface: { who: ["owner_account_id"], what: "a virtual interface" },
  aws_licensemanager_grant: { who: ["principal"], what: "a license" },
  aws_network_interface_permission: { who: ["aws_account_id"], what: "a network interface" },
  aws_oam_link: { who: ["sink_identifier"], what: "telemetry" },
  aws_opensearch_authorize_vpc_endpoint_access: { who: ["account"], what: "a search domain" },
  aws_securitylake_subscriber: { who: ["subscriber_identity.principal"], what: "a data lake" },
  aws_signer_signing_profile_permission: { who: ["principal"], what: "a signing profile" },
};

/** Types that send data on: the arguments that name where it goes, which is reported only if that is another account. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  aws_backup_plan: ["rule.copy_action.destination_vault_arn"],
  aws_cloudwatch_event_target: ["arn"],
  aws_cloudwatch_log_subscription_filter: ["destination_arn"],
  aws_dynamodb_kinesis_streaming_destination: ["stream_arn"],
  aws_ecr_replication_configuration: ["replication_configuration.rule.destination.registry_id"],
  aws_kinesis_firehose_delivery_stream: ["extended_s3_configuration.bucket_arn"],
  aws_s3_bucket_inventory: ["destination.bucket.account_id"],
  aws_s3_bucket_replication_configuration: ["rule.destination.account"],
  aws_sns_topic_subscription: ["endpoint"],
};

const LAUNCH = "distribution.ami_distribution_configuration.launch_permission";

/** Types that share themselves with a list of principals. */
const LISTS: Readonly<Record<string, { readonly list: string; readonly what: string }>> = {
  aws_db_snapshot: { list: "shared_accounts", what: "a snapshot" },
  aws_db_cluster_snapshot: { list: "shared_accounts", what: "a snapshot" },
  aws_db_snapshot_copy: { list: "shared_accounts", what: "a snapshot" },
  aws_rds_cluster_snapshot_copy: { list: "shared_accounts", what: "a snapshot" },
  aws_vpc_endpoint_service: { list: "allowed_principals", what: "an endpoint service" },
  aws_cleanrooms_collaboration: { list: "member.account_id", what: "a collaboration" },
  aws_dlm_lifecycle_policy: { list: "policy_details.schedule.share_rule.target_accounts", what: "a snapshot" },
  aws_globalaccelerator_cross_account_attachment: { list: "principals", what: "an accelerator's endpoint" },
  aws_imagebuilder_distribution_configuration: { list: `${LAUNCH}.user_ids`, what: "an AMI" },
  aws_ram_resource_share_associations_exclusive: { list: "principals", what: "a resource share" },
};

const RAM = "aws_ram_resource_share";
const SUBSCRIPTION = "aws_sns_topic_subscription";
const RAM_RESOURCE = "aws_ram_resource_association";

const OWN_TYPES: readonly string[] = [
  ...Object.keys(SHARES),
  ...Object.keys(LISTS),
  ...Object.keys(DESTINATIONS),
  RAM,
  RAM_RESOURCE,
  ...typesWithSettings("shared-outside"),
];

/** Types of which nothing but variables is looked at: there are many of them in a plan. */
const VARIABLES_ALONE: ReadonlySet<string> = new Set(variableTypes.filter((type) => !OWN_TYPES.includes(type)));

/** Reports something of this account that is shared with other accounts, an organization or everybody. */
export const sharedOutside = defineRule({
  code: "shared-outside",
  section: "access",
  level: "danger",
  title: "shared with others, or sent elsewhere",
  what: "A resource share (RAM), an AMI, a snapshot, an event bus, an endpoint service, telemetry, a directory or another thing that is shared with everybody (danger), another account (danger), or an organization (attention). It is attention if the principal, or the plan's own account, is not known, and a note if the account is one of the plan's own. One more resource in a share that exists, and data that goes on to another account, or to another bucket, stream, queue, database or URL than before (attention), too, also by an address among the variables of a function, a container, a job or a release of Helm.",
  why: "The other account can copy what is shared, and a copy cannot be taken back.",
  bad: "`aws_ami_launch_permission.golden` with `group` all is created.",
  good: "An AMI is shared with an account that the plan works in.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  looksAt: "resource",
  types: [...OWN_TYPES, ...VARIABLES_ALONE],
  check(change, facts) {
    if (change.action !== "create" && !isUpdateOrReplacement(change)) return [];
    if (VARIABLES_ALONE.has(change.type)) return matchMovedVariables(change, facts);
    if (change.type === RAM) return matchExternalPrincipals(change);
    if (change.type === RAM_RESOURCE) return matchSharedResource(change, facts);
    const foreign = matchDestinations(change, facts);
    if (foreign.length > 0) return foreign;
    const settings = matchSettings(change, "shared-outside", facts);
    const isOfNew = change.type === SUBSCRIPTION && facts.refersToNew(change, "aws_sns_topic");
    if (isOfNew) return settings.map((match) => ({ ...match, level: "note" as const }));
    return [
      ...settings,
      ...matchMovedVariables(change, facts),
      ...(LISTS[change.type] === undefined ? matchShare : matchList)(change, facts),
    ];
  },
});

function matchShare(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const share = SHARES[change.type];
  const changed = (share?.who ?? []).map((name) => pairAt(change, toPath(name))).filter(differs);
  const named = changed.filter(({ after }) => after.value !== undefined && after.value !== "");
  // An argument that only the provider can fill in is unknown beside the one that is set.
  const unknown = named.length > 0 ? [] : changed.filter(({ after }) => after.unknown).slice(0, 1);
  const organization = fieldAt(change.after, ["organization_id"]);
  const isLimited = itemsAt(change.after.value, ["condition"]).length > 0 || stringIn(organization) !== undefined;
  return [...named, ...unknown].map(({ after }) => {
    const judged = judgePrincipal(after, facts.ofPlan(accountsOfPlan));
    return toMatch(words(share?.what ?? ""), isLimited ? withCondition(judged) : judged);
  });
}

/** A condition, such as one of an organization, limits who of them it is. */
function withCondition({ level, message }: JudgedPrincipal): JudgedPrincipal {
  return { level: level === "danger" ? "attention" : level, message: [...message, ", under a condition"] };
}

function matchList(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const { list, what } = LISTS[change.type] ?? { list: "", what: "" };
  const path = list.split(".");
  const after = fieldsAt(change.after, path);
  const hidden = after.find((field) => field.unknown || field.secret);
  if (hidden !== undefined) {
    // What the provider computes for a new resource is unknown, too.
    const written = [...(facts.configured(change)?.references.keys() ?? [])];
    const isWritten = written.some((set) => set.split(".")[0] === path[0]);
    const isOther = differs(pairAt(change, [path[0] ?? ""]));
    return isWritten && isOther ? [toMatch(words(what), judgePrincipal(hidden, []))] : [];
  }
  const before = new Set(textsIn(fieldsAt(change.before, path)));
  const added = textsIn(after).filter((item) => !before.has(item));
  return added.map((principal) => toMatch(words(what), judgeKnown(principal, facts.ofPlan(accountsOfPlan))));
}

function textsIn(fields: readonly Field[]): readonly string[] {
  const values = fields.flatMap(({ value }) => (isList(value) ? value : [value ?? ""]));
  return [...new Set(values.map(String).filter((text) => text !== ""))];
}

/** Where data goes from now on, if that is an account that is known not to be one of the plan's own, or named as an account. */
function matchDestinations(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const own = facts.ofPlan(accountsOfPlan);
  return (DESTINATIONS[change.type] ?? []).flatMap((name) => {
    const path = name.split(".");
    const before = new Set(textsIn(fieldsAt(change.before, path)));
    const added = textsIn(fieldsAt(change.after, path)).filter((text) => !before.has(text));
    return added.flatMap((text) => {
      const isAccount = /^\d{12}$/.test(text) || (own.length > 0 && /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(text));
      const { level, message } = judgeKnown(text, own);
      return isAccount && level !== "note"
        ? [{ message: say`data goes to ${message}`, level: "attention" as const }]
        : [];
    });
  });
}

/** A dotted name as a path, where a block that is there once is the first of its list. */
function toPath(name: string): ValuePath {
  return name.split(".").flatMap((step, index) => (index === 0 ? [step] : [0, step]));
}

function toMatch(what: Message, { level, message }: JudgedPrincipal): RuleMatch {
  return { message: say`${what} is shared with ${message}`, level };
}

/** One more thing in a share: whoever has the share gets it. Whom a new share is for is told with its principals. */
function matchSharedResource(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const pair = pairAt(change, ["resource_arn"]);
  if (!differs(pair)) return [];
  const level = facts.refersToNew(change, RAM) ? "note" : "attention";
  return [{ message: say`${show(pair.after)} is added to a resource share`, level }];
}

/** The share may then have principals outside of the organization. */
function matchExternalPrincipals(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["allow_external_principals"]);
  const isOpen = pair.after.value === true || (pair.after.unknown && change.action === "update");
  return isOpen && differs(pair)
    ? [{ message: say`allow_external_principals ${showPair(pair)}`, level: "attention" }]
    : [];
}
