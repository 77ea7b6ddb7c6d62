/** Ways to more permissions: everything, roles that are passed, and editing who may do what. */

import { type Given, said } from "./given";
import { listOf } from "./list-of";
import { permissionActions } from "./permission-actions";
import { entryCovers, entryOf } from "./policy-entry";
import type { Delta, Escalation } from "./types";

/** Whether it is every action on every resource. */
export function isAll({ actions, resources }: Given): boolean {
  return actions.some(({ everything }) => everything) && resources.some(({ everything }) => everything);
}

/** Everything, or all but a few actions, on every resource. */
export function everything(list: readonly Given[], { cannotTell }: Delta): readonly Escalation[] {
  const all = list
    .filter(isAll)
    .map(({ from }) => said("gains-everything", "every action on every resource is allowed now", from));
  const most = cannotTell.flatMap(({ side, layer, allBut, from }) => {
    if (side === "before" || layer !== "identity" || allBut === undefined) return [];
    const message = `every action but ${listOf(allBut)} on every resource is allowed now`;
    return [said("gains-everything", message, [from], [allBut])];
  });
  return [...all, ...most];
}

const PASS_ROLE = entryOf("action", "iam:PassRole");
const SERVICE = "iam:passedtoservice";
const GLUE = /^(glue|databrew)\.amazonaws\.com/i;

/** Roles that can be passed to services. */
export function passRole(list: readonly Given[]): readonly Escalation[] {
  return list.flatMap(({ actions, resources, conditions, from }) => {
    if (!actions.some((action) => entryCovers(action, PASS_ROLE))) return [];
    const roles = resources.map(({ text }) => text);
    const services = conditions.map(passedTo);
    const lead = `\`iam:PassRole\` is allowed on ${listOf(roles)}`;
    if (services.some((set) => set === undefined)) {
      return [said("pass-role-to-glue", `${lead} for any service, Glue included`, from, [roles])];
    }
    const named = [...new Set(services.flatMap((set) => set ?? []))].sort();
    const toGlue = named.some((name) => GLUE.test(name) || /[*?$]/.test(name));
    const code = toGlue ? "pass-role-to-glue" : "pass-role";
    return [said(code, `${lead} for ${listOf(named)}`, from, [roles, named])];
  });
}

/** The services of a condition that has to hold; undefined where there is none. */
function passedTo(conditions: readonly string[]): readonly string[] | undefined {
  const found = conditions.flatMap((text) => {
    const [, operator = "", key, values = "[]"] = /^(\S+) (\S+) (.*)$/s.exec(text) ?? [];
    const holds = key === SERVICE && /^(For\w+:)?String(Equals|Like|EqualsIgnoreCase)$/.test(operator);
    return holds ? [JSON.parse(values) as readonly string[]] : [];
  });
  return found[0];
}

/** Actions that change who may do what. */
export function managing(list: readonly Given[]): readonly Escalation[] {
  return list.flatMap(({ actions, from }) => {
    const found = permissionActions.filter((name) => {
      const one = entryOf("action", name);
      return actions.some((action) => !action.everything && entryCovers(action, one));
    });
    if (found.length === 0) return [];
    const verb = found.length === 1 ? "changes" : "change";
    return [said("manages-permissions", `${listOf(found)} ${verb} who may do what`, from, [found])];
  });
}
