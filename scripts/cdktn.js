/**
 * `npm run test:cdktn`: the types and all tests on cdktn, cdktf's successor, in the place of cdktf. Nothing is copied:
 * the project and its tests are the same, the names of the packages lead elsewhere. Further arguments go to jest.
 */
const { join } = require("node:path");
const { build, install, installAll, root, run, runJest } = require("./setup.js");

const folder = join(root, "runtimes", "cdktn");
const alias = `--require ${JSON.stringify(join(folder, "alias.cjs"))}`;

installAll();
install(folder);
build();
run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.cdktn.json"]);
runJest(["--config", "jest.cdktn.config.js", ...process.argv.slice(2)], {
  env: {
    ...process.env,
    TFWRIGHT_RUNTIME: "cdktn",
    NODE_OPTIONS: [process.env.NODE_OPTIONS, alias].filter(Boolean).join(" "),
  },
});
