/** What is lost with a resource of a type. */
import { Memo } from "../../text/memo";
import { AWS_DATA_STORES } from "./aws-data-stores";
import { AWS_EMPTY } from "./aws-empty";
import { AWS_GAPS } from "./aws-gaps";
import { AWS_NETWORK_OUTAGES } from "./aws-network-outages";
import { AWS_OUTAGES } from "./aws-outages";
import { lossByName } from "./empty-names";
import type { Loss } from "./loss";
import { OTHER_TYPES } from "./other-types";
import { parseLossTable } from "./parse-loss-table";

const TABLE = new Memo<"table", ReadonlyMap<string, Loss>>(1);

/**
 * What is lost with a resource of a type; undefined if nobody knows what the type holds. The tables win over what a name tells.
 *
 * @param provider its source with the registry, as a plan has it; it matters only for types that no table has
 */
export function lossOfType(type: string, provider: string): Loss | undefined {
  return TABLE.get("table", parseTables).get(type) ?? lossByName(type, provider);
}

function parseTables(): ReadonlyMap<string, Loss> {
  const tables = [AWS_DATA_STORES, AWS_OUTAGES, AWS_NETWORK_OUTAGES, AWS_GAPS, AWS_EMPTY, OTHER_TYPES];
  return parseLossTable(tables.join("\n"));
}
