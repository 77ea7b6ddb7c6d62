/** Reads the configs of `tfwright review`: that of the change, and that of its base branch. */
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fail } from "../../errors";
import { CONFIG_NAME, parseConfig, type ReviewConfig } from "../../review/config";

/** If there is a base, the base's config is used, and the config of the change is only compared with it. */
export function readConfigs({ config: given, base }: { readonly config?: string; readonly base?: string }): {
  readonly config: ReviewConfig;
  readonly changed?: ReviewConfig;
  /** Where the config is that counts. */
  readonly path: string;
} {
  if (base === undefined) {
    const path = given ?? CONFIG_NAME;
    const config = readConfig(path);
    if (config === undefined && given !== undefined)
      fail({ code: "no-config", path, message: "there is no such config file" });
    return { config: config ?? {}, path };
  }
  if (!existsSync(base))
    fail({
      code: "no-base",
      path: base,
      message: "there is no such folder",
      hint: "check out the base branch into its own folder, and give this folder",
    });
  const name = given ?? CONFIG_NAME;
  if (isAbsolute(name))
    fail({
      code: "bad-option",
      path: "--config",
      message: "with --base, the path of the config must be relative: it is read in both folders",
    });
  const path = join(base, name);
  return { config: readConfig(path) ?? {}, changed: readConfig(name) ?? {}, path };
}

/** The config of a file; undefined if there is no such file. */
function readConfig(path: string): ReviewConfig | undefined {
  return existsSync(path) ? parseConfig(readFileSync(path, "utf8"), path) : undefined;
}
