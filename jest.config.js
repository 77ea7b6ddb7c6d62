/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  setupFiles: ["<rootDir>/__tests__/seeds/setup.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/", "<rootDir>/generated/"],
  moduleNameMapper: {
    "^tfwright$": "<rootDir>/src/index.ts",
    "^tfwright/glue$": "<rootDir>/modules/index.ts",
    "^tfwright/iam$": "<rootDir>/src/iam/index.ts",
  },
  testTimeout: 60000,
};
