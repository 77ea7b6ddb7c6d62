/** Root modules that call copies of generated modules. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATED, generatedExamples, generatedModules, makeFolder, offlineProvider } from "./generated";
import type { Inputs, Json } from "./module-inputs";

/** The output of a resource that is still to be made: a string known only after apply. */
export const UNKNOWN = "terraform_data.unknown.output";

export interface Call {
  /** Name of the generated module. */
  readonly module: string;
  readonly inputs: Inputs;
}

export interface RootModule {
  /** Calls by their names. */
  readonly calls: Readonly<Record<string, Call>>;
  /** Resources beside the calls. @default only the one whose output is unknown */
  readonly resource?: Readonly<Record<string, Json>>;
}

/** Writes a root module that plans without AWS. Returns its folder. */
export function writeRootModule({ calls, resource = {} }: RootModule): string {
  const module = Object.entries(calls).map(([call, { module: name, inputs }]) => [
    call,
    { source: `./modules/${name}`, ...inputs },
  ]);
  return writeRoot({
    provider: { aws: offlineProvider },
    resource: { terraform_data: { unknown: { input: "example" } }, ...resource },
    module: Object.fromEntries(module),
  });
}

/**
 * Writes a root module with every generated module, whose required inputs are variables of which nothing is known, and with
 * every example: `validate` of it says of each what it says of it alone, in one run. Returns its folder.
 */
export function writeWholePack(): string {
  const calls = generatedModules.map((name) => {
    const inputs = requiredInputs(name).map((input) => [input, `\${var.${name}_${input}}`]);
    return [name, { source: `./modules/${name}`, ...Object.fromEntries(inputs) }];
  });
  const variables = generatedModules.flatMap((name) => requiredInputs(name).map((input) => [`${name}_${input}`, {}]));
  const examples = generatedExamples.map(([name, example]) => [
    `${name}_example_${example}`,
    { source: `./modules/${name}/examples/${example}` },
  ]);
  return writeRoot({
    variable: Object.fromEntries(variables),
    module: Object.fromEntries([...calls, ...examples]),
  });
}

/** Where a configuration is planned. */
export interface AwsPlace {
  readonly partition: string;
  readonly region: string;
}

/**
 * Writes a root module that plans every example in a place. The ARNs and regions that an example gives are of that place too.
 *
 * @param endpoints of services that answer in place of AWS
 */
export function writeExamples({ partition, region }: AwsPlace, endpoints: Readonly<Record<string, string>>): string {
  const calls = generatedExamples.map(([name, example]) => [
    `${name}_${example}`,
    { source: `./modules/${name}/examples/${example}` },
  ]);
  const folder = writeRoot({
    provider: { aws: { ...offlineProvider, region, endpoints } },
    module: Object.fromEntries(calls),
  });
  for (const [name, example] of generatedExamples) {
    const file = join(folder, "modules", name, "examples", example, "main.tf");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("arn:aws:", `arn:${partition}:`).replaceAll("eu-west-1", region));
  }
  return folder;
}

function writeRoot(root: object): string {
  const folder = makeFolder();
  cpSync(join(GENERATED, "modules"), join(folder, "modules"), { recursive: true });
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root, null, 2));
  return folder;
}

/** The variables of a module that have no default. */
function requiredInputs(name: string): readonly string[] {
  const text = readFileSync(join(GENERATED, "modules", name, "variables.tf"), "utf8");
  const blocks = text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}$/gm);
  return [...blocks].flatMap(([, variable = "", body = ""]) => (/^ {2}default +=/m.test(body) ? [] : [variable]));
}
