/** `tfwright.config.ts`: which modules there are, and where they go. */
import type { Runtime } from "../render/runtime";
import type { Locale } from "../text/locale";
import type { AnyModule } from "./module";

export { RUNTIMES, type Runtime } from "../render/runtime";

/** Types of a provider that `tfwright provider` writes from the provider's schema. */
export interface ProviderTypes {
  /** `hashicorp/aws` */
  readonly source: string;
  /** The version whose schema is read: `6.34.0`; or a constraint, of which the newest is taken. @default the newest */
  readonly version?: string;
  /** `aws_glue_trigger`, `data.aws_region`, `aws_glue_*`. */
  readonly types: readonly string[];
  /** Folder that is written, relative to the config file. @default "providers/NAME" */
  readonly out?: string;
}

/** The content of `tfwright.config.ts`. */
export interface Config {
  /** The definitions, in any order. */
  readonly modules: readonly AnyModule[];
  /** Folder that is generated, relative to the config file. @default "generated" */
  readonly out?: string;
  /** Folder with templates that replace ours, relative to the config file. @default none */
  readonly templates?: string;
  /** Language of the texts of generated files. @default "en" */
  readonly locale?: Locale;
  /** Writes a typed `index.ts` beside each module, for stacks on this package. @default none */
  readonly bindings?: Runtime;
  /** Types of providers that `tfwright provider` keeps up to date, by the provider's name in a configuration. @default none */
  readonly providers?: Readonly<Record<string, ProviderTypes>>;
}

/** Gives the config its type: `export default defineConfig({ modules: [...] })`. */
export function defineConfig(config: Config): Config {
  return config;
}
