/**
 * `npm run plans`: plans the scenarios in `__tests__/plans` again with Terraform, and writes their `plan.json`.
 * `--only NAME,...` takes some of them, `--states` also makes the states again that they carry. What needs AWS talks to
 * moto_server (`pip install 'moto[server]'`, found on PATH or in MOTO_SERVER); without it the committed file stays.
 *
 * A scenario is a folder with `scenario.json`: `made` is `plan` (planned against `state.json`, without a refresh), `moto`
 * (`before` is applied, then `outside`, then `main.tf` is planned with a refresh) or `hand` (written from the format's
 * documentation, left alone). `before/` is the configuration that `state.json` came from.
 */
const { spawnSync } = require("node:child_process");
const { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { normalisePlan, normaliseState } = require("./plans-normal-form.js");
const { awsOverride, startMoto } = require("./plans-aws.js");

const root = join(__dirname, "..");
const plans = join(root, "__tests__", "plans");

/** The environment without what would change a plan, and with dummy keys. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$|TF_LOG)/.test(name),
    ),
  ),
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_EC2_METADATA_DISABLED: "true",
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
};

/** Runs a command; `endpoint` is where calls go that put the account before the host (S3 Control). */
function run(tool, args, folder, { mayFail = false, endpoint } = {}) {
  const env = endpoint === undefined ? environment : { ...environment, HTTP_PROXY: endpoint };
  const result = spawnSync(tool, args, { cwd: folder, encoding: "utf8", env, maxBuffer: 2 ** 28 });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0 && !mayFail) throw new Error(`${tool} ${args.join(" ")}\n${result.stderr}`);
  return result.stdout;
}

/** A copy of the repository as far as a scenario sees it, so that relative sources of modules are real. */
function makeWorkspace(name) {
  const top = mkdtempSync(join(tmpdir(), "tfwright-plans-"));
  const folder = join(top, "__tests__", "plans", name);
  cpSync(join(plans, name), folder, { recursive: true });
  cpSync(join(root, "generated", "modules"), join(top, "generated", "modules"), { recursive: true });
  return { top, folder };
}

/** A configuration in its own folder at the same depth, initialised, with a state beside it. */
function prepare({ top, folder }, part, { tool, endpoint, state }) {
  const target = part === "." ? folder : join(top, "__tests__", "plans", part);
  if (part !== ".") cpSync(join(folder, part), target, { recursive: true });
  const files = readdirSync(target).filter((file) => file.endsWith(".tf"));
  const usesAws = files.some((file) => /provider "aws"/.test(readFileSync(join(target, file), "utf8")));
  if (usesAws) writeFileSync(join(target, "offline_override.tf.json"), awsOverride(endpoint));
  if (state !== undefined) writeFileSync(join(target, "terraform.tfstate"), state);
  run(tool, ["init", "-input=false", "-no-color"], target);
  return target;
}

function apply(workspace, part, options) {
  const target = prepare(workspace, part, options);
  run(options.tool, ["apply", "-auto-approve", "-input=false", "-no-color"], target, options);
  return readFileSync(join(target, "terraform.tfstate"), "utf8");
}

function makePlan(workspace, { args = [], mayFail = false, ...options }) {
  const target = prepare(workspace, ".", options);
  const refresh = options.refresh ? [] : ["-refresh=false"];
  run(options.tool, ["plan", "-input=false", "-no-color", "-out=plan.bin", ...refresh, ...args], target, {
    mayFail,
    endpoint: options.endpoint,
  });
  return JSON.parse(run(options.tool, ["show", "-json", "plan.bin"], target));
}

async function planScenario(name, { made, tool = "terraform", args, mayFail }, { endpoint, reset, states }) {
  const folder = join(plans, name);
  const workspace = makeWorkspace(name);
  try {
    const options = { tool, endpoint: made === "moto" ? endpoint : undefined, args, mayFail };
    if (made === "moto") {
      await reset();
      const state = existsSync(join(folder, "before")) ? apply(workspace, "before", { ...options }) : undefined;
      if (existsSync(join(folder, "outside"))) apply(workspace, "outside", { ...options, state });
      return makePlan(workspace, { ...options, state, refresh: true });
    }
    if (states && existsSync(join(folder, "before"))) {
      await reset();
      const state = normaliseState(apply(workspace, "before", { ...options, endpoint }));
      writeFileSync(join(folder, "state.json"), state);
    }
    const carried = join(folder, "state.json");
    return makePlan(workspace, { ...options, state: existsSync(carried) ? readFileSync(carried, "utf8") : undefined });
  } finally {
    rmSync(workspace.top, { recursive: true, force: true });
  }
}

function readArguments() {
  const args = process.argv.slice(2);
  const only = args.includes("--only") ? args[args.indexOf("--only") + 1].split(",") : undefined;
  return { only, states: args.includes("--states") };
}

function readScenario(name) {
  return JSON.parse(readFileSync(join(plans, name, "scenario.json"), "utf8"));
}

async function main() {
  const { only, states } = readArguments();
  const all = readdirSync(plans)
    .filter((name) => existsSync(join(plans, name, "scenario.json")))
    .map((name) => [name, readScenario(name)])
    .filter(([name, { made }]) => made !== "hand" && (only === undefined || only.includes(name)));
  const needsMoto = states || all.some(([, { made }]) => made === "moto");
  const moto = needsMoto ? await startMoto() : undefined;
  try {
    for (const [name, scenario] of all) await remake(name, scenario, moto, states);
  } finally {
    moto?.stop();
  }
}

/** Plans one scenario, and goes on to the next where that fails. */
async function remake(name, scenario, moto, states) {
  if (moto === undefined && (states || scenario.made === "moto")) {
    process.stderr.write(`${name}: stays as it is, moto_server is missing\n`);
    process.exitCode = 1;
    return;
  }
  try {
    const plan = await planScenario(name, scenario, { ...moto, states });
    writeFileSync(join(plans, name, "plan.json"), normalisePlan(plan, { number: scenario.made === "moto" }));
    process.stderr.write(`${name}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exitCode = 2;
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
