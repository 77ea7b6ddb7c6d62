/** What `tfwright review` reads: plans, and configs of the change and of its base. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fail } from "../errors";
import { CONFIG_NAME, parseConfig, type ReviewConfig } from "../review/config";

/** The text of a plan; `-` is standard input. @throws TfwrightError where it cannot be read */
export function readInput(path: string): string {
  if (path !== "-" && !existsSync(path))
    fail("no-file", path, "there is no such file", "`terraform show -json plan.bin > plan.json` writes one");
  if (path !== "-" && statSync(path).isDirectory())
    fail("not-a-file", path, "this is a folder", "give the plan's file");
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    return fail("unreadable", path, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** With a base, its config counts, and the change's own is only compared with it. */
export function readConfigs({ config: given, base }: { readonly config?: string; readonly base?: string }): {
  readonly config: ReviewConfig;
  readonly changed?: ReviewConfig;
} {
  if (base === undefined) return { config: readConfig(given ?? CONFIG_NAME, given !== undefined) };
  if (!existsSync(base))
    fail(
      "no-base",
      base,
      "there is no such folder",
      "check the base branch out beside the change, and give its folder",
    );
  const name = given ?? CONFIG_NAME;
  if (isAbsolute(name)) fail("bad-option", "--config", "with --base the config is given relative to both folders");
  return { config: readConfig(join(base, name), false), changed: readConfig(name, false) };
}

function readConfig(path: string, isNeeded: boolean): ReviewConfig {
  if (existsSync(path)) return parseConfig(readFileSync(path, "utf8"), path);
  return isNeeded ? fail("no-config", path, "there is no such config file") : {};
}
