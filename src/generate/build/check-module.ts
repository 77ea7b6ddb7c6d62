/** The checks of a module as a whole, once its parts are built. */
import type { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { isIdentifier } from "../../hcl/text";
import type { ExampleModel, ModuleModel, OutputModel, VariableModel } from "../../render/model";
import { argumentScopes } from "../check/argument-scope";
import { checkConstantInputs } from "../check/check-constant-inputs";
import { checkCycles } from "../check/check-cycles";
import { checkDocumentation } from "../check/check-documentation";
import { checkEntries } from "../check/check-entries";
import { checkEphemeral } from "../check/check-ephemeral";
import { checkInstances } from "../check/check-instances";
import { checkKnowledge } from "../check/check-knowledge";
import { checkMoves } from "../check/check-moves";
import { checkNull } from "../check/check-null";
import { checkReferences } from "../check/check-references";
import { checkTemplates } from "../check/check-templates";
import type { Secrets } from "../check/find-secret";
import { checkModuleFiles } from "../check/module-files";
import { checkSensitiveForEach } from "../check/sensitive-for-each";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { isElement, type ModuleBuilder } from "../dsl/module-builder";
import { checkWrapper } from "./check-wrapper";
import { renamedTypes } from "./renamed-variables";

/** A module whose parts are built. */
export interface BuiltModule {
  readonly definition: Definition<Variables, Outputs>;
  readonly builder: ModuleBuilder;
  /** The variables of the module's files: those of the definition, and their old names. */
  readonly declared: Variables;
  readonly variables: readonly VariableModel[];
  readonly renamed: NonNullable<ModuleModel["renamed"]>;
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
  readonly examples: readonly ExampleModel[];
  readonly secrets: Secrets;
  /** Whether the body and all outputs could be built; else what is missing may use a variable. */
  readonly isComplete: boolean;
  /** Whether the body could be built. */
  readonly hasWholeBody: boolean;
}

/** Reports what would fail a caller, and what is not documented. */
export function checkModule(module: BuiltModule, problems: Problems): void {
  const { definition, variables, outputs, main, examples } = module;
  const { name, files, wrapper } = definition;
  checkDocumentation(definition, Object.keys(module.declared), problems);
  checkModuleFiles(name, files, problems);
  checkTemplates({ name, files, main, outputs }, problems);
  checkWrapper({ name, wrapper, variables, examples, problems });
  // A variable name that contains a dot would be read as a reference to something else.
  if (variables.every((variable) => isIdentifier(variable.name))) checkExpressions(module, problems);
}

function checkExpressions(module: BuiltModule, problems: Problems): void {
  const { definition, builder, declared, variables, renamed, outputs, main, secrets, isComplete } = module;
  const { name, providers = {} } = definition;
  // A variable that only a part with a problem uses would look unused.
  if (module.hasWholeBody) {
    const referencing = { name, variables, renamed, outputs, main, isComplete, builder, secrets, providers };
    checkReferences(referencing, problems);
    checkKnowledge({ name, variables: declared, builder, main }, problems);
    checkCycles(name, main, problems);
    checkEntries(name, main, problems);
    checkMoves(name, builder, problems);
  }
  const scopes = argumentScopes(builder.parts.filter(isElement));
  checkEphemeral({ name, variables, outputs, main, called: calledModels(builder), scopes }, problems);
  checkConstantInputs({ name, variables, builder }, problems);
  checkInstances({ name, outputs, main, builder }, problems);
  checkSensitiveForEach({ name, builder, secrets }, problems);
  checkNull({ name, variables: declared, locals: renamedTypes(definition.variables), main, outputs }, problems);
}

/** The models of the called modules that are tfwright definitions, by the name of the module call. */
export function calledModels(builder: ModuleBuilder): ReadonlyMap<string, ModuleModel> {
  return new Map(
    builder.parts.flatMap((part) =>
      part.kind === "module" && part.called !== undefined ? [[part.name, part.called] as const] : [],
    ),
  );
}
