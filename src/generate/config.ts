/** `tfwright.config.ts`: which modules there are, and where they go. */
import type { Runtime } from "../render/runtime";
import type { AnyModule } from "./module";

export { RUNTIMES, type Runtime } from "../render/runtime";

/** The content of `tfwright.config.ts`. */
export interface Config {
  /** The definitions, in any order. */
  readonly modules: readonly AnyModule[];
  /** Folder that is generated, relative to the config file. @default "generated" */
  readonly out?: string;
  /** Folder with templates that replace ours, relative to the config file. @default none */
  readonly templates?: string;
  /** Writes a typed `index.ts` beside each module, for stacks on this package. @default none */
  readonly bindings?: Runtime;
}

/** Gives the config its type: `export default defineConfig({ modules: [...] })`. */
export function defineConfig(config: Config): Config {
  return config;
}
