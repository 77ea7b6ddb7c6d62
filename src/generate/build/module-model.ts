/** The model of a module from its parts: of the author's texts it has one language. */
import type { Problem } from "../../errors";
import type { ModuleModel, ProviderModel, TestModel } from "../../render/model";
import { chooseText, type Locale, type LocalText } from "../../text/locale";
import { decisiveVariables } from "../check/check-knowledge";
import { filesRead } from "../check/module-files";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { kindModelOf } from "../dsl/kind-groups";
import { isElement, type ModuleBuilder } from "../dsl/module-builder";
import { buildWrapper } from "./build-wrapper";
import type { BuiltModule } from "./check-module";
import type { RequiredVersions } from "./required-versions";

/** A module that is without problems. */
interface CompleteModule extends BuiltModule {
  readonly warnings: readonly Problem[];
  readonly versions: RequiredVersions;
  readonly providers: readonly ProviderModel[];
  readonly tests: readonly TestModel[];
}

/** The model, with that of the wrapper where the definition asks for one. */
export function moduleModelOf(module: CompleteModule): ModuleModel {
  const { definition, builder, warnings, versions, providers, variables, outputs, main, examples, tests } = module;
  const { name, files, wrapper } = definition;
  const kinds = kindModelOf(definition);
  const model: ModuleModel = {
    name,
    warnings,
    locale: builder.locale,
    ...textsOf(definition, builder.locale),
    ...(kinds !== undefined && { kinds }),
    ...versions,
    providers,
    variables,
    ...(module.renamed.length > 0 && { renamed: module.renamed }),
    outputs,
    ...partsOf(builder),
    // Callers must know these at plan time, because they decide a `count` or `for_each`.
    decisive: decisiveVariables(builder, main),
    main,
    ...(files !== undefined && { files }),
    ...missingFilesOf(module, files),
    examples,
    tests,
  };
  return wrapper === true ? { ...model, wrapper: buildWrapper(definition, model) } : model;
}

/** What the definition says of the module, in one language. */
function textsOf(definition: Definition<Variables, Outputs>, locale: Locale) {
  const { title, description, creates = [], iam = [], notes = [], upgrading = [], differences = [] } = definition;
  const choose = (text: LocalText) => chooseText(text, locale);
  return {
    title: choose(title),
    description: choose(description),
    creates: creates.map(choose),
    iam: iam.map(choose),
    notes: notes.map(choose),
    upgrading: upgrading.map(choose),
    differences: differences.map(({ theirs, ours, ...input }) => ({
      ...input,
      theirs: choose(theirs),
      ours: choose(ours),
    })),
  };
}

/** The resources, data sources and module calls. */
function partsOf(builder: ModuleBuilder): Pick<ModuleModel, "elements" | "calls"> {
  const { parts } = builder;
  return {
    elements: parts.filter(isElement).map(({ kind, type, name, provider, alias }) => ({
      mode: kind === "resource" ? "managed" : kind,
      type,
      name,
      provider,
      ...(alias?.includes(".") === true && { alias: alias.replace(/^[^.]*\./, "") }),
    })),
    calls: parts
      .filter((part) => part.kind === "module")
      .map(({ name, source, version, called }) => {
        const author = /^\.{1,2}\//.test(source) ? builder.callOf(`module.${name}.source`) : undefined;
        return {
          name,
          source,
          ...(version !== undefined && { version }),
          ...(called !== undefined && { called }),
          ...(author !== undefined && { author }),
        };
      }),
  };
}

/** The files that the definition does not bring, if there are any. */
function missingFilesOf({ main, outputs, builder }: BuiltModule, files: Definition<Variables, Outputs>["files"]) {
  const missing = filesRead(main, outputs).filter(([path]) => files?.[path] === undefined);
  const missingFiles = missing.map(([path, place]) => {
    const author = builder.callOf(place);
    return { path, ...(author !== undefined && { author }) };
  });
  return missingFiles.length > 0 ? { missingFiles } : {};
}
