/**
 * What the bodies of well-known providers may hold, from tables that ship with the package. `npm run data:blocks` writes them.
 *
 * This module is in no bundle, so that it finds its files.
 */

import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";
import { fullSource, shortSource } from "../terraform/schema/provider-source";
import { readConstraint } from "../terraform/version-constraint";
import { lookUp } from "../text/look-up";
import type { ProviderShapes } from "./body-shape";
import { ShippedTable } from "./shipped-table";

/**
 * Providers that left HashiCorp's namespace and can still be had there, by their former source: a stack that names no source
 * means that one.
 *
 * @see https://github.com/XenitAB/terraform-modules/issues/151 for the registry's own words
 */
const MOVED: Readonly<Record<string, string>> = { "hashicorp/github": "integrations/github" };

/** In a module that a loader such as tsx reads, the own `require` of Node 20 may fail to load JSON. */
const load = createRequire(__filename);

/** A provider at one version, and the file that has its table. */
interface TableEntry {
  /** In lower case: `datadog/datadog`. */
  readonly provider: string;
  readonly version: string;
  readonly file: string;
  /** Its place among the providers and versions of the file. */
  readonly bit: number;
}

/**
 * The table of the newest major version that a constraint allows.
 *
 * @param source of the provider, as in `required_providers`: `hashicorp/aws`, `aws`, or with its host
 * @param versions an exact version or a constraint; undefined allows any
 * @returns undefined where no table is of that provider, or none of a version that is allowed
 */
export function shippedShapes(source: string, versions: string | undefined): ProviderShapes | undefined {
  const named = shortSource(fullSource(source));
  const provider = lookUp(MOVED, named) ?? named;
  const { tables } = load("./data/block-tables.json") as { readonly tables: readonly TableEntry[] };
  const entry = tables.findLast((one) => one.provider === provider && allowsMajor(versions, one.version));
  if (entry === undefined) return undefined;
  const { bit } = entry;
  let table: ShippedTable | undefined;
  return {
    origin: `${provider} ${entry.version}`,
    isTable: true,
    isOlder: versions !== undefined && readConstraint(`${versions}, <= ${entry.version}`)?.isEmpty === true,
    shape(kind, type) {
      table ??= readTable(entry.file);
      return table.shape(kind, type, bit);
    },
  };
}

/** Whether a constraint allows some version of the same major number. */
function allowsMajor(versions: string | undefined, version: string): boolean {
  const major = Number.parseInt(version, 10);
  return readConstraint(`${versions ?? ">= 0"}, >= ${major}.0.0, < ${major + 1}.0.0`)?.isEmpty === false;
}

function readTable(file: string): ShippedTable {
  const { data } = load(`./data/${file}.json`) as { readonly data: string };
  return new ShippedTable(brotliDecompressSync(Buffer.from(data, "base64")).toString("utf8"));
}
