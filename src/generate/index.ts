/** Definitions: modules, their variables and what `build` makes. */

export type * from "../render/model";
export type { Locale, LocalText } from "../text/locale";
export { type Config, defineConfig } from "./config";
export { action } from "./dsl/action";
export type { ActionEvent, ActionRef, ActionTrigger, RepeatedAction } from "./dsl/action-trigger";
export type { AttributesOf, ConfigOf, ElementClass, Struct } from "./dsl/config-types";
export type { Definition, Example, ProviderRequirement, TestFile, TestRun } from "./dsl/definition";
export { type EphemeralOptions, ephemeral } from "./dsl/ephemeral";
export { type ActionType, actionType, type EphemeralType, ephemeralType, type SchemaClass } from "./dsl/ephemeral-type";
export { type ImportOptions, importBlock } from "./dsl/import-block";
export type { KindsFor, OnlyFor } from "./dsl/kinds";
export type { CustomCondition as Condition, MetaOptions } from "./dsl/meta-options";
export { checkBlock, local, moved, type Output, output, removed } from "./dsl/parts";
export { type RenamedVariable, renamedFrom } from "./dsl/renamed-from";
export { resource } from "./dsl/resource";
export type { CountedRef, Dependency, KeyedRef, ResourceRef } from "./dsl/resource-references";
export { dataSourceType, resourceType } from "./dsl/resource-type";
export {
  argument,
  blockType,
  completeObject,
  computed,
  nestedAttribute,
  nestedBlock,
  nestedBlocks,
} from "./dsl/schema-fields";
export type { Translation, Translations } from "./dsl/translation";
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
} from "./dsl/types";
export type { Inlined, OrToken } from "./inline/inline";
export type { ModuleBlock, ModuleBlockOptions } from "./inline/module-block";
export type { OutputTokens, TokenOf } from "./inline/output-tokens";
export { type AnyModule, defineModule, type Module, type ModuleInputs } from "./module";
export { type CalledRef, type CallInputs, type CallOptions, type ModuleRef, moduleCall } from "./module-call";
