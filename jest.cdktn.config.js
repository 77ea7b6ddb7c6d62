/** The same tests on cdktn: inside jest by these names, in the processes that tests start by `runtimes/cdktn/alias.cjs`. */
const config = require("./jest.config.js");

const packages = "<rootDir>/runtimes/cdktn/node_modules";

/** @type {import("jest").Config} */
module.exports = {
  ...config,
  moduleNameMapper: {
    ...config.moduleNameMapper,
    "^cdktf($|/.*)": `${packages}/cdktn$1`,
    "^@cdktf/provider-aws($|/.*)": `${packages}/@cdktn/provider-aws$1`,
  },
};
