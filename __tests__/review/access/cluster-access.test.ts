/** Access to Kubernetes clusters: bindings, roles, manifests, and what EKS has of its own. */
import type { Json } from "../../../src/json/json-value";
import { type AccessCase, created, toldBy, updated } from "./told-by";

const CLUSTER_BINDING = "kubernetes_cluster_role_binding_v1.b";
const BINDING = "kubernetes_role_binding.b";
const ROLE = "kubernetes_cluster_role.r";

const subject = (kind: string, name: string, namespace = ""): Json => ({ kind, name, namespace });
const bind = (role: string, ...subjects: readonly Json[]): Json => ({
  metadata: [{ name: "b" }],
  role_ref: [{ kind: "ClusterRole", name: role }],
  subject: subjects,
});
const APP = subject("ServiceAccount", "app", "prod");
const role = (...rules: readonly Json[]): Json => ({ metadata: [{ name: "r" }], rule: rules });
const rule = (groups: readonly string[], resources: readonly string[], verbs: readonly string[]): Json => ({
  api_groups: groups,
  resources,
  verbs,
});

const bindings: readonly AccessCase[] = [
  [
    "requests without credentials",
    created(CLUSTER_BINDING, bind("view", subject("User", "system:anonymous"))),
    ["danger: User system:anonymous gets view in the whole cluster"],
  ],
  [
    "requests without credentials, in a namespace",
    created(BINDING, bind("edit", subject("Group", "system:unauthenticated"))),
    ["danger: Group system:unauthenticated gets edit in a namespace"],
  ],
  [
    "cluster-admin",
    created(CLUSTER_BINDING, bind("cluster-admin", APP)),
    ["danger: ServiceAccount prod/app gets cluster-admin in the whole cluster"],
  ],
  [
    "cluster-admin of a namespace",
    created(BINDING, bind("cluster-admin", APP)),
    ["attention: ServiceAccount prod/app gets cluster-admin in a namespace"],
  ],
  [
    "the group that nothing limits, with any role",
    created(BINDING, bind("view", subject("Group", "system:masters"))),
    ["danger: Group system:masters gets view in a namespace"],
  ],
  ["a viewer", created(BINDING, bind("view", APP)), ["note: ServiceAccount prod/app gets view in a namespace"]],
  [
    "everybody who has logged in",
    created(CLUSTER_BINDING, bind("view", subject("Group", "system:authenticated"))),
    ["attention: Group system:authenticated gets view in the whole cluster"],
  ],
  [
    "a role that the plan does not contain",
    created(CLUSTER_BINDING, bind("operator", APP)),
    ["attention: ServiceAccount prod/app gets operator in the whole cluster"],
  ],
  [
    "a role that the plan contains, and which is narrow",
    {
      changes: [
        { address: ROLE, after: role(rule([""], ["configmaps"], ["get"])) },
        { address: CLUSTER_BINDING, after: bind("r", APP) },
      ],
    },
    ["note: ServiceAccount prod/app gets r in the whole cluster"],
  ],
  [
    "only the new subject",
    updated(
      CLUSTER_BINDING,
      bind("cluster-admin", APP),
      bind("cluster-admin", subject("Group", "system:masters"), APP),
    ),
    ["danger: Group system:masters gets cluster-admin in the whole cluster"],
  ],
  [
    "a binding under another type",
    {
      changes: [
        { address: "kubernetes_cluster_role_binding.b", before: bind("cluster-admin", APP) },
        { address: CLUSTER_BINDING, after: bind("cluster-admin", APP) },
      ],
    },
    [],
  ],
  [
    "a namespace that is known only after apply",
    created(BINDING, bind("view", { kind: "ServiceAccount", name: "app" }), {
      unknown: { subject: [{ namespace: true }] },
    }),
    ["note: ServiceAccount ?/app gets view in a namespace"],
  ],
  [
    "a group that is known only after apply",
    created(BINDING, bind("view", { kind: "Group" }), { unknown: { subject: [{ name: true }] } }),
    ["note: Group ? gets view in a namespace", "attention: what it grants is known only after apply"],
  ],
];

const roles: readonly AccessCase[] = [
  [
    "everything",
    created(ROLE, role(rule(["*"], ["*"], ["*"]))),
    ["danger: the role gives every verb on every resource"],
  ],
  [
    "everything of a namespace",
    created("kubernetes_role_v1.r", role(rule(["*"], ["*"], ["*"]))),
    ["attention: the role gives every verb on every resource"],
  ],
  [
    "everything of one API group",
    created(ROLE, role(rule(["argoproj.io"], ["*"], ["*"]))),
    ["attention: the role gives every verb on every resource of an API group"],
  ],
  [
    "verbs that escalate",
    updated(
      ROLE,
      role(rule(["rbac.authorization.k8s.io"], ["roles"], ["get"])),
      role(rule(["rbac.authorization.k8s.io"], ["roles"], ["get", "escalate", "bind"])),
    ),
    ["danger: the role gives the verb escalate", "danger: the role gives the verb bind"],
  ],
  [
    "impersonation",
    created(ROLE, role(rule([""], ["users"], ["Impersonate"]))),
    ["danger: the role gives the verb impersonate"],
  ],
  ["secrets", created(ROLE, role(rule([""], ["secrets"], ["list"]))), ["attention: the role gives reading secrets"]],
  [
    "one secret",
    created(ROLE, role({ api_groups: [""], resources: ["secrets"], verbs: ["get"], resource_names: ["tls"] })),
    [],
  ],
  ["what is read often", created(ROLE, role(rule([""], ["pods", "services"], ["get", "list", "watch"]))), []],
  [
    "what was there",
    updated(ROLE, role(rule(["*"], ["*"], ["*"])), role(rule(["*"], ["*"], ["*"]), rule([""], ["pods"], ["get"]))),
    [],
  ],
  [
    "rules that are known only after apply",
    created(ROLE, role(), { unknown: { rule: true } }),
    ["attention: what it grants is known only after apply"],
  ],
];

const manifest = (value: Json): Json => ({ manifest: value });
const manifests: readonly AccessCase[] = [
  [
    "a binding",
    created(
      "kubernetes_manifest.m",
      manifest({
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRoleBinding",
        metadata: { name: "m" },
        roleRef: { kind: "ClusterRole", name: "cluster-admin" },
        subjects: [{ kind: "User", name: "system:anonymous" }],
      }),
    ),
    ["danger: User system:anonymous gets cluster-admin in the whole cluster"],
  ],
  [
    "a role",
    created(
      "kubernetes_manifest.m",
      manifest({
        kind: "ClusterRole",
        metadata: { name: "m" },
        rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }],
      }),
    ),
    ["danger: the role gives every verb on every resource"],
  ],
  [
    "a binding as YAML",
    created("kubectl_manifest.m", {
      yaml_body:
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: m }\nroleRef:\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n- kind: User\n  name: system:anonymous\n",
    }),
    ["danger: User system:anonymous gets cluster-admin in the whole cluster"],
  ],
  [
    "a role as YAML",
    created("kubectl_manifest.m", {
      yaml_body:
        'kind: ClusterRole\nmetadata:\n  name: m\nrules:\n- apiGroups: ["*"]\n  resources: ["*"]\n  verbs: ["*"]\n',
    }),
    ["danger: the role gives every verb on every resource"],
  ],
  [
    "another kind as YAML",
    created("kubectl_manifest.m", { yaml_body: "kind: ConfigMap\nmetadata: { name: m }\n" }),
    [],
  ],
  ["a text that is no YAML", created("kubectl_manifest.m", { yaml_body: "kind: [ClusterRole\n a: b: c" }), []],
  ["a manifest without a text", created("kubectl_manifest.m", { yaml_body: null }), []],
  ["another kind", created("kubernetes_manifest.m", manifest({ kind: "ConfigMap", metadata: { name: "m" } })), []],
];

const associate = (policy: string, type = "cluster"): Json => ({
  cluster_name: "c",
  principal_arn: "arn:aws:iam::111111111111:role/dev",
  policy_arn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
  access_scope: [{ type }],
});
const DEV = "arn:aws:iam::111111111111:role/dev";
const arn = (policy: string) => `arn:aws:eks::aws:cluster-access-policy/${policy}`;
const auth = (...groups: readonly string[]): Json => ({
  metadata: [{ name: "aws-auth", namespace: "kube-system" }],
  data: { mapRoles: groups.map((group) => `- rolearn: x\n  groups: [${group}]\n`).join("") },
});

const eks: readonly AccessCase[] = [
  [
    "an administrator of the cluster",
    created("aws_eks_access_policy_association.a", associate("AmazonEKSClusterAdminPolicy")),
    [`danger: ${DEV} gets ${arn("AmazonEKSClusterAdminPolicy")} in the whole cluster`],
  ],
  [
    "an administrator of namespaces",
    created("aws_eks_access_policy_association.a", associate("AmazonEKSClusterAdminPolicy", "namespace")),
    [`attention: ${DEV} gets ${arn("AmazonEKSClusterAdminPolicy")} in namespaces`],
  ],
  [
    "a viewer",
    created("aws_eks_access_policy_association.a", associate("AmazonEKSViewPolicy")),
    [`note: ${DEV} gets ${arn("AmazonEKSViewPolicy")} in the whole cluster`],
  ],
  [
    "namespaces that become the cluster",
    updated(
      "aws_eks_access_policy_association.a",
      associate("AmazonEKSAdminPolicy", "namespace"),
      associate("AmazonEKSAdminPolicy"),
    ),
    [`danger: ${DEV} gets ${arn("AmazonEKSAdminPolicy")} in the whole cluster`],
  ],
  [
    "tags of an entry",
    updated("aws_eks_access_entry.e", { kubernetes_groups: ["dev"] }, { kubernetes_groups: ["dev"], tags: { a: "b" } }),
    [],
  ],
  [
    "groups of an entry",
    updated(
      "aws_eks_access_entry.e",
      { principal_arn: DEV, kubernetes_groups: ["dev"] },
      { principal_arn: DEV, kubernetes_groups: ["dev", "ops", "system:masters"] },
    ),
    [`note: ${DEV} gets the group ops`, `danger: ${DEV} gets the group system:masters`],
  ],
  [
    "the older map, with one more administrator",
    updated("kubernetes_config_map.auth", auth("system:masters"), auth("system:masters", "system:masters")),
    ["danger: mapRoles of aws-auth gives system:masters to more"],
  ],
  [
    "the older map, with another group",
    updated("kubernetes_config_map_v1_data.auth", auth("system:masters"), auth("system:masters", "dev")),
    ["attention: mapRoles of aws-auth changes"],
  ],
  [
    "another map",
    updated(
      "kubernetes_config_map.x",
      { metadata: [{ name: "x" }], data: { a: "b" } },
      { metadata: [{ name: "x" }], data: { a: "c" } },
    ),
    [],
  ],
];

describe.each([
  ["bindings", bindings],
  ["roles", roles],
  ["manifests", manifests],
  ["EKS", eks],
])("%s", (_name, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy("cluster-access-granted", given)).toEqual(want);
  });
});
