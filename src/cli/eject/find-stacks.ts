/** Finds the stacks that `cdktf synth` wrote. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { WHAT_TO_GIVE } from "../../eject/stack-file";
import { fail } from "../../errors";
import { compareBytes } from "../../text/compare-bytes";

/** A stack on disk. */
export interface FoundStack {
  readonly name: string;
  /** The file, relative to the current folder. */
  readonly file: string;
  /** Its folder, absolute. */
  readonly folder: string;
}

/** The stacks of a path, and whether it is the output of a whole app. */
interface FoundStacks {
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
  if (!statSync(path).isDirectory()) {
    if (!path.endsWith(".json")) fail({ code: "no-stack", path: given, message: nameFile(path), hint: WHAT_TO_GIVE });
    return { stacks: [stackOf(path, cwd)], isApp: false };
  }
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
    hint: isHcl ? "run `cdktf synth` without `--hcl`, and eject again" : hintFor(path),
  });
}

function nameFile(path: string): string {
  return path.endsWith(".tf") ? "is HCL already" : "is no JSON, which is what a stack is written as";
}

/** In the folder of an app the stacks are still to be written, or stand in a folder of another name. */
function hintFor(path: string): string {
  const settings = readJson(join(path, "cdktf.json"));
  if (settings === undefined) return WHAT_TO_GIVE;
  const output = (settings as { readonly output?: unknown } | null)?.output;
  return typeof output === "string" && resolve(path, output) !== resolve(path, "cdktf.out")
    ? `run \`cdktf synth\` first, and give the folder that it writes: ${output}`
    : "run `cdktf synth` first";
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
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

interface SynthManifest {
  readonly stacks?: Readonly<Record<string, { readonly synthesizedStackPath?: unknown } | null>>;
}

function stacksInManifest(app: string): ReadonlySet<string> | undefined {
  const manifest = readJson(join(app, "manifest.json")) as SynthManifest | null | undefined;
  const paths = Object.values(manifest?.stacks ?? {}).flatMap((stack) => {
    const path = stack?.synthesizedStackPath;
    return typeof path === "string" ? [path] : [];
  });
  return paths.length === 0 ? undefined : new Set(paths.map((path) => resolve(app, path)));
}
