/** The examples as users hold them: copied to another place, and run by the commands of their READMEs, word for word. */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findProviders, type Tool } from "./find-terraform";
import { GENERATED, makeFolder, offlineProvider } from "./generated";
import { type Finished, runCommand } from "./run-command";
import { mustRun, type Plan } from "./terraform";

const ROOT = resolve(__dirname, "../../..");
const NOT_COPIED =
  /[\\/](?:node_modules|dist|cdktf\.out|generated|\.terraform(?:\.lock\.hcl)?|[^\\/]*\.tfstate[^\\/]*)$/;

/** The repository that the examples and the modules' READMEs name in place of the user's own. */
const NAMED_REPOSITORY = "https://example.com/your/repository.git";

type Environment = Readonly<Record<string, string>>;

/** A copy of `examples/<name>`, alone or with `generated/` where it lies in the repository. Returns the example's folder. */
export function copyExample(name: string, options: { readonly withModules?: boolean } = {}): string {
  const repository = makeFolder();
  const folder = join(repository, "examples", name);
  const example = join(ROOT, "examples", name);
  cpSync(example, folder, {
    recursive: true,
    filter: (path) => !NOT_COPIED.test(path.slice(example.length)),
  });
  if (options.withModules) cpSync(GENERATED, join(repository, "generated"), { recursive: true });
  return folder;
}

/** The lines of the console blocks of an example's README. */
export function commandsOf(name: string): readonly string[] {
  const readme = readFileSync(join(ROOT, "examples", name, "README.md"), "utf8");
  return [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block as string).trim().split("\n"),
  );
}

/** Runs a line as a shell does. Fails with all that it printed where its exit code is not 0. */
export async function runLine(line: string, folder: string, more: Environment = {}): Promise<Finished> {
  const settings = Object.entries(more).map(([name, value]) => `${name}=${value}`);
  const finished = await runCommand("env", [...settings, "sh", "-c", line], folder);
  if (finished.code !== 0) throw new Error(`${line}: exit ${finished.code}\n${finished.stdout}\n${finished.stderr}`);
  return finished;
}

/** What makes `init` link the providers that are here, and `plan` keep its plan; no line of a README changes by it. */
export function settingsFor(tool: Tool): Environment {
  return {
    TF_CLI_ARGS_init: `-input=false -no-color '-plugin-dir=${findProviders(tool)}'`,
    TF_CLI_ARGS_plan: "-input=false -no-color -out=plan.bin",
  };
}

/** The plan that {@link settingsFor} kept. */
export async function keptPlan(folder: string, tool: Tool): Promise<Plan> {
  return JSON.parse((await mustRun(tool, ["show", "-json", "plan.bin"], folder)).stdout) as Plan;
}

/**
 * Dummy keys, and the provider that is here, in a file beside the configuration; the region stays the example's.
 *
 * @param more settings of the provider
 */
export function allowOffline(folder: string, more: Readonly<Record<string, unknown>> = {}): void {
  const { region: _, ...keys } = offlineProvider;
  const override = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } } },
    // An account is checked by asking AWS for it.
    provider: { aws: { ...keys, ...more, allowed_account_ids: null } },
  };
  writeFileSync(join(folder, "offline_override.tf.json"), JSON.stringify(override));
}

/**
 * Settings with which Git takes a repository that holds nothing but `generated/`, at a tag, for the one that the
 * examples name.
 */
export async function serveModules(tag: string): Promise<Environment> {
  const repository = makeFolder();
  cpSync(GENERATED, join(repository, "generated"), { recursive: true });
  const own = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_TERMINAL_PROMPT: "0" };
  await runLine("git init --quiet && git add --all", repository, own);
  const author = "-c user.name=test -c user.email=test@example.com";
  await runLine(`git ${author} commit --quiet --message modules && git tag ${tag}`, repository, own);
  return {
    ...own,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.file://${repository}.insteadOf`,
    GIT_CONFIG_VALUE_0: NAMED_REPOSITORY,
  };
}

/**
 * In place of `npm install`: links to the packages that the example's package.json names, as they lie in this
 * repository, and their commands. tfwright is the repository itself.
 */
export function linkPackages(folder: string): void {
  const { dependencies, devDependencies } = readManifest(folder);
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const target = name === "tfwright" ? ROOT : join(ROOT, "node_modules", name);
    if (!existsSync(target)) throw new Error(`${name} is not installed`);
    link(target, join(folder, "node_modules", name));
    const { bin = {} } = readManifest(target);
    for (const [command, path] of Object.entries(bin))
      link(join(target, path), join(folder, "node_modules", ".bin", command));
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function link(target: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
}
