/**
 * The tests that reach cdktf, on cdktn: inside jest by these names, in the processes that tests start by
 * `runtimes/cdktn/alias.cjs`. All other tests would do the same as on cdktf.
 */
const { makeProjects } = require("./jest.base.config.js");
const { reachesCdk } = require("./scripts/test-files.js");

const packages = "<rootDir>/runtimes/cdktn/node_modules";

/** @type {import("jest").Config} */
module.exports = makeProjects(reachesCdk, {
  "^cdktf($|/.*)": `${packages}/cdktn$1`,
  "^@cdktf/provider-aws($|/.*)": `${packages}/@cdktn/provider-aws$1`,
});
