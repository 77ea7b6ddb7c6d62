/**
 * Whether Terraform (or OpenTofu) is here with a set of providers, and folders that are initialised with them.
 *
 * One `init` under the CLI configuration of the environment answers it and gathers the providers in a folder of the
 * temporary directory. Every other folder gets links to them, and a lock file that names them without their checksums:
 * no other `init` is run, and no command reads 800 MB of provider to compare it with a checksum.
 *
 * Test files that import this are of the project `terraform`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeUnless, type Need } from "../../support/needs";
import { GENERATED, generatedModules } from "./generated";
import { environment } from "./run-command";

/**
 * A command. The offline set-up puts `terraform-1.5.7`, which is the modules' bound, and `terraform-1.16`, which has the newest
 * language, on PATH.
 */
export type Tool = "terraform" | "terraform-1.5.7" | "terraform-1.16" | "tofu";

type Requirements = Readonly<Record<string, { readonly source: string; readonly version?: string }>>;

/** Providers that are installed together. */
export interface ProviderSet {
  /** As in "Terraform with the AWS provider is not available". */
  readonly title: string;
  readonly required: Requirements;
}

const NAMES: Readonly<Record<Tool, string>> = {
  terraform: "Terraform",
  "terraform-1.5.7": "terraform-1.5.7",
  "terraform-1.16": "terraform-1.16",
  tofu: "OpenTofu",
};
const SECONDS = 1000;
const FOUND_FOR = 24 * 60 * 60 * SECONDS;
const LOCK = ".terraform.lock.hcl";
const REQUIREMENT = /^ +(\w+) = \{\n +source += "([^"]+)"\n +version += "([^"]+)"$/gm;
const found = new Map<string, string | undefined>();

/** What the modules of the pack require. */
export const PACK: ProviderSet = { title: "the AWS provider", required: requiredByPack() };

/** The folder with the providers, undefined where the tool or a provider is missing. */
export function findProviders(tool: Tool, set: ProviderSet = PACK): string | undefined {
  const key = `${tool} ${set.title}`;
  if (!found.has(key)) found.set(key, gatherProviders(tool, set));
  const folder = found.get(key);
  return folder === undefined ? undefined : join(folder, ".terraform", "providers");
}

/** `describe` where the tool can plan with the modules' providers, else a skipped one. */
export function describeWith(tool: Tool, title: string, tests: () => void): void {
  describeWithProviders(tool, PACK, title, tests);
}

/** The same with other providers. */
export function describeWithProviders(tool: Tool, set: ProviderSet, title: string, tests: () => void): void {
  const missing: Need = {
    what: `${NAMES[tool]} with ${set.title}`,
    how: `it must be on PATH, and its \`init\` must work`,
  };
  describeUnless(findProviders(tool, set) === undefined ? missing : undefined, title, tests);
}

/** Gives a folder the gathered providers, as `init` would. @throws Error where they are not here */
export function linkProviders(folder: string, tool: Tool, set: ProviderSet = PACK): void {
  const providers = findProviders(tool, set);
  if (providers === undefined) throw new Error(`${NAMES[tool]} with ${set.title} is not available`);
  mkdirSync(join(folder, ".terraform"), { recursive: true });
  symlinkSync(providers, join(folder, ".terraform", "providers"));
  copyFileSync(join(providers, "..", "..", LOCK), join(folder, LOCK));
}

function gatherProviders(tool: Tool, { required }: ProviderSet): string | undefined {
  const configuration = JSON.stringify({ terraform: { required_providers: required } });
  const { PATH, TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR } = process.env;
  const key = JSON.stringify([tool, process.getuid?.(), configuration, PATH, TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR]);
  const folder = join(tmpdir(), `tfwright-${tool}-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`);
  const missing = `${folder}.missing`;
  if (isWhole(folder)) return folder;
  if (existsSync(missing) && readFileSync(missing, "utf8") === runOfJest()) return undefined;

  const fresh = mkdtempSync(`${folder}-`);
  writeFileSync(join(fresh, "main.tf.json"), configuration);
  const { status } = spawnSync(tool, ["init", "-backend=false", "-input=false"], {
    cwd: fresh,
    env: { TF_REGISTRY_CLIENT_TIMEOUT: "5", TF_REGISTRY_DISCOVERY_RETRY: "0", ...environment },
    timeout: 300 * SECONDS,
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    writeFileSync(missing, runOfJest());
    return undefined;
  }
  dropChecksums(join(fresh, LOCK));
  rmSync(missing, { force: true });
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(fresh, folder);
  } catch {
    // Another test process was first.
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** `init` has compared the checksums of a lock file once; without them no command compares them again. */
function dropChecksums(lock: string): void {
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^ +hashes = \[[^\]]*\]\n/gm, ""));
}

/** What all test files of one run have in common: jest's own process and its start. */
function runOfJest(): string {
  const pid = process.send === undefined ? process.pid : process.ppid;
  try {
    const started = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
    return `${pid} ${started}`;
  } catch {
    return `${process.pid} ${performance.timeOrigin}`;
  }
}

/** Every provider that a generated module requires, with all lower bounds. */
function requiredByPack(): Requirements {
  const required: Record<string, { source: string; version: string }> = {};
  for (const module of generatedModules) {
    const versions = readFileSync(join(GENERATED, "modules", module, "versions.tf"), "utf8");
    for (const [, name = "", source = "", version = ""] of versions.matchAll(REQUIREMENT)) {
      const others = required[name]?.version.split(", ") ?? [];
      required[name] = { source, version: [...new Set([...others, version])].join(", ") };
    }
  }
  return required;
}

/** Whether the folder was made lately, and what it links to is still there. */
function isWhole(folder: string): boolean {
  const marker = join(folder, "main.tf.json");
  if (!existsSync(join(folder, LOCK)) || !existsSync(marker) || Date.now() - statSync(marker).mtimeMs > FOUND_FOR)
    return false;
  const links = readdirSync(join(folder, ".terraform"), { recursive: true, withFileTypes: true });
  return links.every((entry) => existsSync(join(entry.parentPath, entry.name)));
}
