/**
 * What is compiled and nobody can load: modules that stand in a bundle, and types that no public entry names. They stay in
 * `dist/` for the compiler and the tests; `dist/.npmignore` keeps them out of the package.
 */
const { existsSync, readFileSync, readdirSync, statSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const root = join(__dirname, "..");

/** How a module names another: `require("./a")`, `import("./a")`, `from "./a"`, `import "./a"`, `declare module "./a"`. */
const NAMED = /(?:\b(?:require|import|resolve)\(\s*|\b(?:from|import|module)\s*)["'`](\.[^"'`]*)["'`]/g;

/** What no module names: a thread is started by its path. */
const THREADS = ["dist/src/render/render-worker.bundle.js"];

/** The files of the public entries, of the command and of threads, by how the names of modules end. */
function entriesOf(manifest) {
  const all = [];
  const visit = (value) => {
    if (typeof value === "string") all.push(value);
    else Object.values(value).forEach(visit);
  };
  visit([manifest.exports, manifest.bin, THREADS]);
  return all.filter((path) => !path.endsWith(".json")).map((path) => join(root, path));
}

/** All files that are reached from some, each by the names in its text. */
function reachable(from) {
  const reached = new Set();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (path.endsWith(".json")) continue;
    const isTypes = path.endsWith(".d.ts");
    for (const [, name] of readFileSync(path, "utf8").matchAll(NAMED)) {
      const target = join(dirname(path), name);
      const found = (isTypes ? [".d.ts", "/index.d.ts"] : ["", ".js", "/index.js"])
        .map((ending) => target + ending)
        .find((file) => existsSync(file) && statSync(file).isFile());
      if (found !== undefined) waiting.push(found);
    }
  }
  return reached;
}

/** Returns the paths of what can be loaded. */
function writeUnpublished() {
  const dist = join(root, "dist");
  const reached = reachable(entriesOf(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))));
  const unreached = readdirSync(dist, { recursive: true })
    .filter((path) => /\.(?:js|d\.ts)$/.test(path) && !reached.has(join(dist, path)))
    .map((path) => `/${path.replaceAll("\\", "/")}\n`);
  writeFileSync(join(dist, ".npmignore"), unreached.sort().join(""));
  return [...reached].filter((path) => path.startsWith(dist));
}

module.exports = { writeUnpublished };
