/** What roles and bindings of Kubernetes give, one risk at a time, so that both sides of a change can be compared. */
import type { Plan } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import type { Level } from "../rule";
import { type KubernetesObject, type KubernetesRule, kubernetesObject, kubernetesTypes } from "./kubernetes-object";

/** One thing that an object gives. */
interface KubernetesRisk {
  readonly id: string;
  readonly level: Level;
  readonly message: Message;
}

/** Requests without credentials, and a group that no policy limits. */
const ANYBODY: ReadonlySet<string> = new Set([
  "User system:anonymous",
  "Group system:unauthenticated",
  "Group system:masters",
]);

/** Groups of everybody who has logged in. */
const ALL_USERS: ReadonlySet<string> = new Set(["Group system:authenticated", "Group system:serviceaccounts"]);

/**
 * Roles that Kubernetes grants to everybody itself.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 */
const PUBLIC_ROLES: ReadonlySet<string> = new Set([
  "system:public-info-viewer",
  "system:basic-user",
  "system:discovery",
]);

/** Roles of Kubernetes itself that every cluster has, and that change only a part of it. */
const BUILT_IN = /^(view|edit|admin|cluster-admin|system:.*)$/;

/** What an object gives. `planRoles` are the names of the roles that the plan contains, which are judged themselves. */
export function kubernetesRisks(object: KubernetesObject, planRoles: ReadonlySet<string>): readonly KubernetesRisk[] {
  const isBinding = object.kind.endsWith("Binding");
  const found = isBinding ? bindingRisks(object, planRoles) : roleRisks(object);
  if (!object.isUnknown) return found;
  const message = words("what it grants is known only after apply");
  return [...found, { id: JSON.stringify([object.kind, object.name, "unknown"]), level: "attention", message }];
}

function bindingRisks({ kind, role, subjects }: KubernetesObject, planRoles: ReadonlySet<string>) {
  const isOfCluster = kind === "ClusterRoleBinding";
  return subjects.map((subject): KubernetesRisk => {
    const where = isOfCluster ? " in the whole cluster" : " in a namespace";
    return {
      id: JSON.stringify([kind, role, subject]),
      level: bindingLevel({ role, subject, isOfCluster, isOfPlan: planRoles.has(role) }),
      message: say`${subject} gets ${role === "" ? words("a role that is known only after apply") : say`${role}`}${words(where)}`,
    };
  });
}

interface BoundSubject {
  readonly role: string;
  readonly subject: string;
  readonly isOfCluster: boolean;
  readonly isOfPlan: boolean;
}

function bindingLevel({ role, subject, isOfCluster, isOfPlan }: BoundSubject): Level {
  if (ANYBODY.has(subject)) return PUBLIC_ROLES.has(role) ? "note" : "danger";
  if (role === "cluster-admin") return isOfCluster ? "danger" : "attention";
  if (ALL_USERS.has(subject) || subject.startsWith("Group system:serviceaccounts:"))
    return PUBLIC_ROLES.has(role) ? "note" : "attention";
  if (role === "" || role === "admin") return "attention";
  if (role === "edit") return isOfCluster ? "attention" : "note";
  // A role that neither Kubernetes nor the plan defines may give anything.
  return isOfCluster && !isOfPlan && !BUILT_IN.test(role) ? "attention" : "note";
}

/** Verbs by which their holder gets permissions that nobody gave. */
const ESCALATES: readonly string[] = ["escalate", "bind", "impersonate"];

function roleRisks(object: KubernetesObject): readonly KubernetesRisk[] {
  const isOfCluster = object.kind === "ClusterRole";
  const found = object.rules.filter(({ isNamed }) => !isNamed).flatMap((rule) => ruleRisks(rule, isOfCluster));
  const byText = new Map(found.map((one) => [one.text, one]));
  return [...byText.values()].map(({ text, level }) => ({
    id: JSON.stringify([object.kind, object.name, text]),
    level,
    message: words(`the role gives ${text}`),
  }));
}

interface RuleRisk {
  readonly text: string;
  readonly level: Level;
}

function ruleRisks({ groups, resources, verbs }: KubernetesRule, isOfCluster: boolean): readonly RuleRisk[] {
  const [high, middle]: readonly [Level, Level] = isOfCluster ? ["danger", "attention"] : ["attention", "note"];
  const allResources = resources.includes("*");
  const isCore = groups.includes("") || groups.includes("*");
  if (allResources && verbs.includes("*")) {
    // All resources of one API group are less than all of the cluster.
    return [
      {
        text: isCore ? "every verb on every resource" : "every verb on every resource of an API group",
        level: isCore ? high : middle,
      },
    ];
  }
  const reads = verbs.some((verb) => ["*", "get", "list", "watch"].includes(verb));
  const creates = verbs.some((verb) => verb === "*" || verb === "create");
  const has = (name: string) => allResources || resources.includes(name);
  const rows: readonly (readonly [boolean, string, Level])[] = [
    ...ESCALATES.map((verb) => [verbs.includes(verb), `the verb ${verb}`, high] as const),
    [
      verbs.includes("*") && resources.some((one) => /roles|rolebindings/.test(one)),
      "every verb on roles or bindings",
      high,
    ],
    [isCore && reads && has("secrets"), "reading secrets", middle],
    [isCore && creates && (resources.includes("pods/exec") || allResources), "commands in pods", middle],
    [isCore && has("nodes/proxy"), "the nodes' API", middle],
    [creates && has("serviceaccounts/token"), "tokens of service accounts", high],
  ];
  return rows.flatMap(([holds, text, level]) => (holds ? [{ text, level }] : []));
}

/** Names of the roles that the plan has after the change. */
export function kubernetesRoles(plan: Plan): ReadonlySet<string> {
  const roles = plan.resources.filter(({ type }) => kubernetesTypes.includes(type));
  return new Set(
    roles.flatMap((change) => {
      const object = kubernetesObject(change, "after");
      return object === undefined || object.kind.endsWith("Binding") ? [] : [object.name];
    }),
  );
}

/** What the plan's objects give before the change, by id. */
export function kubernetesRisksBefore(plan: Plan): ReadonlySet<string> {
  const objects = plan.resources.filter(({ type }) => kubernetesTypes.includes(type));
  return new Set(
    objects.flatMap((change) => {
      const object = kubernetesObject(change, "before");
      return object === undefined ? [] : kubernetesRisks(object, new Set()).map(({ id }) => id);
    }),
  );
}
