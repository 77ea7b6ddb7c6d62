/**
 * The order of test files where jest has no times of an earlier run: the tests that wait for Terraform take minutes, those of
 * commands seconds, and the rest fills the end of a run, so that no worker waits for the last file of the other.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const PROJECTS = ["terraform", "commands", "unit"];

/** Where the project of a test stands in the order. */
const rankOf = ({ context }) => PROJECTS.indexOf(context.config.displayName?.name);

class ProjectSequencer extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}

module.exports = ProjectSequencer;
