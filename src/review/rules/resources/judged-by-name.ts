/** Resources of providers that the review does not compare: their names tell whether they decide who may do what, or who reaches what. */

import { isFields, isList, type Json, jsonAt } from "../../../json/json-value";
import { hasPolicyPlace } from "../../../terraform/kinds";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import { jsonText } from "../../../terraform/plan/json-text";
import { markOf } from "../../../terraform/plan/marks";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { sameJson } from "../../../terraform/plan/same-json";
import { lookUp } from "../../../text/look-up";
import { join, type Message, say, words } from "../../../text/message";
import { grantsAfter } from "../../access/role-grant";
import { changedAttributes } from "../../changed";
import { differs, type Field, fieldAt, type Pair, pairAt, show, showPair } from "../../field";
import { desiredState, genericObject } from "../../generic/generic-object";
import { isOnlyLess, QUIET } from "./only-less";

/** What a resource decides, by its name. */
type Decides = "access" | "network";

/** Providers whose access and networks have rules of their own, and those that have neither. */
export const COMPARED =
  /^(?:aws|google|azurerm|azuread|kubernetes|kubectl|helm|docker|random|tls|null|local|time|archive|http|external|cloudinit|template|terraform)_/;

const NETWORK =
  /(?:^|_)(?:firewalls?|security_groups?|secgroups?|security_lists?|network_security_groups?|nsgs?|network_acls?|nacls?|network_polic(?:y|ies)|network_zones?|ip_access|access_lists?|allow_?lists?|white_?lists?|ip_restrictions?|security_rules?|security_polic(?:y|ies)|web_acls?|ip_sets?|prefix_lists?)(?:_|$)|^wafv2_rule_group$/;

/** Arguments of any resource with the addresses that reach it. */
const NETWORK_ARGUMENTS =
  /(?:^|_)(?:allow_?list|white_?list|security_ips?|(?:allowed|allow_?listed|authorized|trusted|white_?listed)_(?:ips?|ip_ranges?|ip_addresses|cidrs?|cidr_blocks|networks|sources)|ip_(?:filter|filters|allowlist|whitelist|restrictions?|rules))$/;

const ACCESS =
  /(?:^|_)(?:roles?|rbac|iam|acls?|grants?|permissions?|privileges?|members?|memberships?|group_rules?|resource_shares?|collaborators?|entitlements?|admins?|owners?|authorizations?|assignments?|accesse?s?|tokens?|(?:api|access|deploy|application|ssh)_keys?|service_accounts?|service_principals?|team_repository|idps?|identity_providers?|auth_(?:backends?|methods?)|rulesets?|app_installation|administrators?|approvals?|approval_rules?|branch_restrictions?|branch_policy|share_group|robot_accounts?|preauthrequests?|(?:branch|tag)_protections?(?:_v\d+)?)(?:_|$)|(?:^|_)users?(?:_v\d+)?$/;

const POLICY = /(?:^|_)(?:polic(?:y|ies)(?:_rules?)?|policy_(?:attachment|mfa|password|signon|profile_enrollment))$/;

/** Policies that say how something works, not who may do what. */
const WORKINGS =
  /(?:^|_)(?:alerts?|autoscal\w*|backups?|budgets?|cache|continuous|delivery|escalation|event|failover|headers|ilm|incident|index|layout|lifecycle|load|maintenance|monitor\w*|muting|notification|origin|patch|placement|qos|quota|rate|replication|retention|retry|rotation|routing|scal\w*|schedul\w*|slm|snapshots?|tags?|traffic|update|volume)(?:_|$)/;

/** Providers whose policies say how queues, jobs or caches work. */
const WORKING_PROVIDERS = /^(?:rabbitmq|nomad|elasticstack|opensearch|pagerduty|newrelic|datadog|akamai|fastly|bigip)_/;

/** Kinds of Azure's API and of CloudFormation. */
const KINDS: Readonly<Record<Decides, RegExp>> = {
  network:
    /networksecuritygroups|securityrules|firewall|networkrulesets|ipfilterrules|::\w*(?:SecurityGroup|NetworkAcl|FirewallPolicy|RuleGroup|WebACL|IPSet|PrefixList)\w*$/i,
  access:
    /^microsoft\.authorization\/(?!roleassignments$|locks$)|accesspolicies|federatedidentitycredentials|authorizationrules|roledefinitions|roleassignments\w*$|^AWS::(?:IAM|SSO|RAM|Organizations|LakeFormation|IdentityStore)::|::\w*(?:Policy|Permissions?|AccessEntry|AccessKey)$/i,
};

/** Arguments of any resource whose change gives somebody more. */
const ACCESS_ARGUMENTS =
  /(?:^|_)(?:roles?|permissions?|privileges?|acl|admins?|owners?|access_type|public_access|(?:organization|project|team|workspace)_access|is_public|public)$/;

/** Members of load balancers, and logs. */
const NO_ACCESS = /(?:^|_)(?:lb|pool|balancer|vip|cluster)_members?(?:_v\d+)?$|access_?log/;

/** What the resource decides by its name; undefined if the name tells nothing, or other rules compare it. */
export function decidesByName(change: ResourceChange): Decides | undefined {
  const { type } = change;
  const object = /^(?:azapi|aws_cloudcontrolapi)_/.test(type) ? genericObject(change) : undefined;
  if (object !== undefined) {
    // The role assignments of Azure are read.
    if (/^microsoft\.authorization\/roleassignments$/i.test(object.kind)) return undefined;
    if (KINDS.network.test(object.kind)) return "network";
    const isWorking = /Policy$/.test(object.kind) && object.likes.some((like) => WORKINGS.test(like));
    return KINDS.access.test(object.kind) && !isWorking ? "access" : undefined;
  }
  if (isCompared(type)) return undefined;
  const name = type.slice(type.indexOf("_") + 1);
  // Its rules filter, redirect and cache requests.
  if (type === "cloudflare_ruleset") return "network";
  if (NETWORK.test(name)) return "network";
  if (ACCESS.test(name) && !NO_ACCESS.test(name)) return "access";
  const isPolicy = POLICY.test(name) && !WORKINGS.test(name) && !WORKING_PROVIDERS.test(type);
  return isPolicy ? "access" : undefined;
}

function isCompared(type: string): boolean {
  return COMPARED.test(type) || hasPolicyPlace(type);
}

/** The arguments by which types of awscc give policies that do not stand in them: only those that do are compared. */
const ATTACHING: Readonly<Record<string, readonly string[]>> = {
  awscc_iam_group: ["managed_policy_arns"],
  awscc_iam_managed_policy: ["groups", "roles", "users"],
  awscc_iam_role: ["managed_policy_arns", "permissions_boundary"],
  awscc_iam_user: ["groups", "managed_policy_arns", "permissions_boundary"],
  awscc_sso_permission_set: ["customer_managed_policy_references", "managed_policies", "permissions_boundary"],
};

/** The arguments of any other resource that change, and that by their names decide who may do what. */
export function changedAccess(change: ResourceChange): readonly string[] {
  const { type } = change;
  const attaching = lookUp(ATTACHING, type);
  if (attaching !== undefined) return grantsAfter(change) ? attaching.filter((name) => isGiven(change, name)) : [];
  if (type === "aws_cloudcontrolapi_resource") return grantsAfter(change) ? changedPolicies(change) : [];
  if (isCompared(type) || /^a(?:zapi|wscc)_/.test(type) || !isUpdateOrReplacement(change)) return [];
  return changedAttributes(change).filter(
    (name) => ACCESS_ARGUMENTS.test(name) && isSetOn(change, name) && !givesLess(change, name),
  );
}

/** The policies that stand in a resource of Cloud Control and change: `KeyPolicy`, `RepositoryPolicyText`, `AccessPolicies`. */
function changedPolicies(change: ResourceChange): readonly string[] {
  const [before, after] = [desiredState(change.before), desiredState(change.after)];
  const names = isFields(after) ? Object.keys(after) : [];
  return names.filter((name) => {
    const policy = jsonAt(after, [name]) ?? null;
    return /Polic(?:y|ies)/.test(name) && hasStatement(policy) && !sameJson(policy, jsonAt(before, [name]) ?? null);
  });
}

function hasStatement(policy: Json): boolean {
  return typeof policy === "string" ? policy.includes('"Statement"') : jsonAt(policy, ["Statement"]) !== undefined;
}

/** The arguments that an update of any other resource changes, and that by their names decide who reaches it. */
export function changedNetwork(change: ResourceChange): readonly string[] {
  const { type } = change;
  if (isCompared(type) || /^a(?:zapi|wscc)_/.test(type) || !isUpdateOrReplacement(change)) return [];
  return changedAttributes(change).filter((name) => {
    const pair = pairAt(change, [name]);
    // An empty list may let in nobody or everybody.
    return NETWORK_ARGUMENTS.test(name) && isSetOn(change, name) && (isEmpty(pair.after.value) || !isShorter(pair));
  });
}

/** Whether an argument is set and changes: one that is not known as a whole is computed. */
function isGiven(change: ResourceChange, name: string): boolean {
  const isComputed = markOf(change.after.unknown, name) === true;
  return !isComputed && !isShorter(pairAt(change, [name])) && isSetOn(change, name);
}

/** Whether a list has nothing that it did not have. */
function isShorter(pair: Pair): boolean {
  const { before, after } = pair;
  if (!differs(pair)) return true;
  if (after.unknown || !isList(before.value) || !(after.value === undefined || isList(after.value))) return false;
  const old = new Set(before.value.map(jsonText));
  return (after.value ?? []).every((item) => old.has(jsonText(item)));
}

/** Whether either side sets the argument: a provider writes one that is not set now as null, now as empty. */
function isSetOn(change: ResourceChange, name: string): boolean {
  const { before, after } = pairAt(change, [name]);
  return after.unknown || [before.value, after.value].some((value) => !isEmpty(value));
}

function isEmpty(value: Json | undefined): boolean {
  if (isList(value)) return value.length === 0;
  return isFields(value) ? Object.keys(value).length === 0 : value === undefined || value === "" || value === false;
}

/** Whether the change makes one, or changes more than how it is called. */
export function changesMore(change: ResourceChange): boolean {
  if (change.action === "create") return true;
  return (
    isUpdateOrReplacement(change) &&
    changedAttributes(change).some(
      (name) =>
        !QUIET.test(name) &&
        !isLabel(change, name) &&
        isSetOn(change, name) &&
        !isWrittenOtherwise(change, name) &&
        !givesLess(change, name),
    )
  );
}

/** Types whose name is for people alone: their id stands elsewhere. */
const LABELLED = /^okta_(?:group_rule|network_zone|(?:app_signon_|auth_server_)?policy\w*)$/;

function isLabel({ type }: ResourceChange, name: string): boolean {
  return name === "name" && LABELLED.test(type);
}

/** Whether a text differs by white space alone. */
function isWrittenOtherwise(change: ResourceChange, name: string): boolean {
  const { before, after } = pairAt(change, [name]);
  if (after.unknown || typeof before.value !== "string" || typeof after.value !== "string") return false;
  return before.value.replace(/\s+/g, "") === after.value.replace(/\s+/g, "");
}

/** Whether an argument only takes away: nothing of it is hidden, or known only after apply. */
function givesLess(change: ResourceChange, name: string): boolean {
  const { before, after } = pairAt(change, [name]);
  const isKnown = !after.unknown && !after.secret && !before.secret && markOf(change.after.unknown, name) === undefined;
  return isKnown && isOnlyLess(name, before.value, after.value);
}

/** Arguments that say who, what and from where, as providers call them. */
const TELLING =
  /(?:^|_)(?:roles?|role_ids?|permissions?|permission_level|privileges?|all_privileges|access|access_level|access_type|actions?|statements?|polic(?:y|ies)|policy_name|capabilities|members?|users?|user_name|username|user_ids?|emails?|login|group|group_name|principal\w*|subjects?|\w*role_name|on_\w+|team_id|repository|project|owner|admins?|scopes?|cidr\w*|source\w*|remote_ip_prefix|sources?|address\w*|ip_address|ports?|port_range\w*|protocol|direction|read_only|visibility|rules?|\w*(?:inbound|ingress)\w*)$/;

const MOST_ARGUMENTS = 6;
const LONG = 400;
const BRIEF = 80;

/** What a new one says, as far as its arguments' names tell that it matters, and what an update changes. */
export function tellArguments(change: ResourceChange): readonly Message[] {
  if (change.action === "update") return tellChanges(change);
  const names = Object.keys((change.after.value ?? {}) as object).sort();
  return tellNamed(
    change,
    names.filter((name) => TELLING.test(name)),
  );
}

/** What an update changes, with short values. */
function tellChanges(change: ResourceChange): readonly Message[] {
  const changed = changedAttributes(change).filter((name) => !QUIET.test(name) && isSetOn(change, name));
  const told = changed.slice(0, MOST_ARGUMENTS).map((name) => {
    const pair = pairAt(change, [name]);
    const isBrief = [pair.before, pair.after].every(({ value }) => jsonText(value ?? null).length <= BRIEF);
    return isBrief ? say`${name} ${showPair(pair)}` : say`${name} ${words("changes")}`;
  });
  return told.length === 0 ? [] : [say`${change.address}: ${join(told, ", ")}`];
}

/** The same of these arguments. */
export function tellNamed(change: ResourceChange, names: readonly string[]): readonly Message[] {
  if (change.action !== "create") return [];
  const told = names
    .map((name) => ({ name, field: fieldAt(change.after, [name]) }))
    .filter(({ field }) => field.value === false || !isEmpty(field.value));
  if (told.length === 0) return [];
  const shown = told
    .slice(0, MOST_ARGUMENTS)
    .map(({ name, field }) => say`${name} ${isLong(field) ? words("(a long text)") : show(field)}`);
  const more = told.length > MOST_ARGUMENTS ? words(` and ${told.length - MOST_ARGUMENTS} more`) : [];
  return [say`${change.address}: ${join(shown, ", ")}${more}`];
}

/** Half of a text is not cut off, because half of a secret is not found. */
function isLong({ value, secret }: Field): boolean {
  return !secret && value !== undefined && jsonText(value).length > LONG;
}
