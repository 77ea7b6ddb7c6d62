/** The oldest Terraform and OpenTofu that know all that a definition uses: computed, or compared with what it states. */
import type { Problems } from "../../errors";
import type { BlockItem, Body, BodyItem } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { ModuleModel, OutputModel, ProviderModel, VariableModel } from "../../render/model";
import { isAtLeast, readConstraint, type Version } from "../../terraform/version-constraint";
import { FEATURES, featureOfFunction, OLDEST_OPENTOFU } from "../../terraform/version-table";
import { ArgumentScope, argumentScopes } from "../check/argument-scope";
import { walkBody } from "../check/walk-body";
import { isDestroyEvent } from "../dsl/action-trigger";
import { addressOfPart, type ElementPart, isElement, type ModuleBuilder, type ModulePart } from "../dsl/module-builder";

type Tool = "Terraform" | "OpenTofu";

/** What decides which versions a module needs. */
export interface VersionedModule {
  readonly name: string;
  /** What the definition states. */
  readonly terraform: string | undefined;
  readonly opentofu: string | false | undefined;
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly providers: readonly ProviderModel[];
  readonly main: Body;
  readonly builder: ModuleBuilder;
}

/** Constraints for `required_version`. */
export interface RequiredVersions {
  readonly terraform: string;
  /** For `versions.tofu`; absent if each OpenTofu will do, false if none will. */
  readonly opentofu?: string | false;
}

/** The version constraint of a module if no part of it needs a newer version. */
const LOWEST = ">= 1.5.7";

/** One use of something that has a first version. */
interface VersionNeed {
  readonly what: string;
  readonly path: string;
  readonly terraform: Version;
  /** False if no release of OpenTofu has the feature. */
  readonly opentofu: Version | false;
}

/** The versions that a definition states, and those that its parts need. */
interface Stated {
  readonly module: VersionedModule;
  readonly needs: readonly VersionNeed[];
  readonly problems: Problems;
}

/** The bounds. Where one that is stated is too low, there is one problem for each kind of part that needs more. */
export function requireVersions(module: VersionedModule, problems: Problems): RequiredVersions {
  const needs = needsOf(module);
  const stated = { module, needs, problems };
  const terraform = boundOf("Terraform", LOWEST, stated) ?? LOWEST;
  if (module.opentofu === false) return { terraform, opentofu: false };
  const isRefused = needs.find((need) => need.opentofu === false);
  if (isRefused !== undefined) {
    if (module.opentofu === undefined) return { terraform, opentofu: false };
    problems.add({
      code: "opentofu-too-old",
      path: isRefused.path,
      message: `OpenTofu does not support ${isRefused.what}, but the definition allows OpenTofu ${module.opentofu}`,
      hint: "opentofu: false",
    });
    return { terraform };
  }
  const oldest = `>= ${OLDEST_OPENTOFU.join(".")}`;
  const opentofu = boundOf("OpenTofu", oldest, stated) ?? oldest;
  return module.opentofu === undefined && opentofu === oldest ? { terraform } : { terraform, opentofu };
}

function boundOf(tool: Tool, fallback: string, { module, needs, problems }: Stated): string | undefined {
  const field = tool === "Terraform" ? "terraform" : "opentofu";
  const stated = module[field] as string | undefined;
  const bound = readConstraint(stated ?? fallback)?.lowest;
  if (bound === undefined) {
    problems.add({
      code: "bad-version",
      path: `${module.name}.${field}`,
      message: `${JSON.stringify(stated)} is not a valid version constraint for ${tool}`,
      hint: `write a lower bound: "${fallback}"`,
    });
    return undefined;
  }
  let needed = bound;
  const told = new Set<string>();
  for (const need of needs) {
    const version = need[field] as Version;
    if (isAtLeast(bound, version) || told.has(need.what)) continue;
    told.add(need.what);
    if (!isAtLeast(needed, version)) needed = version;
    if (stated === undefined) continue;
    problems.add({
      code: `${field}-too-old`,
      path: need.path,
      message: `${need.what} needs ${tool} ${version.join(".")}, but the definition allows ${stated}`,
      hint: `${field}: ">= ${version.join(".")}"`,
    });
  }
  return stated ?? (needed === bound ? fallback : `>= ${needed.join(".")}`);
}

/** Collects what a module needs. */
class Needs {
  readonly #all: VersionNeed[] = [];

  get all(): readonly VersionNeed[] {
    return this.#all;
  }

  add(need: Omit<VersionNeed, "path"> | undefined, path: string): void {
    if (need !== undefined) this.#all.push({ ...need, path });
  }

  /** Adds what the functions in an expression need. */
  addFunctions(value: Expression, path: string): void {
    walkExpression(value, (node) => {
      if (node.kind === "call") this.add(featureOfFunction(node.name), path);
      // In HCL that the author wrote, a name before a parenthesis is a function.
      if (node.kind === "raw")
        for (const [, name] of node.text.matchAll(/([a-z]\w*(?:::\w+)*)\(/g))
          this.add(featureOfFunction(name as string), path);
    });
  }
}

function needsOf(module: VersionedModule): readonly VersionNeed[] {
  const needs = new Needs();
  for (const variable of module.variables) addVariable(variable, `${module.name}.variables.${variable.name}`, needs);
  for (const output of module.outputs) {
    const path = `${module.name}.outputs.${output.name}`;
    if (output.ephemeral) needs.add(FEATURES.ephemeralOutput, path);
    if (output.deprecated !== undefined) needs.add(FEATURES.deprecated, path);
    if (output.constraint !== undefined) needs.add(FEATURES.outputType, path);
    if (output.preconditions.length > 0) needs.add(FEATURES.precondition, path);
    needs.addFunctions(output.value, path);
  }
  for (const { name, aliases } of module.providers)
    if (aliases.length > 0) needs.add(FEATURES.configurationAliases, `${module.name}.providers.${name}`);
  for (const part of module.builder.parts) {
    if (part.kind === "moved") {
      const isRetyped = typeOf(part.from) !== typeOf(part.to);
      needs.add(isRetyped ? FEATURES.movedBetweenTypes : FEATURES.moved, `${module.name}.moved.${part.from}`);
    }
    if (part.kind === "removed") needs.add(FEATURES.removed, `${module.name}.removed.${part.from}`);
    if (part.kind === "import") needs.add(FEATURES.importInModule, `${module.name}.import.${part.address}`);
    if (part.kind === "check") needs.add(FEATURES.check, `${module.name}.check.${part.name}`);
    if (part.kind === "module") addCall(part, `${module.name}.module.${part.name}`, needs);
    if (isElement(part)) addElement(part, `${module.name}.${addressOfPart(part)}`, needs);
  }
  const scopes = argumentScopes(module.builder.parts.filter(isElement));
  for (const item of module.main) if (item.kind === "block") addWriteOnly(item, module.name, { scopes, needs });
  walkBody(module.main, module.name, (value, path) => needs.addFunctions(value, path));
  return needs.all;
}

function addVariable(variable: VariableModel, path: string, needs: Needs): void {
  if (variable.ephemeral) needs.add(FEATURES.ephemeralVariable, path);
  if (variable.deprecated !== undefined) needs.add(FEATURES.deprecated, path);
  if (variable.const === true) needs.add(FEATURES.constVariable, path);
  if (variable.nullable !== undefined) needs.add(FEATURES.nullable, path);
  if (hasOptional(variable.type)) needs.add(FEATURES.optionalAttribute, path);
  for (const rule of variable.validations) {
    needs.addFunctions(rule.condition, path);
    walkExpression(rule.condition, (node) => {
      const isOther = node.kind === "reference" && node.address !== `var.${variable.name}`;
      if (isOther && /^(?:var|local|data|module)\./.test(node.address)) needs.add(FEATURES.crossValidation, path);
    });
    if (rule.message.kind !== "literal") needs.add(FEATURES.messageExpression, path);
  }
}

function hasOptional(type: TypeConstraint): boolean {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map") return hasOptional(type.element);
  if (type.kind === "tuple") return type.elements.some(hasOptional);
  if (type.kind !== "object") return false;
  return Object.values(type.attributes).some((attribute) => attribute.optional === true || hasOptional(attribute.type));
}

function addElement(part: ElementPart, path: string, needs: Needs): void {
  const {
    preconditions = [],
    postconditions = [],
    replaceTriggeredBy,
    destroy,
    actionTriggers = [],
  } = part.lifecycle ?? {};
  if (part.kind === "ephemeral") needs.add(FEATURES.ephemeralResource, path);
  if (part.kind === "action") needs.add(FEATURES.action, path);
  if (destroy !== undefined) needs.add(FEATURES.keepOnDestroy, path);
  for (const { events, onFailure } of actionTriggers) {
    needs.add(FEATURES.actionTrigger, path);
    if (events.some(isDestroyEvent)) needs.add(FEATURES.destroyTrigger, path);
    if (onFailure !== undefined) needs.add(FEATURES.triggerFailure, path);
  }
  if (preconditions.length > 0 || postconditions.length > 0) needs.add(FEATURES.precondition, path);
  if (replaceTriggeredBy !== undefined) needs.add(FEATURES.replaceTriggeredBy, path);
  if (part.type === "terraform_data") needs.add(FEATURES.terraformData, path);
}

/** A module needs what the modules that it calls need. */
function addCall(part: ModulePart, path: string, needs: Needs): void {
  if (part.count !== undefined || part.forEach !== undefined || part.dependsOn.length > 0)
    needs.add(FEATURES.moduleRepetition, path);
  const called: ModuleModel | undefined = part.called;
  if (called === undefined) return;
  const { opentofu } = called;
  const oldest = opentofu === undefined ? OLDEST_OPENTOFU : opentofu === false ? false : lowestOf(opentofu);
  needs.add({ what: `a call of ${called.name}`, terraform: lowestOf(called.terraform), opentofu: oldest }, path);
}

function addWriteOnly(
  { type, labels, body }: BlockItem,
  module: string,
  { scopes, needs }: { readonly scopes: ReadonlyMap<string, ArgumentScope>; readonly needs: Needs },
): void {
  if (type === "module") return;
  const address = [...(type === "resource" ? [] : [type]), ...labels].join(".");
  const visit = (items: readonly BodyItem[], path: string, scope: ArgumentScope): void => {
    for (const item of items) {
      if (item.kind === "attribute" && scope.isWriteOnly(item.name))
        needs.add(FEATURES.writeOnly, `${path}.${item.name}`);
      if (item.kind === "block") visit(item.body, [path, ...item.labels].join("."), scope.inner(item));
    }
  };
  visit(body, [module, ...labels].join("."), scopes.get(address) ?? ArgumentScope.unknown);
}

function lowestOf(constraint: string): Version {
  return readConstraint(constraint)?.lowest ?? [0, 0];
}

/** Of the resource at the end of an address: `module.a.aws_glue_job.this[0]` is one of `aws_glue_job`. */
function typeOf(address: string): string | undefined {
  const names = address.replace(/\[[^\]]*\]/g, "").split(".");
  return names[names.length - 2];
}
