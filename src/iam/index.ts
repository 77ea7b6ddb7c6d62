/** tfwright/iam: ARNs, policies, the linter and the compiler of AWS Glue's IAM. Pure: no files, no cdktf. */

export type { Suppression } from "../findings/suppression";
export type { SourcePlace } from "../text/place";
export { type Arn, formatArn, parseArn, partitions } from "./arn/arn";
export { type ArnBuilders, arn, arnBuilders, buildArn, stringOps, type TextOps } from "./arn/arn-build";
export { type ArnProblem, checkArn } from "./arn/arn-check";
export { type ArnFormats, type ArnParts, arnFormats } from "./arn/arn-formats";
export { arnCovers, arnIntersects, type Identified, identifyArn, isExactArn } from "./arn/arn-match";
export { glueAncestors, glueChildren, type TreeNode } from "./arn/catalog-tree";
export * from "./compile";
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
  serviceKnowledge,
} from "./data/authorization";
export { suggestAction, suggestConditionKey, suggestService } from "./data/authorization-suggest";
export { type NormalForm, type NormalGrant, normalForm, samePolicy } from "./document/normal-form";
export type { OneOrMore, PlainConditions, PlainPolicy, PlainPrincipal, PlainStatement } from "./document/plain-policy";
export type {
  Condition,
  Located,
  PolicyDocument,
  PolicyType,
  Statement,
} from "./document/policy";
export { type FoundPolicy, type PolicyReading, readPolicyText, readPolicyValue } from "./document/read-policy";
export { type AnyPolicy, sizeOf, type WriteOptions, writePolicy } from "./document/write-policy";
export * from "./grants";
export * from "./lint";
