/** tfwright/iam: ARNs, policies, the linter and the compiler of AWS Glue's IAM. Pure: no files, no cdktf. */
export { type Arn, formatArn, parseArn, partitions } from "./arn";
export { type ArnBuilders, arn, arnBuilders, buildArn, stringOps, type TextOps } from "./arn-build";
export { type ArnProblem, checkArn } from "./arn-check";
export { type ArnFormats, type ArnParts, arnFormats } from "./arn-formats";
export { arnCovers, arnIntersects, type Identified, identifyArn, isExactArn } from "./arn-match";
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
} from "./authorization";
export { suggestAction, suggestConditionKey, suggestService } from "./authorization-suggest";
export { ancestors, children, type TreeNode } from "./catalog-tree";
export * from "./compile";
export * from "./grants";
export * from "./lint";
export { type Grant as NormalGrant, type NormalForm, normalForm, samePolicy } from "./normal-form";
export type { OneOrMore, PlainConditions, PlainPolicy, PlainPrincipal, PlainStatement } from "./plain-policy";
export type { Condition, Located, Place as SourcePlace, PolicyDocument, PolicyType, Statement } from "./policy";
export { type FoundPolicy, type PolicyReading, readPolicyText, readPolicyValue } from "./read-policy";
export { type AnyPolicy, sizeOf, type WriteOptions, writePolicy } from "./write-policy";
