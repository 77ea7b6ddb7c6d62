import { isFields, isList, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import { withoutKeys } from "../../terraform/address";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { changedAttributes } from "../changed";
import type { Facts } from "../facts";
import { differs, type Field, pairAt, show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { showSetting } from "./resources/risky-settings";
import { fieldsAt } from "./resources/setting-tests";

/** The arguments that name the identity that something runs as. */
const IDENTITIES: Readonly<Record<string, readonly ValuePath[]>> = {
  aws_instance: [["iam_instance_profile"]],
  aws_launch_configuration: [["iam_instance_profile"]],
  aws_launch_template: [
    ["iam_instance_profile", 0, "name"],
    ["iam_instance_profile", 0, "arn"],
  ],
  aws_iam_instance_profile: [["role"]],
  aws_lambda_function: [["role"]],
  aws_ecs_task_definition: [["task_role_arn"], ["execution_role_arn"]],
  aws_glue_crawler: [["role"]],
  aws_codebuild_project: [["service_role"]],
  aws_emr_cluster: [["service_role"], ["ec2_attributes", 0, "instance_profile"]],
  aws_batch_compute_environment: [["compute_resources", 0, "instance_role"], ["service_role"]],
  google_compute_instance: [["service_account", 0, "email"]],
  google_compute_instance_template: [["service_account", 0, "email"]],
  google_cloudfunctions_function: [["service_account_email"]],
  google_cloudfunctions2_function: [["service_config", 0, "service_account_email"]],
  google_cloud_run_v2_service: [["template", 0, "service_account"]],
  google_cloud_run_service: [["template", 0, "spec", 0, "service_account_name"]],
  google_cloud_run_v2_job: [["template", 0, "template", 0, "service_account"]],
  google_cloudbuild_trigger: [["service_account"]],
  google_composer_environment: [["config", 0, "node_config", 0, "service_account"]],
  google_container_cluster: [["node_config", 0, "service_account"]],
  google_container_node_pool: [["node_config", 0, "service_account"]],
  google_dataproc_cluster: [["cluster_config", 0, "gce_cluster_config", 0, "service_account"]],
  google_workflows_workflow: [["service_account"]],
  ...Object.fromEntries(
    ["deployment", "deployment_v1", "stateful_set", "stateful_set_v1", "daemonset", "daemon_set_v1"].map((name) => [
      `kubernetes_${name}`,
      [["spec", 0, "template", 0, "spec", 0, "service_account_name"]],
    ]),
  ),
};

/** How the arguments of a provider call the identities of its services, wherever they stand. */
interface IdentityArguments {
  readonly types: RegExp;
  /** Types whose identities are those that a policy or a permission is for, or that are told by another rule. */
  readonly otherTypes: RegExp;
  readonly argument: RegExp;
  /** Arguments of such a name that only write logs, measure, or use a key. */
  readonly otherArgument: RegExp;
  /** What each of these names contains: most values have other names, and tables have thousands of them. */
  readonly part: string;
  /** A value that names an identity; others may be names of something else. */
  readonly identity: RegExp;
}

const NAMINGS: readonly IdentityArguments[] = [
  {
    types: /^aws_/,
    otherTypes:
      /^aws_(?:iam_|lakeformation_|eks_pod_identity_association$|(?:db_instance|rds_cluster)_role_association$|ssoadmin_|rolesanywhere_|cognito_|flow_log$|api_gateway_account$|s3_bucket_replication)/,
    argument: /(?:^|_)(?:role|iam_role|role_arn|roles?_arns|iam_roles|execution_role|service_role)$/,
    otherArgument: /(?:^|_)(?:log|logs|logging|monitoring|cloudwatch|feedback|delivery_status)_/,
    part: "role",
    identity: /^arn:[^:]*:iam::/,
  },
  {
    types: /^google_/,
    otherTypes: /^google_(?:service_account_|storage_hmac_key$)/,
    argument: /(?:^|_)service_account(?:_email|_name)?$/,
    otherArgument: /(?:^|_)(?:kms_key|encryption|metrics)_/,
    part: "service_account",
    identity: /@/,
  },
];

/** The arguments of a service that name its identities, in its blocks too. */
function identityNames(change: ResourceChange, naming: IdentityArguments): readonly (readonly string[])[] {
  return changedAttributes(change).flatMap((name) => {
    const sides = [change.before.value, change.after.value].map((json) => jsonAt(json, [name]));
    const places = sides.flatMap((json) => namesIn(json, { name, path: name, depth: 0 }, naming));
    return [...new Set(places)].map((path) => path.split("."));
  });
}

/** Where a value stands: its own name, and those around it with dots between them. */
interface NamedPlace {
  readonly name: string;
  readonly path: string;
  readonly depth: number;
}

/** Deeper than any argument of the provider. */
const MAX_DEPTH = 12;

/** The paths of the identities' arguments in a value. */
function namesIn(
  json: Json | undefined,
  { name, path, depth }: NamedPlace,
  naming: IdentityArguments,
): readonly string[] {
  // A block of this name holds the argument, as `service_account { email }` does.
  if (naming.argument.test(name) && !naming.otherArgument.test(name) && !holdsBlocks(json)) return [path];
  const found: string[] = [];
  if (isList(json)) {
    for (const item of json) if (isFields(item)) found.push(...namesIn(item, { name, path, depth: depth + 1 }, naming));
  } else if (isFields(json) && depth <= MAX_DEPTH) {
    for (const inner of Object.keys(json)) {
      const value = json[inner];
      if (!isList(value) && !isFields(value) && !inner.includes(naming.part)) continue;
      found.push(...namesIn(value, { name: inner, path: `${path}.${inner}`, depth: depth + 1 }, naming));
    }
  }
  return found;
}

function holdsBlocks(json: Json | undefined): boolean {
  return isList(json) ? json.some(isFields) : isFields(json);
}

/** Identities that a block or a list of a service did not have before. */
function matchByName(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const naming = NAMINGS.find(({ types, otherTypes }) => types.test(change.type) && !otherTypes.test(change.type));
  if (naming === undefined) return [];
  const identitiesIn = ({ value }: Field) =>
    (isList(value) ? value : [value])
      .filter((item) => typeof item === "string")
      .filter((item) => naming.identity.test(item));
  const inTable = new Set((IDENTITIES[change.type] ?? []).map(nameOf));
  return identityNames(change, naming).flatMap((path) => {
    if (inTable.has(path.join("."))) return [];
    const before = fieldsAt(change.before, path).flatMap(identitiesIn);
    const fields = fieldsAt(change.after, path);
    const added = fields.flatMap(identitiesIn).filter((identity) => !before.includes(identity));
    const unknown = fields.find((field) => field.unknown);
    const isFirst = before.length === 0 && (change.action !== "update" || added.length === 0);
    if (isFirst || (added.length === 0 && unknown === undefined)) return [];
    const origin = originOf(change, path, facts);
    if (unknown !== undefined && added.length === 0 && origin === "none") return [];
    const level = origin === "new" ? { level: "note" as const } : {};
    const to = added.length > 0 ? listValues(added, 3) : show(unknown as Field);
    const from = before.length > 0 ? listValues([...new Set(before)], 3) : words("(none)");
    return [{ message: say`${path.join(".")} ${from} → ${to}`, ...level }];
  });
}

function nameOf(path: ValuePath): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** Reports a function, task, job or instance that runs as another identity. */
export const roleExchanged = defineRule({
  code: "role-exchanged",
  section: "access",
  level: "attention",
  title: "runs as another identity",
  what: "A function, task, job or another service that exists and gets another role, instance profile or service account. It is a note if the plan creates the role, because its permissions are then all reported. A new one is not reported, and neither is one that loses its role.",
  why: "Its code gets the permissions of the other identity, although no policy changes.",
  bad: "`iam_instance_profile` of an instance web → admin",
  good: "A new function with a new role.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    const named = (IDENTITIES[change.type] ?? []).flatMap((path) => {
      const pair = pairAt(change, path);
      if (!differs(pair) || (!pair.after.unknown && (pair.after.value ?? "") === "")) return [];
      const origin = originOf(change, path, facts);
      if (pair.after.unknown && origin === "none") return [];
      return [{ message: say`${showSetting(pair)}`, ...(origin === "new" && { level: "note" as const }) }];
    });
    return [...named, ...matchByName(change, facts)];
  },
});

/** Roles and service accounts: a new instance profile may hold a role that is not new. */
const ROLE = /^aws_iam_role$|^google_service_account$|^kubernetes_service_account(?:_v1)?$/;

/** Where the configuration has the identity from: a role that the plan creates, elsewhere, or it does not set it at all. */
function originOf(change: ResourceChange, path: ValuePath, facts: Facts): "new" | "other" | "none" {
  const configured = facts.configured(change);
  if (configured === undefined) return "other";
  const name = path.join(".");
  const isAround = (set: string) => set === name || name.startsWith(`${set}.`) || set.startsWith(`${name}.`);
  const sources = [...configured.references].filter(([set]) => isAround(set)).flatMap(([, found]) => found);
  if (sources.length === 0) return [...configured.constants.keys()].some(isAround) ? "other" : "none";
  const roles = new Set(sources.map(withoutAttribute).map((one) => `${change.module}${change.module && "."}${one}`));
  const [only] = roles;
  const found = facts.plan.resources.filter(({ address }) => withoutKeys(address) === withoutKeys(only ?? ""));
  const isNew = found.length > 0 && found.every(({ action, type }) => action === "create" && ROLE.test(type));
  return roles.size === 1 && isNew ? "new" : "other";
}

/** `aws_iam_role.a["x"].arn` → `aws_iam_role.a` */
function withoutAttribute(reference: string): string {
  return withoutKeys(reference).split(".").slice(0, 2).join(".");
}
