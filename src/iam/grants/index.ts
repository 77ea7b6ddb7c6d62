/** Grants by actor: the least privilege of who runs in Glue, who opens sessions and who deploys. */
export { type DeployerWiring, deployerGrants } from "./deployer-grants";
export { catalogDeployerGrants, platformDeployerGrants } from "./deployer-pack-grants";
export {
  type Actor,
  type ActorConnection,
  type ActorPlace,
  type DefaultDatabase,
  type DeployerOptions,
  defaultDatabaseModes,
  grantDeployer,
  grantRole,
  grantSessionClient,
  ownerVariables,
  type RoleOptions,
  type RolePolicies,
  roleGrants,
  type SessionClientOptions,
} from "./grant-actor";
export { networkGrants } from "./network-grants";
export type { GluePlace, Place } from "./place";
export { type GrantRow, type PlainGrant, plainTerms, policyOfGrants, rowsOf } from "./plain-terms";
export { glueGrants, kmsGrants, type RuntimeActor, type RuntimeWiring, runtimeActors } from "./runtime-grants";
export { locationsOf, pathsOf, s3Grants } from "./s3-grants";
export type { GuardRails } from "./service-conditions";
export { type SessionClientWiring, sessionClientGrants } from "./session-client-grants";
export {
  type Grant,
  type GrantBody,
  type GrantCondition,
  isRepeated,
  type Location,
  type RepeatedGrant,
  type SingleGrant,
  type Terms,
} from "./terms";
