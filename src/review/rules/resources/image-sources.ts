/** Images of containers, and from where they come: a new tag of an image is everyday, another registry is not. */
import { isFields, isList, type Json } from "../../../json/json-value";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { listValues, say, words } from "../../../text/message";
import { helmValuesOf, hidesHelmValues } from "../../access/helm-values";
import type { Facts } from "../../facts";
import { fieldAt } from "../../field";
import { jsonInText, manifestOf } from "../../generic/generic-object";
import type { RuleMatch } from "../../rule";

/** Arguments that name images, at whatever depth of their resource. */
const NAMES: ReadonlySet<string> = new Set(["image", "image_uri", "image_identifier", "container_uri", "docker_image"]);

/** Texts of JSON that have containers. */
const TEXTS: ReadonlySet<string> = new Set(["container_definitions", "container_properties", "node_properties"]);

const KUBERNETES = ["pod", "deployment", "stateful_set", "daemonset", "daemon_set", "job", "cron_job"];

/** The types whose images are read. */
export const imageTypes: readonly string[] = [
  ...KUBERNETES.flatMap((name) => [`kubernetes_${name}`, `kubernetes_${name}_v1`]),
  "kubernetes_manifest",
  "kubectl_manifest",
  "aws_apprunner_service",
  "aws_batch_job_definition",
  "aws_bedrockagentcore_agent_runtime",
  "aws_codebuild_project",
  "aws_ecs_express_gateway_service",
  "aws_emrserverless_application",
  "aws_ecs_task_definition",
  "aws_lambda_function",
  "aws_sagemaker_model",
  "docker_container",
  "docker_image",
  "docker_service",
  "helm_release",
  "azurerm_container_app",
  "azurerm_container_app_job",
  "azurerm_container_group",
  "google_cloud_run_service",
  "google_cloud_run_v2_job",
  "google_cloud_run_v2_service",
];

/** Where clouds publish their own agents and base images. */
const OF_THE_CLOUD =
  /^(?:docker\.io\/amazon|public\.ecr\.aws\/(?:amazon.*|aws-.*|bottlerocket|cloudwatch-agent|ecs|eks.*|lambda|xray)|mcr\.microsoft\.com\/.*|gke\.gcr\.io\/.*)$/;

/** The types that have the name of an image where others have a name of their own. */
const NAMED_BY_IMAGE: ReadonlySet<string> = new Set(["docker_image"]);

/** Images of another registry, account or project than all before: attention, unless it is an account of the plan. */
export function matchImages(change: ResourceChange, own: readonly string[], facts: Facts): readonly RuleMatch[] {
  const [before, after] = [change.before, change.after].map((marked) => [...new Set(imagesOf(change, marked))]);
  if (before === undefined || after === undefined || before.length === 0) return [];
  if (hasUnknownImage(change.after.unknown) && !hasUnknownImage(change.before.unknown)) {
    const names = [...(facts.configured(change)?.references.values() ?? [])].flat();
    const level = names.some((name) => /(?:^|\.)docker_/.test(name)) ? ("note" as const) : ("attention" as const);
    return [{ message: words("an image that is known only after apply"), level }];
  }
  const owners = new Set(before.map(ownerOf));
  const isForeign = (owner: string) => !owners.has(owner) && !own.includes(owner) && !OF_THE_CLOUD.test(owner);
  const foreign = after.filter((image) => isForeign(ownerOf(image)));
  if (foreign.length === 0) return [];
  const isSecret =
    [...TEXTS, "yaml_body"].some((name) => fieldAt(change.after, [name]).secret) ||
    hidesHelmValues(change, change.after);
  if (isSecret) return [{ message: words("an image of another registry"), level: "attention" }];
  const from = listValues([...owners].map(shownOwner).sort(), 2);
  return [
    {
      message: say`runs ${listValues(foreign.sort(), 2)}${words(", of another registry than ")}${from}`,
      level: "attention",
    },
  ];
}

function imagesOf(change: ResourceChange, marked: Marked): readonly string[] {
  const name = NAMED_BY_IMAGE.has(change.type) ? fieldAt(marked, ["name"]).value : undefined;
  if (typeof name === "string") return [name];
  const helm = helmValuesOf(change, marked);
  return helm === undefined
    ? imagesIn(manifestOf(change, marked) ?? marked.value)
    : [...imagesIn(helm), ...repositoriesIn(helm)];
}

/** Charts name an image by its registry and repository. */
function repositoriesIn(json: Json): readonly string[] {
  if (isList(json)) return json.flatMap(repositoriesIn);
  if (!isFields(json)) return [];
  const { registry, repository } = json;
  const host = typeof registry === "string" && registry !== "" ? `${registry}/` : "";
  const found = typeof repository === "string" && repository !== "" ? [`${host}${repository}`] : [];
  return [...found, ...Object.values(json).flatMap(repositoriesIn)];
}

/** Whether the mark of an image says that it is known only after apply. That of a whole definition is told by others. */
function hasUnknownImage(marks: Json | undefined): boolean {
  if (isList(marks)) return marks.some(hasUnknownImage);
  if (!isFields(marks)) return false;
  return Object.entries(marks).some(([name, inner]) => (inner === true ? NAMES.has(name) : hasUnknownImage(inner)));
}

function imagesIn(json: Json | undefined): readonly string[] {
  if (isList(json)) return json.flatMap(imagesIn);
  if (!isFields(json)) return [];
  return Object.entries(json).flatMap(([name, inner]) => {
    if (typeof inner !== "string") return imagesIn(inner);
    if (TEXTS.has(name)) return imagesIn(jsonInText(inner));
    return NAMES.has(name) && /^[\w.-]+(?:[/:@][\w./:@+-]*)?$/.test(inner) ? [inner] : [];
  });
}

/** An image of a registry of one's own needs no organization. */
function shownOwner(owner: string): string {
  return owner.startsWith("docker.io/") ? owner : owner.replace(/\/library$/, "");
}

const DOCKER_HUB: ReadonlySet<string> = new Set([
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "mirror.gcr.io",
]);

/**
 * Who owns an image: the account of Amazon ECR, else the registry with the organization or project, as one registry has images of
 * everybody. An image of Docker Hub needs no registry, and an official one no organization.
 */
export function ownerOf(image: string): string {
  const path = image.replace(/@.*$/, "").split("/");
  const [first = ""] = path;
  const account = /^(\d{12})\.dkr[.-]ecr/.exec(first)?.[1];
  if (account !== undefined) return account;
  if (first.endsWith(".azurecr.io")) return first;
  const hasHost = path.length > 1 && /[.:]|^localhost$/.test(first);
  const isDockerHub = !hasHost || DOCKER_HUB.has(first);
  const names = hasHost ? path.slice(1) : path;
  // AWS mirrors the official images of Docker Hub.
  if (first === "public.ecr.aws" && names[0] === "docker") return "docker.io/library";
  const host = isDockerHub ? "docker.io" : first;
  return names.length > 1 ? `${host}/${names[0]}` : `${host}/library`;
}
