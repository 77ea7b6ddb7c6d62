/** Root modules that call a copy of a generated module. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GENERATED, makeFolder, offlineProvider } from "./generated";
import type { Inputs, Json } from "./module-inputs";

/** The output of a resource that is still to be made: a string known only after apply. */
export const UNKNOWN = "terraform_data.unknown.output";

export interface RootModule {
  /** Calls of the generated module: the inputs of each. */
  readonly calls: Readonly<Record<string, Inputs>>;
  /** Resources beside the calls. @default only the one whose output is unknown */
  readonly resource?: Readonly<Record<string, Json>>;
}

/** Writes a root module that plans without AWS. Returns its folder. */
export function writeRootModule(name: string, { calls, resource = {} }: RootModule): string {
  const folder = makeFolder();
  cpSync(join(GENERATED, "modules", name), join(folder, name), { recursive: true });
  const module = Object.entries(calls).map(([call, inputs]) => [call, { source: `./${name}`, ...inputs }]);
  const root = {
    provider: { aws: offlineProvider },
    resource: { terraform_data: { unknown: { input: "example" } }, ...resource },
    module: Object.fromEntries(module),
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root, null, 2));
  return folder;
}
