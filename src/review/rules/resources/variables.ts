/** Variables that programs read: where the addresses among them lead, whether TLS is checked, and secrets that become plain text. */
import { isFields, isList, type Json } from "../../../json/json-value";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { join, listValues, type Message, say, words } from "../../../text/message";
import { helmValuesOf, hidesHelmValues } from "../../access/helm-values";
import type { Facts } from "../../facts";
import { differs, pairAt } from "../../field";
import { MANIFESTS, typedManifest } from "../../generic/typed-manifest";
import type { RuleMatch } from "../../rule";
import { originsOf } from "./origins";
import { isPlainCredential } from "./plain-credentials";
import { fieldsAt } from "./setting-tests";

const named = (names: string, ...paths: readonly string[]) =>
  names.split(" ").map((type): readonly [string, readonly string[]] => [type, paths]);

const IMAGE = "source_configuration.image_repository.image_configuration";
const CODE = "source_configuration.code_repository.code_configuration.code_configuration_values";
const APPS = "azurerm_linux_web_app azurerm_windows_web_app azurerm_linux_function_app azurerm_windows_function_app";
const WORKLOADS =
  "kubernetes_deployment kubernetes_deployment_v1 kubernetes_stateful_set kubernetes_stateful_set_v1 kubernetes_daemonset kubernetes_daemon_set_v1 kubernetes_job kubernetes_job_v1";

const TEXTS =
  "github_actions_variable github_actions_organization_variable github_actions_environment_variable gitlab_project_variable gitlab_group_variable tfe_variable";

/** Where variables stand, as a map or as a list of names and values, in the form of the settings. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ...named("aws_lambda_function", "environment.variables"),
  ...named("aws_glue_job", "default_arguments", "non_overridable_arguments"),
  ...named("aws_ecs_task_definition", "container_definitions@.environment", "container_definitions@.secrets"),
  ...named("aws_batch_job_definition", "container_properties@.environment", "container_properties@.secrets"),
  ...named("aws_codebuild_project", "environment.environment_variable"),
  ...named(
    "aws_apprunner_service",
    `${IMAGE}.runtime_environment_variables`,
    `${IMAGE}.runtime_environment_secrets`,
    `${CODE}.runtime_environment_variables`,
    `${CODE}.runtime_environment_secrets`,
  ),
  ...named("aws_mwaa_environment", "airflow_configuration_options"),
  ...named("aws_sagemaker_model", "primary_container.environment", "container.environment"),
  ...named("aws_amplify_app aws_amplify_branch", "environment_variables"),
  ...named("google_cloudfunctions_function", "environment_variables"),
  ...named("google_cloudfunctions2_function", "service_config.environment_variables"),
  ...named("google_cloud_run_service", "template.spec.containers.env"),
  ...named("google_cloud_run_v2_service", "template.containers.env"),
  ...named("google_cloud_run_v2_job", "template.template.containers.env"),
  ...named(APPS, "app_settings"),
  ...named("azurerm_container_app azurerm_container_app_job", "template.container.env"),
  ...named("azurerm_container_group", "container.environment_variables"),
  ...named(WORKLOADS, "spec.template.spec.container.env"),
  ...named("kubernetes_pod kubernetes_pod_v1", "spec.container.env"),
  ...named("kubernetes_cron_job kubernetes_cron_job_v1", "spec.job_template.spec.template.spec.container.env"),
  ...named(TEXTS, "value"),
  ...named("aws_ssm_parameter", "value", "insecure_value"),
  ...named("aws_appconfig_hosted_configuration_version", "content"),
  ...named("kubernetes_config_map kubernetes_config_map_v1 kubernetes_config_map_v1_data", "data"),
  ...named("cloudflare_pages_project", "deployment_configs.production.env_vars"),
]);

const HELM = "helm_release";

/** Types that have variables. */
export const variableTypes: readonly string[] = [...PLACES.keys(), HELM, ...MANIFESTS];

/** Types whose variables are those of a process: arguments, parameters and values of charts are not. */
const OF_PROCESSES: ReadonlySet<string> = new Set(
  [...PLACES].flatMap(([type, places]) => (places.some((place) => /env|settings|data$/.test(place)) ? [type] : [])),
);

/** Types whose variables may have a credential in plain text. */
export const plainSecretTypes: readonly string[] = [
  ...OF_PROCESSES,
  "aws_glue_job",
  "aws_codebuild_project",
  ...MANIFESTS,
];

/** A variable: its texts in all containers, whether the plan hides them, and whether they stand in a secret elsewhere. */
interface ProgramVariable {
  readonly texts: readonly string[];
  readonly isHidden: boolean;
  readonly isReference: boolean;
}

interface VariableSides {
  readonly before: ReadonlyMap<string, ProgramVariable>;
  readonly after: ReadonlyMap<string, ProgramVariable>;
}

/** The variables of a change that changes some of them. */
function variablesOf(change: ResourceChange, facts: Facts): VariableSides | undefined {
  if (!isUpdateOrReplacement(change)) return undefined;
  if (change.type === HELM) {
    const [before, after] = [change.before, change.after].map((marked) => helmVariables(change, marked));
    return before === undefined || after === undefined ? undefined : { before, after };
  }
  const typed = MANIFESTS.includes(change.type) ? facts.memoized(typedManifest, change) : change;
  const places = PLACES.get(typed?.type ?? "");
  if (typed === undefined || places === undefined) return undefined;
  const changed = places.filter((place) => differs(pairAt(typed, [/^\w+/.exec(place)?.[0] as string])));
  if (changed.length === 0) return undefined;
  return { before: variablesIn(typed.before, changed), after: variablesIn(typed.after, changed) };
}

/** What a variable of CodeBuild is read from, where its value is a name. */
const STORES = /^(?:PARAMETER_STORE|SECRETS_MANAGER)$/;

function variablesIn(marked: Marked, places: readonly string[]): ReadonlyMap<string, ProgramVariable> {
  const found = new Map<string, ProgramVariable>();
  for (const place of places) {
    for (const { value, secret } of fieldsAt(marked, place.split("."))) {
      for (const [name, item] of entriesOf(value, textName(marked, place))) {
        const text = isFields(item) ? (item.value ?? null) : item;
        const isReference =
          /secrets$/.test(place) || (isFields(item) && (text === null || STORES.test(String(item.type))));
        const old = found.get(name);
        found.set(name, {
          texts: [...(old?.texts ?? []), ...(text === null || isReference ? [] : [String(text)])],
          isHidden: secret || old?.isHidden === true,
          isReference: isReference || old?.isReference === true,
        });
      }
    }
  }
  return found;
}

/** One text is a variable of the name of its parameter. */
function textName({ value }: Marked, place: string): string {
  const name = /value$/.test(place) && isFields(value) ? value.name : undefined;
  return typeof name === "string" ? name : place;
}

/** A map, a list of blocks with a name and a value, or one text. */
function entriesOf(value: Json | undefined, place: string): readonly (readonly [string, Json])[] {
  if (typeof value === "string") return [[place, value]];
  if (isList(value)) return value.flatMap((item) => (isFields(item) ? [[String(item.name), item] as const] : []));
  return isFields(value) ? Object.entries(value) : [];
}

/** What a release sets, by the path in its values. */
function helmVariables(change: ResourceChange, marked: Marked): ReadonlyMap<string, ProgramVariable> | undefined {
  const values = helmValuesOf(change, marked);
  if (values === undefined) return undefined;
  const isHidden = hidesHelmValues(change, change.after) || hidesHelmValues(change, change.before);
  const found = new Map<string, ProgramVariable>();
  const visit = (json: Json | undefined, path: string): void => {
    if (isList(json)) for (const item of json) visit(item, path);
    else if (isFields(json))
      for (const [name, inner] of Object.entries(json)) visit(inner, path === "" ? name : `${path}.${name}`);
    else if (typeof json === "string")
      found.set(path, { texts: [...(found.get(path)?.texts ?? []), json], isHidden, isReference: false });
  };
  visit(values, "");
  return found;
}

const MOST = 3;

/** Variables whose address leads to another domain, bucket or account than before. */
export function matchMovedVariables(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const sides = variablesOf(change, facts);
  if (sides === undefined) return [];
  const moved = [...sides.after].flatMap(([name, variable]): readonly Message[] => {
    if (LIBRARIES.test(name)) return [];
    const before = sides.before.get(name);
    const [from, to] = [before, variable].map((one) => (one?.texts ?? []).flatMap((text) => leadsTo(name, text)));
    if (from === undefined || to === undefined || from.length === 0) return [];
    const others = to.filter((one) => from.every((old) => domainOf(old) !== domainOf(one)));
    // A file may name one more address than before.
    const isOneMore = variable.texts.some(isFile) && from.every((old) => to.includes(old));
    if (others.length === 0 || isOneMore) return [];
    if (variable.isHidden || before?.isHidden === true) return [say`${name} ${words("(sensitive value)")}`];
    return [say`${name} ${listValues([...new Set(from)], 2)} → ${listValues([...new Set(others)], 2)}`];
  });
  if (moved.length === 0) return [];
  const more = moved.length > MOST ? words(` and ${moved.length - MOST} more`) : [];
  return [
    {
      message: say`${words("a variable leads elsewhere: ")}${join(moved.slice(0, MOST), ", ")}${more}`,
      level: "attention",
    },
  ];
}

/** Code, which is told by its own rule. */
const LIBRARIES = /^--(?:extra-|additional-)/;

/** Names of variables that have an address without a scheme. */
const OF_HOST = /HOST|SERVER|ENDPOINT|ADDR|BROKER|BOOTSTRAP|DOMAIN|URL|URI/i;
const HOST_LIST = /^[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?(?:\/\S*)?(?:,\s*[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?)*$/;

/** A file, such as one of YAML or JSON, and the addresses in it. */
const isFile = (text: string): boolean => /\s|^\{/.test(text.trim());
const URLS = /\b[a-z][\w+.-]*:\/\/[^\s"'`<>,;()\\]+/gi;

/** Names of variables that have the name of a bucket, and such names. */
const OF_BUCKET = /BUCKET(?:_?NAME)?S?$/i;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function leadsTo(name: string, text: string): readonly string[] {
  if (OF_BUCKET.test(name) && BUCKET.test(text)) return [`s3://${text}`];
  if (isFile(text)) return (text.match(URLS) ?? []).flatMap(originsOf);
  const isAddress = /^[a-z][\w+.:-]*:\/\/\S+$/i.test(text) || /^arn:[^:]*:[^:]*:/.test(text);
  if (!isAddress && !(OF_HOST.test(name) && HOST_LIST.test(text))) return [];
  return originsOf(text);
}

/** Second levels below which organizations register, such as `co.uk`. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gov|net|or|org)$/;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** Private zones, and usual namespaces of Kubernetes: `redis.default`. */
const OWN =
  /^(?:corp|default|dev|home|infra|internal|lan|local|logging|monitoring|prod|production|staging|svc|system|test)$/;

/** Hosts of the own network have one domain, and so have those of one organization. Of an ARN the account, of a bucket its name counts. */
function domainOf(origin: string): string {
  if (origin.startsWith("arn:")) return /^arn:[^:]*:[^:]*:(\d{12})$/.exec(origin)?.[1] ?? origin;
  if (origin.includes("://") || ADDRESS.test(origin)) return origin;
  const labels = origin.replace(/\.$/, "").split(".");
  if (labels.length === 1 || OWN.test(labels.at(-1) ?? "")) return "(own network)";
  const count = labels.length > 2 && SECOND_LEVEL.test(labels.at(-2) ?? "") && labels.at(-1)?.length === 2 ? 3 : 2;
  return labels.slice(-count).join(".");
}

/** Variables by which a program no longer checks certificates, or does without TLS. */
const UNCHECKED: ReadonlyMap<string, RegExp> = new Map([
  ["GIT_SSL_NO_VERIFY", /^(?:1|true)$/i],
  ["NODE_TLS_REJECT_UNAUTHORIZED", /^0$/],
  ["PGSSLMODE", /^(?:disable|allow|prefer)$/],
  ["PYTHONHTTPSVERIFY", /^0$/],
]);

/** Whether programs no longer check certificates. */
export function matchUncheckedTls(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const isOfProcess = OF_PROCESSES.has(change.type) || MANIFESTS.includes(change.type);
  const sides = isOfProcess ? variablesOf(change, facts) : undefined;
  if (sides === undefined) return [];
  const isUnchecked = (texts: readonly string[], off: RegExp) => texts.some((text) => off.test(text));
  return [...UNCHECKED].flatMap(([name, off]): readonly RuleMatch[] => {
    const [from, to] = [sides.before, sides.after].map((side) => side.get(name));
    if (to === undefined || !isUnchecked(to.texts, off) || isUnchecked(from?.texts ?? [], off)) return [];
    const text = to.isHidden ? words("is set") : say`${to.texts.find((one) => off.test(one)) ?? ""}`;
    return [{ message: say`${name} ${text}${words(": certificates are no longer checked")}`, level: "attention" }];
  });
}

/** Variables that were read from a secret, and now stand in the definition, and new ones that have a credential. */
export function matchPlainSecrets(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (!plainSecretTypes.includes(change.type)) return [];
  const sides = change.action === "create" ? newVariables(change) : variablesOf(change, facts);
  if (sides === undefined) return [];
  const isPlain = ({ isReference, texts }: ProgramVariable) => !isReference && texts.some((text) => text !== "");
  const plain = [...sides.after].filter(([, variable]) => isPlain(variable));
  const moved = plain.filter(([name]) => sides.before.get(name)?.isReference === true).map(([name]) => name);
  const added = plain
    .filter(([name, { texts }]) => !sides.before.has(name) && texts.some((text) => isPlainCredential(name, text)))
    .map(([name]) => name);
  const tell = (names: readonly string[], text: string): readonly Message[] =>
    names.length === 0 ? [] : [say`${listValues(names, MOST)}: ${words(text)}`];
  return [
    ...tell(moved, "read from a secret until now, and now in the definition").map((message) => ({ message })),
    ...tell(added, "in the definition, where others read it").map((message) => ({
      message,
      title: "a credential in plain text",
    })),
  ];
}

function newVariables(change: ResourceChange): VariableSides | undefined {
  const places = PLACES.get(change.type);
  return places === undefined ? undefined : { before: new Map(), after: variablesIn(change.after, places) };
}
