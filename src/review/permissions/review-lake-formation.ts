/** The changes of a plan to the grants of Lake Formation. */

import { type Instance, instancesOf, type Side } from "../../policy-files/principals/instances";
import { References } from "../../policy-files/principals/references";
import { hasEffect } from "../../terraform/plan/actions";
import type { Plan } from "../../terraform/plan/plan";
import { Accounts } from "./accounts";
import { isOfLakeFormation, type LakeGrant, lakeGrantsOf } from "./lake-formation";

/** The grants that one principal gains or loses on one resource, or the reason why they are unknown. */
export interface LakeChange {
  /** Address and type of the plan's resource that causes the change. */
  readonly address: string;
  readonly type: string;
  readonly direction: "gained" | "lost" | "unknown";
  readonly grants: readonly LakeGrant[];
  /** Why the grants are unknown: lower case, no full stop. */
  readonly reason?: string;
  /** The account of the data lake, where it is known. */
  readonly account?: string;
}

/** Grants with the resource that has them, by principal and what they are on, on one side. */
type Held = Readonly<Record<Side, Map<string, { readonly from: Instance; readonly grant: LakeGrant }[]>>>;

/** The changes of a plan. A grant that moves to another resource of the plan is not a change. */
export function reviewLakeFormation(plan: Plan): readonly LakeChange[] {
  if (!plan.resources.some((change) => isOfLakeFormation(change) && hasEffect(change))) return [];
  const instances = instancesOf(plan);
  const accounts = new Accounts(plan, new References(plan, instances));
  const ours = instances.managed.filter(isOfLakeFormation);
  const held: Held = { before: new Map(), after: new Map() };
  for (const from of ours) {
    for (const side of ["before", "after"] as const) {
      for (const grant of lakeGrantsOf(from, side).grants) {
        const key = `${grant.principal}\n${grant.on}`;
        const list = held[side].get(key) ?? [];
        held[side].set(key, list);
        list.push({ from, grant });
      }
    }
  }
  const open = ours.filter(({ changes }) => changes).flatMap(unknownOf);
  const found = [...differences(held, "after", "gained"), ...differences(held, "before", "lost"), ...open];
  const byAddress = new Map(ours.map((one) => [one.address, one]));
  return found.map((one) => {
    const account = accounts.of(byAddress.get(one.address));
    return account === undefined ? one : { ...one, account };
  });
}

function unknownOf(instance: Instance): readonly LakeChange[] {
  const { address, type } = instance;
  const reason = lakeGrantsOf(instance, "after").reason ?? lakeGrantsOf(instance, "before").reason;
  return reason === undefined ? [] : [{ address, type, direction: "unknown", grants: [], reason }];
}

function differences(held: Held, side: Side, direction: "gained" | "lost"): readonly LakeChange[] {
  const other = held[side === "after" ? "before" : "after"];
  return [...held[side]].flatMap(([key, list]) => {
    const there = new Set((other.get(key) ?? []).map(({ grant }) => grant.permission));
    const news = list.filter(({ from, grant }) => from.changes && !isCovered(grant.permission, there));
    const [first] = news;
    if (first === undefined) return [];
    const grants = [...new Map(news.map(({ grant }) => [grant.permission, grant])).values()];
    return [{ address: first.from.address, type: first.from.type, direction, grants }];
  });
}

/** Whether other permissions include one: `ALL` includes all, and what may be passed on may also be used. */
function isCovered(permission: string, there: ReadonlySet<string>): boolean {
  if (there.has(permission)) return true;
  if (/administrator$/.test(permission)) return false;
  const suffix = / with grant option$/.exec(permission)?.[0] ?? "";
  return (
    there.has(`ALL${suffix}`) || there.has("ALL with grant option") || there.has(`${permission} with grant option`)
  );
}
