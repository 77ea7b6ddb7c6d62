/** How a change of a Glue job changes its capacity. */
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { join, type Message, say } from "../../../text/message";
import { differs, pairAt, showPair } from "../../field";
import { type Capacity, capacityOf } from "./glue-capacity";

/** A change of arguments that the capacity depends on. */
interface CapacityChange {
  /** The arguments with their values before and after; empty if only the Glue version changes. */
  readonly details: Message;
  /** Undefined if one of the two capacities is not known. */
  readonly known?: { readonly before: Capacity; readonly after: Capacity };
}

const ARGUMENTS = ["worker_type", "number_of_workers", "max_capacity", "timeout", "glue_version"];

/** The change of the capacity; undefined if none of the arguments changes. */
export function findCapacityChange(change: ResourceChange): CapacityChange | undefined {
  if (!isUpdateOrReplacement(change)) return undefined;
  const pairs = ARGUMENTS.map((name) => pairAt(change, [name])).filter(differs);
  if (pairs.length === 0) return undefined;
  const named = pairs.filter(({ path }) => path[0] !== "glue_version");
  const details = join(
    named.map((pair) => say`${String(pair.path[0])} ${showPair(pair)}`),
    ", ",
  );
  const [before, after] = [capacityOf(change.before), capacityOf(change.after)];
  // The provider computes max_capacity from the workers, so that it is unknown whenever they change.
  const isUnknown = pairs.some((pair) => pair.after.unknown && pair.path[0] !== "max_capacity");
  return before === undefined || after === undefined || isUnknown ? { details } : { details, known: { before, after } };
}
