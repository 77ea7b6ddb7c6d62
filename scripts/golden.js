/** `npm run golden`: rewrites the golden modules. `git diff` then shows what a change does to the generated text. */
const { join } = require("node:path");
const { build, install, run } = require("./setup.js");

install();
build();
run(process.execPath, [
  join("bin", "tfwright.js"),
  "generate",
  "--force",
  "--config",
  join("__tests__", "golden", "tfwright.config.ts"),
  ...process.argv.slice(2),
]);
