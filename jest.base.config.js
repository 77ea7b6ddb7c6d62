/**
 * The projects of the tests: `unit` starts no process, `commands` starts the CLI, npm, esbuild and the like, `terraform`
 * asks Terraform, OpenTofu or terraform-docs. `scripts/test-files.js` finds out which file belongs where.
 */
const { join } = require("node:path");
const { aliases, listTests, swcOptions } = require("./scripts/test-files.js");

/** What all tests share. */
const base = {
  rootDir: __dirname,
  setupFiles: ["<rootDir>/__tests__/seeds/setup.ts"],
  testEnvironment: "<rootDir>/scripts/test-environment.js",
  runtime: join(__dirname, "scripts", "test-runtime.js"),
  transform: { "^.+\\.ts$": ["@swc/jest", swcOptions] },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/", "<rootDir>/generated/"],
  moduleNameMapper: {
    ...Object.fromEntries(Object.entries(aliases).map(([name, path]) => [`^${name}$`, `<rootDir>/${path}`])),
    "^archiver$": "<rootDir>/__tests__/support/no-archives.ts",
  },
  // Jest runs a file in a context of its own, where each look at a name like `Math` asks the context: all unit tests took
  // 8% more time. These names are given to each file as parameters. Names that a test replaces (`Date`) or that a package
  // declares itself (`Buffer`, `URL`) cannot be.
  sandboxInjectedGlobals: [
    ...["Array", "Boolean", "Error", "Infinity", "JSON", "Map", "Math", "Number", "Object", "RegExp", "Set", "String"],
    ...["Symbol", "TypeError", "WeakMap", "WeakSet"],
  ],
};

const WITHOUT_PROCESSES = { "^(node:)?child_process$": "<rootDir>/__tests__/support/no-processes.ts" };

/** The projects with the files that `isWanted` takes; `names` are packages that stand for others. */
function makeProjects(isWanted, names = {}) {
  const tests = listTests().filter(({ file }) => isWanted(file));
  const projects = ["unit", "commands", "terraform"].map((project) => ({
    ...base,
    displayName: project,
    testMatch: tests.filter((test) => test.project === project).map(({ file }) => `<rootDir>/${file}`),
    moduleNameMapper: { ...base.moduleNameMapper, ...names, ...(project === "unit" ? WITHOUT_PROCESSES : {}) },
  }));
  return {
    projects: projects.filter(({ testMatch }) => testMatch.length > 0),
    reporters: ["default", "<rootDir>/scripts/summary-reporter.js"],
    testSequencer: "<rootDir>/scripts/test-sequencer.js",
    maxWorkers: 2,
    // Of a project jest does not read it.
    testTimeout: 60000,
  };
}

module.exports = { base, makeProjects };
