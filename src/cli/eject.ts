/** The command `tfwright eject`: stacks of CDKTF as root modules of plain HCL. */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { ProviderShapes } from "../eject/body-shape";
import { type EjectedStack, ejectStack } from "../eject/eject-stack";
import type { KeptNames } from "../eject/renames";
import { schemaShapes } from "../eject/schema-shapes";
import { StackFile } from "../eject/stack-file";
import { providersIn } from "../eject/stack-shapes";
import { fail, formatProblem, type Problem, Problems, reasonOf, TfwrightError } from "../errors";
import { readHcl } from "../hcl/read";
import { findAddress, fullSource } from "../terraform/schema/provider-source";
import { readProviderSchema } from "../terraform/schema/read-provider-schema";
import { compareBytes } from "../text/compare-bytes";
import { count } from "../text/message";
import { checkWorkspace, type WorkspaceState, writeWorkspace } from "../workspace";
import { askInFolder } from "./ask-schema";
import { copiedFiles, LOCK } from "./eject/copied-files";
import { type FoundStack, findStacks } from "./eject/find-stacks";
import { readStack } from "./eject/read-stack";
import { notesOf, type StackNote } from "./eject/stack-folder-notes";
import { type Verification, verifyStack } from "./eject/verify-stack";
import { readSchemaFile } from "./read-schema-file";
import { findTerraform } from "./run-terraform";

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

/** Where the HCL of the stacks goes. */
interface Destination {
  readonly cwd: string;
  readonly root: string;
  /** Whether each stack has a folder of its own below the root, with its name. */
  readonly isInOwnFolder: boolean;
}

/** The stacks as HCL, before anything is written. */
interface ConvertedStacks {
  /** By their paths below the root. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly results: readonly StackResult[];
}

/**
 * All stacks are converted and proved before the first file is written.
 *
 * @param given output of `cdktf synth`, the folder of a stack, or its file
 * @throws TfwrightError with all problems of all stacks; any other error is a fault of tfwright
 */
export async function eject(given: string, flags: EjectFlags, cwd: string): Promise<EjectResult> {
  if (flags.check === true && flags.verify === true)
    fail({
      code: "bad-option",
      path: "--verify",
      message: "looks at the files that are written, and `--check` writes none",
      hint: "leave out one of the two",
    });
  const { stacks, isApp } = findStacks(given, cwd);
  const root = resolve(cwd, flags.out ?? OUT);
  const isInOwnFolder = isApp || flags.out === undefined;
  const { files, results } = await convertStacks(stacks, flags, { cwd, root, isInOwnFolder });
  // What was ejected from a stack that has left the app stays.
  const partial = isInOwnFolder ? { partial: stacks.map(({ name }) => name) } : {};
  const base = { out: relative(cwd, root) || ".", stacks: results };
  if (flags.check === true) {
    const check = checkWorkspace(root, files, { ...partial, describe: inWordsOfEject });
    return { ...base, written: [], removed: [], check };
  }
  // Without Terraform nothing is written: a folder that was not verified is not what was asked for.
  const terraform = flags.verify === true ? await findTerraform(flags.terraform, "or leave out `--verify`") : undefined;
  const { written, removed } = write(root, files, { ...partial, force: flags.force ?? false });
  if (terraform === undefined) return { ...base, written, removed };
  const verified: StackResult[] = [];
  for (const [index, result] of results.entries()) {
    const { out, renames } = result;
    const pair = { source: stacks[index] as FoundStack, ejected: resolve(cwd, out), renames };
    verified.push({ ...result, verification: await verifyStack(pair, terraform) });
  }
  return { ...base, stacks: verified, written, removed };
}

/** Problems of one stack do not hide those of the next, nor does a fault of ours. */
async function convertStacks(
  stacks: readonly FoundStack[],
  flags: EjectFlags,
  { cwd, root, isInOwnFolder }: Destination,
): Promise<ConvertedStacks> {
  const schema =
    flags.schema === undefined ? undefined : { path: flags.schema, text: readSchemaFile(flags.schema, cwd) };
  if (schema !== undefined) refuseUseless(schema, stacks);
  const folderOf = ({ name }: FoundStack) => (isInOwnFolder ? join(root, name) : root);
  const problems = new Problems();
  for (const stack of stacks) problems.attempt(() => refuseSameFolder(stack, folderOf(stack)));
  problems.throwIfAny();
  const schemas: ReadSchemas = new Map();
  const files = new Map<string, string | Uint8Array>();
  const results: StackResult[] = [];
  const faults: StackFault[] = [];
  for (const stack of stacks) {
    const folder = folderOf(stack);
    const asked: AskedSchema = schema === undefined ? await askFolder(stack, flags.terraform) : { schema };
    const exact = exactShapes(stack, asked.schema, schemas);
    let one: ReturnType<typeof ejectOne> | undefined;
    try {
      one = problems.attempt(() => ejectOne(stack, exact, flags));
    } catch (error) {
      faults.push({ stack, error });
    }
    if (one === undefined) continue;
    const { ejected, notes, copied } = one;
    const all = new Map<string, string | Uint8Array>([...ejected.files, ...lockOf(folder), ...copied]);
    for (const [name, content] of all) files.set(isInOwnFolder ? `${stack.name}/${name}` : name, content);
    results.push({
      ...ejected,
      stack: stack.name,
      source: stack.file,
      out: relative(cwd, folder) || ".",
      files: [...all.keys()].sort(compareBytes),
      notes: [...(asked.note === undefined ? [] : [asked.note]), ...notes, ...notesOf(stack, folder, cwd)],
    });
  }
  throwFaults(faults, problems, results);
  problems.throwIfAny();
  return { files, results };
}

/** A stack at which tfwright itself failed. */
interface StackFault {
  readonly stack: FoundStack;
  readonly error: unknown;
}

/** @throws Error that names the stacks, what is wrong with the others, and which of them can be ejected */
function throwFaults(faults: readonly StackFault[], problems: Problems, results: readonly StackResult[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new Error(
    [
      ...faults.map(({ stack, error }) => `${stack.file}: ${reasonOf(error)}`),
      ...problems.all.map(formatProblem),
      `nothing was written${results.length === 0 ? "" : `; ${count(results.length, "other stack")} can be ejected, each by the path of its folder`}`,
    ].join("\n"),
    { cause: first.error },
  );
}

/** Terraform loads all files of a folder: both forms in one would declare everything twice. */
function refuseSameFolder({ file, folder }: FoundStack, out: string): void {
  if (out !== folder && !(existsSync(out) && realpathSync(out) === realpathSync(folder))) return;
  fail({
    code: "same-folder",
    path: file,
    message: "would be beside what is ejected from it, and Terraform would load both",
    hint: "give another folder by `--out`",
  });
}

function ejectOne(
  stack: FoundStack,
  exact: ReadonlyMap<string, ProviderShapes>,
  flags: EjectFlags,
): {
  readonly ejected: EjectedStack;
  readonly notes: readonly StackNote[];
  readonly copied: ReadonlyMap<string, Uint8Array>;
} {
  const text = readStack(stack);
  const ejected = ejectStack(stack.file, text, {
    exact: (source) => exact.get(fullSource(source)),
    locked: lockedVersions(stack.folder),
    rename: flags.rename ?? false,
    comments: flags.comments ?? false,
  });
  const others = readdirSync(stack.folder).filter(
    (name) => /\.(?:tf|tf\.json|tfvars|tfvars\.json)$/.test(name) && name !== basename(stack.file),
  );
  const kept = ejected.keptNames.map((names) => ({ place: names.place, message: keptInWords(names) }));
  const foreign = others.map((name) => ({
    place: join(dirname(stack.file), name),
    message: "was not written by `cdktf synth`, and is not copied",
  }));
  return { ejected, notes: [...foreign, ...kept], copied: copiedFiles(stack) };
}

function keptInWords({ addresses, wanted }: KeptNames): string {
  const named = addresses.map((address) => `\`${address}\``).join(" and ");
  return addresses.length === 1
    ? `${named} keeps its hash, because \`${wanted}\` is taken`
    : `${named} keep their hashes, because each would be \`${wanted}\``;
}

/** The lock file of the ejected folder: it stays where the stack has none, as after `cdktf synth` in CI. */
function lockOf(folder: string): ReadonlyMap<string, Uint8Array> {
  const lock = join(folder, LOCK);
  return existsSync(lock) ? new Map([[LOCK, readFileSync(lock)]]) : new Map();
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

/** Schemas by file and provider: each is read once, however many stacks need it. */
type ReadSchemas = Map<string, ProviderShapes>;

/** What Terraform tells of the providers of a stack. */
interface AskedSchema {
  readonly schema?: SchemaFile;
  /** Why it tells nothing: without access to the backend, for one. The tables are there too. */
  readonly note?: StackNote;
}

/** Asks Terraform where it has installed the providers of the stack. */
async function askFolder({ folder, file }: FoundStack, terraform: string | undefined): Promise<AskedSchema> {
  if (!existsSync(join(folder, ".terraform", "providers"))) return {};
  const asked = await askIfThere(folder, terraform);
  if ("text" in asked) return { schema: { path: dirname(file), text: asked.text } };
  const message = `the tables that ship with tfwright are used, because Terraform could not print the schemas: ${asked.fault}`;
  return { note: { place: dirname(file), message } };
}

/** Where no Terraform is, and none is named, it tells nothing. */
async function askIfThere(folder: string, terraform: string | undefined): ReturnType<typeof askInFolder> {
  try {
    return await askInFolder(folder, terraform);
  } catch (error) {
    if (!(error instanceof TfwrightError) || terraform !== undefined) throw error;
    return { fault: error.problems[0]?.message ?? "" };
  }
}

/** The exact schemas of the providers of a stack. */
function exactShapes(
  stack: FoundStack,
  found: SchemaFile | undefined,
  read: ReadSchemas,
): ReadonlyMap<string, ProviderShapes> {
  if (found === undefined) return new Map();
  const addresses = addressesIn(found.text);
  const wanted = sourcesOf(stack);
  const known = wanted.filter((source) => findAddress(source, addresses) !== undefined);
  return new Map(
    known.map((source) => {
      const key = `${found.path} ${source}`;
      const shapes = read.get(key) ?? shapesIn(found, source);
      read.set(key, shapes);
      return [fullSource(source), shapes];
    }),
  );
}

/** A file that is given must be of use to one of the stacks; reading it says why it is not. */
function refuseUseless(schema: SchemaFile, stacks: readonly FoundStack[]): void {
  const addresses = addressesIn(schema.text);
  const wanted = stacks.flatMap(sourcesOf);
  if (wanted.length === 0 && addresses.length > 0) return;
  if (!wanted.some((source) => findAddress(source, addresses) !== undefined))
    shapesIn(schema, wanted[0] ?? "hashicorp/aws");
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
  return providersIn(StackFile.read(stack.file, readStack(stack))).map(({ source }) => source);
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
