/** AWS managed policies, from a dated table. */
export { lookUpManagedPolicy, type ManagedPolicyLookup, readManagedPolicyArn } from "./look-up-managed-policy";
export {
  type ManagedPolicy,
  managedPolicy,
  managedPolicyArn,
  managedPolicyName,
  managedPolicyNamed,
  managedPolicyNames,
} from "./managed-policy";
