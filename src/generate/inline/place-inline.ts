/** Hands what an inlined `build` made over to cdktf: its classes give the names, we give the values. */
import {
  Annotations,
  type Construct,
  TerraformDataSource,
  TerraformElement,
  TerraformResource,
  TerraformStack,
} from "../../cdk";
import { fail, Problems } from "../../errors";
import { attribute, type Body } from "../../hcl/document";
import { printExpression } from "../../hcl/print-expression";
import { elementBody, importBody, ruleBlock } from "../build/main-body";
import { providersOfFunctions, providersOfValues } from "../build/providers-of-functions";
import { checkNull } from "../check/check-null";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { type ElementClassFacts, kindOf } from "../dsl/element-kind";
import {
  addressOfPart,
  type ConditionNodes,
  type ElementKind,
  type ElementPart,
  type ImportPart,
  isElement,
  type ModuleBuilder,
  type ModuleItem,
  type ModulePart,
} from "../dsl/module-builder";
import { ExpressionToken } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { withAttributeBlocks } from "./attribute-blocks";
import { metaChanges, watchArguments, withChanges } from "./element-changes";
import { refersToSomething } from "./read-inputs";
import { bodyJson, valueJson } from "./terraform-json";

/** @throws TfwrightError if something of the stack has one of the addresses already */
export function placeInline(
  definition: Definition<Variables, Outputs>,
  builder: ModuleBuilder,
  parts: readonly ModuleItem[],
  rules: readonly ConditionNodes[],
): void {
  const stack = TerraformStack.of(builder.scope);
  const guard = parts.find((part) => part.kind === "resource");
  for (const part of parts) {
    const address = stackAddressOf(part, builder);
    if (address !== undefined) claimAddress(stack, address, builder.scope);
    if (isElement(part))
      placeElement(part, builder, { rules: part === guard ? rules : [], imports: importsOf(part, parts), definition });
    if (part.kind === "module") stack.addOverride(`module.${part.name}`, moduleJson(part));
    if (part.kind === "check") {
      const asserts = part.rules.filter(
        ({ condition }) => condition.kind !== "literal" && refersToSomething(condition),
      );
      const body = asserts.map((rule) => ruleBlock("assert", rule));
      // Terraform would warn of what is known to be false, and refuses a condition that refers to nothing.
      for (const { condition, message } of part.rules)
        if (condition.kind === "literal" && condition.value === false)
          Annotations.of(builder.scope).addWarning(
            message.kind === "literal" ? String(message.value) : printExpression(message),
          );
      if (asserts.length > 0) stack.addOverride(`check.${builder.rename(part.name)}`, bodyJson(body));
    }
  }
  builder.scope.node.addValidation({ validate: () => findDoubles(stack, parts) });
}

/** The address of a part in the stack; undefined for a part without an address. */
export function stackAddressOf(part: ModuleItem, builder: ModuleBuilder): string | undefined {
  if (isElement(part) || part.kind === "module") return addressOfPart(part);
  return part.kind === "check" ? `check.${builder.rename(part.name)}` : undefined;
}

const claimed = new WeakMap<TerraformStack, Map<string, string>>();

/** In Terraform's JSON the second of two resources would take the place of the first without a word. */
function claimAddress(stack: TerraformStack, address: string, scope: Construct): void {
  const addresses = claimed.get(stack) ?? new Map<string, string>();
  claimed.set(stack, addresses);
  const other = addresses.get(address);
  if (other !== undefined) {
    fail({
      code: "duplicate-address",
      path: scope.node.path,
      message: `${address} already exists in this stack, created by ${other}`,
      hint: "give one of them another id",
    });
  }
  addresses.set(address, scope.node.path);
}

/** Hand-written constructs that have an address of ours, in words. */
function findDoubles(stack: TerraformStack, parts: readonly ModuleItem[]): string[] {
  const own = new Map(
    parts.flatMap((part) => (isElement(part) ? [[addressOfPart(part), part.construct] as const] : [])),
  );
  return stack.node.findAll().flatMap((other) => {
    if (!(other instanceof TerraformDataSource || other instanceof TerraformResource)) return [];
    const kind = kindOf(other.constructor as ElementClassFacts);
    const made = own.get(addressOfPart({ kind, type: other.terraformResourceType, name: other.friendlyUniqueId }));
    if (made === undefined || made === other) return [];
    return [`${other.node.path} has the address of ${made.node.path}: give one of the two another id`];
  });
}

/** What else than its own block belongs to an element. */
interface ElementSurroundings {
  readonly rules: readonly ConditionNodes[];
  readonly imports: readonly ImportPart[];
  readonly definition: Definition<Variables, Outputs>;
}

function importsOf(element: ElementPart, parts: readonly ModuleItem[]): readonly ImportPart[] {
  return parts.filter((part): part is ImportPart => part.kind === "import" && part.address === addressOfPart(element));
}

function placeElement(
  part: ElementPart,
  builder: ModuleBuilder,
  { rules, imports, definition }: ElementSurroundings,
): void {
  const construct = part.construct as TerraformResource;
  const { toTerraform } = Object.getPrototypeOf(construct) as TerraformResource;
  const address = addressOfPart(part);
  const json = elementJson(part, builder, rules);
  const changes = watchArguments(construct);
  const main = elementBody(part, builder);
  const providers = [part.provider, ...providersOfFunctions({ variables: [], outputs: [], main }).keys()];
  Object.defineProperties(construct, {
    synthesizeAttributes: { value: () => withChanges(json as Readonly<Record<string, unknown>>, changes(), address) },
    // The attributes already contain the module's own meta-arguments, such as count, for_each and lifecycle.
    terraformMetaArguments: { get: () => metaChanges(construct, address) },
    toHclTerraform: { value: () => refuseHcl(part) },
    overrideLogicalId: { value: (name: string) => refuseRename(name, address) },
    toTerraform: {
      value: () => ({
        ...ofKind(part.kind, toTerraform.call(construct)),
        ...(imports.length > 0 && { import: imports.map(importJson) }),
        ...requirementOf(providers, builder, definition),
      }),
    },
  });
}

/**
 * Requires the providers whose functions stand outside of resources: in outputs, in checks and in inputs of calls. Elements of
 * cdktf are merged when the stack is synthesized, when it is known which providers the caller has.
 */
export function requireFunctionProviders(
  definition: Definition<Variables, Outputs>,
  builder: ModuleBuilder,
  outputs: Outputs,
): void {
  const rules = builder.parts.flatMap((part) => (part.kind === "check" ? part.rules : []));
  const ofOutputs = Object.values(outputs).flatMap(({ value, options }) => [
    value,
    ...(options?.preconditions ?? []).flatMap(({ condition, message }) => [toNode(condition), toNode(message)]),
  ]);
  const ofCalls = builder.parts.flatMap((part) =>
    part.kind === "module"
      ? [...Object.values(part.inputs), part.count, part.forEach].filter((node) => node !== undefined)
      : [],
  );
  const values = [...ofOutputs, ...rules.flatMap(({ condition, message }) => [condition, message]), ...ofCalls];
  const names = [...providersOfValues(values).keys()];
  if (names.length === 0) return;
  const element = new TerraformElement(builder.scope, "required_providers");
  element.toTerraform = () => requirementOf(names, builder, definition);
}

/** In the JSON syntax the address is a string without `${}`. */
function importJson(part: ImportPart): object {
  return { ...bodyJson(importBody(part)), to: printExpression(part.to) };
}

/** cdktf has no class for the newer kinds of blocks: what it writes as a resource goes below the kind's own key. */
function ofKind(kind: ElementKind, json: { readonly resource?: unknown }): object {
  const { resource, ...rest } = json;
  return kind === "resource" || kind === "data" ? json : { ...rest, [kind]: resource };
}

/** The module's references have the address that it was made with. */
function refuseRename(name: string, address: string): never {
  return fail({
    code: "changed-address",
    path: address,
    message: `an inlined resource cannot be renamed with \`overrideLogicalId\`, here to \`${name}\``,
    hint: "give `inline` another id",
  });
}

/** What `required_providers` lacks where the stack has no construct of the provider: one without an npm package has none. */
function requirementOf(
  names: readonly string[],
  builder: ModuleBuilder,
  definition: Definition<Variables, Outputs>,
): object {
  const entries = [...new Set(names)].flatMap((name) => entryOf(name, builder, definition));
  return entries.length === 0 ? {} : { terraform: { required_providers: Object.fromEntries(entries) } };
}

function entryOf(
  name: string,
  builder: ModuleBuilder,
  definition: Definition<Variables, Outputs>,
): readonly (readonly [string, object])[] {
  const requirement = definition.providers?.[name];
  const isThere = TerraformStack.of(builder.scope)
    .allProviders()
    .some(({ terraformResourceType, terraformProviderSource }) =>
      [terraformResourceType, terraformProviderSource?.split("/").pop()].includes(name),
    );
  if (requirement === undefined || isThere) return [];
  const { source, version } = requirement;
  return [[name, { source, ...(version !== undefined && { version }) }]];
}

/** cdktf's own HCL writer takes expressions for text. */
function refuseHcl(part: ElementPart): never {
  return fail({
    code: "inline-as-hcl",
    path: `${part.type}.${part.name}`,
    message: "`cdktf synth --hcl` does not support inlined modules",
    hint: "synthesize JSON, which is the default, or call the generated module with `.module`",
  });
}

function elementJson(part: ElementPart, builder: ModuleBuilder, rules: readonly ConditionNodes[]): object {
  const lifecycle =
    rules.length === 0
      ? part.lifecycle
      : { ...part.lifecycle, preconditions: [...(part.lifecycle?.preconditions ?? []), ...rules] };
  const open =
    lifecycle === undefined ? undefined : { ...lifecycle, preconditions: keepReferring(lifecycle.preconditions) };
  const whole = { ...part, ...(open !== undefined && { lifecycle: open }) };
  const body = elementBody(whole, builder);
  const problems = new Problems();
  const name = `${builder.definitionName}.${addressOfPart(part)}`;
  checkNull({ name, variables: {}, main: body }, problems);
  problems.throwIfAny();
  const waits = part.kind === "resource" ? waitsOf(body, builder.scope) : [];
  const waiting =
    waits.length === 0
      ? body
      : elementBody({ ...whole, dependsOn: [...new Set([...part.dependsOn, ...waits])] }, builder);
  return bodyJson(withAttributeBlocks(waiting, part.construct as TerraformResource));
}

/** Not for data sources: a data source with dependencies is read during apply, and its values are unknown in the plan. */
function waitsOf(body: Body, scope: Construct): readonly string[] {
  return body.flatMap((item) => {
    if (item.kind === "attribute") return ExpressionToken.waitsIn(item.value, scope);
    return item.kind === "block" ? waitsOf(item.body, scope) : [];
  });
}

function keepReferring(rules: readonly ConditionNodes[] | undefined): readonly ConditionNodes[] {
  return (rules ?? []).filter(({ condition }) => condition.kind === "literal" || refersToSomething(condition));
}

function moduleJson(part: ModulePart): object {
  const body: Body = Object.entries(part.inputs).map(([name, value]) => attribute(name, value));
  return {
    source: part.source,
    ...(part.version !== undefined && { version: part.version }),
    ...(part.count !== undefined && { count: valueJson(part.count) }),
    ...(part.forEach !== undefined && { for_each: valueJson(part.forEach) }),
    ...(Object.keys(part.providers).length !== 0 && { providers: part.providers }),
    ...bodyJson(body),
    ...(part.dependsOn.length !== 0 && { depends_on: part.dependsOn }),
  };
}
