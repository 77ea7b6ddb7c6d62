/** Checks a config that was loaded. */
import type { Problem } from "../../errors";
import { type Config, RUNTIMES, type Runtime } from "../../generate/config";
import { type Fields, isFields, type Json } from "../../json/json-value";
import { readProviderSource } from "../../terraform/schema/provider-source";
import { isLocale, LOCALES } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";
import { checkDefinition } from "./check-definition";

const EXAMPLE = 'export default defineConfig({ modules: [glueJob, ...], out: "generated" })';
const FIELDS: readonly (keyof Config)[] = ["modules", "out", "templates", "locale", "bindings", "providers"];

/** What a command needs of a config. */
export type ConfigNeed = "modules" | "providers";

/** Everything that is wrong, in the order of the file. */
export function checkConfig(config: unknown, path: string, need: ConfigNeed): readonly Problem[] {
  if (typeof config !== "object" || config === null) {
    return [{ code: "not-a-config", path, message: "the config does not export an object", hint: EXAMPLE }];
  }
  const { modules, out, templates, locale, bindings, providers } = config as Partial<Record<keyof Config, unknown>>;
  if (need === "modules" && (!Array.isArray(modules) || modules.length === 0)) {
    return [{ code: "no-modules", path, message: "the config has no modules", hint: EXAMPLE }];
  }
  const problems = [...(Array.isArray(modules) ? checkModules(modules, path) : [])];
  if (providers !== undefined) problems.push(...checkProviders(providers, path));
  for (const [name, value] of Object.entries({ out, templates })) {
    if (value !== undefined && (typeof value !== "string" || value === "")) {
      const message = `\`${name}\` must be the path of a folder, but is ${JSON.stringify(value)}`;
      problems.push({ code: "bad-config", path: `${path}: ${name}`, message });
    }
  }
  if (locale !== undefined && !isLocale(locale)) {
    const message = `\`locale\` must be ${LOCALES.join(" or ")}, but is ${JSON.stringify(locale)}`;
    problems.push({ code: "bad-config", path: `${path}: locale`, message });
  }
  if (bindings !== undefined && !isRuntime(bindings)) {
    const message = `\`bindings\` must be ${RUNTIMES.join(" or ")}, but is ${JSON.stringify(bindings)}`;
    problems.push({ code: "bad-config", path: `${path}: bindings`, message });
  }
  for (const name of Object.keys(config)) {
    if (!FIELDS.some((field) => field === name)) {
      const hint = suggestName(name, FIELDS, "settings");
      problems.push({ code: "bad-config", path: `${path}: ${name}`, message: "there is no such setting", hint });
    }
  }
  return problems;
}

const PROVIDER_EXAMPLE = 'providers: { aws: { source: "hashicorp/aws", version: "6.34.0", types: ["aws_sqs_queue"] } }';

function checkProviders(providers: unknown, path: string): readonly Problem[] {
  const at = `${path}: providers`;
  const bad = (place: string, message: string): Problem => ({
    code: "bad-config",
    path: place,
    message,
    hint: PROVIDER_EXAMPLE,
  });
  if (!isFields(providers as Json)) return [bad(at, "`providers` must be an object")];
  return Object.entries(providers as Fields).flatMap(([name, provider]) => {
    if (!isFields(provider)) return [bad(`${at}.${name}`, "must be an object")];
    const { source, types, ...rest } = provider;
    const problems: Problem[] = [];
    if (typeof source !== "string" || readProviderSource(source) === undefined)
      problems.push(bad(`${at}.${name}.source`, `must be a provider's source, but is ${JSON.stringify(source)}`));
    if (!Array.isArray(types) || types.length === 0 || !types.every((type) => typeof type === "string"))
      problems.push(bad(`${at}.${name}.types`, "must be a list of names of types"));
    for (const [setting, value] of Object.entries(rest)) {
      const place = `${at}.${name}.${setting}`;
      if (setting !== "version" && setting !== "out") problems.push(bad(place, "there is no such setting"));
      else if (value !== undefined && (typeof value !== "string" || value === ""))
        problems.push(bad(place, `must be text, but is ${JSON.stringify(value)}`));
    }
    return problems;
  });
}

export function isRuntime(value: unknown): value is Runtime {
  return RUNTIMES.some((runtime) => runtime === value);
}

function checkModules(modules: readonly unknown[], path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  modules.forEach((given, index) => {
    const module = given as { name?: unknown; definition?: unknown; generate?: unknown } | null | undefined;
    if (typeof module?.generate !== "function" || typeof module.definition !== "object" || module.definition === null) {
      problems.push({
        code: "not-a-module",
        path: `${path}: modules[${index}]`,
        message: "this is not a module",
        hint: Array.isArray(given) ? "spread a list of modules: `...modules`" : "list the results of `defineModule`",
      });
      return;
    }
    const name = String(module.name);
    if (seen.has(name)) {
      problems.push({
        code: "duplicate-module",
        path: name,
        message: `two modules are called \`${name}\``,
        hint: "give one of them another name",
      });
    }
    seen.add(name);
    problems.push(...checkDefinition(module.definition, name));
  });
  return problems;
}
