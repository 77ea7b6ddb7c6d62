/**
 * Runs a definition's `build` with references such as `var.name` in place of values. Returns the module as plain data, or throws
 * all problems of the definition.
 */
import { App, refuseChildren } from "../../cdk";
import { type Problem, Problems, TfwrightError } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { isIdentifier } from "../../hcl/text";
import type { KindModel, ModuleModel, OutputModel, RuleModel, TestModel } from "../../render/model";
import { chooseText, type Locale, type LocalText } from "../../text/locale";
import { argumentScopes } from "../check/argument-scope";
import { checkConstantInputs } from "../check/check-constant-inputs";
import { checkCycles } from "../check/check-cycles";
import { checkDocumentation } from "../check/check-documentation";
import { checkEphemeral } from "../check/check-ephemeral";
import { checkInstances } from "../check/check-instances";
import { checkKinds } from "../check/check-kinds";
import { checkKnowledge, decisiveVariables } from "../check/check-knowledge";
import { checkNull } from "../check/check-null";
import { checkReferences } from "../check/check-references";
import { checkTemplates } from "../check/check-templates";
import { checkTests } from "../check/check-tests";
import { findSecret, type Secrets, secretsOf } from "../check/find-secret";
import { likelySecret } from "../check/likely-secret";
import { checkModuleFiles, filesRead } from "../check/module-files";
import { sensitiveAttributes } from "../check/sensitive-attributes";
import { checkSensitiveForEach } from "../check/sensitive-for-each";
import { callAt, stackOfCall } from "../dsl/author-call";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { kindModelOf } from "../dsl/kind-groups";
import { isElement, ModuleBuilder, ModuleStack, refuseAfterBuild } from "../dsl/module-builder";
import { addressesOf } from "../dsl/resource-references";
import { referenceNode } from "../expr/build";
import { toCondition } from "../expr/condition";
import { replaceCdktfTokens } from "../expr/expr";
import { insideCdktf } from "../expr/inside-cdktf";
import { toNode } from "../expr/to-node";
import { addTranslations, describeOutputs, type OutputTexts, readTranslations } from "./add-translations";
import { adoptConstructs, refuseConstructs } from "./adopt-constructs";
import { buildExamples, type ModuleScope } from "./build-examples";
import { buildProviders } from "./build-providers";
import { buildTests } from "./build-tests";
import { buildVariables } from "./build-variables";
import { buildWrapper } from "./build-wrapper";
import { checkOutput } from "./check-output";
import { checkWrapper } from "./check-wrapper";
import { kindRules } from "./kind-rules";
import { buildMainBody, dropTrueRules } from "./main-body";
import { namedValues } from "./named-values";
import { providersOfFunctions } from "./providers-of-functions";
import { isOutput, notAnOutput, readOutputs } from "./read-outputs";
import { giveNotice } from "./renamed-notice";
import { guardByOutput, guardByResource } from "./renamed-required";
import {
  addRenamedLocals,
  checkRenamings,
  renamedTypes,
  renamingsOf,
  rulesOfRequired,
  withOldNames,
} from "./renamed-variables";
import { requireVersions } from "./required-versions";

/** How a model is built. */
interface BuildOptions {
  /** Made in the `defineModule` call, which is the position of a problem that has no more exact one. */
  readonly definedAt: Error;
  /** The language of the texts. */
  readonly locale: Locale;
}

/**
 * Builds the model of a module from its definition. Of the author's texts it has one language: here each is chosen.
 *
 * @throws TfwrightError with all problems of the definition
 */
export function buildModel(given: Definition<Variables, Outputs>, options: BuildOptions): ModuleModel {
  const { definedAt, locale } = options;
  const problems = new Problems();
  const { name } = given;
  if (typeof name !== "string" || !/^[A-Za-z0-9][\w-]*$/.test(name)) {
    throw new TfwrightError([
      {
        code: "bad-name",
        path: String(name),
        message: `${JSON.stringify(name)} cannot be a module's name`,
        hint: "use letters, digits, `-` and `_`, because the name is also the name of a folder",
      },
    ]);
  }
  checkRenamings(given.variables, name, problems);
  const translations = readTranslations(given, problems);
  const definition = addTranslations(given, translations);
  const declared = withOldNames(definition.variables, locale);
  const built = problems.attempt(() => buildVariables({ name, locale }, declared, problems));
  const app = new App({ skipValidation: true, stackTraces: false, outdir: "cdktf.out" });
  const builder = new ModuleBuilder(new ModuleStack(app), name, { locale });
  const located = (outputs: Outputs = {}) =>
    new TfwrightError(locateProblems(problems, { builder, definedAt, made: { variables: given.variables, outputs } }));
  // `build` runs only if every variable could be built, because it needs the type of each one.
  if (built !== undefined && built.length < Object.keys(declared).length) throw located();
  const renamed = renamingsOf(definition.variables).map(({ from, to, variable }) => ({
    from,
    to,
    required: variable.options.default === undefined,
  }));
  const rootOf = (variable: string) => (renamed.some(({ to }) => to === variable) ? "local" : "var");
  const nodeOf = (variable: string) => referenceNode(`${rootOf(variable)}.${variable}`);
  const hasKinds = checkKinds(definition, problems);
  addRenamedLocals(builder, definition.variables);
  builder.traceConstructs();
  const declaredOutputs = attemptBuild({ builder, problems }, () => {
    const returned = runBuild(builder, () => definition.build(builder.scope, namedValues(definition, nodeOf) as never));
    adoptConstructs(builder);
    return readOutputs(returned, name);
  });
  builder.end();
  // A class of a provider that is made with `new` does not ask the builder.
  refuseChildren(builder.scope, () => refuseAfterBuild(name));
  problems.add(...builder.problems.all);
  const problemsBeforeBody = problems.size;
  const required = [...rulesOfRequired(definition.variables), ...(hasKinds ? kindRules(definition, nodeOf) : [])];
  const isGuarded = guardByResource(builder, required);
  const mainProblems = new Problems();
  const body = buildMainBody(builder, mainProblems);
  // Stop here: a resource that failed is missing from the model, so the later checks would also report every reference to it.
  if (declaredOutputs === undefined || builder.problems.size > 0) {
    problems.add(...mainProblems.all);
    throw located(declaredOutputs);
  }
  const bySchema = sensitiveAttributes(builder.parts.filter(isElement));
  const secrets = secretsOf(built ?? [], { main: body, called: calledModels(builder), bySchema });
  const texts = describeOutputs(declaredOutputs, translations);
  const ownOutputs = buildOutputs(declaredOutputs, { name, builder, secrets, texts, problems });
  const outputs = isGuarded ? ownOutputs : guardByOutput(ownOutputs, { name, rules: required, hasKinds, problems });
  const { terraform, opentofu } = definition;
  const versioned = { name, terraform, opentofu, outputs, builder };
  const { variables, main } = giveNotice({ ...versioned, variables: built ?? [], main: body }, definition.variables);
  problems.add(...mainProblems.all);
  const isComplete = problems.size === problemsBeforeBody;
  const examples = buildExamples(definition, { variables, builder, problems });
  const tests = buildCheckedTests(definition, { variables, outputs, builder, problems });
  checkDocumentation(definition, Object.keys(declared), problems);
  checkModuleFiles(name, definition.files, problems);
  checkTemplates({ name, files: definition.files, main, outputs }, problems);
  checkWrapper({ name, wrapper: definition.wrapper, variables, examples, problems });
  // A variable name that contains a dot would be read as a reference to something else.
  if (variables.every((variable) => isIdentifier(variable.name))) {
    // A variable that only a part with a problem uses would look unused.
    if (mainProblems.size === 0) {
      checkReferences(
        {
          name,
          variables,
          renamed,
          outputs,
          main,
          isComplete,
          builder,
          secrets,
          providers: definition.providers ?? {},
        },
        problems,
      );
      checkKnowledge({ name, variables: declared, builder, main }, problems);
      checkCycles(name, main, problems);
    }
    const scopes = argumentScopes(builder.parts.filter(isElement));
    checkEphemeral({ name, variables, outputs, main, called: calledModels(builder), scopes }, problems);
    checkConstantInputs({ name, variables, builder }, problems);
    checkInstances({ name, outputs, main, builder }, problems);
    checkSensitiveForEach({ name, builder, secrets }, problems);
    checkNull({ name, variables: declared, locals: renamedTypes(definition.variables), main, outputs }, problems);
  }
  const functionsOf = providersOfFunctions({ variables, outputs, main });
  const providers = buildProviders(definition, builder, { functionsOf, problems });
  const versions = requireVersions({ ...versioned, variables, providers, main }, problems);
  if (problems.size > 0) throw located(declaredOutputs);
  const made = { variables: definition.variables, outputs: declaredOutputs };
  const choose = (text: LocalText) => chooseText(text, locale);

  const model: ModuleModel = {
    name,
    warnings: locateProblems(builder.warnings, { builder, definedAt, made }),
    locale,
    title: choose(definition.title),
    description: choose(definition.description),
    creates: (definition.creates ?? []).map(choose),
    iam: (definition.iam ?? []).map(choose),
    notes: (definition.notes ?? []).map(choose),
    upgrading: (definition.upgrading ?? []).map(choose),
    differences: (definition.differences ?? []).map(({ theirs, ours, ...input }) => ({
      ...input,
      theirs: choose(theirs),
      ours: choose(ours),
    })),
    ...(definition.kinds !== undefined && { kinds: kindModelOf(definition) as KindModel }),
    ...versions,
    providers,
    variables,
    ...(renamed.length > 0 && { renamed }),
    outputs,
    elements: builder.parts.filter(isElement).map((part) => ({
      mode: part.kind === "resource" ? "managed" : part.kind,
      type: part.type,
      name: part.name,
      provider: part.provider,
      ...(part.alias?.includes(".") === true && { alias: part.alias.replace(/^[^.]*\./, "") }),
    })),
    calls: builder.parts.flatMap((part) =>
      part.kind === "module"
        ? [
            {
              name: part.name,
              source: part.source,
              ...(part.version !== undefined && { version: part.version }),
              ...(part.called !== undefined && { called: part.called }),
            },
          ]
        : [],
    ),
    // Callers must know these at plan time, because they decide a `count` or `for_each`.
    decisive: decisiveVariables(builder, main),
    main,
    ...(definition.files !== undefined && { files: definition.files }),
    ...missingFilesOf(filesRead(main, outputs), definition.files),
    examples,
    tests,
  };
  return definition.wrapper === true ? { ...model, wrapper: buildWrapper(definition, model) } : model;
}

/**
 * What has no place in a module is told where `build` fails too. cdktf itself fails on some of it, such as a module with a path: that
 * is said in place of its error.
 */
function runBuild(builder: ModuleBuilder, build: () => unknown): unknown {
  try {
    return build();
  } catch (error) {
    refuseConstructs(builder);
    throw error;
  }
}

/** Runs `build`. What JavaScript itself throws after a problem was found is mostly its consequence, and is left out then. */
function attemptBuild<T>(
  { builder, problems }: { readonly builder: ModuleBuilder; readonly problems: Problems },
  build: () => T,
): T | undefined {
  try {
    return problems.attempt(build);
  } catch (error) {
    if (builder.problems.size === 0) throw error;
    return undefined;
  }
}

/** What is needed to find the author's code that caused a problem. */
interface AuthorStacks {
  readonly builder: ModuleBuilder;
  /** The `defineModule` call, for problems that have no more exact position. */
  readonly definedAt: Error | undefined;
  /** What the author makes outside of the builder, by the names in the paths of its problems. */
  readonly made: { readonly variables: Variables; readonly outputs: Outputs };
}

/**
 * Returns the problems, each with a path that starts with the module's name and with the author's calls that led to it. Only here,
 * where there are problems, a stack trace is written as text.
 */
function locateProblems(problems: Problems, { builder, definedAt, made }: AuthorStacks): readonly Problem[] {
  const { definitionName: name } = builder;
  return problems.all.map(({ stack: thrownAt, calls: known, ...problem }) => {
    const isLocated = problem.path === name || problem.path.startsWith(`${name}.`);
    // A problem that an expression reports has no module in its path, but its stack trace contains the author's line.
    const path = isLocated ? problem.path : [name, problem.path].filter(Boolean).join(".");
    const inner = path.slice(name.length + 1);
    const [named = "", kind = "", part = ""] = /^(variables|outputs)[.]([^.[]+)/.exec(inner) ?? [];
    const found = Object.entries(made[kind as keyof typeof made] ?? {}).find(([key]) => key === part);
    const calls = [
      // What the problem names itself comes first: of two parts with one address the second.
      ...(known ?? []),
      ...(isLocated ? [builder.callOf(inner)] : []),
      ...(known === undefined ? [callAt(thrownAt)] : []),
      callAt(stackOfCall(found?.[1]), inner.slice(named.length)),
      // What `build` returned without `output` has no call of its own: the key stands in what `build` returns.
      callAt(definedAt?.stack, inner.replace(/^outputs\b/, "build")),
    ];
    return { ...problem, path, calls: calls.filter((call) => call !== undefined) };
  });
}

/** The models of the called modules that are tfwright definitions, by the name of the module call. */
function calledModels(builder: ModuleBuilder): ReadonlyMap<string, ModuleModel> {
  return new Map(
    builder.parts.flatMap((part) =>
      part.kind === "module" && part.called !== undefined ? [[part.name, part.called] as const] : [],
    ),
  );
}

interface OutputScope {
  /** Name of the module. */
  readonly name: string;
  readonly builder: ModuleBuilder;
  readonly secrets: Secrets;
  /** Their descriptions. */
  readonly texts: OutputTexts;
  readonly problems: Problems;
}

function warnOfLikelySecret(value: Expression, path: string, builder: ModuleBuilder): void {
  const secret = likelySecret(value, builder.parts.filter(isElement));
  if (secret === undefined) return;
  builder.warnings.add({
    code: "likely-secret",
    path,
    message: `the output shows \`${secret}\`, a secret by its name: Terraform refuses it if the provider calls it sensitive, and prints it otherwise`,
    hint: "set `sensitive: true`, or `sensitive: false` if it is none",
  });
}

function buildOutputs(outputs: Outputs, scope: OutputScope): readonly OutputModel[] {
  const { builder, secrets, texts, problems } = scope;
  return Object.entries(outputs).flatMap(([name, output]) => {
    const path = `${scope.name}.outputs.${name}`;
    if (!isIdentifier(name))
      problems.add({
        code: "bad-name",
        path,
        message: `${JSON.stringify(name)} is not a name that HCL allows`,
        hint: "use letters, digits, `_` and `-`, not starting with a digit",
      });
    if (!isOutput(output)) {
      problems.add(notAnOutput(path));
      return [];
    }
    const description = texts[name];
    const {
      // Terraform rejects an output that exposes a sensitive value unless the output is sensitive, too.
      sensitive = findSecret(output.value, secrets) !== undefined,
      ephemeral = false,
      deprecated,
      type: constraint,
      preconditions = [],
      dependsOn = [],
    } = output.options;
    checkOutput(output, path, problems);
    if (output.options.sensitive === undefined && !sensitive) warnOfLikelySecret(output.value, path, builder);
    const resolve = (node: Expression) => insideCdktf(path, () => replaceCdktfTokens(node, builder.scope));
    const rules = problems.attempt(() =>
      preconditions.map(({ condition, message }) => ({
        condition: resolve(toCondition(condition)),
        message: resolve(toNode(message)),
      })),
    );
    const value = problems.attempt(() => resolve(output.value));
    if (rules === undefined || value === undefined) return [];
    return [
      {
        name,
        ...(description !== undefined && { description: chooseText(description, builder.locale) }),
        type: output.type,
        value,
        sensitive,
        ephemeral,
        ...(deprecated !== undefined && { deprecated: chooseText(deprecated, builder.locale) }),
        ...(constraint !== undefined && { constraint: constraint.type }),
        preconditions: (problems.attempt(() => dropTrueRules(rules, path)) ?? []) as readonly RuleModel[],
        dependsOn: problems.attempt(() => addressesOf(dependsOn)) ?? [],
      },
    ];
  });
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

/** The files that the definition does not bring, if there are any. */
function missingFilesOf(read: readonly string[], files: Definition<Variables, Outputs>["files"]) {
  const missingFiles = read.filter((file) => files?.[file] === undefined);
  return missingFiles.length > 0 ? { missingFiles } : {};
}
