/**
 * Whether Terraform (or OpenTofu) is here with the providers of the modules.
 *
 * One `init` under the CLI configuration of the environment answers it and gathers the providers in a folder of the
 * temporary directory, from which every other `init` links them: nothing is downloaded twice.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modules } from "../../../modules";
import { environment } from "./run-command";

export type Tool = "terraform" | "tofu";

const NAMES = { terraform: "terraform", tofu: "OpenTofu" };
const SECONDS = 1000;
const FOUND_FOR = 24 * 60 * 60 * SECONDS;
const MISSING_FOR = 60 * SECONDS;
const found = new Map<Tool, string | undefined>();

/** The folder with the providers, undefined where the tool or a provider is missing; says so in one line, once. */
export function findProviders(tool: Tool): string | undefined {
  if (!found.has(tool)) found.set(tool, gatherProviders(tool));
  const folder = found.get(tool);
  return folder === undefined ? undefined : join(folder, ".terraform", "providers");
}

/** `describe` where the tool can plan; else one line and one skipped test. */
export function describeWith(tool: Tool, title: string, tests: () => void): void {
  if (findProviders(tool) !== undefined) {
    describe(title, tests);
    return;
  }
  process.stderr.write(`SKIPPED: ${NAMES[tool]} with the AWS provider is not available\n`);
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
  if (isYounger(join(folder, "main.tf.json"), FOUND_FOR)) return folder;
  if (isYounger(missing, MISSING_FOR)) return undefined;

  const fresh = mkdtempSync(`${folder}-`);
  writeFileSync(join(fresh, "main.tf.json"), configuration);
  const { status } = spawnSync(tool, ["init", "-backend=false", "-input=false"], {
    cwd: fresh,
    env: { TF_REGISTRY_CLIENT_TIMEOUT: "5", TF_REGISTRY_DISCOVERY_RETRY: "0", ...environment },
    timeout: 300 * SECONDS,
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    writeFileSync(missing, "");
    utimesSync(missing, new Date(), new Date());
    return undefined;
  }
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(fresh, folder);
  } catch {
    // Another test process was first.
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
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

function isYounger(path: string, age: number): boolean {
  return existsSync(path) && Date.now() - statSync(path).mtimeMs < age;
}
