/**
 * `npm run fuzz`: the property tests with random seeds, and more runs of each. `--minutes 20` says how long (5),
 * `--times 10` how many times as many runs (5); `--seed 7` makes it one round with that seed; `--config` names another
 * configuration of jest; further arguments are test files. Each failure is told with the command that repeats it.
 */
const { join } = require("node:path");
const { installAll, run } = require("./setup.js");

installAll();
run(process.execPath, [join("scripts", "fuzz-rounds.js"), ...process.argv.slice(2)]);
