/** The command `tfwright provider`: typed resources of a provider, from the provider's schema. */
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fail, type Problem, TfwrightError } from "../errors";
import type { ProviderTypes } from "../generate/config";
import { checkPatterns, countWithoutClass, isChosen, type UnwrittenKind } from "../provider-types/choose-types";
import { replacesOf } from "../provider-types/replacement-table";
import { writeTypes } from "../provider-types/write-types";
import { readProviderSource, shortSource } from "../terraform/schema/provider-source";
import { readProviderSchema } from "../terraform/schema/read-provider-schema";
import { checkWorkspace, type WorkspaceState, writeWorkspace } from "../workspace";
import { askSchema, type SchemaAnswer } from "./ask-schema";
import { hasConfig, loadConfig } from "./load/load-config";
import { changesOf, type TypeChange } from "./provider/type-changes";
import { readSchemaFile } from "./read-schema-file";

export interface ProviderFlags {
  readonly version?: string;
  readonly schema?: string;
  readonly out?: string;
  readonly terraform?: string;
  readonly config?: string;
  readonly check?: boolean;
  readonly force?: boolean;
}

/** What became of the types of one provider. */
export interface ProviderResult {
  readonly source: string;
  readonly version: string;
  /** The folder of the files. */
  readonly out: string;
  readonly files: number;
  /** Paths of the files that differed on disk and were written. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** What became different in types that were there before. */
  readonly changes: readonly TypeChange[];
  /** Parts of types that have no place in the files. */
  readonly omitted: readonly { readonly type: string; readonly name: string; readonly reason: string }[];
  /** What the provider has beside types. Empty if only some types were wanted. */
  readonly unwritten: readonly UnwrittenKind[];
  /** Only with `check`. */
  readonly check?: WorkspaceState;
}

/** One provider whose types are written. */
interface ProviderTask {
  readonly source: string;
  readonly localName: string;
  readonly version?: string;
  readonly types: readonly string[];
  /** Absolute. */
  readonly out: string;
  /** Whether other files of the folder stay: only the types on the command line are written. */
  readonly isPartial: boolean;
}

/**
 * Without a source, all providers of the config. Everything is read before the first file is written.
 *
 * @throws TfwrightError with all problems
 */
export async function provider(
  source: string | undefined,
  types: readonly string[],
  flags: ProviderFlags,
  folder: string,
): Promise<readonly ProviderResult[]> {
  const tasks = await findTasks(source, types, flags, folder);
  const problems: Problem[] = [];
  const prepared: PreparedTypes[] = [];
  for (const task of tasks) {
    try {
      prepared.push(await prepare(task, flags, folder));
    } catch (error) {
      if (!(error instanceof TfwrightError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new TfwrightError(problems);
  return prepared.map((one) => finish(one, flags));
}

async function findTasks(
  given: string | undefined,
  types: readonly string[],
  flags: ProviderFlags,
  folder: string,
): Promise<readonly ProviderTask[]> {
  const isNamed = given?.includes("/") === true;
  if (given !== undefined && (isNamed || (flags.config === undefined && !hasConfig(folder))))
    return [taskOf(given, types, flags, folder)];
  if (given === undefined && flags.config === undefined && !hasConfig(folder))
    fail({
      code: "no-provider",
      path: "tfwright provider",
      message: "no provider is named, and there is no config that lists some",
      hint: "name one and its types: tfwright provider hashicorp/aws aws_sqs_queue",
    });
  const config = await loadConfig(flags.config, folder, "providers");
  const listed = Object.entries(config.providers ?? {});
  const chosen = given === undefined ? listed : listed.filter(([name]) => name === given);
  if (given !== undefined && chosen.length === 0) return [taskOf(given, types, flags, folder)];
  if (chosen.length === 0)
    fail({
      code: "no-providers",
      path: relative(folder, config.file),
      message: "the config lists no providers",
      hint: 'list them, `providers: { aws: { source: "hashicorp/aws", types: ["aws_sqs_queue"] } }`, or name one: tfwright provider hashicorp/aws aws_sqs_queue',
    });
  return chosen.map(([name, one]) => taskOfConfig(name, one, { types, flags, folder, home: config.folder }));
}

function taskOf(given: string, types: readonly string[], flags: ProviderFlags, folder: string): ProviderTask {
  const source = readProviderSource(given);
  if (source === undefined)
    fail({
      code: "bad-source",
      path: given,
      message: "this is not a provider's source",
      hint: "write NAMESPACE/NAME, such as hashicorp/aws, or with its host: registry.example.com/NAMESPACE/NAME",
    });
  return {
    source: given,
    localName: source.name,
    ...(flags.version !== undefined && { version: flags.version }),
    types,
    out: resolve(folder, flags.out ?? `providers/${source.name}`),
    isPartial: types.length > 0,
  };
}

function taskOfConfig(
  localName: string,
  { source, version, types, out }: ProviderTypes,
  given: {
    readonly types: readonly string[];
    readonly flags: ProviderFlags;
    readonly folder: string;
    readonly home: string;
  },
): ProviderTask {
  const { flags, folder, home } = given;
  const wanted = flags.version ?? version;
  return {
    source,
    localName,
    ...(wanted !== undefined && { version: wanted }),
    types: given.types.length > 0 ? given.types : types,
    out: flags.out === undefined ? resolve(home, out ?? `providers/${localName}`) : resolve(folder, flags.out),
    isPartial: given.types.length > 0,
  };
}

/** All that is to be written of one provider. */
interface PreparedTypes {
  readonly task: ProviderTask;
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
  readonly omitted: ProviderResult["omitted"];
  readonly unwritten: ProviderResult["unwritten"];
  readonly changes: readonly TypeChange[];
}

async function prepare(task: ProviderTask, flags: ProviderFlags, folder: string): Promise<PreparedTypes> {
  const { text, version } = await findSchema(task, flags, folder);
  const schema = readProviderSchema(text, flags.schema ?? "the schema", {
    source: task.source,
    isWanted: (kind, type) => isChosen(task.types, kind, type),
  });
  const problems = checkPatterns(task.types, schema);
  if (problems.length > 0) throw new TfwrightError(problems);
  const written = { source: shortSource(task.source), version, localName: task.localName };
  const { files, omitted } = writeTypes(schema.types, written, replacesOf(task.source));
  const before = [...files].flatMap(([path, after]) => {
    const file = resolve(task.out, path);
    if (!existsSync(file)) return [];
    const old = readFileSync(file, "utf8");
    return old === after ? [] : [{ path, before: old, after }];
  });
  const unwritten = countWithoutClass(task.types, schema);
  return { task, version, files, omitted, unwritten, changes: await changesOf(before) };
}

/** The schema from a file, or from Terraform. */
async function findSchema(task: ProviderTask, flags: ProviderFlags, folder: string): Promise<SchemaAnswer> {
  const { source, version } = task;
  if (flags.schema === undefined)
    return askSchema({
      source,
      folder,
      ...(version !== undefined && { version }),
      ...(flags.terraform !== undefined && { terraform: flags.terraform }),
    });
  if (version === undefined || !/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version))
    fail({
      code: "schema-version-unknown",
      path: flags.schema,
      message: "a schema does not say which version of the provider it is of",
      hint: "add `--version 6.34.0`; `terraform version` prints it where the provider is installed",
    });
  return { text: readSchemaFile(flags.schema, folder), version };
}

function finish(prepared: PreparedTypes, flags: ProviderFlags): ProviderResult {
  const { task, version, files, omitted, unwritten, changes } = prepared;
  const out = relative(process.cwd(), task.out) || ".";
  // The files stand at the root of the folder: of those that this run does not write none is touched.
  const partial = task.isPartial ? { partial: [] } : {};
  const base = { source: shortSource(task.source), version, out, files: files.size, changes, omitted, unwritten };
  if (flags.check === true) return { ...base, written: [], removed: [], check: checkWorkspace(out, files, partial) };
  try {
    const { written, removed } = writeWorkspace(out, files, { ...partial, force: flags.force ?? false });
    return { ...base, written, removed };
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    throw new TfwrightError(error.problems.map(inWordsOfTypes), { cause: error });
  }
}

/** The files are made from a schema, and not from a definition. */
function inWordsOfTypes(problem: Problem): Problem {
  if (problem.code !== "edited-by-hand") return problem;
  return {
    ...problem,
    hint: "move what you added to a file of your own, where `resourceType` can be called too; `--force` overwrites this one",
  };
}
