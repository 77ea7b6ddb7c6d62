/** Renders models in a second thread, while the definitions of others still run in the first. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Problem, TfwrightError } from "../errors";
import type { FileOptions, Files } from "./index";
import type { ModuleModel } from "./model";
import { portableModel } from "./portable-model";

/** What the thread renders next: one module, or in the end the files at the root of the package. */
export type RenderRequest = { readonly model: ModuleModel } | "package";

/** The answer to one request. Answers come in the order of the requests. */
export type RenderAnswer = { readonly files: Files } | { readonly problems: readonly Problem[] };

/** The compiled thread, from the bundle of a command as from here. Where the sources themselves run, there is none. */
const WORKER = join(dirname(__dirname), "render", "render-worker.bundle.js");

/** For fewer modules a thread may take longer to start than it saves: it needs 40 ms until it renders, and most modules take 2 to 20. */
const MANY_MODULES = 16;

/** The files of modules that become known one after the other. */
export class Rendering {
  readonly #options: FileOptions;
  readonly #thread: RenderThread | undefined;

  /** @param modules how many modules will be added if no definition fails */
  constructor(modules: number, options: FileOptions) {
    this.#options = options;
    const paysOff = modules >= MANY_MODULES && availableParallelism() > 1;
    this.#thread = paysOff && existsSync(WORKER) ? new RenderThread(options) : undefined;
  }

  /** Begins to render a module, if there is a thread. */
  add(model: ModuleModel): void {
    this.#thread?.add(model);
  }

  /**
   * The files of all modules, those that were added and others.
   * @throws TfwrightError if a template is wrong or fails
   */
  async files(models: readonly ModuleModel[]): Promise<Files> {
    const files = await this.#thread?.files(models);
    if (files !== undefined) return files;
    // Loaded only here, because most often the other thread has it.
    const { renderFiles } = require("./index") as typeof import("./index");
    return renderFiles(models, this.#options);
  }
}

class RenderThread {
  readonly #worker: Worker;
  readonly #answers: RenderAnswer[] = [];
  readonly #added = new Set<ModuleModel>();
  /** Whether there is an answer to each request. */
  readonly #answered: Promise<boolean>;
  #isPortable = true;

  constructor(options: FileOptions) {
    // Options of this process stay here: what they load or measure would be loaded or measured twice. The thread prints nothing: output
    // of its own would open that of this process, which then looks like work of the author's that is not done.
    this.#worker = new Worker(WORKER, { workerData: options, execArgv: [], stdout: true, stderr: true });
    this.#answered = new Promise((resolve) => {
      this.#worker.on("message", (answer: RenderAnswer) => {
        this.#answers.push(answer);
        if (this.#answers.length > this.#added.size) resolve(true);
      });
      this.#worker.on("error", () => resolve(false));
      this.#worker.on("exit", () => resolve(false));
    });
    // Where a definition fails, nobody asks for the files, and the process ends without waiting for the thread.
    this.#worker.unref();
  }

  add(model: ModuleModel): void {
    if (!this.#isPortable || this.#added.has(model)) return;
    this.#added.add(model);
    this.#send({ model: portableModel(model) });
  }

  /** Undefined where a model cannot be sent to another thread, or the thread has failed. */
  async files(models: readonly ModuleModel[]): Promise<Files | undefined> {
    for (const model of models) this.add(model);
    if (!this.#isPortable) return undefined;
    this.#worker.ref();
    this.#send("package");
    if (!(await this.#answered)) return undefined;
    return new Map(this.#answers.flatMap((answer) => [...filesOf(answer)]));
  }

  #send(request: RenderRequest): void {
    try {
      this.#worker.postMessage(request);
    } catch {
      // Something of an author's that is no plain data has come into the model.
      this.#isPortable = false;
    }
  }
}

function filesOf(answer: RenderAnswer): Files {
  if ("problems" in answer) throw new TfwrightError(answer.problems);
  return answer.files;
}
