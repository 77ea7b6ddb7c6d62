/** The configuration of the modules of a plan, where it is beside the plan. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../terraform/plan/plan";
import { moduleFolder } from "./review-folders";

/** A module, by its address without keys, and the folder with its files. */
interface ModuleFolder {
  /** Empty for the root. */
  readonly module: string;
  /** Relative to the folder of the root module. */
  readonly folder: string;
}

/** The root module, and the modules that are called by a path. */
export function moduleFolders({ configuration }: Plan): readonly ModuleFolder[] {
  const calls = new Map(configuration.calls.map((call) => [call.address, call]));
  const called = [...calls.keys()].flatMap((module) => {
    const folder = moduleFolder(module, calls);
    return folder === undefined ? [] : [{ module, folder }];
  });
  return [{ module: "", folder: "." }, ...called];
}

/** The texts of the files in a folder that Terraform or OpenTofu reads as HCL; none if there is no such folder. */
export function terraformTexts(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /\.(?:tf|tofu)$/.test(name));
  return files.map((name) => readFileSync(join(folder, name), "utf8"));
}
