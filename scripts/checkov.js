/**
 * `npm run scan:checkov [NAME...]`: compares what checkov reports for the modules' examples with what their READMEs explain.
 *
 * checkov reads the plan of all examples, in which every value is final, and the files of each module, as somebody does who has
 * no plan. It needs `checkov` (pip install checkov==3.3.30) and Terraform with the AWS provider.
 */
const { execFileSync, spawn, spawnSync } = require("node:child_process");
const { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { startSts } = require("./local-sts.js");

const MODULES = join(__dirname, "../generated/modules");
/** They need a newer AWS provider than the tests have: checkov reads their files alone. */
const UNPLANNED = ["glue-catalog", "glue-iceberg-table"];
const COMMAND = process.env.CHECKOV ?? "checkov";
const PROVIDER = {
  region: "eu-west-1",
  access_key: "test",
  secret_key: "test",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

/** checkov takes very long over the files of some modules. Their plan is read all the same. */
const LONGEST = 300_000;

/** Failed checks as `[address, check]`; of files that take too long, none, and a line that says so. */
function runCheckov(args) {
  const all = [...args, "--download-external-modules", "false", "--compact", "--quiet", "--output", "json"];
  const { stdout, stderr, error } = spawnSync(COMMAND, all, { encoding: "utf8", maxBuffer: 1 << 28, timeout: LONGEST });
  if (error?.code === "ETIMEDOUT") {
    console.log(`checkov was stopped after ${LONGEST / 1000} seconds: ${args.join(" ")}`);
    return [];
  }
  if (error !== undefined) throw new Error(`${COMMAND}: ${error.message}; install checkov, or name it in CHECKOV`);
  if (stdout === "") throw new Error(`${COMMAND} printed nothing:\n${stderr}`);
  return [JSON.parse(stdout)].flat().flatMap(({ results, summary }) => {
    if (summary?.parsing_errors > 0)
      throw new Error(`checkov cannot read ${summary.parsing_errors} files: ${args.join(" ")}`);
    return (results?.failed_checks ?? []).map((failed) => [failed.resource, failed.check_id]);
  });
}

/** The plan of the examples as a file. Modules are called as `NAME_EXAMPLE`. */
async function writePlan(names, folder) {
  const sts = await startSts();
  cpSync(MODULES, join(folder, "modules"), { recursive: true });
  const examples = names.flatMap((name) =>
    readdirSync(join(MODULES, name, "examples")).map((example) => [
      `${name}_${example}`,
      { source: `./modules/${name}/examples/${example}` },
    ]),
  );
  const aws = { ...PROVIDER, endpoints: { sts: sts.endpoint } };
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ provider: { aws }, module: Object.fromEntries(examples) }),
  );
  await run(folder, ["init", "-input=false", "-no-color"]);
  await run(folder, ["plan", "-input=false", "-no-color", "-out=plan.bin"]);
  await sts.stop();
  const options = { cwd: folder, maxBuffer: 1 << 28 };
  writeFileSync(join(folder, "plan.json"), execFileSync("terraform", ["show", "-json", "plan.bin"], options));
  return join(folder, "plan.json");
}

/** Runs Terraform while this process answers as STS. */
function run(cwd, args) {
  return new Promise((resolve, reject) => {
    const child = spawn("terraform", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`terraform ${args[0]} exited with ${code}`)),
    );
  });
}

/** The checks in the table of a module's README. */
function explainedIn(name) {
  const rows = readFileSync(join(MODULES, name, "README.md"), "utf8").match(/^\| `CKV2?_\w+`.*? \|/gm) ?? [];
  return new Set(rows.flatMap((row) => row.match(/CKV2?_\w+/g)));
}

async function main(given) {
  const names = given.length > 0 ? given : readdirSync(MODULES).sort();
  const folder = mkdtempSync(join(tmpdir(), "tfwright-checkov-"));
  const found = new Map(names.map((name) => [name, new Set()]));
  try {
    const plan = await writePlan(
      names.filter((name) => !UNPLANNED.includes(name)),
      folder,
    );
    for (const [address, check] of runCheckov(["--file", plan, "--framework", "terraform_plan"]))
      found.get(/^module\.([\w-]+?)_/.exec(address)?.[1])?.add(check);
    for (const name of names)
      for (const [, check] of runCheckov(["--directory", join(MODULES, name), "--framework", "terraform"]))
        found.get(name).add(check);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const wrong = names.flatMap((name) => {
    const explained = explainedIn(name);
    return [
      ...[...found.get(name)]
        .filter((check) => !explained.has(check))
        .map((check) => `${name}: ${check} is reported, but the README does not explain it`),
      ...[...explained]
        .filter((check) => !found.get(name).has(check))
        .map((check) => `${name}: the README explains ${check}, which is not reported`),
    ];
  });
  for (const line of wrong) console.log(line);
  if (wrong.length === 0) console.log(`${names.length} modules: every finding of checkov is explained`);
  return wrong.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(2);
  },
);
