/** Every argument of the table of `hashicorp/aws` is one of the provider. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import table from "../../src/provider-types/data/aws-replacement.json";
import { replacesOf } from "../../src/provider-types/replacement-table";
import type { AttributeSchema, BlockSchema, ValueType } from "../../src/terraform/schema/provider-schema";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { describeWith, linkProviders } from "./support/find-terraform";
import { makeFolder } from "./support/generated";
import { mustRun, PATIENCE } from "./support/terraform";

const SOURCE = "hashicorp/aws";

describeWith("terraform", "arguments that force replacement", () => {
  test(
    "are in the provider's schema",
    async () => {
      const types = await readTypes();
      expect(types.length).toBeGreaterThan(1000);
      const rows = Object.entries(table.types).flatMap(([word, group]) =>
        Object.entries(group).map(
          ([rest, text]) => [["aws", word, ...(rest === "" ? [] : [rest])].join("_"), text] as const,
        ),
      );
      expect(rows.map(([type]) => type).sort()).toEqual(types.map(({ type }) => type));

      const replaces = replacesOf(SOURCE);
      const texts = new Map(rows);
      let forced = 0;
      const problems: string[] = [];
      for (const { type, block } of types) {
        const known = new Set(pathsOf(block));
        for (const { path, isForced } of namesIn(texts.get(type) as string)) {
          if (!known.has(path)) problems.push(`${type}: ${path} is not there`);
          if (replaces(type, path.split(".")) !== (isForced ? true : undefined)) problems.push(`${type}: ${path}`);
          forced += isForced ? 1 : 0;
        }
        // What the provider alone decides forces nothing.
        for (const { name, required, optional } of block.attributes)
          if (!required && !optional && replaces(type, [name]) === true) problems.push(`${type}: ${name} is read-only`);
      }
      expect(problems).toEqual([]);
      expect(forced).toBeGreaterThan(4000);
      process.stdout.write(`${forced} entries of ${types.length} types\n`);
    },
    PATIENCE,
  );
});

async function readTypes() {
  const folder = makeFolder();
  const configuration = { terraform: { required_providers: { aws: { source: SOURCE } } } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
  linkProviders(folder, "terraform");
  const { stdout } = await mustRun("terraform", ["providers", "schema", "-json"], folder);
  return readProviderSchema(stdout, "schema.json", { source: SOURCE, isWanted: (kind) => kind === "resource" }).types;
}

function pathsOf({ attributes, blocks }: BlockSchema): readonly string[] {
  const within = blocks.flatMap(({ name, block }) => [name, ...pathsOf(block).map((path) => `${name}.${path}`)]);
  return [...attributes.flatMap(pathsOfAttribute), ...within];
}

function pathsOfAttribute({ name, type, nested }: AttributeSchema): readonly string[] {
  const within = nested === undefined ? pathsOfType(type) : nested.attributes.flatMap(pathsOfAttribute);
  return [name, ...within.map((path) => `${name}.${path}`)];
}

/** Some blocks of the provider are attributes whose type is a list of objects. */
function pathsOfType(type: ValueType | undefined): readonly string[] {
  if (!Array.isArray(type)) return [];
  const [kind, inner] = type as readonly [string, ValueType | Readonly<Record<string, ValueType>>];
  if (kind !== "object") return pathsOfType(inner as ValueType);
  return Object.entries(inner).flatMap(([name, one]) => [name, ...pathsOfType(one).map((path) => `${name}.${path}`)]);
}

/** The names of a text with their marks, read in another way than the library does. */
function namesIn(text: string): readonly { readonly path: string; readonly isForced: boolean }[] {
  const names: { path: string; isForced: boolean }[] = [];
  const parents: string[] = [];
  for (const [token] of text.matchAll(/[^\s()?]+\(?|\)/g)) {
    const name = token.replace(/[~+*(]/g, "");
    const path = [...parents, name].join(".");
    if (token === ")") parents.pop();
    else if (name !== "" && (!/^\w+\($/.test(token) || token.endsWith("+(")))
      names.push({ path, isForced: !token.startsWith("~") });
    if (token.endsWith("(")) parents.push(name);
  }
  return names;
}
