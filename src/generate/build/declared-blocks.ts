/**
 * What the declarations of a provider's class say of its arguments. Its code keeps a single block and a single nested attribute
 * alike; the comment above the argument is `monitor_identifier block` for a block alone, and the provider's description otherwise.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Construct, TerraformDataSource } from "../../cdk";
import { Memo } from "../../text/memo";

/** `node_modules/@cdktf/provider-datadog/lib/downtime-schedule/index.js` */
const CLASS_FILE = /[\\/]lib[\\/][\w-]+[\\/]index\.js$/;

/** The declared arguments of a class, by its file and name. */
const CONFIGS = new Memo<string, string | undefined>(200);

/** Whether the declarations call an argument a block; undefined where the class has no declarations beside it. */
export function isDeclaredBlock(element: Construct, name: string): boolean | undefined {
  const config = configOf(element);
  return config === undefined ? undefined : new RegExp(`^\\s*\\* ${name} block$`, "m").test(config);
}

/** The declarations of the nearest class of a provider: an author's class may extend it. */
function configOf(element: Construct): string | undefined {
  for (let type: unknown = element.constructor; typeof type === "function"; type = Object.getPrototypeOf(type)) {
    const { name } = type;
    const file = fileOf(type, name);
    if (file !== undefined) return CONFIGS.get(`${file} ${name}`, () => readConfig(file, `${name}Config`));
  }
  const generated = generatedFileOf(element as GeneratedElement);
  return generated === undefined ? undefined : CONFIGS.get(generated, () => readConfig(generated, "\\w+"));
}

function fileOf(type: object, name: string): string | undefined {
  const found = Object.entries(require.cache).find(
    ([path, module]) =>
      CLASS_FILE.test(path) && (module?.exports as Record<string, unknown> | null | undefined)?.[name] === type,
  )?.[0];
  return found?.replace(/\.js$/, ".d.ts");
}

interface GeneratedElement extends Construct {
  readonly terraformResourceType?: string;
  readonly terraformGeneratorMetadata?: { readonly providerName?: string };
}

/** A class of `cdktf get` is TypeScript in the author's folder: `.gen/providers/datadog/downtime-schedule/index.ts`. */
function generatedFileOf(element: GeneratedElement): string | undefined {
  const { terraformResourceType: type = "", terraformGeneratorMetadata: { providerName = "" } = {} } = element;
  const isData = element instanceof TerraformDataSource;
  const words = isData ? `data_${type}` : type.replace(/^[^_]*_/, "");
  const folder = join(process.cwd(), codeFolder(), "providers", providerName, words.replaceAll("_", "-"));
  const file = join(folder, "index.ts");
  return type !== "" && providerName !== "" && existsSync(file) ? file : undefined;
}

/** Where `cdktf get` writes. */
function codeFolder(): string {
  try {
    const { codeMakerOutput } = JSON.parse(readFileSync("cdktf.json", "utf8")) as {
      readonly codeMakerOutput?: unknown;
    };
    return typeof codeMakerOutput === "string" ? codeMakerOutput : ".gen";
  } catch {
    return ".gen";
  }
}

/** @param name of the interface of the arguments; the file of one class has one that extends cdktf's */
function readConfig(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return new RegExp(`^export interface ${name} extends \\w+\\.TerraformMetaArguments *\\{$[\\s\\S]*?^\\}$`, "m").exec(
    text,
  )?.[0];
}
