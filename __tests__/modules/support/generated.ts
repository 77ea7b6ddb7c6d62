/** The generated modules, and copies of them to work in: nothing is ever run in `generated/` itself. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const GENERATED = resolve(__dirname, "../../../generated");

/** Names of all generated modules, also of those that nothing can plan here. */
export const everyModule: readonly string[] = readdirSync(join(GENERATED, "modules")).sort();

/** Modules that stay out of the tests that need a provider, and why. */
export const UNPLANNED: Readonly<Record<string, string>> = {
  "glue-iceberg-table": "iceberg_table_input came with version 6.40 of the AWS provider, and the tests have 6.34",
  "glue-catalog": "aws_glue_catalog came with version 6.44 of the AWS provider, and the tests have 6.34",
};

/** Names of the generated modules that the provider of the tests can plan. */
export const generatedModules: readonly string[] = everyModule.filter((name) => UNPLANNED[name] === undefined);

/** The names of the examples of a module, of which each module of the pack has one at least. */
function examplesOf(module: string): readonly string[] {
  const folder = join(GENERATED, "modules", module, "examples");
  if (!existsSync(folder)) throw new Error(`${module} has no examples: give its definition one`);
  return readdirSync(folder).sort();
}

/** Every `[module, example]`. */
export const generatedExamples: readonly (readonly [string, string])[] = generatedModules.flatMap((module) =>
  examplesOf(module).map((example) => [module, example] as const),
);

/** Settings of the AWS provider with which a plan reads nothing from AWS. */
export const offlineProvider = {
  region: "ap-northeast-1",
  access_key: "test",
  secret_key: "test",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of the file have run. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "tfwright-test-"));
  temporary.push(folder);
  return folder;
}

/** A fresh copy of one generated module, with those that it calls beside it. */
export function copyModule(name: string): string {
  const parent = makeFolder();
  for (const one of [name, ...calledBy(name)])
    cpSync(join(GENERATED, "modules", one), join(parent, one), { recursive: true });
  return join(parent, name);
}

/** Names of the modules that have a wrapper. */
export const wrappedModules: readonly string[] = readdirSync(join(GENERATED, "wrappers")).sort();

/** A fresh copy of a wrapper, with its module where it looks for it. */
export function copyWrapper(name: string): string {
  const parent = makeFolder();
  for (const path of [join("wrappers", name), join("modules", name)])
    cpSync(join(GENERATED, path), join(parent, path), { recursive: true });
  return join(parent, "wrappers", name);
}

/** Names of the modules that a module calls. */
export function calledBy(name: string): readonly string[] {
  const main = readFileSync(join(GENERATED, "modules", name, "main.tf"), "utf8");
  return [...new Set([...main.matchAll(/^ {2}source += "\.\.\/([\w-]+)"$/gm)].map(([, called = ""]) => called))];
}

/** Dummy keys for the configuration in `folder`, in a file beside it. */
export function planOffline(folder: string): void {
  writeFileSync(join(folder, "offline_override.tf.json"), JSON.stringify({ provider: { aws: offlineProvider } }));
}
