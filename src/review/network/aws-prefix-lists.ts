/** The ranges of managed prefix lists, as far as the plan has them. */
import { isFields, isList, type Json } from "../../json/json-value";
import { attribute, exists, type Instance, type Side } from "../../policy-files/principals/instances";
import { hasMark, markOf } from "../../terraform/plan/marks";
import { type AddressSpan, spanOfCidr } from "./address-line";
import type { NetworkArgument, PlanNetwork } from "./plan-network";
import type { Peer } from "./reach";

const LIST = "aws_ec2_managed_prefix_list";
const ENTRY = "aws_ec2_managed_prefix_list_entry";

/** Types of prefix lists: a change of one changes what the rules that name it let through. */
export const prefixListTypes: readonly string[] = [LIST, ENTRY];

/** The peer of a prefix list, by its ID or by an argument that refers to it. A list that the plan does not have is one of others. */
export function ownRangesOf(network: PlanNetwork, side: Side, list: string | NetworkArgument): Peer {
  const found =
    typeof list === "string"
      ? network
          .ofTypes([LIST])
          .find((one) => (["before", "after"] as const).some((at) => attribute(one, at, "id") === list))
      : network.resource(list, [LIST], ["id"])?.instance;
  const name = found?.address ?? (typeof list === "string" ? list : `${list.instance.address} ${list.name}`);
  if (found === undefined) return network.namedPeer(name, "outside");
  const entries = entriesOf(network, found, side);
  if (entries === undefined || entries.length === 0) return network.namedPeer(name, "unknown");
  return { name, nature: "addresses", spans: entries };
}

/** The ranges of a list; undefined if they are known only after apply. */
function entriesOf(network: PlanNetwork, list: Instance, side: Side): readonly AddressSpan[] | undefined {
  if (!exists(list, side) || hasMark(markOf(list[side].unknown, "entry"))) return undefined;
  const inline = attribute(list, side, "entry");
  const own = (isList(inline) ? inline : []).map((entry: Json) => (isFields(entry) ? entry.cidr : undefined));
  const others = network
    .ofTypes([ENTRY])
    .filter(
      (entry) =>
        network.resource({ instance: entry, side, name: "prefix_list_id" }, [LIST], ["id"])?.key === list.address,
    )
    .map((entry) => attribute(entry, side, "cidr"));
  return [...own, ...others]
    .map((cidr) => (typeof cidr === "string" ? spanOfCidr(cidr) : undefined))
    .filter((span) => span !== undefined);
}
