/** `npm run dev NAME`: generates one module again on each save and shows what changed. */
const { spawnSync } = require("node:child_process");
const { watch } = require("node:fs");
const { join } = require("node:path");
const { build, install, root } = require("./setup.js");

install();
build();
const names = process.argv.slice(2);
const tfwright = (...args) =>
  spawnSync(process.execPath, [join("bin", "tfwright.js"), "generate", ...names, ...args], {
    cwd: root,
    stdio: "inherit",
  });

function generate() {
  if (tfwright("--check").status === 1) tfwright();
}

let timer;
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(generate, 100);
};
for (const folder of ["modules", "templates"]) watch(join(root, folder), { recursive: true }, later);
watch(join(root, "tfwright.config.ts"), later);
process.stderr.write("watching modules/, templates/ and tfwright.config.ts; end with Ctrl+C\n");
generate();
