/** Ways to more permissions: everything, roles that are passed, and editing who may do what. */

import { uniqueSorted } from "../../text/unique-sorted";
import { acceptedTypes, findAction } from "../data/authorization";
import { parseOperator } from "../document/condition-operator";
import type { Escalation } from "./escalation";
import type { GainedAccess } from "./gained-access";
import { permissionActions } from "./permission-actions";
import { entryCovers, type PolicyEntry, policyEntry } from "./policy-entry";
import type { AccessCondition, Delta } from "./types";
import { isWithoutEffect } from "./without-effect";

/** Whether it is every action on every resource. */
export function isAll({ actions, resources }: GainedAccess): boolean {
  return (
    actions.some(({ matchesEverything }) => matchesEverything) &&
    resources.some(({ matchesEverything }) => matchesEverything)
  );
}

/** Everything, or all but a few actions, on every resource. */
export function findGainsEverything(list: readonly GainedAccess[], { cannotTell }: Delta): readonly Escalation[] {
  const all = list.filter(isAll).map(({ from }) => ({ code: "gains-everything", from }) as const);
  const most = cannotTell.flatMap(({ side, layer, allBut, from }) => {
    if (side === "before" || layer !== "identity" || allBut === undefined) return [];
    return [{ code: "gains-everything", allBut, from: [from] } as const];
  });
  return [...all, ...most];
}

/** The action that hands a role to a service. */
export const PASS_ROLE = policyEntry("action", "iam:PassRole");
const SERVICE = "iam:passedtoservice";
const GLUE = /^(glue|databrew)\.amazonaws\.com/i;

/** Roles that can be passed to services. */
export function findPassRole(list: readonly GainedAccess[]): readonly Escalation[] {
  return list.flatMap(({ actions, resources, conditions, from }): readonly Escalation[] => {
    if (!actions.some((action) => entryCovers(action, PASS_ROLE))) return [];
    const roles = resources.map(({ text }) => text);
    const sets = conditions.map(passedTo);
    if (sets.includes(undefined)) return [{ code: "pass-role-to-glue", roles, from }];
    const services = uniqueSorted(sets.flatMap((set) => set ?? []));
    const toGlue = services.some((name) => GLUE.test(name) || /[*?$]/.test(name));
    return [{ code: toGlue ? "pass-role-to-glue" : "pass-role", roles, services, from }];
  });
}

/** The services of a condition, also of one with `IfExists`, as every request that passes a role names the service; undefined if there is none. */
function passedTo(conditions: readonly AccessCondition[]): readonly string[] | undefined {
  return conditions.find(({ operator: name, key }) => {
    const { operator } = parseOperator(name);
    return key.toLowerCase() === SERVICE && /^String(Equals|Like|EqualsIgnoreCase)$/.test(operator);
  })?.values;
}

/** Whether an action of a wildcard works on the resources: `s3:*` on objects gives no action on the bucket or the account. */
function hasEffect(action: PolicyEntry, { layer, resources }: GainedAccess): boolean {
  const known = findAction(action.text);
  const isOfAccount = known !== undefined && acceptedTypes(known).length === 0;
  return resources.some(
    (resource) =>
      !isWithoutEffect(action, resource, { layer }) &&
      (!isOfAccount || resource.matchesEverything || resource.not !== undefined || resource.isUnresolved),
  );
}

/** What a user may do to the own credentials without getting anything: another key, another password. */
const OWN_CREDENTIALS = new Set(["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"]);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_iam_credentials_console.html */
const ONESELF = /:user\/(.*\/)?\$\{aws:username\}$/;

/** Actions that change who may do what. */
export function findManagesPermissions(list: readonly GainedAccess[]): readonly Escalation[] {
  return list.flatMap((given): readonly Escalation[] => {
    const { actions, resources, from } = given;
    const isOwn = resources.length > 0 && resources.every(({ text }) => ONESELF.test(text));
    const named = new Set(actions.filter(({ plain }) => plain).map(({ key }) => key));
    const patterns = actions.filter(({ plain, matchesEverything }) => !plain && !matchesEverything);
    const isGivenByPattern = (one: PolicyEntry) =>
      patterns.some((action) => entryCovers(action, one)) && hasEffect(one, given);
    const found = permissionActions.filter((name) => {
      const key = name.toLowerCase();
      if (isOwn && OWN_CREDENTIALS.has(name)) return false;
      if (named.has(key)) return true;
      // An entry needs the data of its service, so that only those are made that a pattern may cover.
      return patterns.some(({ prefix }) => key.startsWith(prefix)) && isGivenByPattern(policyEntry("action", name));
    });
    return found.length === 0 ? [] : [{ code: "manages-permissions", actions: found, from }];
  });
}
