/** `tfwright.config.ts`: which modules there are, and where they go. */
import type { AnyModule } from "./module";

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

/** What a CDKTF stack is made with: CDKTF, or its successor CDK Terrain. */
export type Runtime = (typeof RUNTIMES)[number];
export const RUNTIMES = ["cdktf", "cdktn"] as const;

/** Gives the config its type: `export default defineConfig({ modules: [...] })`. */
export function defineConfig(config: Config): Config {
  return config;
}
