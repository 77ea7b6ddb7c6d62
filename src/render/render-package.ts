/** The README at the root of the generated package. */

import { DEFAULT_LOCALE } from "../text/locale";
import type { PackageContext } from "./context-schema";
import { finish } from "./finish-file";
import { packageHeader } from "./header";
import type { ModuleModel } from "./model";
import { buildIdentity } from "./module-context";
import type { TemplateEngine } from "./template-engine";

/**
 * Renders the files at the root of the package, in the language of the modules. Their order does not matter.
 * @returns text by path inside the package; LF, with one newline at the end
 * @throws TfwrightError if a template is wrong or fails
 */
export function renderPackage(models: readonly ModuleModel[], engine: TemplateEngine): ReadonlyMap<string, string> {
  const sorted = [...models].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const modules = sorted.map(buildIdentity);
  const shown = sorted.findIndex(({ examples }) => examples.length > 0);
  const usage = modules[Math.max(shown, 0)]?.usage ?? null;
  const locale = sorted[0]?.locale ?? DEFAULT_LOCALE;
  const wrappers = sorted.filter(({ wrapper }) => wrapper !== undefined).map(({ name }) => name);
  const context: PackageContext = { locale, header: packageHeader(locale), modules, wrappers, usage };
  return new Map([["README.md", finish(engine.render("package.md", context, "the package"), "README.md")]]);
}
