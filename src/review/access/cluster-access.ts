/** Access to clusters of EKS: access policies, access entries and the older `aws-auth` map. */
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, itemsAt, pairAt, show, stringIn } from "../field";
import type { Level, RuleMatch } from "../rule";

const CONFIG_MAPS = ["kubernetes_config_map", "kubernetes_config_map_v1", "kubernetes_config_map_v1_data"];

/** The types of {@link matchClusterAccess}. */
export const clusterAccessTypes: readonly string[] = [
  "aws_eks_access_policy_association",
  "aws_eks_access_entry",
  ...CONFIG_MAPS,
];

/**
 * Access policies of EKS that change a cluster, or read its secrets: their levels for the cluster and for namespaces of it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
const POLICIES: ReadonlyMap<string, readonly [cluster: Level, namespace: Level]> = new Map([
  ["AmazonEKSClusterAdminPolicy", ["danger", "attention"]],
  ["AmazonEKSAdminPolicy", ["danger", "attention"]],
  ["AmazonEKSAdminViewPolicy", ["attention", "note"]],
  ["AmazonEKSSecretReaderPolicy", ["attention", "note"]],
  ["AmazonEKSEditPolicy", ["attention", "note"]],
  ["AmazonEKSViewPolicy", ["note", "note"]],
]);

/** What a change gives on a cluster of EKS. */
export function matchClusterAccess(change: ResourceChange): readonly RuleMatch[] {
  if (change.type === "aws_eks_access_policy_association") return matchPolicy(change);
  if (change.type === "aws_eks_access_entry") return matchEntry(change);
  return matchAuthMap(change);
}

function matchPolicy(change: ResourceChange): readonly RuleMatch[] {
  const names = ["policy_arn", "principal_arn", "cluster_name", "access_scope"];
  if (isUpdateOrReplacement(change) && !names.some((name) => differs(pairAt(change, [name])))) return [];
  const policy = fieldAt(change.after, ["policy_arn"]);
  const scope = fieldAt(change.after, ["access_scope", 0, "type"]);
  const isOfNamespace = scope.value === "namespace";
  const known = POLICIES.get(stringIn(policy)?.split("/").at(-1) ?? "");
  const level = known === undefined ? "attention" : known[isOfNamespace ? 1 : 0];
  const where = words(isOfNamespace ? " in namespaces" : " in the whole cluster");
  return [{ message: say`${show(fieldAt(change.after, ["principal_arn"]))} gets ${show(policy)}${where}`, level }];
}

function matchEntry(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["kubernetes_groups"]);
  if (pair.after.unknown && change.action === "update")
    return [{ message: words("groups that are known only after apply") }];
  const before = new Set(itemsAt(change.before.value, ["kubernetes_groups"]));
  const added = itemsAt(change.after.value, ["kubernetes_groups"]).filter((group) => !before.has(group));
  const who = show(fieldAt(change.after, ["principal_arn"]));
  return added.map((group) => ({
    message: say`${who} gets the group ${String(group)}`,
    level: group === "system:masters" ? "danger" : "note",
  }));
}

/** `aws-auth` maps roles and users of AWS to groups of the cluster; a person must read any change of it. */
function matchAuthMap(change: ResourceChange): readonly RuleMatch[] {
  const name = fieldAt(change.after, ["metadata", 0, "name"]).value;
  if (name !== "aws-auth") return [];
  return ["mapRoles", "mapUsers", "mapAccounts"].flatMap((key): readonly RuleMatch[] => {
    const pair = pairAt(change, ["data", key]);
    if (!differs(pair)) return [];
    const [from, to] = [mastersIn(stringIn(pair.before)), mastersIn(stringIn(pair.after))];
    if (to > from)
      return [{ message: say`${key} of ${words("aws-auth")} gives system:masters to more`, level: "danger" }];
    return [{ message: say`${key} of ${words("aws-auth")} changes` }];
  });
}

function mastersIn(text = ""): number {
  return text.split("system:masters").length - 1;
}
