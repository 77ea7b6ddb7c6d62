/**
 * `npm run golden`: rewrites the golden modules and those of the example providers. `git diff` then shows what a change
 * does to the generated text.
 */
const { join } = require("node:path");
const { build, installAll, run } = require("./setup.js");

installAll();
build();
for (const folder of [join("__tests__", "golden"), join("examples", "providers")]) {
  const config = join(folder, "tfwright.config.ts");
  run(process.execPath, [
    join("bin", "tfwright.js"),
    "generate",
    "--force",
    "--config",
    config,
    ...process.argv.slice(2),
  ]);
}
