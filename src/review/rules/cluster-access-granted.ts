import { clusterAccessTypes, matchClusterAccess } from "../access/cluster-access";
import { kubernetesObject, kubernetesTypes } from "../access/kubernetes-object";
import { kubernetesRisks, kubernetesRisksBefore, kubernetesRoles } from "../access/kubernetes-risks";
import { grantsAfter } from "../access/role-grant";
import { defineRule } from "../rule";

/** Reports access to Kubernetes clusters that a plan gives. */
export const clusterAccessGranted = defineRule({
  code: "cluster-access-granted",
  section: "access",
  level: "attention",
  title: "access to a cluster",
  what: "A role binding, or a rule of a role of Kubernetes, that gives more than before, also in a `kubernetes_manifest` or `kubectl_manifest`, and access entries and policies of EKS. It is a danger for `cluster-admin`, for everything, for the verbs escalate, bind and impersonate, and for requests without credentials; a note for a narrow role.",
  why: "Who administers a cluster reads all its secrets and runs anything on its nodes.",
  bad: "`cluster-admin` is bound to `system:anonymous`.",
  good: "`view` is bound to a service account of a namespace.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
  looksAt: "resource",
  types: [...clusterAccessTypes, ...kubernetesTypes],
  check(change, facts) {
    if (!grantsAfter(change)) return [];
    if (clusterAccessTypes.includes(change.type)) return matchClusterAccess(change);
    const object = kubernetesObject(change, "after");
    if (object === undefined) return [];
    const before = facts.ofPlan(kubernetesRisksBefore);
    const risks = kubernetesRisks(object, facts.ofPlan(kubernetesRoles));
    return risks.filter(({ id }) => !before.has(id)).map(({ level, message }) => ({ level, message }));
  },
});
