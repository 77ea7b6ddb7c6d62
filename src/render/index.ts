export { folderOf } from "./module-call";
export { renderBinding } from "./render-binding";
export { type FileOptions, type Files, renderFiles, renderModel } from "./render-files";
export { renderModule } from "./render-module";
export { renderPackage } from "./render-package";
export { createEngine, type EngineOptions, type TemplateEngine } from "./template-engine";
