#!/usr/bin/env node
require("../dist/src/cli/command.js").run(process.argv.slice(2));
