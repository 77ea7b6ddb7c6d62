/** `versions.tf`, and `versions.tofu`, which OpenTofu reads in place of it. */
import type { ModuleContext } from "./context-schema";
import { finish } from "./finish-file";
import type { ModuleModel } from "./model";
import type { TemplateEngine } from "./template-engine";

/**
 * The first OpenTofu is 1.6. For a module that needs Terraform, this constraint makes OpenTofu stop at `init` with a clear
 * message, and not in the middle of a plan.
 */
const UNSATISFIABLE_VERSION = "< 1.0.0";

/** A module and what renders it. */
export interface RenderedModel {
  readonly model: ModuleModel;
  readonly context: ModuleContext;
  readonly engine: TemplateEngine;
  /** What it is rendered for, as error messages name it. */
  readonly subject: string;
}

/** The files by name: the second one only where OpenTofu has a bound of its own. */
export function versionFiles({ model, context, engine, subject }: RenderedModel): ReadonlyMap<string, string> {
  const render = (given: ModuleContext) => finish(engine.render("versions.tf", given, subject), "versions.tf");
  const files = new Map([["versions.tf", render(context)]]);
  if (model.opentofu !== undefined) {
    const bound = model.opentofu === false ? UNSATISFIABLE_VERSION : model.opentofu;
    files.set("versions.tofu", render({ ...context, terraform: bound, opentofu: bound }));
  }
  return files;
}
