/** `tfwright provider` over the real schemas of AWS, time and docker: what is written compiles, and Terraform agrees with it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import * as tfwright from "tfwright";
import { type AnyModule, defineModule, raw, resource, TfwrightError } from "tfwright";
import { writeTypes } from "../../src/provider-types/write-types";
import { createEngine, renderModule } from "../../src/render";
import type { BlockSchema, TypeSchema } from "../../src/terraform/schema/provider-schema";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { makeFolder } from "../render/folders";
import { describeWithProviders } from "./support/find-terraform";
import {
  addressOf,
  type MinimalConfig,
  minimalConfig,
  readSchemas,
  SCHEMAS,
  schemaFolder,
  shuffled,
} from "./support/provider-schema";
import { runCommand } from "./support/run-command";
import { type Diagnostic, PATIENCE } from "./support/terraform";

const PROVIDERS = [
  { source: "hashicorp/aws", localName: "aws", version: "6.34.0" },
  { source: "hashicorp/time", localName: "time", version: "0.14.2" },
  { source: "kreuzwerker/docker", localName: "docker", version: "4.6.0" },
];
const SEED = 20261129;
const DRAWN = 200;

/** Errors that a schema decides, and no rule of the provider. */
const OF_SCHEMA =
  /^(?:Unsupported (?:argument|block type|attribute)|Missing required argument|Insufficient .* blocks|Too many .* blocks|Incorrect attribute value type|Invalid or unknown key|Value for unconfigurable attribute|Invalid Configuration for Read-Only Attribute)$/;

describeWithProviders("terraform", SCHEMAS, "types of real providers", () => {
  let text = "";
  const files = new Map<string, string>();
  const schemas: { readonly schema: TypeSchema; readonly path: string }[] = [];
  let drawn: readonly { readonly schema: TypeSchema; readonly path: string }[] = [];
  let classes: readonly unknown[] = [];

  beforeAll(async () => {
    text = await readSchemas();
    for (const provider of PROVIDERS) {
      const isWanted = (kind: string) => kind === "resource" || kind === "data";
      const { types } = readProviderSchema(text, "schema.json", { source: provider.source, isWanted });
      for (const schema of types) {
        const written = writeTypes([schema], provider, () => undefined);
        for (const [path, content] of written.files) {
          files.set(`${provider.localName}/${path}`, content);
          schemas.push({ schema, path: `${provider.localName}/${path}` });
        }
        expect(written.omitted.filter(({ reason }) => reason !== "constructs use this name")).toEqual([]);
      }
    }
    const others = schemas.filter(({ path }) => !path.startsWith("aws/"));
    const aws = shuffled(
      schemas.filter(({ path }) => path.startsWith("aws/")),
      SEED,
    );
    drawn = [...others, ...aws].slice(0, DRAWN);
    process.stdout.write(`${files.size} types; drawn by seed ${SEED}: ${drawn.length}\n`);
    classes = drawn.map(({ path }) => load(files.get(path) as string));
  }, PATIENCE);

  test("all are written, each once", () => {
    expect(schemas.length).toBeGreaterThan(2200);
    expect(files.size).toBe(schemas.length);
  });

  test(
    "all compile under strict",
    () => {
      const folder = makeFolder([]);
      mkdirSync(join(folder, "node_modules"));
      const root = join(__dirname, "..", "..");
      symlinkSync(root, join(folder, "node_modules", "tfwright"));
      for (const name of ["cdktf", "constructs"])
        symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
      for (const provider of PROVIDERS) mkdirSync(join(folder, provider.localName));
      for (const [path, content] of files) writeFileSync(join(folder, path), content);
      const options = {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: "es2022",
        module: "node16",
        preserveSymlinks: true,
        exactOptionalPropertyTypes: true,
        types: [],
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
      const { stdout } = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", folder], {
        encoding: "utf8",
      });
      rmSync(folder, { recursive: true });
      expect(stdout).toBe("");
    },
    PATIENCE,
  );

  test(
    "what a schema requires is enough for its provider, but for rules that no schema has",
    async () => {
      const given = new Map(drawn.map(({ schema }) => [schema, minimalConfig(schema.block, raw("var.any"))]));
      const rules: string[] = [];
      for (let round = 0; round < 6; round += 1) {
        const module = moduleOf(
          drawn.map(({ schema }, index) => ({ schema, type: classes[index], config: given.get(schema) as object })),
        );
        const diagnostics = await diagnose(module);
        expect(diagnostics.filter(isOfSchema)).toEqual([]);
        const mended = mendable(diagnostics, given);
        rules.push(...mended.map(({ schema, path }) => `${schema.type}: ${path.join(".")}`));
        for (const { schema, path } of mended)
          given.set(schema, extended(given.get(schema) as MinimalConfig, schema.block, path));
        if (mended.length === 0) {
          const left = diagnostics.filter(({ severity }) => severity === "error");
          process.stdout.write(
            `one of several is needed: ${rules.length}; other rules of the provider: ${left.length}\n`,
          );
          for (const { address, summary, detail } of left) process.stdout.write(`  ${address}: ${summary} ${detail}\n`);
          expect(left.length).toBeLessThanOrEqual(DRAWN / 50);
          return;
        }
      }
      throw new Error("rules without an end");
    },
    PATIENCE,
  );

  const WRONG: readonly [string, string, (schema: TypeSchema, config: object) => object | undefined][] = [
    ["a name that there is not", "unknown-argument", (_schema, config) => ({ ...config, no_such_argument: "x" })],
    [
      "a missing argument",
      "missing-argument",
      (schema, config) => {
        const name = schema.block.attributes.find(({ required }) => required)?.name;
        return name === undefined
          ? undefined
          : Object.fromEntries(Object.entries(config).filter(([key]) => key !== name));
      },
    ],
    [
      "a read-only argument",
      "read-only-argument",
      ({ block }, config) => {
        const found = block.attributes.find((one) => one.computed && !one.optional && one.name !== "count");
        return found === undefined ? undefined : { ...config, [found.name]: found.type === "string" ? "x" : [] };
      },
    ],
  ];

  test.each(WRONG)(
    "%s is refused by us and by Terraform alike",
    async (_title, code, change) => {
      const cases = drawn.flatMap(({ schema }, index) => {
        const config = change(schema, minimalConfig(schema.block, raw("var.any")));
        const json = change(schema, minimalConfig(schema.block, "${var.any}"));
        return config === undefined || json === undefined ? [] : [{ schema, type: classes[index], config, json }];
      });
      expect(cases.length).toBeGreaterThan(DRAWN / 2);
      const ours = cases.map(({ schema, type, config }) => {
        const codes = problemsOf(moduleOf([{ schema, type, config }]));
        return `${addressOf(schema)} ${codes.join(" ")}`;
      });
      expect(ours).toEqual(cases.map(({ schema }) => `${addressOf(schema)} ${code}`));

      const folder = schemaFolder();
      const elements = (kind: string) =>
        Object.fromEntries(
          cases.filter(({ schema }) => schema.kind === kind).map(({ schema, json }) => [schema.type, { this: json }]),
        );
      const configuration = { variable: { any: {} }, resource: elements("resource"), data: elements("data") };
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
      const refused = new Set(
        (await validateJson(folder)).filter(({ severity }) => severity === "error").map(({ address }) => address),
      );
      expect(cases.map(({ schema }) => addressOf(schema)).filter((address) => !refused.has(address))).toEqual([]);
    },
    PATIENCE,
  );
});

function isOfSchema({ summary, detail = "" }: Diagnostic): boolean {
  // The providers' own rules have some of these titles too.
  return OF_SCHEMA.test(summary) && !/one of|combination|must be specified/i.test(detail);
}

interface Drawn {
  readonly schema: TypeSchema;
  readonly type: unknown;
  readonly config: object;
}

function moduleOf(elements: readonly Drawn[]): AnyModule {
  return defineModule({
    name: "sample",
    title: "Sample",
    description: "A sample.",
    providers: Object.fromEntries(PROVIDERS.map(({ localName, source }) => [localName, { source }])),
    variables: { any: tfwright.any({ description: "Anything." }) },
    build: (scope) => {
      for (const { type, config } of elements) resource(scope, type as never, "this", config as never);
      return {};
    },
  });
}

function problemsOf(module: AnyModule): readonly string[] {
  try {
    module.generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems.map(({ code }) => code).filter((code) => code !== "unused-variable");
  }
}

const engine = createEngine();

async function diagnose(module: AnyModule): Promise<readonly Diagnostic[]> {
  const folder = schemaFolder();
  rmSync(join(folder, "versions.tf.json"));
  for (const [path, content] of renderModule(module.generate(), engine))
    if (/^\w+\.tf$/.test(path)) writeFileSync(join(folder, path), content);
  return validateJson(folder);
}

async function validateJson(folder: string): Promise<readonly Diagnostic[]> {
  const { stdout } = await runCommand("terraform", ["validate", "-json"], folder);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly (Diagnostic & Snippet)[] };
  return diagnostics.map((one) => {
    // Of JSON it names the block only in the snippet, and there the inner one.
    const inJson = /^(?:resource\.)?((?:data\.)?[a-z]\w*\.this)\b/.exec(one.snippet?.context ?? "")?.[1];
    const address = one.address ?? inJson;
    return { ...one, ...(address !== undefined && { address }) };
  });
}

interface Snippet {
  readonly snippet?: { readonly context?: string };
}

/** Of "one of `a`, `b` must be given" the first that the type has: the way to it, as the provider writes it. */
function mendable(diagnostics: readonly Diagnostic[], given: ReadonlyMap<TypeSchema, MinimalConfig>) {
  const told = new Map<string, { readonly schema: TypeSchema; readonly path: readonly string[] }>();
  for (const { severity, address, summary, detail = "" } of diagnostics) {
    if (severity !== "error" || address === undefined || told.has(address)) continue;
    const [schema, config = {}] = [...given].find(([one]) => addressOf(one) === address) ?? [];
    const isRule = /one of|one \(and only one\) of|must be (?:specified|configured|set)|all of|must have a config/i;
    if (schema === undefined || !isRule.test(`${summary} ${detail}`)) continue;
    const ways = detail.match(/[a-z][a-z0-9_]*(?:\.(?:\d+|<)\.[a-z][a-z0-9_]*)*/g) ?? [];
    // The order of diagnostics differs from run to run; a write-only argument needs another one beside it.
    const paths = ways.filter((way) => !way.endsWith("_wo")).map((way) => way.split(/\.(?:\d+|<)\./));
    const path = paths.find((one) => hasPlace(schema.block, one) && valueAt(config, one) === undefined);
    if (path !== undefined) told.set(address, { schema, path });
  }
  return [...told.values()];
}

/** Whether a block has an argument or block that may be given where a path leads. */
function hasPlace(block: BlockSchema, [name, ...rest]: readonly string[]): boolean {
  const inner = block.blocks.find((one) => one.name === name);
  if (rest.length > 0) return inner !== undefined && hasPlace(inner.block, rest);
  return inner !== undefined || block.attributes.some((one) => one.name === name && one.optional);
}

function valueAt(config: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined || typeof config !== "object" || config === null) return config;
  return valueAt((Array.isArray(config) ? config[0] : config)[name], rest);
}

/** The configuration with one more argument, or block with what it requires, where a path leads. */
function extended(config: MinimalConfig, block: BlockSchema, [name = "", ...rest]: readonly string[]): MinimalConfig {
  const inner = block.blocks.find((one) => one.name === name);
  if (inner === undefined) return { ...config, [name]: raw("var.any") };
  const old = config[name];
  const first = ((Array.isArray(old) ? old[0] : old) ?? minimalConfig(inner.block, raw("var.any"))) as MinimalConfig;
  return { ...config, [name]: rest.length === 0 ? first : extended(first, inner.block, rest) };
}

/** The class that a file exports. */
function load(content: string): unknown {
  const { code } = transformSync(content, { loader: "ts", format: "cjs" });
  const module = { exports: {} as Record<string, unknown> };
  new Function("exports", "require", "module", code)(module.exports, () => tfwright, module);
  return Object.values(module.exports)[0];
}
