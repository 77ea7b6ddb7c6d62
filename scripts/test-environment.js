/**
 * The context in which test files run. Jest makes one for each file; here the files that a worker runs share one, so that they can
 * share modules too (`test-runtime.js`). What a file changes in the environment of the process is undone.
 * A file that needs a context of its own, because it replaces modules or what they keep, says `@jest-environment node`.
 */
const { TestEnvironment } = require("jest-environment-node");

/** Where Jest keeps the state of a file and the handlers of its events. Packages keep what is theirs in the context as well. */
const OF_A_FILE = new Set(["JEST_STATE_SYMBOL", "EVENT_HANDLERS"]);

class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    skipStacksOfTokens(this.global.Error);
    this.isShared = true;
    this.envAtFirst = { ...this.global.process.env };
    this.exitAtFirst = this.global.process.exit;
  }

  async teardown() {
    const { global, fakeTimers, fakeTimersModern } = this;
    fakeTimers.useRealTimers();
    fakeTimersModern.useRealTimers();
    for (const symbol of Object.getOwnPropertySymbols(global))
      if (OF_A_FILE.has(symbol.description)) Reflect.deleteProperty(global, symbol);
    const { process } = global;
    process.exit = this.exitAtFirst;
    for (const name of Object.keys(process.env)) if (!(name in this.envAtFirst)) delete process.env[name];
    Object.assign(process.env, this.envAtFirst);
  }
}

/**
 * cdktf's tokens record no stack, as in the command: Jest would map each of them to TypeScript, which was a tenth of the time of the
 * tests that build modules. Only cdktf sets this limit (`src/cli/load/without-creation-stacks.ts`).
 */
function skipStacksOfTokens(ContextError) {
  const capture = ContextError.captureStackTrace;
  ContextError.captureStackTrace = (target, below) => {
    if (ContextError.stackTraceLimit !== Number.MAX_SAFE_INTEGER) capture(target, below);
  };
}

/** One for each project, of which a worker runs several. */
const environments = new Map();

/** Jest calls it with `new` for each file, and takes what it returns. */
function environmentOf(config, context) {
  const { id } = config.projectConfig;
  if (!environments.has(id)) environments.set(id, new SharedEnvironment(config, context));
  return environments.get(id);
}

module.exports = environmentOf;
