/** `npm test`: install, compile, all tests. Further arguments go to jest. */
const { join } = require("node:path");
const { build, installAll, run } = require("./setup.js");

installAll();
build();
run(process.execPath, [join("node_modules", "jest", "bin", "jest.js"), ...process.argv.slice(2)]);
