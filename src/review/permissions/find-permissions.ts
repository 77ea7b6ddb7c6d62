/** Findings of permissions: of policies, and of the grants of Lake Formation. */
import { withoutKeys } from "../../terraform/address";
import type { Plan } from "../../terraform/plan/plan";
import type { AddressDrafts } from "../finding";
import { reviewLakeFormation, reviewPermissions } from ".";
import { lakeDraftsOf } from "./lake-formation-drafts";
import { draftsOf } from "./permission-drafts";
import type { PrincipalReview } from "./types";

/** The name of a principal of the plan, or of what has a policy; nothing where the address ends with it. */
function nameOf({ change, name, address }: PrincipalReview): Pick<AddressDrafts, "name"> {
  const isSaid = change === "outside" || name === address || withoutKeys(address).endsWith(`.${name}`);
  return isSaid || name === "" ? {} : { name };
}

/** All that a plan changes in permissions. */
export function permissionDrafts(plan: Plan): readonly AddressDrafts[] {
  return [
    ...reviewPermissions([plan]).map((one) => ({
      address: one.address,
      type: one.type,
      ...nameOf(one),
      drafts: draftsOf(one),
    })),
    ...reviewLakeFormation(plan).map((one) => ({ address: one.address, type: one.type, drafts: lakeDraftsOf(one) })),
  ];
}
