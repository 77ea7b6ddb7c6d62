/** `npm run check`: everything in one command; stops at the first thing that is wrong. */
const { join } = require("node:path");
const { build, installAll, run } = require("./setup.js");

const bin = (name, ...path) => join("node_modules", name, ...path);
const steps = [
  ["types", [bin("typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.json"]],
  ["format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "."]],
  ["shapes of functions, names of types, words", [join("scripts", "check-shapes.js")]],
  [
    "arrows between the rooms",
    [bin("dependency-cruiser", "bin", "dependency-cruise.mjs"), "src", "modules", "main.ts"],
  ],
  ["generated/ is what the definitions give", [join("bin", "tfwright.js"), "generate", "--check"]],
  ["the package as npm would publish it", [join("scripts", "check-package.js")]],
];

installAll();
build();
for (const [title, args] of steps) {
  process.stderr.write(`\n== ${title}\n`);
  run(process.execPath, args);
}
for (const [title, script] of [
  ["tests", "test.js"],
  ["types and tests on cdktn", "cdktn.js"],
]) {
  process.stderr.write(`\n== ${title}\n`);
  run(process.execPath, [join("scripts", script), ...process.argv.slice(2)]);
}
