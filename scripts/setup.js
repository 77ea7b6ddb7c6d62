/**
 * What `npm start` and `npm test` do first: install what is missing, compile. Install scripts of dependencies are off
 * (`.npmrc`), and npm then runs no `pre` scripts either, so the scripts see to it themselves. Plain JavaScript without
 * dependencies: it runs before anything is installed.
 */
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");

const root = join(__dirname, "..");

/** Runs a command in the project and ends this process where it fails. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/**
 * Runs jest. Each test file loads and compiles our functions anew, and most of them run for milliseconds: on Node 20 V8 optimizes
 * one only after it has executed ten times as much bytecode as usual, which makes the unit tests take a fifth less. The V8 of
 * later versions knows no such option, and needs it less: its second compiler is quick. The processes of jest keep all cores busy, so
 * that threads which collect garbage beside them gain nothing.
 */
function runJest(args, options) {
  const known = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" }).stdout;
  const flags = [
    "--interrupt-budget=1000000",
    "--min-semi-space-size=64",
    "--max-semi-space-size=64",
    "--single-threaded-gc",
  ].filter((flag) => known.includes(`\n  ${flag.split("=")[0]} `));
  run(process.execPath, [...flags, join("node_modules", "jest", "bin", "jest.js"), ...args], options);
}

/** `npm ci` in a folder where node_modules is not what the lockfile says. */
function install(folder = root) {
  const stamp = join(folder, "node_modules", ".tfwright-installed");
  const lock = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (installed === lock) return;
  const where = folder === root ? "" : ` in ${relative(root, folder)}`;
  process.stderr.write(`installing what is missing (npm ci${where})\n`);
  run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, lock);
}

/** What tests and the compiler need: the project's packages, and those of the examples that have their own. */
function installAll() {
  install();
  install(join(root, "examples", "providers"));
}

/** What `dist/` is made of: one hash over the sources, the settings of the compiler, and the versions of packages. */
function hashOfSources() {
  const files = ["src", "modules", "templates"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)),
  );
  const hash = createHash("sha256");
  const others = ["main.ts", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];
  const scripts = ["bundle.js", "strip-comments.js", "unpublished.js"].map((name) => join("scripts", name));
  for (const path of [...files, ...others, ...scripts].sort()) {
    if (statSync(join(root, path)).isFile()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/**
 * Compiles to `dist/`, and takes out of it what has no source any more; the command is bundled besides. Where nothing has
 * changed, nothing is done, so that a test which builds does not take the command away from another that runs it.
 */
function build() {
  const stamp = join(root, "dist", ".built");
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  rmSync(stamp, { force: true });
  for (const path of existsSync(join(root, "dist")) ? readdirSync(join(root, "dist"), { recursive: true }) : []) {
    const source = path.replace(/(\.d\.ts|(\.bundle)?\.js)$/, ".ts");
    if (source !== path && !existsSync(join(root, source))) rmSync(join(root, "dist", path));
  }
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"]);
  run(process.execPath, [join("scripts", "bundle.js")]);
  const published = require("./unpublished.js").writeUnpublished();
  require("./strip-comments.js").stripComments(published.filter((path) => path.endsWith(".js")));
  writeFileSync(stamp, sources);
}

module.exports = { root, run, runJest, install, installAll, build };
