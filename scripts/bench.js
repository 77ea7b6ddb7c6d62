/** `npm run bench`: install, compile, measure. */
const { join } = require("node:path");
const { build, install, run } = require("./setup.js");

install();
build();
run(process.execPath, [join("bench", "run.js"), ...process.argv.slice(2)]);
