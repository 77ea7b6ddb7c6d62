/**
 * What npm would publish, looked at by publint (package.json against the files) and by Are The Types Wrong (what each way
 * of resolving a module finds). A part of `npm run check`; expects that everything is compiled.
 */
const { mkdtempSync, readdirSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { root, run } = require("./setup.js");

const folder = mkdtempSync(join(tmpdir(), "tfwright-check-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]);
const tarball = join(folder, readdirSync(folder)[0]);
const packages = join(root, "node_modules");
run(process.execPath, [join(packages, "publint", "src", "cli.js"), tarball, "--strict"]);
run(process.execPath, [join(packages, "@arethetypeswrong", "cli", "dist", "index.js"), tarball]);
