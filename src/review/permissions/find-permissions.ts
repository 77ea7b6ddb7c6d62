/** Findings of permissions: of policies, and of the grants of Lake Formation. */
import type { Plan } from "../../terraform/plan/plan";
import type { AddressDrafts } from "../finding";
import { reviewLakeFormation, reviewPermissions } from ".";
import { lakeDraftsOf } from "./lake-formation-drafts";
import { draftsOf } from "./permission-drafts";

/** All that a plan changes in permissions. */
export function permissionDrafts(plan: Plan): readonly AddressDrafts[] {
  return [
    ...reviewPermissions([plan]).map((one) => ({
      address: one.address,
      type: one.type,
      drafts: draftsOf(one),
    })),
    ...reviewLakeFormation(plan).map((one) => ({ address: one.address, type: one.type, drafts: lakeDraftsOf(one) })),
  ];
}
