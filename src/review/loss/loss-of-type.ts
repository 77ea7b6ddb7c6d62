/** What is lost with a resource of a type. */
import { Memo } from "../../text/memo";
import { AWS_DATA_STORES } from "./aws-data-stores";
import { AWS_EMPTY } from "./aws-empty";
import { AWS_GAPS } from "./aws-gaps";
import { AWS_NETWORK_OUTAGES } from "./aws-network-outages";
import { AWS_OUTAGES } from "./aws-outages";
import { AZURE_DATA_STORES } from "./azure-data-stores";
import { AZURE_EMPTY } from "./azure-empty";
import { AZURE_GAPS } from "./azure-gaps";
import { AZURE_OUTAGES } from "./azure-outages";
import { lossByName } from "./empty-names";
import { GOOGLE_DATA_STORES } from "./google-data-stores";
import { GOOGLE_EMPTY } from "./google-empty";
import { GOOGLE_GAPS } from "./google-gaps";
import { GOOGLE_OUTAGES } from "./google-outages";
import type { Loss } from "./loss";
import { OTHER_TYPES } from "./other-types";
import { parseLossTable } from "./parse-loss-table";

/** The tables of a cloud by how the names of its types begin. */
const TABLES = {
  aws_: [AWS_DATA_STORES, AWS_OUTAGES, AWS_NETWORK_OUTAGES, AWS_GAPS, AWS_EMPTY],
  azure: [AZURE_DATA_STORES, AZURE_OUTAGES, AZURE_GAPS, AZURE_EMPTY],
  google_: [GOOGLE_DATA_STORES, GOOGLE_OUTAGES, GOOGLE_GAPS, GOOGLE_EMPTY],
  "": [OTHER_TYPES],
} as const;

type Cloud = keyof typeof TABLES;

const CLOUDS: readonly Cloud[] = ["aws_", "azure", "google_"];

/** A table is parsed when a type of its cloud is asked for. */
const PARSED = new Memo<Cloud, ReadonlyMap<string, Loss>>(Object.keys(TABLES).length);

/**
 * What is lost with a resource of a type; undefined if nobody knows what the type holds. The tables win over what a name tells.
 *
 * @param provider its source with the registry, as a plan has it; it matters only for types that no table has
 */
export function lossOfType(type: string, provider: string): Loss | undefined {
  return PARSED.get(cloudOf(type), parseTables).get(type) ?? lossByName(type, provider);
}

function cloudOf(type: string): Cloud {
  return CLOUDS.find((cloud) => type.startsWith(cloud)) ?? "";
}

function parseTables(cloud: Cloud): ReadonlyMap<string, Loss> {
  return parseLossTable(TABLES[cloud].join("\n"));
}
