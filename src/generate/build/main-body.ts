/** The parts of a module as the body of its `main.tf`. */
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
import { referenceNode } from "../expr/build";
import { replaceCdktfTokens } from "../expr/expr";
import { insideCdktf } from "../expr/inside-cdktf";
import { findArgument, foldName } from "./argument-key";
import { buildElementBody } from "./element-body";
import { withNestedAttributes } from "./nested-attributes";
import { describedBy, type PlainElement, plainElementBody } from "./plain-element";

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
  const resolve = (part: ModuleItem, make: () => readonly BodyItem[]) => {
    const path = [builder.definitionName, addressOf(part)].filter(Boolean).join(".");
    const made = () => insideCdktf(path, () => make().map((item) => resolveItem(item, builder)));
    return problems.attempt(made) ?? [];
  };
  if (locals.length > 0) {
    const body = locals.flatMap((part) => resolve(part, () => [attribute(part.name, part.value, part.comments)]));
    items.push(block("locals", [], body));
  }
  const ordered = [...rest.filter((one) => !late(one)), ...rest.filter(late)];
  for (const part of ordered) {
    if (!builder.isRefused(part)) items.push(...resolve(part, () => buildPart(part, builder)));
  }
  return items;
}

function addressOf(part: ModuleItem): string | undefined {
  if (isElement(part) || part.kind === "module") return addressOfPart(part);
  return part.kind === "local" ? `local.${part.name}` : undefined;
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
      return [
        block("moved", [], [attribute("from", referenceNode(part.from)), attribute("to", referenceNode(part.to))]),
      ];
    case "removed": {
      const destroy = attribute("destroy", { kind: "literal", value: part.destroy });
      return [block("removed", [], [attribute("from", referenceNode(part.from)), block("lifecycle", [], [destroy])])];
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

function listOf(addresses: readonly string[]): Expression {
  return { kind: "tuple", items: addresses.map(referenceNode) };
}

/** The body of a resource or data source. */
export function elementBody(part: ElementPart, builder: ModuleBuilder): Body {
  const path = `${builder.definitionName}.${addressOfPart(part)}`;
  if (part.config === undefined) return plainElementBody(part.construct as PlainElement, builder, path);
  const schema = schemaOf(part);
  refuseOwnArguments(part, schema, path);
  const own = buildElementBody(part.config, describeAll(schema), { path, element: part.construct });
  const body = part.kind === "action" && own.length > 0 ? [block("config", [], own)] : own;
  const head: BodyItem[] = [];
  if (part.count !== undefined) head.push(attribute("count", part.count));
  if (part.forEach !== undefined) head.push(attribute("for_each", part.forEach));
  if (part.alias !== undefined) head.push(attribute("provider", referenceNode(part.alias)));
  const tail: BodyItem[] = [];
  const lifecycle = part.lifecycle === undefined ? [] : lifecycleBody(part.lifecycle, path);
  if (lifecycle.length > 0) tail.push(block("lifecycle", [], lifecycle));
  if (part.dependsOn.length > 0) tail.push(GAP, attribute("depends_on", listOf(part.dependsOn)));
  return [...head, ...(head.length > 0 && body.length > 0 ? [GAP] : []), ...body, ...tail];
}

/** What a class of the author gives to its parent class: `resource` writes only what it was given itself. */
function refuseOwnArguments({ config = {}, construct }: ElementPart, schema: ArgumentSchemas, path: string): void {
  const names = new Map(Object.keys(schema).map((name) => [foldName(name), name]));
  const given = new Set(Object.keys(config).map((key) => findArgument(names, key)));
  const givenTo = (described: unknown) => (isArgumentSchema(described) ? described.value : described);
  const own = Object.keys(schema).find((name) => !given.has(name) && givenTo(schema[name]) !== undefined);
  if (own === undefined) return;
  fail({
    code: "argument-of-class",
    path: `${path}.${own}`,
    message: `the class \`${construct.constructor.name}\` sets \`${own}\` itself, which \`resource\` does not see`,
    hint: `make it with \`new ${construct.constructor.name}(scope, ...)\`, or give \`${own}\` to \`resource\` and take the class of the provider`,
  });
}

/** As the class describes it; the class's own methods, because inlined, the element itself has others. */
function schemaOf(part: ElementPart): ArgumentSchemas {
  const element = part.construct as PlainElement;
  return withNestedAttributes(describedBy(element)?.[1] ?? {}, element);
}

/** cdktf's own classes, such as `DataResource`, give values alone: all of their arguments are attributes. */
function describeAll(schema: ArgumentSchemas): ArgumentSchemas {
  const entries = Object.entries(schema).map(([name, argument]) => [
    name,
    isArgumentSchema(argument) ? argument : { value: undefined, isBlock: false },
  ]);
  return Object.fromEntries(entries);
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
    items.push(attribute("ignore_changes", names === "all" ? referenceNode("all") : listOf(names)));
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
    ...(onFailure === undefined ? [] : [attribute("on_failure", referenceNode(onFailure))]),
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
