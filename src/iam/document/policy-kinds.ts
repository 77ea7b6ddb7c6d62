/** The kinds of policies: the elements that each has, as AWS documents them, and whether it grants anything. */
import type { PolicyType } from "./policy";

/** What holds for a kind of policies. */
interface PolicyKind {
  /** How messages call it. */
  readonly name: string;
  /** Whether its statements have `Principal`; a resource control policy takes `"*"` alone. */
  readonly principal: "none" | "required" | "everybody";
  /** Whether its statements have `Resource`; not every service asks for it in the policies of its resources. */
  readonly resource: "none" | "required" | "optional";
  /** Whether it grants permissions. The others limit what other policies grant, so that none of it is too broad. */
  readonly grants: boolean;
}

/**
 * Sources: IAM User Guide, "Policies and permissions in AWS Identity and Access Management"; AWS Organizations User Guide,
 * "SCP syntax" (the whole language but `Principal` since September 2025) and "RCP syntax"; AWS PrivateLink guide, "Control
 * access to VPC endpoints using endpoint policies".
 */
const KINDS: Readonly<Record<PolicyType, PolicyKind>> = {
  identity: { name: "an identity policy", principal: "none", resource: "required", grants: true },
  "permission-set": { name: "the policy of a permission set", principal: "none", resource: "required", grants: true },
  session: { name: "a session policy", principal: "none", resource: "required", grants: false },
  boundary: { name: "a permissions boundary", principal: "none", resource: "required", grants: false },
  trust: { name: "a trust policy", principal: "required", resource: "none", grants: true },
  resource: { name: "a resource policy", principal: "required", resource: "optional", grants: true },
  "vpc-endpoint": { name: "a VPC endpoint policy", principal: "required", resource: "required", grants: false },
  scp: { name: "a service control policy", principal: "none", resource: "required", grants: false },
  rcp: { name: "a resource control policy", principal: "everybody", resource: "required", grants: false },
};

/** All kinds, by the names that the option `type` takes. */
export const policyTypes = Object.keys(KINDS) as readonly PolicyType[];

/** What holds for a kind. */
export function policyKind(type: PolicyType): PolicyKind {
  return KINDS[type];
}

/** The policy types that grant permissions to an identity. */
export const GRANTED_TO_IDENTITY: readonly PolicyType[] = ["identity", "permission-set"];

/** The kinds that say what a user or a role may do, whether they grant it or limit it. */
export const OF_AN_IDENTITY: readonly PolicyType[] = [...GRANTED_TO_IDENTITY, "session", "boundary"];

/** The kinds whose statements have `Resource`. */
export const WITH_RESOURCE: readonly PolicyType[] = policyTypes.filter((type) => KINDS[type].resource !== "none");

/** The kinds whose statements must have `Resource`. */
export const RESOURCE_REQUIRED: readonly PolicyType[] = policyTypes.filter(
  (type) => KINDS[type].resource === "required",
);
