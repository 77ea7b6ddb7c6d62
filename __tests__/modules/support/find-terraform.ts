/**
 * Whether Terraform (or OpenTofu) is here with the providers of the modules.
 *
 * One `init` under the CLI configuration of the environment answers it and gathers the providers in a folder of the
 * temporary directory, from which every other `init` links them: nothing is downloaded twice.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modules } from "../../../modules";
import { environment } from "./run-command";

export type Tool = "terraform" | "tofu";

const NAMES = { terraform: "terraform", tofu: "OpenTofu" };
const SECONDS = 1000;
const FOUND_FOR = 24 * 60 * 60 * SECONDS;
const found = new Map<Tool, string | undefined>();

/** The folder with the providers, undefined where the tool or a provider is missing. */
export function findProviders(tool: Tool): string | undefined {
  if (!found.has(tool)) found.set(tool, gatherProviders(tool));
  const folder = found.get(tool);
  return folder === undefined ? undefined : join(folder, ".terraform", "providers");
}

/** `describe` where the tool can plan; else one line in the whole run of jest, and a skipped test. */
export function describeWith(tool: Tool, title: string, tests: () => void): void {
  if (findProviders(tool) !== undefined) {
    describe(title, tests);
    return;
  }
  describe.skip(title, () => {
    test(`needs ${NAMES[tool]} with the AWS provider`, () => {});
  });
}

function gatherProviders(tool: Tool): string | undefined {
  const configuration = JSON.stringify({ terraform: { required_providers: requiredProviders() } });
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
    process.stderr.write(`SKIPPED: ${NAMES[tool]} with the AWS provider is not available\n`);
    return undefined;
  }
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

/** Every provider that a module requires, with all lower bounds. */
function requiredProviders(): Record<string, { source: string; version?: string }> {
  const required: Record<string, { source: string; version?: string }> = {};
  for (const { definition } of modules) {
    const providers: Readonly<Record<string, { source: string; version?: string }>> = definition.providers ?? {};
    for (const [name, { source, version }] of Object.entries(providers)) {
      const versions = new Set([required[name]?.version, version].filter((bound) => bound !== undefined));
      required[name] = { source, ...(versions.size === 0 ? {} : { version: [...versions].join(", ") }) };
    }
  }
  return required;
}

/** Whether the folder was made lately, and what it links to is still there. */
function isWhole(folder: string): boolean {
  const marker = join(folder, "main.tf.json");
  if (!existsSync(marker) || Date.now() - statSync(marker).mtimeMs > FOUND_FOR) return false;
  const links = readdirSync(join(folder, ".terraform"), { recursive: true, withFileTypes: true });
  return links.every((entry) => existsSync(join(entry.parentPath, entry.name)));
}
