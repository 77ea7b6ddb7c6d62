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

/** Milliseconds: if the definitions that are left take less, a thread takes longer to start than it saves. It needs 40 until it renders. */
const LEAST_TIME_LEFT = 100;

/** So many modules take long: the thread starts before the first is known. */
const MANY_MODULES = 16;

/** The files of modules that become known one after the other. */
export class Rendering {
  readonly #options: FileOptions;
  readonly #modules: number;
  /** When the first module was there. It takes longer than the others, because nothing has run before. */
  #begun = 0;
  readonly #added: ModuleModel[] = [];
  #thread: RenderThread | undefined;

  /** @param modules how many modules will be added if no definition fails */
  constructor(modules: number, options: FileOptions) {
    this.#modules = modules;
    this.#options = options;
    if (modules >= MANY_MODULES && canStart()) this.#thread = new RenderThread(options);
  }

  /** Takes a module, and begins to render it if a thread pays off. */
  add(model: ModuleModel): void {
    this.#added.push(model);
    if (this.#added.length === 1) this.#begun = performance.now();
    if (this.#thread === undefined && this.#paysOff()) {
      this.#thread = new RenderThread(this.#options);
      for (const earlier of this.#added) this.#thread.add(earlier);
    } else this.#thread?.add(model);
  }

  /** Whether the definitions that are left take long enough, at the pace of those before. */
  #paysOff(): boolean {
    const known = this.#added.length;
    const left = known < 2 ? 0 : ((performance.now() - this.#begun) / (known - 1)) * (this.#modules - known);
    return left > LEAST_TIME_LEFT && canStart();
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

function canStart(): boolean {
  return availableParallelism() > 1 && existsSync(WORKER);
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
