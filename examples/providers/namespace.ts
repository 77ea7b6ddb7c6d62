/** A namespace of Kubernetes with what a team needs in it, on the provider hashicorp/kubernetes. */
import { LimitRangeV1 } from "@cdktf/provider-kubernetes/lib/limit-range-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import {
  blocks,
  defineModule,
  each,
  eq,
  fn,
  gt,
  list,
  map,
  object,
  oneOf,
  optional,
  output,
  resource,
  string,
  when,
} from "tfwright";

export const namespace = defineModule({
  name: "namespace",
  title: "Kubernetes namespace",
  description:
    "A namespace for a team: how much all its pods may take together, what one container gets, and who may work in it.",
  examples: {
    basic: {
      description: "A namespace in which the team may edit and everyone may look.",
      inputs: {
        name: "orders",
        labels: { "pod-security.kubernetes.io/enforce": "restricted" },
        quota: { "limits.cpu": "8", "limits.memory": "16Gi", pods: "40" },
        limits: [{ type: "Container", default: { cpu: "500m", memory: "256Mi" } }],
        bindings: {
          team: { role: "edit", subjects: [{ kind: "Group", name: "orders-team" }] },
          readers: { role: "view", subjects: [{ kind: "Group", name: "employees" }] },
        },
      },
    },
  },
  tests: {
    namespace: {
      // Nothing listens there: what is planned here asks no cluster.
      providers: { kubernetes: { host: "https://127.0.0.1:1" } },
      variables: { name: "orders" },
      runs: [
        {
          name: "alone",
          assert: [
            { condition: 'kubernetes_namespace_v1.this.metadata[0].name == "orders"', message: "name" },
            { condition: "length(kubernetes_resource_quota_v1.this) == 0", message: "no quota" },
            { condition: "length(kubernetes_limit_range_v1.this) == 0", message: "no limits" },
          ],
        },
        {
          name: "shared",
          variables: {
            quota: { pods: "10" },
            limits: [{ type: "Container", max: { memory: "1Gi" } }],
            bindings: {
              team: {
                role: "edit",
                subjects: [
                  { kind: "Group", name: "orders-team" },
                  { kind: "ServiceAccount", name: "deploy", namespace: "ci" },
                ],
              },
            },
          },
          assert: [
            { condition: 'kubernetes_resource_quota_v1.this[0].spec[0].hard["pods"] == "10"', message: "quota" },
            {
              condition: 'kubernetes_limit_range_v1.this[0].spec[0].limit[0].max["memory"] == "1Gi"',
              message: "limit",
            },
            {
              condition: 'kubernetes_role_binding_v1.this["team"].role_ref[0].kind == "ClusterRole"',
              message: "kind of the role",
            },
            {
              condition: 'kubernetes_role_binding_v1.this["team"].subject[1].api_group == ""',
              message: "service accounts have no API group",
            },
          ],
        },
        { name: "a_dns_label", variables: { name: "Orders" }, expectFailures: ["var.name"] },
        {
          name: "somebody_is_bound",
          variables: { bindings: { team: { role: "edit", subjects: [] } } },
          expectFailures: ["var.bindings"],
        },
      ],
    },
  },
  providers: { kubernetes: { source: "hashicorp/kubernetes", version: ">= 2.20" } },
  variables: {
    name: string({
      description: "Name of the namespace.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name)),
          message: "name must have 1 to 63 lower case letters, digits and dashes, neither first nor last a dash.",
        },
      ],
    }),
    labels: map(string(), { description: "Labels of everything that the module creates.", default: {} }),
    annotations: map(string(), { description: "Annotations of the namespace.", default: {} }),
    quota: map(string(), {
      description:
        'What all pods of the namespace may take together: `{ "limits.cpu" = "8", pods = "40" }`. No quota when empty.',
      default: {},
    }),
    limits: list(
      object({
        type: oneOf(["Container", "Pod", "PersistentVolumeClaim"], {
          description: "`Container`, `Pod` or `PersistentVolumeClaim`",
        }),
        default: optional(map(string(), { description: "Limits of a container that says none" })),
        default_request: optional(map(string(), { description: "Requests of a container that says none" })),
        min: optional(map(string(), { description: "The least that one may ask for" })),
        max: optional(map(string(), { description: "The most that one may ask for" })),
      }),
      { description: "What one container, pod or volume claim gets.", default: [] },
    ),
    bindings: map(
      object({
        role: string({ description: "Name of the role: `view`, `edit`, `admin` or one of your own" }),
        role_kind: optional(
          oneOf(["ClusterRole", "Role"], { description: "`ClusterRole`, or `Role` for one of the namespace" }),
          "ClusterRole",
        ),
        subjects: list(
          object({
            kind: oneOf(["User", "Group", "ServiceAccount"], { description: "`User`, `Group` or `ServiceAccount`" }),
            name: string({ description: "Its name" }),
            namespace: optional(string({ description: "Where a service account is. The module's own when null" })),
          }),
          { description: "Who has the role" },
        ),
      }),
      {
        description: "Who may do what in the namespace, by names of the role bindings.",
        default: {},
        validate: [
          {
            condition: (bindings) => fn.alltrue(each(bindings, (binding) => gt(fn.length(binding.subjects), 0))),
            message: "Each of bindings must have at least one subject.",
          },
        ],
      },
    ),
  },
  build(scope, v) {
    const space = resource(scope, NamespaceV1, "this", {
      metadata: { name: v.name, labels: v.labels, annotations: v.annotations },
    });
    // What is in it waits for the namespace itself.
    const { name } = space.metadata;
    const metadata = { name: v.name, namespace: name, labels: v.labels };
    resource(
      scope,
      ResourceQuotaV1,
      "this",
      { metadata, spec: { hard: v.quota } },
      { count: when(gt(fn.length(v.quota), 0), 1, 0) },
    );
    resource(
      scope,
      LimitRangeV1,
      "this",
      {
        metadata,
        spec: {
          limit: blocks(v.limits, (limit) => ({
            type: limit.type,
            default: limit.default,
            defaultRequest: limit.default_request,
            min: limit.min,
            max: limit.max,
          })),
        },
      },
      { count: when(gt(fn.length(v.limits), 0), 1, 0) },
    );
    resource(
      scope,
      RoleBindingV1,
      "this",
      ({ key, value: binding }) => ({
        metadata: { name: key, namespace: name, labels: v.labels },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: binding.role_kind, name: binding.role },
        subject: blocks(binding.subjects, (subject) => ({
          kind: subject.kind,
          name: subject.name,
          apiGroup: when(eq(subject.kind, "ServiceAccount"), "", "rbac.authorization.k8s.io"),
          namespace: when(eq(subject.kind, "ServiceAccount"), fn.coalesce(subject.namespace, name), null),
        })),
      }),
      { forEach: v.bindings },
    );
    return {
      name: output(name, { description: "Name of the namespace, once it is there." }),
    };
  },
});
