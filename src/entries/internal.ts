/**
 * `tfwright/internal`: what the Glue pack is made of beside the public entries, the grants over texts that may be expressions. Nobody
 * else may rely on it: it changes in any release.
 */
export {
  type DeployerWiring,
  deployerGrants,
  type Grant,
  type GrantBody,
  type GrantCondition,
  type GrantRow,
  glueGrants,
  isRepeated,
  kmsGrants,
  type Location,
  locationsOf,
  networkGrants,
  ownerVariables,
  type Place,
  type PlainGrant,
  pathsOf,
  plainTerms,
  type RepeatedGrant,
  type RuntimeWiring,
  roleGrants,
  rowsOf,
  runtimeActors,
  type SessionClientWiring,
  type SingleGrant,
  s3Grants,
  sessionClientGrants,
  type Terms,
} from "../iam/grants";
