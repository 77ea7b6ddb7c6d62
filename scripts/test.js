/** `npm test`: install, compile, all tests. Further arguments go to jest. */
const { join } = require("node:path");
const { build, install, run } = require("./setup.js");

install();
build();
run(process.execPath, [join("node_modules", "jest", "bin", "jest.js"), ...process.argv.slice(2)]);
