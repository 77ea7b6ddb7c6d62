/** What runs in the thread of {@link Rendering}: it renders each model as soon as it arrives. */
import { parentPort, workerData } from "node:worker_threads";
import { TfwrightError } from "../errors";
import { Memo } from "../text/memo";
import { createEngine, type FileOptions, type Files, renderModel, renderPackage, type TemplateEngine } from "./index";
import type { ModuleModel } from "./model";
import type { RenderAnswer, RenderRequest } from "./rendering";

const options = workerData as FileOptions;
const engines = new Memo<"engine", TemplateEngine>(1);
const models: ModuleModel[] = [];

parentPort?.on("message", (request: RenderRequest) => {
  parentPort?.postMessage(answer(request));
  if (request === "package") parentPort?.close();
});

function answer(request: RenderRequest): RenderAnswer {
  try {
    return { files: render(request) };
  } catch (error) {
    if (error instanceof TfwrightError) return { problems: error.problems };
    throw error;
  }
}

function render(request: RenderRequest): Files {
  // Wrong templates are an answer too, and not a thread that fails while it starts.
  const engine = engines.get("engine", () => createEngine(options));
  if (request === "package") return renderPackage(models, engine);
  models.push(request.model);
  return renderModel(request.model, engine, options);
}
