/**
 * What the declarations of a provider's class say of its arguments. Its code keeps a single block and a single nested attribute
 * alike; the comment above the argument is `monitor_identifier block` for a block alone, and the provider's description otherwise.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Construct } from "../../cdk";
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
    if (file !== undefined) return CONFIGS.get(`${file} ${name}`, () => readConfig(file, name));
  }
  return undefined;
}

function fileOf(type: object, name: string): string | undefined {
  return Object.entries(require.cache).find(
    ([path, module]) =>
      CLASS_FILE.test(path) && (module?.exports as Record<string, unknown> | null | undefined)?.[name] === type,
  )?.[0];
}

function readConfig(file: string, name: string): string | undefined {
  const declarations = file.replace(/\.js$/, ".d.ts");
  if (!existsSync(declarations)) return undefined;
  const text = readFileSync(declarations, "utf8");
  return new RegExp(`^export interface ${name}Config [^{]*\\{$[\\s\\S]*?^\\}$`, "m").exec(text)?.[0];
}
