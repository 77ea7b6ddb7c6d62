/**
 * Inputs for a module, made from nothing but its definition, so that a new module is covered by itself.
 *
 * They are values of Terraform's JSON syntax: a string is a template there.
 */
import { modules } from "../../../modules";
import type { AnyModule } from "../../../src/generate/module";
import type { TypeConstraint } from "../../../src/hcl/type";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Inputs = Readonly<Record<string, Json>>;

/** Keys of maps: arguments of a job must start with two dashes, and nothing else minds. */
const KEYS = ["--first", "--second"];

/** Maps whose keys must be those of another map, or elements of a set. */
const KEYS_FROM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "data-lake": { kms_keys: "zones" },
  "glue-network": { endpoint_policies: "interface_endpoints", service_names: "interface_endpoints" },
};

export interface InputVariable {
  readonly name: string;
  readonly type: TypeConstraint;
  readonly isRequired: boolean;
  readonly isKnown: boolean;
  readonly fallback: Json;
}

/** The definition of a module by its name. */
export function definitionOf(name: string): AnyModule["definition"] {
  const module = (modules as readonly AnyModule[]).find((one) => one.name === name);
  if (module === undefined) throw new Error(`no module is called ${name}`);
  return module.definition;
}

/** The variables of a module, as the definition declares them. */
export function variablesOf(name: string): readonly InputVariable[] {
  const variables = definitionOf(name).variables as Record<
    string,
    { readonly type: TypeConstraint; readonly options: { readonly default?: Json; readonly known?: boolean } }
  >;
  return Object.entries(variables).map(([variable, { type, options }]) => ({
    name: variable,
    type,
    isRequired: options.default === undefined,
    isKnown: options.known === true,
    fallback: options.default ?? null,
  }));
}

/** The inputs that all runs of the module's own tests share. */
export function testedInputs(name: string): Inputs {
  return Object.assign({}, ...Object.values(definitionOf(name).tests ?? {}).map(({ variables }) => plain(variables)));
}

/** The inputs of the module's first example. */
export function exampleInputs(name: string): Inputs {
  return plain(Object.values(definitionOf(name).examples ?? {})[0]?.inputs);
}

/** Optional variables that a precondition asks for. */
const ALSO_NEEDED: Readonly<Record<string, readonly string[]>> = {
  "glue-catalog-deployer": ["tables_in"],
  "glue-classifier": ["csv"],
  "glue-crawler": ["s3_targets"],
  "glue-data-quality": ["rules"],
  "glue-job": ["glue_version"],
  "glue-platform-deployer": ["event_rules"],
  "glue-table-optimizer": ["compaction"],
};

/** The inputs with which a call plans, and no others: from the module's tests and example. */
export function plannedInputs(name: string): Inputs {
  const example = exampleInputs(name);
  const alsoNeeded = ALSO_NEEDED[name] ?? [];
  const needed = variablesOf(name).filter((variable) => variable.isRequired || alsoNeeded.includes(variable.name));
  return {
    ...pick(
      example,
      needed.map((variable) => variable.name),
    ),
    ...testedInputs(name),
  };
}

/** Inputs that a module refuses beside each other, in groups: the first group is in most calls, each other one has a call of its own. */
const NOT_TOGETHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "glue-classifier": [["csv"], ["json"], ["xml"], ["grok"]],
  "glue-data-quality": [["rules"], ["ruleset"]],
  "glue-crawler": [
    [
      "s3_targets",
      "jdbc_targets",
      "mongodb_targets",
      "dynamodb_targets",
      "delta_targets",
      "iceberg_targets",
      "hudi_targets",
    ],
    ["catalog_targets"],
  ],
};

/** The modules with inputs that need calls of their own. */
export const modulesWithApartInputs = Object.keys(NOT_TOGETHER);

/**
 * Every input whose strings are unknown until apply: `unknown` is a reference to such a string. Lists, sets and maps
 * have two elements, objects are present. Variables that must be known at plan get a literal; numbers and booleans
 * stay as they are, where the caller may leave them out.
 */
export function unknownInputs(name: string, unknown: string): Inputs {
  const [, ...apart] = NOT_TOGETHER[name] ?? [];
  return omit(allUnknown(name, unknown), apart.flat());
}

/** The same for each group of inputs that needs a call of its own, in place of those that it cannot stand beside. */
export function apartInputs(name: string, unknown: string): readonly Inputs[] {
  const groups = NOT_TOGETHER[name] ?? [];
  const inputs = allUnknown(name, unknown);
  return groups.slice(1).map((group) =>
    omit(
      inputs,
      groups.flat().filter((input) => !group.includes(input)),
    ),
  );
}

function allUnknown(name: string, unknown: string): Inputs {
  const inputs = variablesOf(name).flatMap((variable): readonly (readonly [string, Json])[] => {
    const value = variable.isKnown ? knownValue(name, variable) : unknownVariable(name, variable, unknown);
    return value === undefined ? [] : [[variable.name, value]];
  });
  return { ...leastOf(name, ["number", "bool"]), ...Object.fromEntries(inputs) };
}

/** The same, but the region and what has a closed set of values are left to their defaults, as most callers do. */
export function usualInputs(name: string, unknown: string): Inputs {
  const left = variablesOf(name).filter(
    (variable) =>
      !(variable.isRequired || variable.isKnown) && ("values" in variable.type || variable.name === "region"),
  );
  const names = left.map((variable) => variable.name);
  return Object.fromEntries(Object.entries(unknownInputs(name, unknown)).filter(([input]) => !names.includes(input)));
}

/** The required inputs of these kinds. */
function leastOf(name: string, kinds: readonly string[]): Inputs {
  const variables = variablesOf(name).filter(({ type, isRequired }) => isRequired && kinds.includes(type.kind));
  return pick(
    { ...exampleInputs(name), ...testedInputs(name) },
    variables.map((variable) => variable.name),
  );
}

/** A map has the keys that the tests of the module give it, for which other inputs may ask; one of objects has keys of its own. */
function unknownVariable(name: string, { name: variable, type }: InputVariable, unknown: string): Json | undefined {
  const value = unknownValue(type, unknown);
  const given = testedInputs(name)[variable];
  if (type.kind !== "map" || value === undefined) return value;
  const [element = null] = Object.values(value as Inputs);
  const isGiven = typeof given === "object" && given !== null;
  const source = variablesOf(name).find((other) => other.name === KEYS_FROM[name]?.[variable]);
  if (source !== undefined) return Object.fromEntries(keysIn(name, source).map((key) => [key, element]));
  if (!isGiven && type.element.kind !== "object") return value;
  const keys = isGiven ? Object.keys(given) : [`${variable}_1`, `${variable}_2`];
  return Object.fromEntries(keys.map((key) => [key, element]));
}

/** The keys of a map, or the elements of a set, in the inputs that every string is unknown in. */
function keysIn(name: string, variable: InputVariable): readonly string[] {
  const value = testedInputs(name)[variable.name] ?? knownValue(name, variable);
  return Array.isArray(value) ? (value as readonly string[]) : Object.keys(value as Inputs);
}

/** A value of the type with all strings unknown; undefined where the caller may leave it to the module. */
function unknownValue(type: TypeConstraint, unknown: string): Json | undefined {
  switch (type.kind) {
    case "string":
    case "any":
      return `\${${unknown}}`;
    case "number":
    case "bool":
      return undefined;
    case "list":
    case "set": {
      const element = unknownValue(type.element, unknown) ?? scalar(type.element);
      return [element, element];
    }
    case "map": {
      const element = unknownValue(type.element, unknown) ?? scalar(type.element);
      return Object.fromEntries(KEYS.map((key) => [key, element]));
    }
    case "tuple":
      return type.elements.map((element) => unknownValue(element, unknown) ?? scalar(element));
    case "object":
      return Object.fromEntries(
        Object.entries(type.attributes).flatMap(([key, attribute]) => {
          if (attribute.type.isKnown === true && attribute.optional === true) return [];
          const value = unknownValue(attribute.type, unknown);
          if (value !== undefined) return [[key, value]];
          return attribute.optional === true ? [] : [[key, scalar(attribute.type)]];
        }),
      );
  }
}

function scalar(type: TypeConstraint): Json {
  return type.kind === "bool" ? true : 1;
}

/** A literal as a caller would write it: all values of a closed set, else the first that an example or a test gives. */
function knownValue(name: string, { name: variable, type, fallback }: InputVariable): Json {
  const closed =
    "values" in type ? type.values : "element" in type && "values" in type.element ? type.element.values : undefined;
  if (closed !== undefined) return "element" in type ? closed : (closed.at(-1) as Json);
  const { examples = {}, tests = {} } = definitionOf(name);
  const given = [
    ...Object.values(tests).flatMap(({ variables, runs }) => [
      plain(variables),
      ...runs.filter(({ expectFailures }) => expectFailures === undefined).map((run) => plain(run.variables)),
    ]),
    ...Object.values(examples).map(({ inputs }) => plain(inputs)),
  ].flatMap((inputs) => (inputs[variable] === undefined ? [] : [inputs[variable]]));
  const [first] = given.filter((value) => value !== null && !(Array.isArray(value) && value.length === 0));
  if (first !== undefined) return first;
  if ("element" in type && type.element.kind === "string")
    return type.kind === "map" ? { first: "example" } : ["example"];
  if (fallback !== null) return fallback;
  if (variable === "region") return "eu-west-1";
  throw new Error(`${name}: no example and no test gives ${variable}, which must be known at plan`);
}

/** Values as they stand in a definition: plain data, with what would be a template in a JSON string escaped. */
function plain(inputs: object | undefined): Inputs {
  const escapeTemplates = (value: Json): Json => {
    if (typeof value === "string") return value.replace(/[$%](?=\{)/g, (sign) => sign + sign);
    if (Array.isArray(value)) return value.map(escapeTemplates);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeTemplates(item)]));
  };
  return escapeTemplates((inputs ?? {}) as Json) as Inputs;
}

function omit(inputs: Inputs, names: readonly string[]): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
}

function pick(inputs: Inputs, names: readonly string[]): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
}
