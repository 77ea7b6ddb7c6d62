/** The real providers' schemas, and configurations made from them alone. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AttributeSchema, BlockSchema, TypeSchema } from "../../../src/terraform/schema/provider-schema";
import { linkProviders, type ProviderSet, type Tool } from "./find-terraform";
import { makeFolder } from "./generated";
import { mustRun } from "./terraform";

/** The providers that the offline set-up has. */
export const SCHEMAS: ProviderSet = {
  title: "the providers aws, time and docker",
  required: {
    aws: { source: "hashicorp/aws" },
    time: { source: "hashicorp/time" },
    docker: { source: "kreuzwerker/docker" },
  },
};

/** A folder that is initialised with all of them. */
export function schemaFolder(tool: Tool = "terraform"): string {
  const folder = makeFolder();
  const configuration = { terraform: { required_providers: SCHEMAS.required } };
  writeFileSync(join(folder, "versions.tf.json"), JSON.stringify(configuration));
  linkProviders(folder, tool, SCHEMAS);
  return folder;
}

/** The output of `providers schema -json`. */
export async function readSchemas(tool: Tool = "terraform"): Promise<string> {
  return (await mustRun(tool, ["providers", "schema", "-json"], schemaFolder(tool))).stdout;
}

/** A configuration: arguments, blocks as lists. */
export type MinimalConfig = Readonly<Record<string, unknown>>;

/** What a schema requires and nothing else; each argument has the value that is given. */
export function minimalConfig(block: BlockSchema, value: unknown): MinimalConfig {
  const required = block.attributes.filter((one) => one.required).map((one) => [one.name, valueFor(one, value)]);
  const blocks = block.blocks
    .filter(({ min }) => min > 0)
    .map(({ name, min, block: inner, max }) => {
      const contents = Array.from({ length: min }, () => minimalConfig(inner, value));
      return [name, max === 1 ? contents[0] : contents];
    });
  return Object.fromEntries([...required, ...blocks]);
}

function valueFor({ nested }: AttributeSchema, value: unknown): unknown {
  if (nested === undefined) return value;
  const one = minimalConfig({ attributes: nested.attributes, blocks: [] }, value);
  if (nested.nesting === "list" || nested.nesting === "set") return [one];
  return nested.nesting === "map" ? { key: one } : one;
}

/** Types in an order that a seed decides. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const all = [...items];
  let state = seed;
  for (let last = all.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const other = state % (last + 1);
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}

/** The address of the one resource or data source of a type in a test's configuration. */
export function addressOf({ kind, type }: TypeSchema): string {
  return kind === "data" ? `data.${type}.this` : `${type}.this`;
}
