/** What `npm run fuzz` does once everything is installed: rounds of jest, each with a seed of its own, until the time is up. */
const { spawnSync } = require("node:child_process");
const { randomInt } = require("node:crypto");
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, relative } = require("node:path");
const { parseArgs } = require("node:util");

const root = join(__dirname, "..");
const jest = join("node_modules", "jest", "bin", "jest.js");

const { values, positionals } = readArguments();
const minutes = positive("--minutes", values.minutes);
const times = positive("--times", values.times);
const until = Date.now() + minutes * 60_000;
const files = positionals.length > 0 ? positionals : findPropertyTests();
const work = mkdtempSync(join(tmpdir(), "tfwright-fuzz-"));
const report = join(work, "report.json");
/** Milliseconds beyond the given time for what has begun: samples that Terraform reads. */
const GRACE = 5 * 60_000;
/** Tests that have failed already; the message of each is told once. */
const told = new Set();

function readArguments() {
  const text = (given) => ({ type: "string", default: given });
  const options = { minutes: text("5"), times: text("5"), seed: { type: "string" }, config: text("jest.config.js") };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function positive(option, text) {
  const value = Number(text);
  if (value > 0) return value;
  return refuse(`${option} must be a number above 0, but was ${JSON.stringify(text)}`);
}

/** The test files that ask for fast-check, but for the one about the seeds themselves. */
function findPropertyTests() {
  const folder = join(root, "__tests__");
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".test.ts") && !path.endsWith("seeds.test.ts"))
    .filter((path) => /from "fast-check"/.test(readFileSync(join(folder, path), "utf8")))
    .map((path) => join("__tests__", path).replaceAll("\\", "/"))
    .sort();
}

function timeLeft() {
  return Math.max(0, until - Date.now());
}

/** jest cannot end a test that loops: what its process says of the files that it had finished is all that is known. */
function hanging(seed, stderr) {
  const hung = files.filter((file) => !stderr.includes(`S ${file}`) && !stderr.includes(`L ${file}`));
  process.stdout.write(
    `\nHANGS: a test of ${hung.join(" ")}\nrepeat it with\n  FUZZ_SEED=${seed} FUZZ_TIMES=${times} npx jest --config ${values.config} --runInBand --verbose ${hung.join(" ")}\n\n`,
  );
  told.add(`hangs ${seed}`);
  return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
}

/** Runs all files once with a seed; the tests that failed. @throws Error where jest itself fails */
function runRound(seed) {
  rmSync(report, { force: true });
  const env = { ...process.env, FUZZ_SEED: String(seed), FUZZ_TIMES: String(times), FUZZ_UNTIL: String(until) };
  delete env.FUZZ_PATH;
  const args = [
    "--runInBand",
    "--testTimeout",
    "3600000",
    "--json",
    "--outputFile",
    report,
    "--config",
    values.config,
    "--runTestsByPath",
    ...files,
  ];
  const options = { cwd: root, env, encoding: "utf8", maxBuffer: 1e9, killSignal: "SIGKILL" };
  const { stderr, error } = spawnSync(process.execPath, [jest, ...args], { ...options, timeout: timeLeft() + GRACE });
  if (error?.code === "ETIMEDOUT") return hanging(seed, stderr);
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch (error) {
    throw new Error(`jest failed:\n${stderr}`, { cause: error });
  }
}

/** The command that repeats a failure; with fast-check's path it is the smallest case at once. */
function repeat({ seed, file, test, message }) {
  const [, failedSeed, path] = /\{ seed: (-?\d+), path: "([^"]*)"/.exec(message) ?? [];
  const env = failedSeed === undefined ? `FUZZ_SEED=${seed}` : `FUZZ_SEED=${failedSeed} FUZZ_PATH=${path}`;
  const config = values.config === "jest.config.js" ? "" : ` --config ${values.config}`;
  const command = `${env} npx jest${config} --runTestsByPath ${file}`;
  if (test === "") return command;
  const name = `^${test.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`;
  return `${command} -t '${name.replaceAll("'", "'\\''")}'`;
}

function tellFailures(seed, { testResults }) {
  for (const { name, message, assertionResults } of testResults) {
    const file = relative(root, name).replaceAll("\\", "/");
    // The file itself could not be run.
    if (assertionResults.length === 0) tell({ seed, file, test: "", message });
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status === "failed") tell({ seed, file, test: fullName, message: failureMessages.join("\n") });
    }
  }
}

function tell(failure) {
  const { file, test, message } = failure;
  const isKnown = told.has(`${file} ${test}`);
  told.add(`${file} ${test}`);
  const ofOurs = message.split("\n").filter((line) => !/^ +at .*(?:node_modules|new Promise)/.test(line));
  const text = isKnown ? "" : `${ofOurs.join("\n").slice(0, 4000)}\n`;
  process.stdout.write(
    `\nFAILED ${isKnown ? "again: " : ""}${file}: ${test}\n${text}repeat it with\n  ${repeat(failure)}\n\n`,
  );
}

process.stdout.write(`${files.length} files, ${minutes} minutes, ${times} times as many runs\n`);
const given = values.seed === undefined ? undefined : positive("--seed", values.seed);
for (let round = 1; Date.now() < until && (given === undefined || round === 1); round++) {
  const seed = given ?? randomInt(2 ** 31);
  const start = Date.now();
  const result = runRound(seed);
  const { numPassedTests, numFailedTests } = result;
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(
    `round ${round}, seed ${seed}: ${numPassedTests} passed, ${numFailedTests} failed, ${seconds} s\n`,
  );
  tellFailures(seed, result);
}
rmSync(work, { recursive: true, force: true });
process.stdout.write(told.size === 0 ? "no failure\n" : `${told.size} failed\n`);
process.exitCode = told.size === 0 ? 0 : 1;
