/** All rules, in the order in which they run. Findings at the same place are reported in this order. */
import type { LintRule } from "../define-rule";
import { absentKey } from "./absent-key";
import { actionInTrust } from "./action-in-trust";
import { actionTakesOnlyWildcard } from "./action-takes-only-wildcard";
import { allowNotAction } from "./allow-not-action";
import { allowNotResource } from "./allow-not-resource";
import { allowsNothing } from "./allows-nothing";
import { attachedAdmin } from "./attached-admin";
import { conflictingElements } from "./conflicting-elements";
import { contradictoryConditions } from "./contradictory-conditions";
import { createSlrWildcard } from "./create-slr-wildcard";
import { deniedAnyway } from "./denied-anyway";
import { deniesTogether } from "./denies-together";
import { denyNotPrincipal } from "./deny-not-principal";
import { denyOfGlobalServices } from "./deny-of-global-services";
import { denyOfServices } from "./deny-of-services";
import { domainWithoutPath } from "./domain-without-path";
import { duplicateConditionKey } from "./duplicate-condition-key";
import { duplicateSid } from "./duplicate-sid";
import { duplicateStatement } from "./duplicate-statement";
import { equivalentToNull } from "./equivalent-to-null";
import { expiredCondition } from "./expired-condition";
import { forAllValuesAllow } from "./for-all-values-allow";
import { forAllValuesSingle } from "./for-all-values-single";
import { fullAdmin } from "./full-admin";
import { impossibleValue } from "./impossible-value";
import { inexactRange } from "./inexact-range";
import { invalidEffect } from "./invalid-effect";
import { invalidElement } from "./invalid-element";
import { invalidOperator } from "./invalid-operator";
import { invalidPolicyVariable } from "./invalid-policy-variable";
import { invalidPrincipal } from "./invalid-principal";
import { invalidSid } from "./invalid-sid";
import { invalidVersion } from "./invalid-version";
import { invertedCondition } from "./inverted-condition";
import { lockout } from "./lockout";
import { malformedArn } from "./malformed-arn";
import { mfaWithoutIfExists } from "./mfa-without-if-exists";
import { missingAncestor } from "./missing-ancestor";
import { missingChild } from "./missing-child";
import { missingDependentAction } from "./missing-dependent-action";
import { missingQualifier } from "./missing-qualifier";
import { missingTrustAction } from "./missing-trust-action";
import { missingVersion } from "./missing-version";
import { noResourceElement } from "./no-resource-element";
import { noResourceOfType } from "./no-resource-of-type";
import { notJson } from "./not-json";
import { oidcWithoutSubject } from "./oidc-without-subject";
import { openResource } from "./open-resource";
import { openTrust } from "./open-trust";
import { optionalExternalId } from "./optional-external-id";
import { otherResource } from "./other-resource";
import { passRoleWildcard } from "./pass-role-wildcard";
import { passRoleWithoutService } from "./pass-role-without-service";
import { permissionsManagement } from "./permissions-management";
import { policyTooLong } from "./policy-too-long";
import { privateSourceIp } from "./private-source-ip";
import { privilegeEscalation } from "./privilege-escalation";
import { redundantAction } from "./redundant-action";
import { redundantResource } from "./redundant-resource";
import { refusedByService } from "./refused-by-service";
import { resourceInTrust } from "./resource-in-trust";
import { resourceTypeMismatch } from "./resource-type-mismatch";
import { resourceWithoutAction } from "./resource-without-action";
import { samlWithoutAudience } from "./saml-without-audience";
import { secretSuffix } from "./secret-suffix";
import { serviceWildcard } from "./service-wildcard";
import { serviceWithoutSource } from "./service-without-source";
import { stringLikeOnArnKey } from "./string-like-on-arn-key";
import { tlsInPart } from "./tls-in-part";
import { trustAccountMismatch } from "./trust-account-mismatch";
import { typeMismatch } from "./type-mismatch";
import { unknownAction } from "./unknown-action";
import { unknownConditionKey } from "./unknown-condition-key";
import { unknownManagedPolicy } from "./unknown-managed-policy";
import { unknownService } from "./unknown-service";
import { unsupportedConditionKey } from "./unsupported-condition-key";
import { unsupportedTagCondition } from "./unsupported-tag-condition";
import { variableInOldVersion } from "./variable-in-old-version";
import { vpcAddressAlone } from "./vpc-address-alone";
import { wildcardAfterName } from "./wildcard-after-name";
import { wildcardInService } from "./wildcard-in-service";
import { wildcardResource } from "./wildcard-resource";
import { wildcardWithoutLike } from "./wildcard-without-like";
import { writeOnReadOnly } from "./write-on-read-only";

/** Rules about the syntax of a document. They run on documents of any length. */
export const formRules = [
  notJson,
  policyTooLong,
  invalidVersion,
  missingVersion,
  invalidEffect,
  invalidSid,
  duplicateSid,
  conflictingElements,
  invalidElement,
  noResourceElement,
  duplicateConditionKey,
  invalidPolicyVariable,
  variableInOldVersion,
] as const;

/** Rules about what a statement allows, and on which resources. */
const statementRules = [
  wildcardInService,
  unknownService,
  unknownAction,
  malformedArn,
  secretSuffix,
  resourceTypeMismatch,
  resourceWithoutAction,
  actionTakesOnlyWildcard,
  missingAncestor,
  noResourceOfType,
  missingChild,
  allowNotAction,
  allowNotResource,
  fullAdmin,
  serviceWildcard,
  wildcardResource,
  passRoleWildcard,
  passRoleWithoutService,
  createSlrWildcard,
  permissionsManagement,
  privilegeEscalation,
  missingDependentAction,
] as const;

/** Rules about conditions. All of them run on one condition before the next condition. */
const conditionRules = [
  unknownConditionKey,
  unsupportedConditionKey,
  unsupportedTagCondition,
  invalidOperator,
  typeMismatch,
  missingQualifier,
  forAllValuesSingle,
  forAllValuesAllow,
  wildcardWithoutLike,
  equivalentToNull,
  stringLikeOnArnKey,
  privateSourceIp,
  vpcAddressAlone,
  inexactRange,
  impossibleValue,
  mfaWithoutIfExists,
  absentKey,
  invertedCondition,
  optionalExternalId,
] as const;

/** Rules about policies with principals. */
const principalRules = [
  invalidPrincipal,
  resourceInTrust,
  actionInTrust,
  missingTrustAction,
  refusedByService,
  otherResource,
  tlsInPart,
  domainWithoutPath,
  samlWithoutAudience,
] as const;

/** Rules about who comes in, and about what could be shorter. */
const lastRules = [
  expiredCondition,
  contradictoryConditions,
  openTrust,
  denyNotPrincipal,
  denyOfServices,
  denyOfGlobalServices,
  lockout,
  deniesTogether,
  deniedAnyway,
  allowsNothing,
  openResource,
  serviceWithoutSource,
  oidcWithoutSubject,
  trustAccountMismatch,
  redundantAction,
  redundantResource,
  wildcardAfterName,
  writeOnReadOnly,
  duplicateStatement,
] as const;

/** Rules about managed policies of AWS that files attach; `lintAttached` runs them. */
const attachmentRules = [unknownManagedPolicy, attachedAdmin] as const;

/** Rules about the meaning of statements, in groups. All rules of a group run on one statement before the next statement. */
export const meaningRules = [statementRules, conditionRules, principalRules, lastRules] as const;

/** All rules. */
export const lintRules = [
  ...formRules,
  ...statementRules,
  ...conditionRules,
  ...principalRules,
  ...lastRules,
  ...attachmentRules,
] as const satisfies readonly LintRule[];

/** One of the rules. */
export type AnyRule = (typeof lintRules)[number];

/** The code of a rule. */
export type RuleCode = AnyRule["code"];

const byCode = new Map<string, AnyRule>(lintRules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function findRule(code: string): AnyRule | undefined {
  return byCode.get(code);
}
