/** The command `tfwright eject`: stacks of CDKTF as root modules of plain HCL. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import type { ProviderShapes } from "../eject/body-shape";
import { type EjectedStack, ejectStack } from "../eject/eject-stack";
import { schemaShapes } from "../eject/schema-shapes";
import { StackFile } from "../eject/stack-file";
import { pathsIn, type StackPath } from "../eject/stack-notes";
import { requiredIn } from "../eject/stack-shapes";
import { fail, type Problem, Problems } from "../errors";
import { readHcl } from "../hcl/read";
import { findAddress, fullSource } from "../terraform/schema/provider-source";
import { readProviderSchema } from "../terraform/schema/read-provider-schema";
import { compareBytes } from "../text/compare-bytes";
import { checkWorkspace, type WorkspaceState, writeWorkspace } from "../workspace";
import { askInFolder } from "./ask-schema";
import { decodeText } from "./decode-text";
import { type FoundStack, findStacks } from "./find-stacks";
import { type Verification, verifyStack } from "./verify-stack";

export interface EjectFlags {
  readonly out?: string;
  readonly rename?: boolean;
  readonly comments?: boolean;
  readonly schema?: string;
  readonly terraform?: string;
  readonly verify?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
}

/** Something to know of a stack in its new folder. */
export interface StackNote {
  readonly place: string;
  readonly message: string;
}

/** What became of one stack. */
export interface StackResult extends Omit<EjectedStack, "files"> {
  readonly stack: string;
  /** The file that was read. */
  readonly source: string;
  /** Its folder of HCL. */
  readonly out: string;
  /** Paths in the folder, sorted. */
  readonly files: readonly string[];
  readonly notes: readonly StackNote[];
  /** Only with `verify`. */
  readonly verification?: Verification;
}

export interface EjectResult {
  readonly out: string;
  readonly stacks: readonly StackResult[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Only with `check`. */
  readonly check?: WorkspaceState;
}

/** Folder of the stacks without `--out`. */
const OUT = "terraform";

const LOCK = ".terraform.lock.hcl";

/**
 * All stacks are converted and proved before the first file is written.
 *
 * @param given output of `cdktf synth`, the folder of a stack, or its file
 * @throws TfwrightError with all problems of all stacks; any other error is a fault of tfwright
 */
export async function eject(given: string, flags: EjectFlags, cwd: string): Promise<EjectResult> {
  const { stacks, isApp } = findStacks(given, cwd);
  const root = resolve(cwd, flags.out ?? OUT);
  const isInOwnFolder = isApp || flags.out === undefined;
  const schema = flags.schema === undefined ? undefined : readSchema(flags.schema, cwd);
  const schemas: ReadSchemas = new Map();
  const problems = new Problems();
  const files = new Map<string, string | Uint8Array>();
  const results: StackResult[] = [];
  for (const stack of stacks) {
    const folder = isInOwnFolder ? join(root, stack.name) : root;
    const asked = schema === undefined ? await askFolder(stack, flags.terraform, cwd) : { schema };
    const exact = exactShapes(stack, asked.schema, { isGiven: schema !== undefined, read: schemas });
    // Problems of one stack do not hide those of the next.
    const one = problems.attempt(() => ejectOne(stack, exact, flags));
    if (one === undefined) continue;
    const { ejected, notes } = one;
    const all = new Map<string, string | Uint8Array>([...ejected.files, ...copiedFiles(stack.folder)]);
    for (const [name, content] of all) files.set(isInOwnFolder ? `${stack.name}/${name}` : name, content);
    const names = [...all.keys()].sort(compareBytes);
    results.push({
      ...ejected,
      stack: stack.name,
      source: stack.file,
      out: relative(cwd, folder) || ".",
      files: names,
      notes: [...(asked.note === undefined ? [] : [asked.note]), ...notes, ...notesOf(stack, folder, cwd)],
    });
  }
  problems.throwIfAny();
  const partial = isApp || !isInOwnFolder ? {} : { partial: stacks.map(({ name }) => name) };
  const base = { out: relative(cwd, root) || ".", stacks: results };
  if (flags.check === true) return { ...base, written: [], removed: [], check: checkWorkspace(root, files, partial) };
  const { written, removed } = write(root, files, { ...partial, force: flags.force ?? false });
  if (flags.verify !== true) return { ...base, written, removed };
  const verified: StackResult[] = [];
  for (const [index, result] of results.entries()) {
    const verification = await verifyStack(
      { source: (stacks[index] as FoundStack).folder, ejected: resolve(cwd, result.out), renames: result.renames },
      flags.terraform,
    );
    verified.push({ ...result, verification });
  }
  return { ...base, stacks: verified, written, removed };
}

function ejectOne(
  stack: FoundStack,
  exact: ReadonlyMap<string, ProviderShapes>,
  flags: EjectFlags,
): { readonly ejected: EjectedStack; readonly notes: readonly StackNote[] } {
  const text = readStack(stack);
  const ejected = ejectStack(stack.file, text, {
    exact: (source) => exact.get(fullSource(source)),
    locked: lockedVersions(stack.folder),
    rename: flags.rename ?? false,
    comments: flags.comments ?? false,
  });
  const others = readdirSync(stack.folder).filter((name) => /\.tf(?:\.json)?$/.test(name) && name !== "cdk.tf.json");
  const notes = others.map((name) => ({
    place: join(stack.folder, name),
    message: "is not part of the stack, and is not taken along",
  }));
  return { ejected, notes };
}

function readStack({ file, folder }: FoundStack): string {
  try {
    return decodeText(readFileSync(join(folder, basename(file))));
  } catch (error) {
    return fail({ code: "stack-not-readable", path: file, message: `cannot be read: ${(error as Error).message}` });
  }
}

/** Assets and the lock file, unchanged, where they were. */
function copiedFiles(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const lock = join(folder, LOCK);
  if (existsSync(lock)) files.set(LOCK, readFileSync(lock));
  const assets = join(folder, "assets");
  if (!existsSync(assets)) return files;
  for (const entry of readdirSync(assets, { recursive: true, encoding: "utf8" }).sort(compareBytes)) {
    const path = join(assets, entry);
    if (statSync(path).isFile()) files.set(`assets/${entry.replaceAll("\\", "/")}`, readFileSync(path));
  }
  return files;
}

/** The versions of the lock file, by the source with its host. */
function lockedVersions(folder: string): ReadonlyMap<string, string> {
  const lock = join(folder, LOCK);
  if (!existsSync(lock)) return new Map();
  return new Map(
    readHcl(readFileSync(lock, "utf8")).body.flatMap((item): readonly (readonly [string, string])[] => {
      if (item.kind !== "block" || item.type !== "provider") return [];
      const version = item.body.find((one) => one.kind === "attribute" && one.name === "version");
      const value = version?.kind === "attribute" && version.value.kind === "literal" ? version.value.value : undefined;
      return typeof value === "string" ? [[fullSource(item.labels[0] ?? ""), value]] : [];
    }),
  );
}

interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

function readSchema(path: string, cwd: string): SchemaFile {
  try {
    return { path, text: decodeText(readFileSync(path === "-" ? 0 : resolve(cwd, path))) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === "ENOENT" ? "there is no such file" : `cannot be read: ${(error as Error).message}`;
    return fail({ code: "schema-not-readable", path, message });
  }
}

/** Schemas by file and provider: each is read once, however many stacks need it. */
type ReadSchemas = Map<string, ProviderShapes>;

/** What is known of the providers of a stack before it is ejected. */
interface AskedSchema {
  readonly schema?: SchemaFile;
  /** Why Terraform did not tell it: without access to the backend, for one. The tables are there too. */
  readonly note?: StackNote;
}

/** Asks Terraform where it has installed the providers of the stack. */
async function askFolder({ folder }: FoundStack, terraform: string | undefined, cwd: string): Promise<AskedSchema> {
  if (!existsSync(join(folder, ".terraform", "providers"))) return {};
  const asked = await askInFolder(folder, terraform);
  if ("text" in asked) return { schema: { path: folder, text: asked.text } };
  const place = relative(cwd, folder) || ".";
  return {
    note: {
      place,
      message: `the tables that ship with tfwright are used, as Terraform did not tell the schemas: ${asked.fault}`,
    },
  };
}

/** The exact schemas of the providers of a stack. */
function exactShapes(
  stack: FoundStack,
  found: SchemaFile | undefined,
  { isGiven, read }: { readonly isGiven: boolean; readonly read: ReadSchemas },
): ReadonlyMap<string, ProviderShapes> {
  if (found === undefined) return new Map();
  const addresses = addressesIn(found.text);
  const wanted = sourcesOf(stack);
  const known = wanted.filter((source) => findAddress(source, addresses) !== undefined);
  // A file that is given must be of use; reading it says why it is not.
  const sources = known.length === 0 && isGiven ? wanted.slice(0, 1) : known;
  return new Map(
    sources.map((source) => {
      const key = `${found.path} ${source}`;
      const shapes = read.get(key) ?? shapesIn(found, source);
      read.set(key, shapes);
      return [fullSource(source), shapes];
    }),
  );
}

function shapesIn({ path, text }: SchemaFile, source: string): ProviderShapes {
  const schema = readProviderSchema(text, path, { source, isWanted: () => true });
  return schemaShapes(schema, `the schema of ${source} in ${path}`);
}

/** The providers whose schemas a text has. What is wrong with it is told where a provider's schema is read. */
function addressesIn(text: string): readonly string[] {
  try {
    const { provider_schemas: schemas } = JSON.parse(text) as { readonly provider_schemas?: object };
    return Object.keys(schemas ?? {});
  } catch {
    return [];
  }
}

function sourcesOf(stack: FoundStack): readonly string[] {
  return requiredIn(StackFile.read(stack.file, readStack(stack))).map(({ source }) => source);
}

/** What will not be found, or not be the same, from the new folder. */
function notesOf(stack: FoundStack, out: string, cwd: string): readonly StackNote[] {
  const file = StackFile.read(stack.file, readStack(stack));
  return pathsIn(file).flatMap((one) => {
    const message = noteOf(one, stack, { out, cwd });
    return message === undefined ? [] : [{ place: one.place, message }];
  });
}

function noteOf(
  { use, name, path }: StackPath,
  { folder }: FoundStack,
  { out, cwd }: { readonly out: string; readonly cwd: string },
): string | undefined {
  const shown = (target: string) => relative(cwd, target) || ".";
  switch (use) {
    case "state":
      if (isAbsolute(path))
        return `the state stays at ${path}, which is a path of one machine: give it a backend that others reach`;
      return existsSync(join(folder, path))
        ? `the state is in ${shown(join(folder, path))}: copy it to ${shown(join(out, path))} before the first plan`
        : `the state is a file, ${path}, relative to the stack's folder: copy it to ${shown(out)} before the first plan`;
    case "other-state":
      return isAbsolute(path)
        ? `\`${name}\` is a path of one machine: ${path}`
        : `\`${name}\` is relative to the folder of the stack: ${path}`;
    case "module": {
      const target = resolve(folder, path);
      if (isAbsolute(path)) return `\`${name}\` is a path of one machine: ${path}`;
      if (/^\.\/assets\//.test(path)) return undefined;
      return `\`${name}\` is ${path}, outside of what is copied: move the module from ${shown(target)}, or write the path anew`;
    }
    case "value":
      return existsSync(path) ? `\`${name}\` is a file of this machine: ${path}` : undefined;
  }
}

function write(
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: Parameters<typeof writeWorkspace>[2],
): ReturnType<typeof writeWorkspace> {
  const problems = new Problems();
  const result = problems.attempt(() => writeWorkspace(root, files, options));
  if (result !== undefined) return result;
  const told = new Problems();
  told.add(...problems.all.map(inWordsOfEject));
  told.throwIfAny();
  throw new Error("writing failed without a problem");
}

/** What was ejected has no definition to go back to. */
function inWordsOfEject(problem: Problem): Problem {
  if (problem.code !== "edited-by-hand") return problem;
  return {
    ...problem,
    message: "this file was edited after it was ejected",
    hint: "keep it, and stop ejecting this stack; or use `--force` to lose the edit",
  };
}
