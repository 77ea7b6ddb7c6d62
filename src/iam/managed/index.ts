/** AWS managed policies, from a dated table. */
export {
  type ManagedPolicy,
  managedPolicy,
  managedPolicyName,
  managedPolicyNamed,
  managedPolicyNames,
} from "./managed-policy";
