// Loaded before the command: each thread that it starts, and the last request to it, is a line in the file that THREADS names. FAULT says what fails.
const { appendFileSync } = require("node:fs");
const { basename } = require("node:path");
const threads = require("node:worker_threads");

const { THREADS, FAULT } = process.env;

if (threads.isMainThread)
  threads.Worker = class extends threads.Worker {
    #sent = 0;
    #open;

    constructor(file, options) {
      const open = process.getActiveResourcesInfo().length;
      // A file that is not there: the thread ends with an error.
      super(FAULT === "thread" ? `${file}.missing` : file, options);
      appendFileSync(THREADS, `${basename(file)}\n`);
      this.#open = open;
    }

    // From here on nothing that the thread has opened may keep the process, or look like work that is not done.
    unref() {
      super.unref();
      const opened = process.getActiveResourcesInfo().slice(this.#open);
      if (opened.length > 0) appendFileSync(THREADS, `opened ${opened}\n`);
    }

    postMessage(...given) {
      this.#sent += 1;
      if (given[0] === "package") appendFileSync(THREADS, "package\n");
      // As for a model that holds a function.
      super.postMessage(...(FAULT === "model" && this.#sent === 2 ? [() => undefined] : given));
    }
  };
