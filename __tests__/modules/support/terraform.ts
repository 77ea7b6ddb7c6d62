/** Terraform's commands, with what they print as data. */
import { join } from "node:path";
import { findProviders, linkProviders, type ProviderSet, type Tool } from "./find-terraform";
import { type Finished, runCommand } from "./run-command";

/** Milliseconds that a test may take; the machine may be busy with other tests. */
export const PATIENCE = 900_000;

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

export interface PlannedResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly values: Record<string, unknown>;
}

export interface PlannedModule {
  readonly address?: string;
  readonly resources?: readonly PlannedResource[];
  readonly child_modules?: readonly PlannedModule[];
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index?: number | string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly after_unknown: unknown;
  };
}

export interface ConfiguredResource {
  readonly type: string;
  readonly name: string;
  readonly expressions: Readonly<Record<string, { readonly references?: readonly string[] }>>;
}

/** `terraform show -json` of a plan, as far as the tests read it. */
export interface Plan {
  readonly configuration: {
    readonly root_module: {
      readonly module_calls: Readonly<
        Record<string, { readonly module: { readonly resources: readonly ConfiguredResource[] } }>
      >;
    };
  };
  readonly planned_values: { readonly root_module: PlannedModule };
  readonly resource_changes?: readonly ResourceChange[];
}

/** Fails with all that the command printed where its exit code is not 0. */
export async function mustRun(
  command: string,
  args: readonly string[],
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const finished = await runCommand(command, args, folder, more);
  if (finished.code !== 0) {
    throw new Error(`${command} ${args.join(" ")}: exit ${finished.code}\n${finished.stdout}\n${finished.stderr}`);
  }
  return finished;
}

/** What `init` does, with the gathered providers and without a backend. The calls of modules are resolved by `get`. */
export async function initialise(folder: string, tool: Tool = "terraform", set?: ProviderSet): Promise<void> {
  linkProviders(folder, tool, set);
  await mustRun(tool, ["get", "-no-color"], folder);
}

/** `init` itself, for a configuration that says where its state is kept. */
export async function initialiseWithBackend(folder: string): Promise<void> {
  await mustRun(
    "terraform",
    ["init", "-input=false", "-no-color", `-plugin-dir=${findProviders("terraform")}`],
    folder,
  );
}

/** `validate`: errors and warnings, in words. */
export async function validate(folder: string, tool: Tool = "terraform"): Promise<readonly string[]> {
  const { stdout, stderr } = await runCommand(tool, ["validate", "-json"], folder);
  if (stdout === "") throw new Error(`${tool} validate printed nothing: ${stderr}`);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics.map(printDiagnostic);
}

/** The plan of a folder that is initialised, as JSON. Fails with Terraform's errors. */
export async function plan(folder: string, args: readonly string[] = [], tool: Tool = "terraform"): Promise<Plan> {
  const file = join(folder, "plan.bin");
  const { code, stdout, stderr } = await runCommand(
    tool,
    ["plan", "-json", "-input=false", `-out=${file}`, ...args],
    folder,
  );
  if (code !== 0)
    throw new Error(`the plan fails:\n${[...planDiagnostics(stdout).map(printDiagnostic), stderr].join("\n")}`);
  return JSON.parse((await mustRun(tool, ["show", "-json", file], folder)).stdout) as Plan;
}

export interface TestSummary {
  readonly status: string;
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
}

/**
 * `terraform test`: the counts, and what went wrong in words.
 *
 * @param more variables of the environment, such as those of a provider that is shared
 */
export async function runTests(
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<{ readonly summary: TestSummary; readonly problems: readonly string[] }> {
  const { stdout, stderr } = await runCommand("terraform", ["test", "-json"], folder, more);
  const lines = readLines(stdout);
  const summary = lines.find(({ type }) => type === "test_summary")?.test_summary as TestSummary | undefined;
  const problems = planDiagnostics(stdout).map(printDiagnostic);
  if (summary === undefined) throw new Error(`terraform test gives no summary:\n${problems.join("\n")}\n${stderr}`);
  return { summary, problems };
}

/** Every resource of a plan's values, also those of the called modules. */
export function plannedResources({ planned_values }: Plan): readonly PlannedResource[] {
  const gather = (module: PlannedModule): readonly PlannedResource[] => [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap(gather),
  ];
  return gather(planned_values.root_module);
}

/** The diagnostics of a command with `-json`: `validate` prints one document, others print lines. */
export function diagnosticsOf(stdout: string): readonly Diagnostic[] {
  if (stdout.startsWith("{\n")) return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  return planDiagnostics(stdout);
}

function planDiagnostics(stdout: string): readonly Diagnostic[] {
  return readLines(stdout).flatMap(({ type, diagnostic }) => (type === "diagnostic" ? [diagnostic as Diagnostic] : []));
}

/** The messages of a command's `-json` output. */
export function readLines(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function printDiagnostic({ severity, summary, detail, address, range }: Diagnostic): string {
  const place = range === undefined ? "" : ` (${range.filename}:${range.start.line})`;
  return `${severity}: ${summary}${address === undefined ? "" : ` in ${address}`}${place}: ${detail ?? ""}`;
}
