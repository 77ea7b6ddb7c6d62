/**
 * `tfwright/iam`: ARNs, policies, the linter, the comparison of policies, and the compiler of AWS Glue's IAM. Pure: it reads no file
 * and needs no cdktf.
 */
export type { Suppression } from "../findings/suppression";
export { type Arn, formatArn, parseArn, partitions } from "../iam/arn/arn";
export { type ArnBuilders, arn, arnBuilders, buildArn, stringOps, type TextOps } from "../iam/arn/arn-build";
export { type ArnProblem, checkArn } from "../iam/arn/arn-check";
export { type ArnFormats, type ArnParts, arnFormats } from "../iam/arn/arn-formats";
export { arnCovers, arnIntersects, type Identified, identifyArn, isExactArn } from "../iam/arn/arn-match";
export { glueAncestors, glueChildren, type TreeNode } from "../iam/arn/catalog-tree";
export * from "../iam/compile";
export {
  type ActionInfo,
  actionName,
  actionsMatching,
  allServices,
  type ConditionKey,
  dataDate,
  dataVersion,
  findAction,
  findConditionKey,
  isService,
} from "../iam/data/authorization";
export { suggestAction, suggestConditionKey, suggestService } from "../iam/data/authorization-suggest";
export * from "../iam/delta";
export { type NormalForm, type NormalGrant, normalForm, samePolicy } from "../iam/document/normal-form";
export type {
  OneOrMore,
  PlainConditions,
  PlainPolicy,
  PlainPrincipal,
  PlainStatement,
} from "../iam/document/plain-policy";
export type {
  Condition,
  Located,
  PolicyDocument,
  PolicyType,
  Statement,
} from "../iam/document/policy";
export { type FoundPolicy, type PolicyReading, readPolicyText, readPolicyValue } from "../iam/document/read-policy";
export { type AnyPolicy, sizeOf, type WriteOptions, writePolicy } from "../iam/document/write-policy";
export {
  type Actor,
  type ActorConnection,
  type ActorPlace,
  type DefaultDatabase,
  type DeployerOptions,
  defaultDatabaseModes,
  type GluePlace,
  type GuardRails,
  grantDeployer,
  grantRole,
  grantSessionClient,
  policyOfGrants,
  type RoleOptions,
  type RolePolicies,
  type SessionClientOptions,
} from "../iam/grants";
export * from "../iam/lint";
export { type ManagedPolicy, managedPolicy, managedPolicyName, managedPolicyNames } from "../iam/managed";
export * from "../policy-files";
export type { SourcePlace } from "../text/source-place";
