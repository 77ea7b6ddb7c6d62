/** All rules. Each rule is a file with its documentation and its check; code that several checks share is in `resources`. */

import {
  type CheckedRule,
  type ResourceCheck,
  type ReviewRule,
  type SubjectCheck,
  type Subjects,
  typesOfProvider,
} from "../rule";
import { accessNotCompared } from "./access-not-compared";
import { accessSetting } from "./access-setting";
import { accountAssignment } from "./account-assignment";
import { actionRuns } from "./action-runs";
import { azureRoleGranted } from "./azure-role-granted";
import { bodySetting } from "./body-setting";
import { bookmarkOff } from "./bookmark-off";
import { boundaryRemoved } from "./boundary-removed";
import { boundaryReplaced } from "./boundary-replaced";
import { boundaryWidened } from "./boundary-widened";
import { bucketDestroyed } from "./bucket-destroyed";
import { capacityReduced } from "./capacity-reduced";
import { checkFailed } from "./check-failed";
import { checkUnknown } from "./check-unknown";
import { clusterAccessGranted } from "./cluster-access-granted";
import { columnAdded } from "./column-added";
import { columnDropped } from "./column-dropped";
import { columnRetyped } from "./column-retyped";
import { columnsReordered } from "./columns-reordered";
import { columnsUnknown } from "./columns-unknown";
import { conditionDropped } from "./condition-dropped";
import { containerPrivileged } from "./container-privileged";
import { crawlerDeletes } from "./crawler-deletes";
import { crawlerScope } from "./crawler-scope";
import { credentialCreated } from "./credential-created";
import { credentialDestroyed } from "./credential-destroyed";
import { dataStoreDestroyed } from "./data-store-destroyed";
import { databaseDestroyed } from "./database-destroyed";
import { deferred } from "./deferred";
import { deletionProtectionOff } from "./deletion-protection-off";
import { denyRemoved } from "./deny-removed";
import { deposedDestroyed } from "./deposed-destroyed";
import { destroyed } from "./destroyed";
import { dnsTarget } from "./dns-target";
import { driftGone } from "./drift-gone";
import { driftRelevant } from "./drift-relevant";
import { encryptionOff } from "./encryption-off";
import { encryptionWeaker } from "./encryption-weaker";
import { engineUpgrade } from "./engine-upgrade";
import { eventFilter } from "./event-filter";
import { externalProgram } from "./external-program";
import { firewallPolicy } from "./firewall-policy";
import { forceDestroy } from "./force-destroy";
import { forgotten } from "./forgotten";
import { gainsEverything } from "./gains-everything";
import { gainsWildcardAction } from "./gains-wildcard-action";
import { gainsWildcardResource } from "./gains-wildcard-resource";
import { googleRoleGranted } from "./google-role-granted";
import { guestAccess } from "./guest-access";
import { identityDestroyed } from "./identity-destroyed";
import { identityProvider } from "./identity-provider";
import { imported } from "./imported";
import { importedChanged } from "./imported-changed";
import { instanceSize } from "./instance-size";
import { itemsExpire } from "./items-expire";
import { jobCapacity } from "./job-capacity";
import { jobCapacityUnknown } from "./job-capacity-unknown";
import { jobClass } from "./job-class";
import { jobConcurrency } from "./job-concurrency";
import { jobNew } from "./job-new";
import { jobRetries } from "./job-retries";
import { jobScript } from "./job-script";
import { jobVersion } from "./job-version";
import { keyChanged } from "./key-changed";
import { keyDestroyed } from "./key-destroyed";
import { keyMadeAnew } from "./key-made-anew";
import { lifecycleShortened } from "./lifecycle-shortened";
import { logGroupDestroyed } from "./log-group-destroyed";
import { logRetention } from "./log-retention";
import { loggingOff } from "./logging-off";
import { machineCode } from "./machine-code";
import { managesPermissions } from "./manages-permissions";
import { moved } from "./moved";
import { networkClosed } from "./network-closed";
import { networkEgress } from "./network-egress";
import { networkInside } from "./network-inside";
import { networkMoved } from "./network-moved";
import { networkNotCompared } from "./network-not-compared";
import { networkOpened } from "./network-opened";
import { networkPeering } from "./network-peering";
import { networkUnknown } from "./network-unknown";
import { networkWidened } from "./network-widened";
import { newDatabaseExposed } from "./new-database-exposed";
import { objectLockWeaker } from "./object-lock-weaker";
import { oldFormat } from "./old-format";
import { openedToAccount } from "./opened-to-account";
import { openedToAnyone } from "./opened-to-anyone";
import { organizationPolicy } from "./organization-policy";
import { outputExposed } from "./output-exposed";
import { outputRemoved } from "./output-removed";
import { outputType } from "./output-type";
import { partitionKeys } from "./partition-keys";
import { passRole } from "./pass-role";
import { passRoleToGlue } from "./pass-role-to-glue";
import { passwordPolicyWeaker } from "./password-policy-weaker";
import { permissionFollows } from "./permission-follows";
import { permissionGained } from "./permission-gained";
import { permissionLost } from "./permission-lost";
import { permissionUnknown } from "./permission-unknown";
import { permissionWidened } from "./permission-widened";
import { permissionWithoutEffect } from "./permission-without-effect";
import { planErrored } from "./plan-errored";
import { planIncomplete } from "./plan-incomplete";
import { policyLint } from "./policy-lint";
import { policySecurity } from "./policy-security";
import { preventDestroyOff } from "./prevent-destroy-off";
import { provisionerRuns } from "./provisioner-runs";
import { publicAccess } from "./public-access";
import { publicAddress } from "./public-address";
import { publicData } from "./public-data";
import { publicEndpoint } from "./public-endpoint";
import { recoveryShortened } from "./recovery-shortened";
import { redundancyOff } from "./redundancy-off";
import { renamed } from "./renamed";
import { replicationOff } from "./replication-off";
import { roleExchanged } from "./role-exchanged";
import { routeToInternet } from "./route-to-internet";
import { safeguardOff } from "./safeguard-off";
import { schedule } from "./schedule";
import { schemaCompatibility } from "./schema-compatibility";
import { schemaDefinition } from "./schema-definition";
import { secretDestroyed } from "./secret-destroyed";
import { serviceExposed } from "./service-exposed";
import { serviceInterrupted } from "./service-interrupted";
import { sharedOutside } from "./shared-outside";
import { tableDestroyed } from "./table-destroyed";
import { tableFormat } from "./table-format";
import { tableLocation } from "./table-location";
import { tableProjection } from "./table-projection";
import { templateDeployed } from "./template-deployed";
import { tlsWeaker } from "./tls-weaker";
import { triggerActions } from "./trigger-actions";
import { trustOpenedToAccount } from "./trust-opened-to-account";
import { trustOpenedToAnyone } from "./trust-opened-to-anyone";
import { trustOpenedToIdentityProvider } from "./trust-opened-to-identity-provider";
import { unknownAction } from "./unknown-action";
import { unknownField } from "./unknown-field";
import { unknownTypeDestroyed } from "./unknown-type-destroyed";
import { versioningOff } from "./versioning-off";
import { viewText } from "./view-text";

/** Every rule, in the order in which the findings of one resource are listed. */
const list = [
  // The plan.
  planErrored,
  planIncomplete,
  unknownAction,
  unknownField,
  oldFormat,
  actionRuns,
  deferred,
  checkFailed,
  checkUnknown,
  forgotten,
  imported,
  importedChanged,
  moved,
  // Drift.
  driftRelevant,
  driftGone,
  // Permissions.
  permissionGained,
  permissionWidened,
  permissionFollows,
  conditionDropped,
  boundaryReplaced,
  boundaryWidened,
  gainsEverything,
  trustOpenedToAnyone,
  trustOpenedToAccount,
  trustOpenedToIdentityProvider,
  openedToAnyone,
  openedToAccount,
  passRoleToGlue,
  passRole,
  managesPermissions,
  gainsWildcardAction,
  gainsWildcardResource,
  boundaryRemoved,
  denyRemoved,
  policySecurity,
  permissionUnknown,
  permissionLost,
  permissionWithoutEffect,
  policyLint,
  // The network.
  networkOpened,
  networkWidened,
  networkUnknown,
  networkInside,
  networkEgress,
  networkClosed,
  publicEndpoint,
  publicAddress,
  routeToInternet,
  networkPeering,
  networkMoved,
  firewallPolicy,
  serviceExposed,
  networkNotCompared,
  // Resources that are destroyed.
  destroyed,
  databaseDestroyed,
  tableDestroyed,
  bucketDestroyed,
  keyDestroyed,
  secretDestroyed,
  logGroupDestroyed,
  dataStoreDestroyed,
  credentialDestroyed,
  identityDestroyed,
  serviceInterrupted,
  unknownTypeDestroyed,
  deposedDestroyed,
  // Arguments that every type may have.
  forceDestroy,
  deletionProtectionOff,
  preventDestroyOff,
  recoveryShortened,
  encryptionWeaker,
  loggingOff,
  encryptionOff,
  keyChanged,
  // The Glue Data Catalog, and schemas.
  columnDropped,
  columnRetyped,
  columnAdded,
  columnsReordered,
  columnsUnknown,
  partitionKeys,
  tableLocation,
  tableFormat,
  tableProjection,
  viewText,
  renamed,
  schemaCompatibility,
  schemaDefinition,
  // Outputs.
  outputRemoved,
  outputType,
  outputExposed,
  // Jobs, crawlers and schedules.
  jobCapacity,
  jobCapacityUnknown,
  jobNew,
  jobVersion,
  jobConcurrency,
  jobRetries,
  jobScript,
  jobClass,
  crawlerDeletes,
  bookmarkOff,
  crawlerScope,
  triggerActions,
  schedule,
  // What keeps data, and who can reach it.
  lifecycleShortened,
  versioningOff,
  itemsExpire,
  objectLockWeaker,
  replicationOff,
  publicAccess,
  logRetention,
  // Access outside of IAM policies.
  googleRoleGranted,
  azureRoleGranted,
  clusterAccessGranted,
  containerPrivileged,
  guestAccess,
  sharedOutside,
  publicData,
  organizationPolicy,
  credentialCreated,
  accountAssignment,
  identityProvider,
  accessSetting,
  accessNotCompared,
  roleExchanged,
  // Safeguards.
  safeguardOff,
  bodySetting,
  tlsWeaker,
  passwordPolicyWeaker,
  newDatabaseExposed,
  // Availability.
  keyMadeAnew,
  engineUpgrade,
  redundancyOff,
  instanceSize,
  capacityReduced,
  dnsTarget,
  eventFilter,
  // Code that runs.
  provisionerRuns,
  templateDeployed,
  externalProgram,
  machineCode,
] as const;

/** The code of a rule. */
export type ReviewRuleCode = (typeof list)[number]["code"];

/** The pages of all rules. */
export const rules: readonly ReviewRule<ReviewRuleCode>[] = list;

const byCode: ReadonlyMap<string, ReviewRule<ReviewRuleCode>> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code; undefined only for a text that is not a code. */
export function findRule(code: ReviewRuleCode): ReviewRule<ReviewRuleCode>;
export function findRule(code: string): ReviewRule<ReviewRuleCode> | undefined;
export function findRule(code: string): ReviewRule<ReviewRuleCode> | undefined {
  return byCode.get(code);
}

type CodedRule = CheckedRule<ReviewRuleCode>;
type SubjectRules<Name extends keyof Subjects> = readonly (ReviewRule<ReviewRuleCode> & SubjectCheck<Name>)[];
type ResourceRules = readonly (ReviewRule<ReviewRuleCode> & ResourceCheck)[];

const coded: readonly CodedRule[] = list;

/** The rules that look at each subject, in order. */
export const rulesBySubject: { readonly [Name in keyof Subjects]: SubjectRules<Name> } = {
  plan: rulesAbout("plan"),
  state: rulesAbout("state"),
  output: rulesAbout("output"),
  deferred: rulesAbout("deferred"),
  "check-result": rulesAbout("check-result"),
  action: rulesAbout("action"),
  unprotected: rulesAbout("unprotected"),
  drift: rulesAbout("drift"),
};

function rulesAbout<Name extends keyof Subjects>(name: Name): SubjectRules<Name> {
  return coded.filter((rule): rule is CodedRule & SubjectCheck<Name> => rule.looksAt === name);
}

const resourceRules: ResourceRules = coded.filter((rule) => rule.looksAt === "resource");
const rulesOfEveryType: ResourceRules = resourceRules.filter(({ types }) => types === "every");
const byType: ReadonlyMap<string, ResourceRules> = groupByType();

function groupByType(): ReadonlyMap<string, ResourceRules> {
  const types = new Set(resourceRules.flatMap((rule) => (rule.types === "every" ? [] : rule.types)));
  const isFor = ({ types: given }: ResourceRules[number], type: string) =>
    given === "every" || given.includes(type) || given.includes(typesOfProvider(type));
  return new Map([...types].map((type) => [type, resourceRules.filter((rule) => isFor(rule, type))]));
}

/** The rules that look at resources of a type, in order. */
export function rulesOfType(type: string): ResourceRules {
  return byType.get(type) ?? byType.get(typesOfProvider(type)) ?? rulesOfEveryType;
}
