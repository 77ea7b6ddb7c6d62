/** The CDKTF app, as `cdktf.json` names it; installs and compiles where that was not done yet. */
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { build, install, root } = require("./setup.js");

install();
if (!existsSync(join(root, "dist", "main.js"))) build();
require("../dist/main.js");
