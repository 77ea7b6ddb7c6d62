/** AWS managed policies, from a dated table. */
export { type ManagedPolicy, managedPolicy, managedPolicyName, managedPolicyNames } from "./managed-policy";
