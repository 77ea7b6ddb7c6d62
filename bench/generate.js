/**
 * `node bench/generate.js` (after `npm run build`): `generate` of the pack into an empty folder, cold, beside its floor in turn: a
 * process that only loads cdktf, Handlebars and what the pack imports of providers. `--floor` is that process.
 *
 * The processor time is that of the process itself, without the compiler's, which works beside it: it tells more than the time
 * of the clock where the machine is busy.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { Script } = require("node:vm");

const root = join(__dirname, "..");
const PAIRS = 15;
// Where it is set, Node reads the certificates at each start.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

function loadFloor() {
  require("cdktf");
  require("handlebars");
  const modules = join(root, "modules");
  const texts = readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(modules, name), "utf8"));
  const imports = texts.flatMap((text) => [...text.matchAll(/from "(@cdktf\/provider-\w+\/[^"]+)"/g)]);
  for (const name of new Set(imports.map(([, path]) => path))) require(name);
  // Types from schemas stand where a package's classes stood. They run on the engine, so that here they are only read.
  const types = join(root, "dist", "modules", "providers");
  for (const path of readdirSync(types, { recursive: true }).filter((name) => name.endsWith(".js")))
    new Script(`(function () {${readFileSync(join(types, path), "utf8")}\n})`).runInThisContext();
}

function time(args) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "print-cpu.js"), ...args],
    {
      cwd: root,
      env: environment,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  if (status !== 0) throw new Error(stderr);
  return { wall: Number(process.hrtime.bigint() - start) / 1e6, cpu: Number(output[3]) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The medians of one measure over all pairs, as a line. */
function describe(pairs, measure) {
  const [own, floor] = ["own", "floor"].map((side) => median(pairs.map((pair) => pair[side][measure])));
  const ratio = median(pairs.map((pair) => pair.own[measure] / pair.floor[measure]));
  return `generate ${own.toFixed(0)} ms, floor ${floor.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`;
}

function compare() {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
  const pairs = Array.from({ length: PAIRS + 1 }, (_, index) => {
    const own = time([join(root, "bin", "tfwright.js"), "generate", "--out", join(folder, String(index))]);
    return { own, floor: time([__filename, "--floor"]) };
  });
  rmSync(folder, { recursive: true });
  // The first pair warms the disk's cache.
  const counted = pairs.slice(1);
  process.stdout.write(`${describe(counted, "wall")} (at most 2)\nprocessor time: ${describe(counted, "cpu")}\n`);
}

if (process.argv.includes("--floor")) loadFloor();
else compare();
