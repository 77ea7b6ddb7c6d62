/**
 * `node bench/review.js`: a plan of 10,000 changes, reviewed by the compiled command, beside a process that only reads and parses it.
 * Ratios of medians, wall time and peak memory; and how long the review of an empty plan takes beside `node -e 0`. `--quick` is two runs.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { emptyPlan, largePlan } = require("./review-plan.js");

const RUNS = process.argv.includes("--quick") ? 2 : 5;
const command = process.env.TFWRIGHT_BIN ?? join(__dirname, "..", "bin", "tfwright.js");

const PARSE = 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))';

/** Prints the process's own peak at its end. */
const PEAK = join(__dirname, "review-peak.js");

/** Where this is set, Node reads the certificates at each start; nothing here goes online. */
const { NODE_EXTRA_CA_CERTS, ...env } = process.env;

function run(args) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28, env });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) throw new Error(`${args.join(" ")}\n${result.stdout.slice(0, 2000)}\n${result.stderr}`);
  return {
    milliseconds,
    megabytes: Number(/^peak (\d+)$/m.exec(result.stderr)?.[1] ?? 0) / 1024,
    bytes: Buffer.byteLength(result.stdout),
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Both in turn, so that a slow machine slows both; the first pair warms the disk's cache. */
function compare(ours, theirs) {
  const rounds = [];
  for (let round = 0; round <= RUNS; round++) rounds.push({ ours: run(ours), theirs: run(theirs) });
  const of = (side, field) => median(rounds.slice(1).map((round) => round[side][field]));
  const pair = (field) => ({ ours: of("ours", field), theirs: of("theirs", field) });
  return { time: pair("milliseconds"), memory: pair("megabytes"), bytes: rounds[0].ours.bytes };
}

const ratio = ({ ours, theirs }) => `${(ours / theirs).toFixed(2)}`;

function main() {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
  try {
    const [large, empty] = [join(folder, "large.json"), join(folder, "empty.json")];
    largePlan(large);
    writeFileSync(empty, emptyPlan());
    const size = Math.round(statSync(large).size / 1e6);
    const big = compare(
      ["-r", PEAK, command, "review", large, "--format", "markdown"],
      ["-r", PEAK, "-e", PARSE, large],
    );
    const start = compare([command, "review", empty], ["-e", "0"]);
    process.stdout.write(`| measured, median of ${RUNS} | tfwright | beside | ratio | bound |
|---|---|---|---|---|
| review of 10,000 changes, ${size} MB: time, beside only parsing it | ${big.time.ours.toFixed(0)} ms | ${big.time.theirs.toFixed(0)} ms | ${ratio(big.time)} | 6 |
| the same: peak memory | ${big.memory.ours.toFixed(0)} MB | ${big.memory.theirs.toFixed(0)} MB | ${ratio(big.memory)} | 2.5 |
| review of an empty plan, beside \`node -e 0\` | ${start.time.ours.toFixed(0)} ms | ${start.time.theirs.toFixed(0)} ms | ${ratio(start.time)} | 2 |

The large review has ${big.bytes.toLocaleString("en")} bytes.
`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
