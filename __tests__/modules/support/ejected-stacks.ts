/** Stacks of CDKTF as `cdktf synth` left them, and what `tfwright eject` makes of them, ready to be planned without AWS. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { eject } from "../../../src/cli/eject";
import type { Rename } from "../../../src/eject/renames";
import { linkProviders, type ProviderSet, type Tool } from "./find-terraform";
import { makeFolder, offlineProvider } from "./generated";
import { runCommand } from "./run-command";
import { type Diagnostic, mustRun, readLines } from "./terraform";

const STACKS = resolve(__dirname, "../fixtures/eject/stacks");
const STATE = "terraform.tfstate";
/** Paths of Terraform's processes lead to these from any folder below. */
const OTHER_STATE = "network.tfstate";

const OFFLINE = "offline_override.tf.json";

/** Names of the stacks. */
export const stackNames: readonly string[] = readdirSync(STACKS).sort();

/** What the stacks require. */
export const PROVIDERS: ProviderSet = {
  title: "the AWS provider 6.34, time and docker",
  required: {
    aws: { source: "hashicorp/aws", version: "~> 6.34" },
    time: { source: "hashicorp/time", version: ">= 0.9" },
    docker: { source: "kreuzwerker/docker", version: "~> 4.0" },
  },
};

/** A stack as JSON, as HCL, and as HCL with short names. */
export type Form = "json" | "plain" | "renamed";

export interface EjectedForms {
  /** The folder of each form. */
  readonly folders: Readonly<Record<Form, string>>;
  readonly renames: readonly Rename[];
  /** Addresses of what stayed JSON. */
  readonly remaining: readonly string[];
}

/** All forms of all stacks, below one folder, which Terraform is run in. */
export interface EjectedStacks {
  readonly root: string;
  readonly forms: ReadonlyMap<string, EjectedForms>;
}

/** Copies the stacks and ejects them. */
export async function ejectStacks(names: readonly string[] = stackNames): Promise<EjectedStacks> {
  const folder = makeFolder();
  const root = join(folder, "root");
  mkdirSync(root);
  cpSync(join(STACKS, "network", STATE), join(root, OTHER_STATE));
  const forms = new Map<string, EjectedForms>();
  for (const name of names) {
    const stack = join(root, "json", name);
    cpSync(join(STACKS, name), stack, { recursive: true, filter: (path) => !path.endsWith(STATE) });
    const plain = await ejectOne(root, name, "plain");
    const renamed = await ejectOne(root, name, "renamed");
    forms.set(name, {
      folders: { json: stack, plain: plain.folder, renamed: renamed.folder },
      renames: renamed.renames,
      remaining: plain.remaining,
    });
    if (existsSync(join(stack, "assets"))) cpSync(join(stack, "assets"), join(root, "assets"), { recursive: true });
  }
  return { root, forms };
}

async function ejectOne(root: string, name: string, form: "plain" | "renamed") {
  const out = join(form, name);
  const flags = { out, rename: form === "renamed" };
  const { stacks } = await eject(join("json", name), flags, root);
  const [stack] = stacks;
  if (stack === undefined) throw new Error(`${name} was not ejected`);
  return {
    folder: join(root, out),
    renames: stack.renames,
    remaining: stack.remaining.map(({ address }) => address),
  };
}

/** Dummy keys in a file beside the configuration; regions and tags stay the stack's. */
function allowOffline(folder: string, stack: string): void {
  const { region: _, ...keys } = offlineProvider;
  const { provider = {} } = JSON.parse(readFileSync(join(STACKS, stack, "cdk.tf.json"), "utf8")) as {
    readonly provider?: { readonly aws?: readonly { readonly alias?: string }[] };
  };
  const aws = (provider.aws ?? []).map(({ alias }) => ({ ...keys, ...(alias !== undefined && { alias }) }));
  if (aws.length > 0) writeFileSync(join(folder, OFFLINE), JSON.stringify({ provider: { aws } }));
}

/** Takes the backend away, which only `init` could ask for. */
export function dropBackend(folder: string): void {
  rmSync(join(folder, "backend.tf"), { force: true });
  const json = join(folder, "cdk.tf.json");
  if (!existsSync(json)) return;
  const { terraform, ...rest } = JSON.parse(readFileSync(json, "utf8")) as {
    readonly terraform: { readonly backend: unknown };
  };
  const { backend: _, ...settings } = terraform;
  writeFileSync(json, JSON.stringify({ ...rest, terraform: settings }));
}

/** Puts the applied state in the place of the backend. */
export function giveState(folder: string, stack: string): void {
  dropBackend(folder);
  cpSync(join(STACKS, stack, STATE), join(folder, STATE));
}

/** What a plan would do: by address a change, by `output.NAME` that of an output. */
export type Changes = Readonly<Record<string, unknown>>;

/** One form of one stack. */
export type StackForm = readonly [form: Form, name: string];

/** Plans forms, each by itself, in one process of `test`: it loads the providers' schemas once. Keys are `FORM NAME`. */
export async function planForms(
  { root }: EjectedStacks,
  wanted: readonly StackForm[],
): Promise<ReadonlyMap<string, Changes>> {
  const folder = join(root, `${wanted[0]?.[0]}-tests`);
  const runs = wanted.map(([form, name]) => {
    allowOffline(join(root, form, name), name);
    return `run "${form}-${name}" {\n  command = plan\n\n  module {\n    source = "../${form}/${name}"\n  }\n}\n`;
  });
  mkdirSync(join(folder, "tests"), { recursive: true });
  writeFileSync(join(folder, "tests", "plan.tftest.hcl"), runs.join("\n"));
  // Paths of assets are relative to the folder that Terraform is run in.
  symlinkSync(join(root, "assets"), join(folder, "assets"));
  linkProviders(folder, "terraform", PROVIDERS);
  await mustRun("terraform", ["get", "-no-color"], folder);
  const { stdout, stderr } = await runCommand("terraform", ["test", "-json", "-verbose", "-no-color"], folder);
  const lines = readLines(stdout.replace(/"provider_schemas":.*$/gm, '"provider_schemas":{}},"type":"test_plan"}'));
  const faults = lines.flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic as Diagnostic]));
  const errors = faults.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${JSON.stringify(errors, null, 2)}\n${stderr}`);
  return new Map(
    lines.flatMap((line) =>
      line.test_plan === undefined
        ? []
        : [[String((line as { readonly "@testrun": unknown })["@testrun"]), changesIn(line.test_plan as PlanChanges)]],
    ),
  );
}

/** The parts of a plan that say what it would do. */
interface PlanChanges {
  readonly resource_changes?: readonly { readonly address: string }[];
  readonly output_changes?: Readonly<Record<string, unknown>>;
}

function changesIn({ resource_changes = [], output_changes = {} }: PlanChanges): Changes {
  return Object.fromEntries([
    ...resource_changes.map((one) => [one.address, one]),
    ...Object.entries(output_changes).map(([name, change]) => [`output.${name}`, change]),
  ]);
}

/** Changes with the addresses that `--rename` gives; the name of a resource stands in its address too. */
export function renamed(changes: Changes, renames: readonly Rename[]): Changes {
  const rename = (address: string) => {
    const one = renames.find(({ from }) => address === from || new RegExp(`^${escaped(from)}[.[]`).test(address));
    return one === undefined ? address : `${one.to}${address.slice(one.from.length)}`;
  };
  return Object.fromEntries(
    Object.entries(changes).map(([address, change]) => {
      const { name: _, ...rest } = change as Readonly<Record<string, unknown>>;
      const named = Object.fromEntries(
        ["address", "module_address"].flatMap((key) =>
          typeof rest[key] === "string" ? [[key, rename(rest[key] as string)]] : [],
        ),
      );
      return [rename(address), { ...rest, ...named }];
    }),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A copy of one form in a folder of its own, as it is. */
export function copyForm({ forms }: EjectedStacks, name: string, form: Form): string {
  const folder = join(makeFolder(), name);
  const isOwn = (path: string) => !path.endsWith(OFFLINE);
  cpSync(forms.get(name)?.folders[form] ?? "", folder, { recursive: true, filter: isOwn });
  return folder;
}

/** A copy that Terraform can plan: with providers, dummy keys and the state that others read. */
export function copyInitialised(
  stacks: EjectedStacks,
  { name, form, tool = "terraform" }: { readonly name: string; readonly form: Form; readonly tool?: Tool },
): string {
  const folder = copyForm(stacks, name, form);
  cpSync(join(STACKS, "network", STATE), join(folder, "..", OTHER_STATE));
  allowOffline(folder, name);
  linkProviders(folder, tool, PROVIDERS);
  return folder;
}
