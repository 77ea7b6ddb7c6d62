/**
 * `npm run scan:tflint`: runs tflint with all rules of its Terraform ruleset over every module, example and wrapper of `generated/`.
 *
 * It needs `tflint` (go install github.com/terraform-linters/tflint@v0.61.0), which brings the ruleset.
 */
const { spawnSync } = require("node:child_process");
const { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const COMMAND = process.env.TFLINT ?? "tflint";
const CONFIG = 'plugin "terraform" {\n  enabled = true\n  preset  = "all"\n}\n';

const below = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

/** The findings in a folder, as lines of `file:line:column: level - message (rule)`. */
function lint(folder, config) {
  const args = ["--config", config, "--format", "compact", "--call-module-type", "none"];
  const { stdout, stderr, status, error } = spawnSync(COMMAND, args, { cwd: folder, encoding: "utf8" });
  if (error !== undefined) throw new Error(`${COMMAND}: ${error.message}; install tflint, or name it in TFLINT`);
  // 2 is what it found, 1 is that it could not look.
  if (status === 1) throw new Error(`${COMMAND} failed in ${folder}:\n${stderr}`);
  return stdout.split("\n").filter((line) => /^\S+:\d+:\d+: /.test(line));
}

const root = mkdtempSync(join(tmpdir(), "tfwright-tflint-"));
try {
  const config = join(root, "tflint.hcl");
  const generated = join(root, "generated");
  writeFileSync(config, CONFIG);
  cpSync(join(__dirname, "../generated"), generated, { recursive: true });
  const modules = ["modules", "wrappers"].flatMap((room) => below(join(generated, room)));
  const folders = modules.flatMap((folder) => [folder, ...below(join(folder, "examples"))]);
  const found = folders.flatMap((folder) =>
    lint(folder, config).map((line) => `${folder.slice(root.length + 1)}/${line}`),
  );
  for (const line of found) console.log(line);
  console.log(`${folders.length} folders, ${found.length} findings`);
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  rmSync(root, { recursive: true, force: true });
}
