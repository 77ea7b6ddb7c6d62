/** The parts of a module as the body of its `main.tf`. */
import { TerraformDataSource, TerraformResource } from "../../cdk";
import { fail, type Problems } from "../../errors";
import { alignPairs } from "../../hcl/align";
import { attribute, type BlockItem, type Body, type BodyItem, block, GAP } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { type ArgumentSchemas, isArgumentSchema } from "../dsl/argument-schema";
import {
  type ActionTriggerPart,
  addressOfPart,
  type ConditionNodes,
  type ElementPart,
  type ImportPart,
  isElement,
  type LifecyclePart,
  type LocalPart,
  type ModuleBuilder,
  type ModuleItem,
  type ModulePart,
} from "../dsl/module-builder";
import { replaceCdktfTokens } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { buildElementBody, isNested } from "./element-body";
import { withNestedAttributes } from "./nested-attributes";

/**
 * Locals first, then everything in the order in which it was made, `import`, `moved` and `removed` last.
 *
 * A part that has a problem is left out.
 */
export function buildMainBody(builder: ModuleBuilder, problems: Problems): Body {
  const { parts } = builder;
  const locals = parts.filter((part): part is LocalPart => part.kind === "local");
  const rest = parts.filter((part) => part.kind !== "local");
  const late = ({ kind }: ModuleItem) => kind === "moved" || kind === "removed" || kind === "import";
  const items: BodyItem[] = [];
  if (locals.length > 0) {
    const body = locals.map((part) => attribute(part.name, part.value, part.comments));
    items.push(block("locals", [], body));
  }
  const ordered = [...rest.filter((one) => !late(one)), ...rest.filter(late)];
  for (const part of ordered) {
    if (!builder.isRefused(part)) items.push(...(problems.attempt(() => buildPart(part, builder)) ?? []));
  }
  return items.map((item) => resolveItem(item, builder));
}

function buildPart(part: Exclude<ModuleItem, LocalPart>, builder: ModuleBuilder): readonly BlockItem[] {
  switch (part.kind) {
    case "resource":
    case "data":
    case "ephemeral":
    case "action":
      return [
        {
          ...block(part.kind, [part.type, part.name], elementBody(part, builder), part.comments),
          ...(part.file !== undefined && { file: part.file }),
        },
      ];
    case "module":
      return [moduleBlock(part)];
    case "import":
      return [block("import", [], importBody(part))];
    case "moved":
      return [block("moved", [], [attribute("from", reference(part.from)), attribute("to", reference(part.to))])];
    case "removed": {
      const destroy = attribute("destroy", { kind: "literal", value: part.destroy });
      return [block("removed", [], [attribute("from", reference(part.from)), block("lifecycle", [], [destroy])])];
    }
    case "check": {
      const asserts = dropTrueRules(part.rules, `${builder.definitionName}.check.${part.name}`).map((rule) =>
        ruleBlock("assert", rule),
      );
      return asserts.length === 0 ? [] : [block("check", [part.name], asserts)];
    }
  }
}

/** The body of an `import` block. */
export function importBody({ to, id, identity, forEach }: ImportPart): Body {
  return [
    ...(forEach === undefined ? [] : [attribute("for_each", forEach), GAP]),
    attribute("to", to),
    ...(id === undefined ? [] : [attribute("id", id)]),
    ...(identity === undefined ? [] : [attribute("identity", identity)]),
  ];
}

function reference(address: string): Expression {
  return { kind: "reference", address };
}

function listOf(addresses: readonly string[]): Expression {
  return { kind: "tuple", items: addresses.map(reference) };
}

/** The body of a resource or data source. */
export function elementBody(part: ElementPart, builder: ModuleBuilder): Body {
  const path = `${builder.definitionName}.${addressOfPart(part)}`;
  const schema = schemaOf(part);
  if (part.config === undefined) return plainElement(schema, builder);
  const own = buildElementBody(part.config, describeAll(schema), { path, element: part.construct });
  const body = part.kind === "action" && own.length > 0 ? [block("config", [], own)] : own;
  const head: BodyItem[] = [];
  if (part.count !== undefined) head.push(attribute("count", part.count));
  if (part.forEach !== undefined) head.push(attribute("for_each", part.forEach));
  if (part.alias !== undefined) head.push(attribute("provider", reference(part.alias)));
  const tail: BodyItem[] = [];
  const lifecycle = part.lifecycle === undefined ? [] : lifecycleBody(part.lifecycle, path);
  if (lifecycle.length > 0) tail.push(block("lifecycle", [], lifecycle));
  if (part.dependsOn.length > 0) tail.push(GAP, attribute("depends_on", listOf(part.dependsOn)));
  return [...head, ...(head.length > 0 && body.length > 0 ? [GAP] : []), ...body, ...tail];
}

function schemaOf(part: ElementPart): ArgumentSchemas {
  const element = part.construct as TerraformResource | TerraformDataSource;
  // The class's own: inlined, the element itself has another.
  const { toHclTerraform } = Object.getPrototypeOf(element) as typeof element;
  const tree = toHclTerraform.call(element) as Record<
    string,
    Record<string, Record<string, ArgumentSchemas>> | undefined
  >;
  const schema = (tree.resource ?? tree.data)?.[part.type]?.[part.name] ?? {};
  const { "//": _, ...rest } = schema as ArgumentSchemas & { "//"?: unknown };
  return withNestedAttributes(rest as ArgumentSchemas, element);
}

/** cdktf's own classes, such as `DataResource`, give values alone: all of their arguments are attributes. */
function describeAll(schema: ArgumentSchemas): ArgumentSchemas {
  const entries = Object.entries(schema).map(([name, argument]) => [
    name,
    isArgumentSchema(argument) ? argument : { value: undefined, isBlock: false },
  ]);
  return Object.fromEntries(entries);
}

/** A construct that the author made without `resource`. */
function plainElement(schema: { readonly [name: string]: unknown }, builder: ModuleBuilder): Body {
  const { count, for_each, provider, lifecycle, depends_on, ...rest } = schema;
  const head: BodyItem[] = [];
  if (count !== undefined) head.push(attribute("count", toNode(count)));
  if (for_each !== undefined) head.push(attribute("for_each", toNode(for_each)));
  if (provider !== undefined) head.push(attribute("provider", reference(String(provider))));
  const body = plainBody(rest as ArgumentSchemas);
  const tail: BodyItem[] = [];
  if (lifecycle !== undefined)
    tail.push(block("lifecycle", [], plainLifecycle(lifecycle as Record<string, unknown>, builder)));
  const dependencies = (depends_on ?? []) as readonly unknown[];
  if (dependencies.length > 0) tail.push(GAP, attribute("depends_on", plainReferences(dependencies, builder)));
  return [...head, ...(head.length > 0 && body.length > 0 ? [GAP] : []), ...body, ...tail];
}

/** cdktf gives addresses as text or as tokens. */
function plainReferences(values: readonly unknown[], builder: ModuleBuilder): Expression {
  const nodes = values.map((value) => replaceCdktfTokens(toNode(value), builder.scope));
  const items = nodes.map((node) => (node.kind === "literal" ? reference(String(node.value)) : node));
  return { kind: "tuple", items };
}

/** Conditions are blocks here, and what `ignore_changes` and `replace_triggered_by` list are references. */
function plainLifecycle(lifecycle: { readonly [name: string]: unknown }, builder: ModuleBuilder): Body {
  const attributes: BodyItem[] = [];
  const nested: BodyItem[] = [];
  for (const [name, value] of Object.entries(lifecycle)) {
    if (value === undefined) continue;
    if (name === "precondition" || name === "postcondition") {
      const rules = value as readonly Readonly<Record<string, unknown>>[];
      for (const { condition, error_message } of rules) {
        nested.push(ruleBlock(name, { condition: toNode(condition), message: toNode(error_message) }));
      }
    } else if (name === "ignore_changes" && value === "all") {
      attributes.push(attribute(name, reference("all")));
    } else if (name === "ignore_changes" || name === "replace_triggered_by") {
      attributes.push(attribute(name, plainReferences(value as readonly unknown[], builder)));
    } else {
      attributes.push(attribute(name, toNode(value)));
    }
  }
  return [...attributes, ...nested];
}

/** What cdktf holds, tokens still apart from text. */
function plainBody(schema: ArgumentSchemas): Body {
  const attributes: BodyItem[] = [];
  const nested: BodyItem[] = [];
  for (const [name, given] of Object.entries(schema)) {
    const described =
      typeof given === "object" && given !== null && "value" in given ? given : { value: given, isBlock: false };
    if (!described.isBlock) {
      attributes.push(attribute(name, toNode(plainValue(described.value))));
      continue;
    }
    const contents = Array.isArray(described.value) ? described.value : [described.value];
    for (const content of contents) nested.push(block(name, [], plainBody(content as ArgumentSchemas)));
  }
  return [...attributes, ...nested];
}

/** Objects that the class describes argument by argument, as they are written. */
function plainValue(value: unknown): unknown {
  if (!isNested(value)) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(
    Object.entries(value as ArgumentSchemas).map(([name, inner]) => [name, plainValue(inner.value)]),
  );
}

function lifecycleBody(lifecycle: LifecyclePart, path: string): Body {
  const items: BodyItem[] = [];
  if (lifecycle.createBeforeDestroy !== undefined)
    items.push(attribute("create_before_destroy", { kind: "literal", value: lifecycle.createBeforeDestroy }));
  if (lifecycle.preventDestroy !== undefined)
    items.push(attribute("prevent_destroy", { kind: "literal", value: lifecycle.preventDestroy }));
  if (lifecycle.destroy !== undefined) items.push(attribute("destroy", { kind: "literal", value: lifecycle.destroy }));
  if (lifecycle.ignoreChanges !== undefined) {
    const names = lifecycle.ignoreChanges;
    items.push(
      attribute(
        "ignore_changes",
        names === "all"
          ? reference("all")
          : listOf(names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
      ),
    );
  }
  if (lifecycle.replaceTriggeredBy !== undefined)
    items.push(attribute("replace_triggered_by", { kind: "tuple", items: lifecycle.replaceTriggeredBy }));
  for (const rule of dropTrueRules(lifecycle.preconditions, path)) items.push(ruleBlock("precondition", rule));
  for (const rule of dropTrueRules(lifecycle.postconditions, path)) items.push(ruleBlock("postcondition", rule));
  items.push(...(lifecycle.actionTriggers ?? []).flatMap(triggerBlock));
  return items;
}

/** No block where the condition is known to be false. */
function triggerBlock({ events, condition, actions, onFailure }: ActionTriggerPart): readonly BlockItem[] {
  if (condition?.kind === "literal" && condition.value === false) return [];
  const isOpen = condition !== undefined && condition.kind !== "literal";
  const body = [
    attribute("events", listOf(events)),
    ...(isOpen ? [attribute("condition", condition)] : []),
    attribute("actions", { kind: "tuple", items: actions }),
    ...(onFailure === undefined ? [] : [attribute("on_failure", reference(onFailure))]),
  ];
  return [block("action_trigger", [], body)];
}

/** Drops rules that are known to be true. @throws TfwrightError for a rule that is known to be false */
export function dropTrueRules(rules: readonly ConditionNodes[] | undefined, path: string): readonly ConditionNodes[] {
  return (rules ?? []).filter(({ condition, message }) => {
    if (condition.kind !== "literal") return true;
    if (condition.value !== true)
      fail({
        code: "rule-broken",
        path,
        message: message.kind === "literal" ? String(message.value) : "a condition is false for these values",
      });
    return false;
  });
}

export function ruleBlock(type: string, rule: ConditionNodes): BlockItem {
  return block(type, [], [attribute("condition", rule.condition), attribute("error_message", rule.message)]);
}

function moduleBlock(part: ModulePart): BlockItem {
  const head: BodyItem[] = [attribute("source", { kind: "literal", value: part.source })];
  if (part.version !== undefined) head.push(attribute("version", { kind: "literal", value: part.version }));
  if (part.count !== undefined) head.push(attribute("count", part.count));
  if (part.forEach !== undefined) head.push(attribute("for_each", part.forEach));
  const providers = Object.entries(part.providers);
  if (providers.length > 0) {
    // Keys such as `aws.west` are written without quotes here, and nowhere else in HCL.
    const lines = alignPairs(providers.map(([key, value]) => ({ key, value })));
    head.push(
      GAP,
      attribute("providers", { kind: "raw", text: `{\n${lines.map((line) => `    ${line}`).join("\n")}\n  }` }),
    );
  }
  const inputs = Object.entries(part.inputs).map(([name, value]) => attribute(name, value));
  const tail: BodyItem[] = part.dependsOn.length === 0 ? [] : [GAP, attribute("depends_on", listOf(part.dependsOn))];
  return block(
    "module",
    [part.name],
    [...head, ...(inputs.length > 0 ? [GAP] : []), ...inputs, ...tail],
    part.comments,
  );
}

function resolveItem(item: BodyItem, builder: ModuleBuilder): BodyItem {
  if (item.kind === "gap") return item;
  if (item.kind === "block") return { ...item, body: item.body.map((inner) => resolveItem(inner, builder)) };
  let containsToken = false;
  walkExpression(item.value, (node) => {
    containsToken ||= node.kind === "cdktf-token";
  });
  return containsToken ? { ...item, value: replaceCdktfTokens(item.value, builder.scope) } : item;
}

/** Takes in the resources that the author made with `new` and refuses what has no place in a module. */
export function adoptConstructs(builder: ModuleBuilder): void {
  const known = new Set(builder.parts.flatMap((part) => (isElement(part) ? [part.construct] : [])));
  for (const construct of builder.scope.node.findAll()) {
    if (construct === builder.scope || known.has(construct)) continue;
    const isData = construct instanceof TerraformDataSource;
    if (!isData && !(construct instanceof TerraformResource)) {
      const kind = (construct as { terraformResourceType?: string; constructor: { name: string } }).constructor.name;
      if (/^Terraform(?:Variable|Output|Local|HclModule|Provider|RemoteState|Asset)|Provider$|Backend$/.test(kind)) {
        fail({
          code: "no-place-in-module",
          path: `${builder.definitionName}.${construct.node.path}`,
          message: `a ${kind} cannot be used in \`build\``,
          hint: "use `variables`, the result of `build`, `local`, `moduleCall` and `providers`",
        });
      }
      continue;
    }
    const name = construct.node.id;
    const type = construct.terraformResourceType.replace(/^data\./, "");
    const address = `${isData ? "data." : ""}${type}.${name}`;
    if (!builder.checkName(name, address)) continue;
    builder.addPart(
      {
        kind: isData ? "data" : "resource",
        type,
        name,
        provider: type.split("_")[0] as string,
        construct,
        config: undefined,
        dependsOn: [],
      },
      address,
    );
  }
}
