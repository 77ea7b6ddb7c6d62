/**
 * `npm run bench`: side by side with the peer in one run, as ratios of medians. Nothing here is asserted in a test:
 * times depend on the machine, ratios less so. `--write` puts the result into bench/README.md; `--quick` only shows that it works.
 */
const { spawnSync } = require("node:child_process");
const { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { transformSync } = require("esbuild");

const root = join(__dirname, "..");
const isQuick = process.argv.includes("--quick");
const RUNS = isQuick ? 1 : 9;
/** Pairs that are not counted: they warm the disk's cache. */
const WARMING = isQuick ? 0 : 1;
const SIZES = isQuick ? [100, 200] : [1000, 2000, 4000, 8000];
// Where it is set, Node reads the certificates at each start; nothing here goes online.
const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
const environment = { ...inherited, CHECKPOINT_DISABLE: "1", CI: "1" };

function time(args, cwd) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, { cwd, env: environment, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${args.join(" ")}\n${result.stdout}\n${result.stderr}`);
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, stdout: result.stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** How the peer's program is run: as the TypeScript template of `cdktf init` has it, and compiled before. */
const APPS = { typescript: "npx ts-node main.ts", javascript: "node main.js" };

/** The peer's program, in TypeScript and compiled, in a folder of its own. */
function copyPeer(folder) {
  cpSync(join(__dirname, "peer"), folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { code } = transformSync(readFileSync(join(folder, "main.ts"), "utf8"), { loader: "ts", format: "cjs" });
  writeFileSync(join(folder, "main.js"), code);
}

/** Medians in milliseconds: `ours`, and of each way to run the peer. */
function againstPeer() {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
  try {
    copyPeer(folder);
    const cli = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf.js");
    const synth = (app) => {
      rmSync(join(folder, "cdktf.out"), { recursive: true, force: true });
      return time([cli, "synth", "--hcl", "--app", app], folder).milliseconds;
    };
    const runs = Array.from({ length: WARMING + RUNS }, (_, run) => ({
      ours: time([join(root, "bin", "tfwright.js"), "generate", "--out", join(folder, `generated-${run}`)], root)
        .milliseconds,
      ...Object.fromEntries(Object.entries(APPS).map(([name, app]) => [name, synth(app)])),
    })).slice(WARMING);
    return Object.fromEntries(
      ["ours", ...Object.keys(APPS)].map((name) => [name, median(runs.map((run) => run[name]))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scaling() {
  const times = SIZES.map(() => []);
  for (let run = 0; run < (isQuick ? 1 : 5); run++) {
    for (const [index, size] of SIZES.entries()) {
      times[index].push(Number(time([join(__dirname, "scale.js"), String(size)], root).stdout));
    }
  }
  return times.map(median);
}

const { ours, typescript, javascript } = againstPeer();
const times = scaling();
const rows = SIZES.map((size, index) => {
  const factor = index === 0 ? "" : `${(times[index] / times[index - 1]).toFixed(2)} times`;
  return `| ${size.toLocaleString("en")} | ${times[index].toFixed(0)} ms | ${factor} |`;
});
/** A time of the peer, and how much faster we are. */
const row = (theirs) => `${theirs.toFixed(0)} ms | **${(theirs / ours).toFixed(1)} times as fast**`;
const report = `| measured, cold: a new process, no cache | median of ${RUNS} | ratio |
|---|---|---|
| \`tfwright generate\`, all modules of the pack, into an empty folder | ${ours.toFixed(0)} ms | |
| \`cdktf synth --hcl\`, one stack with the reference environment's resources, in TypeScript | ${row(typescript)} |
| the same, compiled to JavaScript before | ${row(javascript)} |

| resources in one module | time, median of 5 | against half the size |
|---|---|---|
${rows.join("\n")}
`;
process.stdout.write(report);
if (process.argv.includes("--write")) {
  const file = join(__dirname, "README.md");
  const marker = "<!-- result -->\n";
  const head = readFileSync(file, "utf8").split(marker)[0];
  writeFileSync(file, `${head}${marker}${report}`);
}
