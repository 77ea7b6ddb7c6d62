const { makeProjects } = require("./jest.base.config.js");

/** @type {import("jest").Config} */
module.exports = makeProjects(() => true);
