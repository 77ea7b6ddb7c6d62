/** Runs `failing.ts`, which `npm test` leaves alone. */
const { base } = require("../../../jest.base.config.js");

/** @type {import("jest").Config} */
module.exports = { ...base, testMatch: ["<rootDir>/__tests__/seeds/failing/failing.ts"] };
