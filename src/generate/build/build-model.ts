/** Runs a definition's `build` over references and gives the module as plain data, or all that is wrong with it. */
import { App } from "../../cdk";
import { fail, type Problem, TfwrightError } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import type { ExampleModel, ModuleModel, OutputModel, RuleModel, VariableModel } from "../../render/model";
import { checkKnowledge, decisiveVariables } from "../check/check-knowledge";
import { checkNull } from "../check/check-null";
import { checkReferences } from "../check/check-references";
import { findSecret, type Secrets, secretsOf } from "../check/find-secret";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { type ElementPart, ModuleBuilder, ModuleStack } from "../dsl/module-builder";
import { addressesOf } from "../dsl/resource-references";
import { referenceNode } from "../expr/build";
import { Expr, resolveForeign } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { buildProviders } from "./build-providers";
import { buildTests } from "./build-tests";
import { buildVariables } from "./build-variables";
import { adoptConstructs, buildMainBody, keepOpen } from "./main-body";
import { namedValues } from "./named-values";
import { requireVersions } from "./required-versions";

/** @throws TfwrightError with all problems of the definition */
export function buildModel(definition: Definition<Variables, Outputs>): ModuleModel {
  const problems: Problem[] = [];
  const { name } = definition;
  if (typeof name !== "string" || !/^[A-Za-z0-9][\w-]*$/.test(name)) {
    throw new TfwrightError([
      {
        code: "bad-name",
        path: String(name),
        message: `${JSON.stringify(name)} cannot be a module's name`,
        hint: "letters, digits, `-` and `_`: it is also a folder",
      },
    ]);
  }
  const variables = attempt(problems, () => buildVariables(name, definition.variables, problems)) ?? [];
  if (problems.some(({ code }) => code === "unknown-type" || code === "lone-surrogate"))
    throw new TfwrightError(problems);

  const app = new App({ skipValidation: true, stackTraces: false, outdir: "cdktf.out" });
  const builder = new ModuleBuilder(new ModuleStack(app), name);
  const built = attempt(problems, () => {
    const outputs: unknown = definition.build(
      builder.scope,
      namedValues(definition, (variable) => referenceNode(`var.${variable}`)) as never,
    );
    adoptConstructs(builder);
    if (outputs instanceof Promise) {
      outputs.catch(() => undefined);
      fail(
        "build-is-async",
        `${name}.build`,
        "`build` gives a promise",
        "make it a function that is not async: what it needs must be there before",
      );
    }
    return (outputs ?? {}) as Outputs;
  });
  problems.push(...builder.problems);
  // What was not made cannot be referred to, and its variables seem unused: told once is enough.
  if (built === undefined || builder.problems.length > 0) throw new TfwrightError(within(name, problems));

  const beforeBody = problems.length;
  const ofMain: Problem[] = [];
  const main = attempt(ofMain, () => buildMainBody(builder));
  const secrets = secretsOf(variables, main ?? [], calledBy(builder));
  const outputs = buildOutputs(name, built, secrets, builder, problems);
  problems.push(...ofMain);
  const isWhole = problems.length === beforeBody;
  const examples = attempt(problems, () => buildExamples(definition, variables, problems)) ?? [];
  const tests = attempt(problems, () => buildTests(definition)) ?? [];
  // Without the body every variable would seem to be unused, and a name with a dot in it reads as another's.
  if (main !== undefined && variables.every((variable) => isIdentifier(variable.name))) {
    checkReferences(
      { name, variables, outputs, main, isWhole, builder, secrets, providers: definition.providers ?? {} },
      problems,
    );
    checkKnowledge(name, definition.variables, builder, main, problems);
    checkNull(name, main, definition.variables, problems);
  }
  const providers = buildProviders(definition, builder, problems);
  const { terraform, opentofu } = definition;
  const versions = requireVersions(
    { name, terraform, opentofu, variables, outputs, providers, main: main ?? [], builder },
    problems,
  );
  if (problems.length > 0 || main === undefined) throw new TfwrightError(within(name, problems));

  return {
    name,
    title: definition.title,
    description: definition.description,
    creates: definition.creates ?? [],
    iam: definition.iam ?? [],
    notes: definition.notes ?? [],
    upgrading: definition.upgrading ?? [],
    differences: definition.differences ?? [],
    ...versions,
    providers,
    variables,
    outputs,
    elements: elementsOf(builder).map((part) => ({
      mode: part.kind === "data" ? "data" : "managed",
      type: part.type,
      name: part.name,
      provider: part.provider,
      ...(part.alias?.includes(".") === true ? { alias: part.alias.replace(/^[^.]*\./, "") } : {}),
    })),
    calls: builder.parts.flatMap((part) =>
      part.kind === "module"
        ? [
            {
              name: part.name,
              source: part.source,
              ...(part.version === undefined ? {} : { version: part.version }),
              ...(part.called === undefined ? {} : { called: part.called }),
            },
          ]
        : [],
    ),
    decisive: decisiveVariables(builder, main),
    main,
    examples,
    tests,
  };
}

/** Problems that an expression reported without knowing where it stands get the module's name. */
function within(name: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) =>
    problem.path === name || problem.path.startsWith(`${name}.`)
      ? problem
      : { ...problem, path: [name, problem.path].filter(Boolean).join(".") },
  );
}

function attempt<T>(problems: Problem[], task: () => T): T | undefined {
  try {
    return task();
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function elementsOf(builder: ModuleBuilder): readonly ElementPart[] {
  return builder.parts.filter((part): part is ElementPart => part.kind === "resource" || part.kind === "data");
}

/** The modules of ours that are called, by the name of the call. */
function calledBy(builder: ModuleBuilder): ReadonlyMap<string, ModuleModel> {
  return new Map(
    builder.parts.flatMap((part) =>
      part.kind === "module" && part.called !== undefined ? [[part.name, part.called] as const] : [],
    ),
  );
}

function buildOutputs(
  module: string,
  outputs: Outputs,
  secrets: Secrets,
  builder: ModuleBuilder,
  problems: Problem[],
): readonly OutputModel[] {
  return Object.entries(outputs).flatMap(([name, output]) => {
    const path = `${module}.outputs.${name}`;
    if (!isIdentifier(name))
      problems.push({ code: "bad-name", path, message: `${JSON.stringify(name)} is not a name that HCL allows` });
    if (output instanceof Expr || output?.value === undefined) {
      problems.push({ code: "not-an-output", path, message: "an output is made by `output(value, { description })`" });
      return [];
    }
    const {
      description,
      // Terraform wants an output that shows a secret to be sensitive itself.
      sensitive = findSecret(output.value, secrets) !== undefined,
      ephemeral = false,
      preconditions = [],
      dependsOn = [],
    } = output.options;
    const rules = preconditions.map(({ condition, message }) => ({
      condition: resolveForeign(toNode(condition), builder.scope),
      message: resolveForeign(toNode(message), builder.scope),
    }));
    return [
      {
        name,
        ...(description === undefined ? {} : { description }),
        type: output.type,
        value: resolveForeign(output.value, builder.scope),
        sensitive,
        ephemeral,
        preconditions: (attempt(problems, () => keepOpen(rules, path)) ?? []) as readonly RuleModel[],
        dependsOn: attempt(problems, () => addressesOf(dependsOn)) ?? [],
      },
    ];
  });
}

function buildExamples(
  definition: Definition<Variables, Outputs>,
  variables: readonly VariableModel[],
  problems: Problem[],
): readonly ExampleModel[] {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  return Object.entries(definition.examples ?? {}).map(([name, example]) => {
    const path = `${definition.name}.examples.${name}`;
    for (const input of Object.keys(example.inputs)) {
      if (!known.has(input))
        problems.push({
          code: "unknown-variable",
          path,
          message: `the example sets \`${input}\`, which is not a variable of the module`,
        });
    }
    for (const variable of variables) {
      if (variable.default === undefined && !(variable.name in example.inputs))
        problems.push({
          code: "missing-input",
          path,
          message: `the example lacks the required variable \`${variable.name}\``,
        });
    }
    return {
      name,
      description: example.description,
      inputs: Object.entries(example.inputs).map(([input, value]) => ({ name: input, value: toNode(value) })),
      moved: example.moved ?? [],
      call: example.call ?? (definition.name.split("-").pop() as string),
    };
  });
}
