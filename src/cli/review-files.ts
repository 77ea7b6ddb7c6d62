/** Reads the input of `tfwright review`: plans, and the configs of the change and of its base branch. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fail, reasonOf } from "../errors";
import { CONFIG_NAME, parseConfig, type ReviewConfig } from "../review/config";
import { decodeText } from "./decode-text";

/** The text of a plan; `-` is standard input. @throws TfwrightError if it cannot be read */
export function readInput(path: string): string {
  if (path !== "-" && !existsSync(path))
    fail({
      code: "no-file",
      path,
      message: "there is no such file",
      hint: "`terraform show -json plan.bin > plan.json` writes one",
    });
  if (path !== "-" && statSync(path).isDirectory())
    fail({ code: "not-a-file", path, message: "this is a folder", hint: "give the file of the plan" });
  try {
    return decodeText(readFileSync(path === "-" ? 0 : path));
  } catch (error) {
    const isCut = (error as { readonly code?: unknown } | null)?.code === "Z_BUF_ERROR";
    return fail({
      code: "unreadable",
      path,
      message: isCut ? "is not whole: its gzip ends in the middle" : `the file cannot be read: ${reasonOf(error)}`,
      ...(isCut && { hint: "make the file again, or download it again" }),
    });
  }
}

/** If there is a base, the base's config is used, and the config of the change is only compared with it. */
export function readConfigs({ config: given, base }: { readonly config?: string; readonly base?: string }): {
  readonly config: ReviewConfig;
  readonly changed?: ReviewConfig;
  /** Where the config is that counts. */
  readonly path: string;
} {
  if (base === undefined) {
    const path = given ?? CONFIG_NAME;
    return { config: readConfig(path, given !== undefined), path };
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
  return { config: readConfig(path, false), changed: readConfig(name, false), path };
}

function readConfig(path: string, isNeeded: boolean): ReviewConfig {
  if (existsSync(path)) return parseConfig(readFileSync(path, "utf8"), path);
  return isNeeded ? fail({ code: "no-config", path, message: "there is no such config file" }) : {};
}
