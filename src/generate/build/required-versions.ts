/** The oldest Terraform and OpenTofu that know all that a definition uses: computed, or compared with what it states. */
import type { Problem } from "../../errors";
import type { Body, Item } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { ModuleModel, OutputModel, ProviderModel, VariableModel } from "../../render/model";
import { isAtLeast, readConstraint, type Version } from "../../terraform/version-constraint";
import { FEATURES, type Feature, featureOfFunction, OLDEST_OPENTOFU } from "../../terraform/version-table";
import { walkBody } from "../check/check-references";
import type { ElementPart, ModuleBuilder, ModulePart } from "../dsl/module-builder";

type Tool = "Terraform" | "OpenTofu";

interface Checked {
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
  /** For `versions.tofu`; absent where each OpenTofu will do, false where none will. */
  readonly opentofu?: string | false;
}

/** What is promised where nothing needs more. */
const LOWEST = ">= 1.5.7";

/** One use of something that has a first version. */
interface Need {
  readonly what: string;
  readonly path: string;
  readonly terraform: Version;
  /** False where OpenTofu has no such thing. */
  readonly opentofu: Version | false;
}

/** The bounds. Where one that is stated is too low, there is one problem for each kind of part that needs more. */
export function requireVersions(module: Checked, problems: Problem[]): RequiredVersions {
  const needs = needsOf(module);
  const terraform = boundOf("Terraform", module, module.terraform, LOWEST, needs, problems) ?? LOWEST;
  if (module.opentofu === false) return { terraform, opentofu: false };
  const isRefused = needs.find((need) => need.opentofu === false);
  if (isRefused !== undefined) {
    if (module.opentofu === undefined) return { terraform, opentofu: false };
    problems.push({
      code: "opentofu-too-old",
      path: isRefused.path,
      message: `${isRefused.what} is not for OpenTofu, but the definition allows ${module.opentofu}`,
      hint: "opentofu: false",
    });
    return { terraform };
  }
  const oldest = `>= ${OLDEST_OPENTOFU.join(".")}`;
  const opentofu = boundOf("OpenTofu", module, module.opentofu, oldest, needs, problems) ?? oldest;
  return module.opentofu === undefined && opentofu === oldest ? { terraform } : { terraform, opentofu };
}

function boundOf(
  tool: Tool,
  module: Checked,
  stated: string | undefined,
  fallback: string,
  needs: readonly Need[],
  problems: Problem[],
): string | undefined {
  const field = tool === "Terraform" ? "terraform" : "opentofu";
  const bound = readConstraint(stated ?? fallback)?.lowest;
  if (bound === undefined) {
    problems.push({
      code: "bad-version",
      path: `${module.name}.${field}`,
      message: `${JSON.stringify(stated)} is no constraint that ${tool} reads`,
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
    problems.push({
      code: `${field}-too-old`,
      path: need.path,
      message: `${need.what} needs ${tool} ${version.join(".")}, but the definition allows ${stated}`,
      hint: `${field}: ">= ${version.join(".")}"`,
    });
  }
  return stated ?? (needed === bound ? fallback : `>= ${needed.join(".")}`);
}

function needsOf(module: Checked): readonly Need[] {
  const needs: Need[] = [];
  const add = (feature: Feature | undefined, path: string) => {
    if (feature !== undefined) needs.push({ ...feature, path });
  };
  const visit = (value: Expression, path: string) =>
    walkExpression(value, (node) => {
      if (node.kind === "call") add(featureOfFunction(node.name), path);
      // HCL that the author wrote: what stands before a parenthesis is a function.
      if (node.kind === "raw")
        for (const [, name] of node.text.matchAll(/([a-z]\w*(?:::\w+)*)\(/g))
          add(featureOfFunction(name as string), path);
    });
  for (const variable of module.variables)
    addVariable(variable, `${module.name}.variables.${variable.name}`, add, visit);
  for (const output of module.outputs) {
    const path = `${module.name}.outputs.${output.name}`;
    if (output.ephemeral) add(FEATURES.ephemeralOutput, path);
    if (output.preconditions.length > 0) add(FEATURES.precondition, path);
    visit(output.value, path);
  }
  for (const { name, aliases } of module.providers)
    if (aliases.length > 0) add(FEATURES.configurationAliases, `${module.name}.providers.${name}`);
  for (const part of module.builder.parts) {
    if (part.kind === "moved") {
      const isRetyped = typeOf(part.from) !== typeOf(part.to);
      add(isRetyped ? FEATURES.movedBetweenTypes : FEATURES.moved, `${module.name}.moved.${part.from}`);
    }
    if (part.kind === "removed") add(FEATURES.removed, `${module.name}.removed.${part.from}`);
    if (part.kind === "check") add(FEATURES.check, `${module.name}.check.${part.name}`);
    if (part.kind === "module") addCall(part, `${module.name}.module.${part.name}`, needs, add);
    if (part.kind === "resource" || part.kind === "data")
      addElement(part, `${module.name}.${part.type}.${part.name}`, add);
  }
  addWriteOnly(module.main, module.name, add);
  walkBody(module.main, module.name, visit);
  return needs;
}

type Add = (feature: Feature | undefined, path: string) => void;

function addVariable(
  variable: VariableModel,
  path: string,
  add: Add,
  visit: (value: Expression, path: string) => void,
): void {
  if (variable.ephemeral) add(FEATURES.ephemeralVariable, path);
  if (variable.nullable !== undefined) add(FEATURES.nullable, path);
  if (hasOptional(variable.type)) add(FEATURES.optionalAttribute, path);
  for (const rule of variable.validations) {
    visit(rule.condition, path);
    walkExpression(rule.condition, (node) => {
      const isOther = node.kind === "reference" && node.address !== `var.${variable.name}`;
      if (isOther && /^(?:var|local|data|module)\./.test(node.address)) add(FEATURES.crossValidation, path);
    });
    if (rule.message.kind !== "literal") add(FEATURES.messageExpression, path);
  }
}

function hasOptional(type: TypeConstraint): boolean {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map") return hasOptional(type.element);
  if (type.kind === "tuple") return type.elements.some(hasOptional);
  if (type.kind !== "object") return false;
  return Object.values(type.attributes).some((attribute) => attribute.optional === true || hasOptional(attribute.type));
}

function addElement(part: ElementPart, path: string, add: Add): void {
  const { preconditions = [], postconditions = [], replaceTriggeredBy } = part.lifecycle ?? {};
  if (preconditions.length > 0 || postconditions.length > 0) add(FEATURES.precondition, path);
  if (replaceTriggeredBy !== undefined) add(FEATURES.replaceTriggeredBy, path);
  if (part.type === "terraform_data") add(FEATURES.terraformData, path);
}

/** A module needs what the modules that it calls need. */
function addCall(part: ModulePart, path: string, needs: Need[], add: Add): void {
  if (part.count !== undefined || part.forEach !== undefined || part.dependsOn.length > 0)
    add(FEATURES.moduleRepetition, path);
  const called: ModuleModel | undefined = part.called;
  if (called === undefined) return;
  const { opentofu } = called;
  needs.push({
    what: `a call of ${called.name}`,
    path,
    terraform: lowestOf(called.terraform),
    opentofu: opentofu === undefined ? OLDEST_OPENTOFU : opentofu === false ? false : lowestOf(opentofu),
  });
}

/** Providers call their write-only arguments `..._wo`. */
function addWriteOnly(body: readonly Item[], path: string, add: Add): void {
  for (const item of body) {
    if (item.kind === "attribute" && item.name.endsWith("_wo")) add(FEATURES.writeOnly, `${path}.${item.name}`);
    if (item.kind === "block" && item.type !== "module") addWriteOnly(item.body, [path, ...item.labels].join("."), add);
  }
}

function lowestOf(constraint: string): Version {
  return readConstraint(constraint)?.lowest ?? [0, 0];
}

/** Of the resource at the end of an address: `module.a.aws_glue_job.this[0]` is one of `aws_glue_job`. */
function typeOf(address: string): string | undefined {
  const names = address.replace(/\[[^\]]*\]/g, "").split(".");
  return names[names.length - 2];
}
