/**
 * `npm test`: install, compile, all tests. Further arguments go to jest; `--project unit` takes one of the projects
 * (`npm run test:unit` and the like), and the unit tests need no compiled command.
 */
const { build, installAll, runJest } = require("./setup.js");

const args = process.argv.slice(2);
const at = args.indexOf("--project");
const [, project] = at < 0 ? [] : args.splice(at, 2);

installAll();
if (project !== "unit") build();
// jest takes all that follows for names of projects.
const selected = project === undefined ? [] : ["--selectProjects", project];
runJest([...args, ...selected]);
