/**
 * The end of a run of many test files: how much passed in each project, the ten slowest files, and what was skipped for
 * want of something, with how to get it (`__tests__/support/needs.ts` names such tests). `.ci/run` reads the SKIPPED lines.
 */
const { relative } = require("node:path");

const SLOWEST = 10;
const NEED = /\bneeds (.+?): (.+)$/;

/** One number with its noun. */
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

class SummaryReporter {
  #root;
  #wanted;
  /** What jest says of each file, and the project that the file is of. */
  #files = [];

  constructor({ rootDir }) {
    this.#root = rootDir;
  }

  onRunStart({ numTotalTestSuites }) {
    this.#wanted = numTotalTestSuites;
  }

  onTestResult({ context, path }, result) {
    this.#files.push({ path, result, project: context.config.displayName?.name ?? "tests" });
  }

  onRunComplete() {
    const lines = this.#skipped();
    // Whoever asks for a few files looks at them.
    if (this.#wanted > SLOWEST) lines.unshift(...this.#projects(), "", ...this.#slowest(), "");
    if (lines.length > 0) process.stderr.write(`\n${lines.join("\n").trimEnd()}\n`);
  }

  #projects() {
    const projects = [...new Set(this.#files.map(({ project }) => project))].sort();
    return projects.map((name) => {
      const results = this.#files.filter(({ project }) => project === name).map(({ result }) => result);
      const sum = (field) => results.reduce((total, result) => total + result[field], 0);
      const broken = results.filter(({ testExecError }) => testExecError !== undefined).length;
      const parts = [
        `${sum("numPassingTests")} passed`,
        `${sum("numFailingTests") + broken} failed`,
        `${sum("numPendingTests") + sum("numTodoTests")} skipped`,
      ];
      return `${name}: ${parts.join(", ")} in ${count(results.length, "file")}`;
    });
  }

  #slowest() {
    const timed = this.#files.map(({ path, result: { perfStats } }) => ({
      path,
      time: perfStats.end - perfStats.start,
    }));
    const slowest = timed.sort((a, b) => b.time - a.time).slice(0, SLOWEST);
    const rows = slowest.map(
      ({ path, time }) => `${(time / 1000).toFixed(1).padStart(7)} s  ${relative(this.#root, path)}`,
    );
    return ["the slowest files:", ...rows];
  }

  /** One line for each thing that is missing. */
  #skipped() {
    const missing = new Map();
    for (const { path, result } of this.#files) {
      for (const { title, status } of result.testResults) {
        const [, what, how] = status === "pending" ? (NEED.exec(title) ?? []) : [];
        if (what === undefined) continue;
        const { paths = new Set() } = missing.get(what) ?? {};
        missing.set(what, { how, paths: paths.add(path) });
      }
    }
    return [...missing].map(
      ([what, { how, paths }]) =>
        `SKIPPED: ${what} is not available, so tests of ${count(paths.size, "file")} did not run (${how})`,
    );
  }
}

module.exports = SummaryReporter;
