/** Definitions: modules, their variables and what `build` makes. */

export { type Config, defineConfig } from "./config";
export type { AttributesOf, ConfigOf, ElementClass, Struct } from "./config-types";
export type { Definition, Example, ProviderRequirement, TestFile, TestRun } from "./definition";
export type { Inlined, OrToken } from "./inline";
export type * from "./model";
export { type AnyModule, defineModule, type Module, type ModuleInputs } from "./module";
export type { ModuleBlock, ModuleBlockOptions } from "./module-block";
export { type CalledRef, type CallInputs, type CallOptions, type ModuleRef, moduleCall } from "./module-call";
export type { OutputTokens, TokenOf } from "./output-tokens";
export { check, importBlock, local, moved, type Output, output, removed } from "./parts";
export { type Condition, type MetaOptions, resource } from "./resource";
export type { CountedRef, Dependency, KeyedRef, ResourceRef } from "./resource-references";
export { block, blocksOf, dataSourceType, resourceType } from "./resource-type";
export {
  any,
  bool,
  type ExprsOf,
  type InputsOf,
  list,
  map,
  number,
  object,
  oneOf,
  optional,
  set,
  string,
  tuple,
  type Variable,
} from "./types";
