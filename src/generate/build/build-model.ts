/**
 * Runs a definition's `build` with references such as `var.name` in place of values. Returns the module as plain data, or throws
 * all problems of the definition.
 */
import { createScratchApp } from "../../cdk";
import { Problems, TfwrightError } from "../../errors";
import type { ModuleModel, OutputModel, TestModel, VariableModel } from "../../render/model";
import type { Locale } from "../../text/locale";
import { checkTests } from "../check/check-tests";
import { secretsOf } from "../check/find-secret";
import { sensitiveAttributes } from "../check/sensitive-attributes";
import { warnOfUndescribed } from "../check/undescribed";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { isElement, ModuleBuilder, ModuleStack } from "../dsl/module-builder";
import { addTranslations, describeOutputs, type PlacedTranslation, readTranslations } from "./add-translations";
import { buildExamples, type ModuleScope } from "./build-examples";
import { buildOutputs } from "./build-outputs";
import { buildProviders } from "./build-providers";
import { buildTests } from "./build-tests";
import { buildVariables } from "./build-variables";
import { type BuiltModule, calledModels, checkModule } from "./check-module";
import { locateProblems } from "./locate-problems";
import { moduleModelOf } from "./module-model";
import { providersOfFunctions } from "./providers-of-functions";
import { giveNotice } from "./renamed-notice";
import { guardByOutput } from "./renamed-required";
import { checkRenamings, renamingsOf, withOldNames } from "./renamed-variables";
import { requireVersions } from "./required-versions";
import { type BuildResult, runBuild } from "./run-build";

/** How a model is built. */
interface BuildOptions {
  /** Made in the `defineModule` call, which is the position of a problem that has no more exact one. */
  readonly definedAt: Error;
  /** The language of the texts. */
  readonly locale: Locale;
}

/** A definition as it is before `build` runs. */
interface ReadDefinition {
  /** With its translations beside its English texts. */
  readonly definition: Definition<Variables, Outputs>;
  readonly translations: readonly PlacedTranslation[];
  /** The variables of the module's files: those of the definition, and their old names. */
  readonly declared: Variables;
  /** The models of the variables that could be built. */
  readonly variables: readonly VariableModel[] | undefined;
}

/**
 * Builds the model of a module from its definition. Of the author's texts it has one language: here each is chosen.
 *
 * @throws TfwrightError with all problems of the definition
 */
export function buildModel(given: Definition<Variables, Outputs>, { definedAt, locale }: BuildOptions): ModuleModel {
  const problems = new Problems();
  const name = checkName(given.name);
  const read = readDefinition(given, locale, problems);
  const { definition, declared } = read;
  const app = createScratchApp();
  const builder = new ModuleBuilder(new ModuleStack(app), name, { locale });
  const locate = (found: Problems, outputs: Outputs = {}) =>
    locateProblems(found, { builder, definedAt, made: { variables: given.variables, outputs } });
  // `build` runs only if every variable could be built, because it needs the type of each one.
  if (read.variables !== undefined && read.variables.length < Object.keys(declared).length)
    throw new TfwrightError(locate(problems));
  const result = runBuild(definition, builder, problems);
  // Stop here: a resource that failed is missing from the model, so the later checks would also report every reference to it.
  if (result.outputs === undefined || builder.problems.size > 0) {
    problems.add(...result.bodyProblems.all);
    throw new TfwrightError(locate(problems, result.outputs));
  }
  const built = buildParts(read, { ...result, outputs: result.outputs }, builder, problems);
  const { outputs, main } = built;
  const tests = buildCheckedTests(definition, { variables: built.variables, outputs, builder, problems });
  checkModule(built, problems);
  const functionsOf = providersOfFunctions({ variables: built.variables, outputs, main });
  const providers = buildProviders(definition, builder, { functionsOf, problems });
  const { terraform, opentofu } = definition;
  const versions = requireVersions(
    { name, terraform, opentofu, outputs, builder, variables: built.variables, providers, main },
    problems,
  );
  if (problems.size > 0) throw new TfwrightError(locate(problems, result.outputs));
  const variables = built.variables.filter((variable) => Object.hasOwn(definition.variables, variable.name));
  builder.warnings.add(...warnOfUndescribed({ module: name, variables, outputs }));
  return moduleModelOf({ ...built, warnings: locate(builder.warnings, result.outputs), versions, providers, tests });
}

/** @throws TfwrightError `bad-name` if it cannot be the name of a module */
function checkName(name: unknown): string {
  if (typeof name === "string" && /^[A-Za-z0-9][\w-]*$/.test(name)) return name;
  throw new TfwrightError([
    {
      code: "bad-name",
      path: String(name),
      message: `${JSON.stringify(name)} cannot be a module's name`,
      hint: "use letters, digits, `-` and `_`, because the name is also the name of a folder",
    },
  ]);
}

function readDefinition(given: Definition<Variables, Outputs>, locale: Locale, problems: Problems): ReadDefinition {
  const { name } = given;
  checkRenamings(given.variables, name, problems);
  const translations = readTranslations(given, problems);
  const definition = addTranslations(given, translations);
  const declared = withOldNames(definition.variables, locale);
  const variables = problems.attempt(() => buildVariables({ name, locale }, declared, problems));
  return { definition, translations, declared, variables };
}

/** The variables, outputs, body and examples, with what callers are told of renamed variables. */
function buildParts(
  { definition, translations, declared, variables: own = [] }: ReadDefinition,
  result: BuildResult & { readonly outputs: Outputs },
  builder: ModuleBuilder,
  problems: Problems,
): BuiltModule {
  const { body, bodyProblems, rulesLeft, hasKinds } = result;
  const { name, terraform, opentofu } = definition;
  const before = problems.size;
  const bySchema = sensitiveAttributes(builder.parts.filter(isElement));
  const secrets = secretsOf(own, { main: body, called: calledModels(builder), bySchema });
  const texts = describeOutputs(result.outputs, translations);
  const built = buildOutputs(result.outputs, { name, builder, secrets, texts, problems });
  const outputs = rulesLeft.length === 0 ? built : guardByOutput(built, { name, rules: rulesLeft, hasKinds, problems });
  const noticed = giveNotice(
    { name, terraform, opentofu, outputs, builder, variables: own, main: body },
    definition.variables,
  );
  problems.add(...bodyProblems.all);
  const isComplete = problems.size === before;
  const renamed = renamingsOf(definition.variables).map(({ from, to, variable }) => ({
    from,
    to,
    required: variable.options.default === undefined,
  }));
  const examples = buildExamples(definition, { variables: noticed.variables, builder, problems });
  const hasWholeBody = bodyProblems.size === 0;
  return { definition, builder, declared, ...noticed, renamed, outputs, examples, secrets, isComplete, hasWholeBody };
}

function buildCheckedTests(
  definition: Definition<Variables, Outputs>,
  { problems, ...module }: ModuleScope & { readonly outputs: readonly OutputModel[] },
): readonly TestModel[] {
  const before = problems.size;
  const { name, tests, providers = {} } = definition;
  checkTests(tests, { name, ...module, providers: Object.keys(providers) }, problems);
  return problems.size > before ? [] : (problems.attempt(() => buildTests(definition)) ?? []);
}
