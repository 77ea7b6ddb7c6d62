import { isFields, isList, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { words } from "../../text/message";
import { grantsAfter } from "../access/role-grant";
import { fieldAt } from "../field";
import { manifestOf } from "../generic/generic-object";
import { defineRule } from "../rule";

const SERVICES = ["kubernetes_service", "kubernetes_service_v1"];

/** Annotations by which clouds make a load balancer that only the own network reaches. */
const INTERNAL_NAME =
  /internal|load-?balancer-(?:type|scheme|network|address-type|private)$|cloud-provider-ip-type$|disable-public-network$/i;
const INTERNAL_VALUE = /^(?:true|internal|intranet|private|0\.0\.0\.0\/0)$/i;

/** Annotations with the ranges that a load balancer lets in, in one text. */
const RANGES_NAME = /load-balancer-source-ranges$|allowed-ip-ranges$/;

/** A range that most of the Internet is in. */
const WIDE = /\/[0-7]$/;

/** Where a Service says its type, as an argument and in a manifest. */
const TYPE_PATHS: readonly ValuePath[] = [
  ["spec", 0, "type"],
  ["manifest", "spec", "type"],
];

/** Reports a Service of Kubernetes that gets a load balancer in the Internet. */
export const serviceExposed = defineRule({
  code: "service-exposed",
  section: "network",
  level: "attention",
  title: "a Service gets a public load balancer",
  what: "A Service of Kubernetes of the type LoadBalancer that is new or was of another type, without an annotation that keeps it internal and without ranges of addresses that it lets in; also in a `kubernetes_manifest` or `kubectl_manifest`. One whose type is known only after apply too.",
  why: "Most clouds give it an address that everybody in the Internet reaches.",
  bad: "`spec.type` of a Service ClusterIP → LoadBalancer",
  good: "The annotation `networking.gke.io/load-balancer-type` is `Internal`.",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer",
  looksAt: "resource",
  types: [...SERVICES, "kubernetes_manifest", "kubectl_manifest"],
  check(change) {
    if (!grantsAfter(change)) return [];
    const isPublic = (side: "before" | "after") => isExposed(serviceOf(change, change[side]));
    if (isPublic("before")) return [];
    if (TYPE_PATHS.some((path) => fieldAt(change.after, path).unknown))
      return [{ message: words("its type is known only after apply") }];
    if (!isPublic("after")) return [];
    return [{ message: words("everybody reaches it, unless its cloud makes internal ones by default") }];
  },
});

/** What decides who reaches a Service. */
interface Service {
  readonly type: Json | undefined;
  readonly annotations: Json | undefined;
  readonly ranges: Json | undefined;
}

function serviceOf(change: ResourceChange, marked: Marked): Service | undefined {
  if (SERVICES.includes(change.type)) {
    const at = (block: string, name: string) => jsonAt(marked.value, [block, 0, name]);
    const ranges = at("spec", "load_balancer_source_ranges");
    return { type: at("spec", "type"), annotations: at("metadata", "annotations"), ranges };
  }
  const manifest = manifestOf(change, marked);
  if (jsonAt(manifest, ["kind"]) !== "Service" || jsonAt(manifest, ["apiVersion"]) !== "v1") return undefined;
  return {
    type: jsonAt(manifest, ["spec", "type"]),
    annotations: jsonAt(manifest, ["metadata", "annotations"]),
    ranges: jsonAt(manifest, ["spec", "loadBalancerSourceRanges"]),
  };
}

function isExposed(service: Service | undefined): boolean {
  if (service?.type !== "LoadBalancer") return false;
  const { annotations, ranges } = service;
  const notes = isFields(annotations) ? Object.entries(annotations) : [];
  const isInternal = notes.some(([name, text]) => INTERNAL_NAME.test(name) && INTERNAL_VALUE.test(String(text)));
  const listed = notes.filter(([name]) => RANGES_NAME.test(name)).map(([, text]) => String(text).split(/[\s,]+/));
  const isLimited = [isList(ranges) ? ranges.map(String) : [], ...listed].some(areNarrow);
  return !isInternal && !isLimited;
}

function areNarrow(ranges: readonly string[]): boolean {
  const given = ranges.filter((range) => range !== "");
  return given.length > 0 && !given.some((range) => WIDE.test(range));
}
