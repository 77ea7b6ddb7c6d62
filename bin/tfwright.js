#!/usr/bin/env node
require("../dist/src/cli/main.bundle.js").run(process.argv.slice(2));
