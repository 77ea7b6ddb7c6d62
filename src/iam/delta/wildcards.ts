/** Wildcards that were not there: in actions, and in resources. */
import { compareTexts } from "../../text/compare-texts";
import { uniqueSorted } from "../../text/unique-sorted";
import { findAction } from "../data/authorization";
import { actionsOfPattern } from "./action-names";
import type { Escalation, GainsWildcardResource } from "./escalation";
import type { GainedAccess } from "./gained-access";
import { sortOrigins } from "./gather-rows";
import type { PolicyEntry } from "./policy-entry";
import { PASS_ROLE } from "./privilege-escalation";
import { sortByRisk } from "./risk";
import type { StatementOrigin } from "./types";

/** All actions of a service, or of all. */
export function wildcardActions(list: readonly GainedAccess[]): readonly Escalation[] {
  return list.flatMap(({ actions, wildcards, resources, from }): readonly Escalation[] => {
    const wide = uniqueSorted(
      [...actions, ...wildcards].filter(({ key }) => /^\*|^[^:]+:\*$/.test(key)).map(({ text }) => text),
    );
    if (wide.length === 0) return [];
    return [{ code: "gains-wildcard-action", actions: wide, resources: resources.map(({ text }) => text), from }];
  });
}

/** Actions and where they reach. */
interface Reach {
  readonly names: readonly string[];
  readonly from: readonly StatementOrigin[];
}

/** One for all that reach every resource, and one for ARNs that are nothing but a wildcard. */
export function wildcardResources(list: readonly GainedAccess[]): readonly Escalation[] {
  const everywhere: Reach[] = [];
  const arns = new Map<string, { readonly where: readonly string[]; readonly reach: Reach[] }>();
  for (const { actions, resources, from } of list) {
    const names = actions.filter((action) => takesArns(action) && action.key !== PASS_ROLE.key).map(({ text }) => text);
    if (names.length === 0) continue;
    const where = uniqueSorted(resources.filter(isWideArn).map(({ text }) => text));
    if (resources.some(({ matchesEverything }) => matchesEverything)) everywhere.push({ names, from });
    else if (where.length > 0) {
      const key = where.join();
      const group = arns.get(key) ?? { where, reach: [] };
      arns.set(key, group);
      group.reach.push({ names, from });
    }
  }
  const sorted = [...arns].sort(([a], [b]) => compareTexts(a, b)).map(([, group]) => group);
  return [
    ...(everywhere.length === 0 ? [] : [escalationOf(everywhere)]),
    ...sorted.map(({ where, reach }) => ({ ...escalationOf(reach), resources: where })),
  ];
}

function escalationOf(reach: readonly Reach[]): GainsWildcardResource {
  const actions = sortByRisk(uniqueSorted(reach.flatMap((one) => one.names)));
  return { code: "gains-wildcard-resource", actions, from: sortOrigins(reach.flatMap((one) => one.from)) };
}

/** `arn:aws:s3:::*`, and `arn:aws:iam::*:role/*`: all of a service, or all of a type in every account. */
function isWideArn({ key, not }: PolicyEntry): boolean {
  if (not !== undefined) return false;
  const [, account, name] = /^arn:[^:]*:[^:]*:[^:]*:([^:]*):(.*)$/s.exec(key) ?? [];
  if (name === undefined) return false;
  return /^\*(\/\*)?$/.test(name) || (account === "*" && /^[a-z-]+[/:]\*$/.test(name));
}

/** Whether the action can be limited to ARNs, so that `*` is more than it needs. AWS's own examples write `*` for some. */
function takesArns(action: PolicyEntry): boolean {
  if (action.matchesEverything || mayMeetNoService(action)) return true;
  const names = action.plain ? [action.key] : actionsOfPattern(action.key);
  return names.some((name) => {
    const info = findAction(name);
    if (info === undefined) return false;
    return info.onlyWildcard === false && !info.wildcardIsFine && info.resourceTypes.length > 0;
  });
}

function mayMeetNoService({ key }: PolicyEntry): boolean {
  return /^[^:]*[*?]/.test(key);
}
