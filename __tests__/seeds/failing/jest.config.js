/** Runs `failing.ts`, which `npm test` leaves alone. */
const config = require("../../../jest.config.js");

/** @type {import("jest").Config} */
module.exports = { ...config, rootDir: "../../..", testMatch: ["<rootDir>/__tests__/seeds/failing/failing.ts"] };
