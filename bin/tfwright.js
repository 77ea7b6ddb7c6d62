#!/usr/bin/env node
// Where Node.js can, from 22.8 on, it keeps what it has compiled of these files for the next run. NODE_DISABLE_COMPILE_CACHE=1 turns that off.
require("node:module").enableCompileCache?.();
require("../dist/src/cli/main.bundle.js").run(process.argv.slice(2));
