/** Finds the stacks that `cdktf synth` wrote. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fail } from "../errors";
import { compareBytes } from "../text/compare-bytes";

/** A stack on disk. */
export interface FoundStack {
  readonly name: string;
  /** The file, relative to the current folder. */
  readonly file: string;
  /** Its folder, absolute. */
  readonly folder: string;
}

/** The stacks of a path, and whether it is the output of a whole app. */
export interface FoundStacks {
  readonly stacks: readonly FoundStack[];
  readonly isApp: boolean;
}

const FILE = "cdk.tf.json";

/** @throws TfwrightError `no-stack` */
export function findStacks(given: string, cwd: string): FoundStacks {
  const path = resolve(cwd, given);
  if (!existsSync(path))
    fail({
      code: "no-stack",
      path: given,
      message: "there is no such file or folder",
      hint: "run `cdktf synth` first",
    });
  if (!statSync(path).isDirectory()) return { stacks: [stackOf(path, cwd)], isApp: false };
  if (existsSync(join(path, FILE))) return { stacks: [stackOf(join(path, FILE), cwd)], isApp: false };
  const app = existsSync(join(path, "stacks")) ? path : join(path, "cdktf.out");
  const stacks = stacksOf(app).map((file) => stackOf(file, cwd));
  if (stacks.length > 0) return { stacks, isApp: true };
  const isHcl =
    existsSync(join(path, "cdk.tf")) || stackFolders(app).some((folder) => existsSync(join(folder, "cdk.tf")));
  return fail({
    code: "no-stack",
    path: given,
    message: isHcl
      ? "its stacks were written by `cdktf synth --hcl`, which loses a part of them"
      : `has no stack: neither ${FILE} nor stacks/*/${FILE}`,
    hint: isHcl
      ? "run `cdktf synth` without `--hcl`, and eject again"
      : "give the folder that `cdktf synth` writes (cdktf.out), the folder of one stack, or its cdk.tf.json",
  });
}

function stackOf(file: string, cwd: string): FoundStack {
  const folder = dirname(file);
  return { name: basename(folder), file: relative(cwd, file) || file, folder };
}

/** The stacks of the last run, where there is a manifest: those of earlier runs stay on disk. */
function stacksOf(app: string): readonly string[] {
  const files = stackFolders(app)
    .map((folder) => join(folder, FILE))
    .filter(existsSync);
  const current = stacksInManifest(app);
  return current === undefined ? files : files.filter((file) => current.has(resolve(file)));
}

function stackFolders(app: string): readonly string[] {
  const folder = join(app, "stacks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort(compareBytes)
    .map((name) => join(folder, name));
}

function stacksInManifest(app: string): ReadonlySet<string> | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(app, "manifest.json"), "utf8")) as {
      readonly stacks?: Readonly<Record<string, { readonly synthesizedStackPath?: string }>>;
    };
    const paths = Object.values(manifest.stacks ?? {}).flatMap(({ synthesizedStackPath: path }) => path ?? []);
    return paths.length === 0 ? undefined : new Set(paths.map((path) => resolve(app, path)));
  } catch {
    return undefined;
  }
}
