import { isFields, isList, type Json, jsonAt } from "../../json/json-value";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import { helmValuesOf, hidesHelmValues } from "../access/helm-values";
import { grantsAfter } from "../access/role-grant";
import { fieldAt, pairAt } from "../field";
import { jsonInText, manifestOf } from "../generic/generic-object";
import { defineRule } from "../rule";

const TYPED = [
  "pod",
  "deployment",
  "stateful_set",
  "daemonset",
  "daemon_set",
  "job",
  "cron_job",
  "replication_controller",
];

const MOST = 6;

/** A folder of the machine, as it is told. */
const FOLDER = /^(host_?path|sourcepath|bind) .*$/is;

/** Capabilities that lead out of a container. */
const CAPABILITIES: ReadonlySet<string> = new Set([
  "ALL",
  "SYS_ADMIN",
  "SYS_PTRACE",
  "SYS_MODULE",
  "DAC_READ_SEARCH",
  "NET_ADMIN",
]);

/** Reports containers that get what their machine has. */
export const containerPrivileged = defineRule({
  code: "container-privileged",
  section: "access",
  level: "attention",
  title: "a container gets its machine",
  what: "Containers of Kubernetes, ECS, Batch and Docker that are privileged, are processes of a Windows host, share the network, the processes or a folder of their machine, or get a capability such as SYS_ADMIN, and were not, or whose definition as a whole is known only after apply; also in a `kubernetes_manifest` or `kubectl_manifest`, and in the values of a release of Helm.",
  why: "Who runs code in such a container controls the machine, and with it the other containers there and their secrets.",
  bad: "`privileged` of a container in `kubernetes_deployment.agent` becomes true.",
  good: "`run_as_non_root` of a container in `kubernetes_deployment.agent` becomes true.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  looksAt: "resource",
  types: [
    ...TYPED.flatMap((name) => [`kubernetes_${name}`, `kubernetes_${name}_v1`]),
    "kubernetes_manifest",
    "kubectl_manifest",
    "aws_ecs_task_definition",
    "aws_batch_job_definition",
    "docker_container",
    "docker_service",
    "helm_release",
  ],
  check(change) {
    if (!grantsAfter(change)) return [];
    // Another container that gets what one has already gets it too.
    const left = [...risksOf(change, change.before)];
    const added = risksOf(change, change.after).filter((risk) => {
      const at = left.indexOf(risk);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    // The redactor knows a sensitive text as a whole, and not a path in it.
    const secret =
      ["yaml_body", ...DEFINITIONS].some((name) => fieldAt(change.after, [name]).secret) ||
      hidesHelmValues(change, change.after);
    const shown = uniqueSorted(added.map((risk) => (secret ? risk.replace(FOLDER, "$1") : risk)));
    const texts = DEFINITIONS.filter((name) => becomesUnknown(change, name));
    const later = uniqueSorted(unknownIn(change.after.unknown, change.before.value));
    return [
      ...texts.map((name) => ({
        message: say`${words("whether a container is privileged is known only after apply, as all of")} ${name}`,
      })),
      ...(shown.length === 0 ? [] : [{ message: say`gets ${listValues(shown, MOST)}` }]),
      ...(later.length === 0
        ? []
        : [
            {
              message: say`${listValues(later, MOST)} ${words(later.length > 1 ? "are" : "is")} known only after apply`,
            },
          ]),
    ];
  },
});

/** Whether the text of containers that exist is known only after apply, as a whole. */
function becomesUnknown(change: ResourceChange, name: string): boolean {
  const { before, after } = pairAt(change, [name]);
  return after.unknown && before.value !== undefined;
}

/** The flags that are known only after apply, and were not true before. */
function unknownIn(marks: Json | undefined, before: Json | undefined): readonly string[] {
  if (isList(marks)) return marks.flatMap((mark, index) => unknownIn(mark, jsonAt(before, [index])));
  if (!isFields(marks)) return [];
  return Object.entries(marks).flatMap(([name, mark]) => {
    const was = jsonAt(before, [name]);
    const isFlag = mark === true && FLAGS.has(name.replaceAll("_", "").toLowerCase());
    return isFlag ? (String(was) === "true" ? [] : [name]) : unknownIn(mark, was);
  });
}

function risksOf(change: ResourceChange, marked: Marked): readonly string[] {
  if (marked.value === undefined || marked.value === null) return [];
  const { value } = marked;
  return [
    ...risksIn(helmValuesOf(change, marked) ?? manifestOf(change, marked) ?? value),
    ...DEFINITIONS.flatMap((name) => risksIn(textAt(value, name))),
  ];
}

/** The containers of a task of ECS and of a job of Batch, which are a text. */
const DEFINITIONS = ["container_definitions", "container_properties", "node_properties"];

function textAt(value: Json, name: string): Json | undefined {
  const text = jsonAt(value, [name]);
  return typeof text === "string" ? jsonInText(text) : undefined;
}

/** The risky settings in a specification, whose names have underscores in typed resources and capitals in manifests. */
function risksIn(json: Json | undefined): readonly string[] {
  if (isList(json)) return json.flatMap(risksIn);
  if (!isFields(json)) return [];
  const { type, source } = json;
  const bound = type === "bind" && typeof source === "string" ? [`bind ${source}`] : [];
  const named = Object.entries(json).flatMap(([name, inner]) => {
    const plain = name.replaceAll("_", "").toLowerCase();
    if (FLAGS.has(plain)) return String(inner) === "true" ? [name] : [];
    if (MODES.has(plain)) return inner === "host" ? [`${name} host`] : [];
    if (plain === "hostpath" || plain === "sourcepath") return pathsIn(inner).map((path) => `${name} ${path}`);
    if (plain === "capabilities") return addedIn(inner).filter((one) => CAPABILITIES.has(one.replace(/^CAP_/, "")));
    return risksIn(inner);
  });
  return [...bound, ...named];
}

const FLAGS: ReadonlySet<string> = new Set(["privileged", "hostnetwork", "hostpid", "hostipc", "hostprocess"]);

/** How ECS and Docker name what a container shares. */
const MODES: ReadonlySet<string> = new Set(["networkmode", "pidmode", "ipcmode"]);

function pathsIn(json: Json): readonly string[] {
  if (typeof json === "string") return json === "" ? [] : [json];
  return blocksOf(json).flatMap(({ path }) => (typeof path === "string" && path !== "" ? [path] : []));
}

function addedIn(json: Json): readonly string[] {
  return blocksOf(json).flatMap(({ add }) => (isList(add) ? add.map(String) : []));
}

function blocksOf(json: Json) {
  return (isList(json) ? json : [json]).filter(isFields);
}
