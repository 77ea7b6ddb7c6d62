#!/usr/bin/env node
// Linting is over before V8 has optimized the code that lints: it may take its time. Measured on Node 20; the flag is V8's own.
if (process.argv[2] === "lint" && /^1[1-3]\./.test(process.versions.v8)) {
  require("node:v8").setFlagsFromString("--interrupt-budget=500000");
}
require("../dist/src/cli/command.js").run(process.argv.slice(2));
