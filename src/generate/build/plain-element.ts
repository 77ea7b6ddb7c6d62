/**
 * The body of a resource, a data source or a remote state that the author made with `new`. Everything comes from what its
 * class gives to cdktf, so that a text is a template of HCL, as it is for cdktf.
 */
import {
  isDynamicExpression,
  overridesOf,
  type TerraformDataSource,
  type TerraformRemoteState,
  type TerraformResource,
  withoutOverrides,
} from "../../cdk";
import { fail } from "../../errors";
import { attribute, type BlockItem, type Body, type BodyItem, block, GAP } from "../../hcl/document";
import type { Expression } from "../../hcl/expression";
import { type ArgumentSchemas, isArgumentSchema } from "../dsl/argument-schema";
import type { ModuleBuilder } from "../dsl/module-builder";
import { referenceNode } from "../expr/build";
import { replaceCdktfTokens } from "../expr/expr";
import { isNested } from "./element-body";
import { withNestedAttributes } from "./nested-attributes";
import { mergeOverrides } from "./plain-overrides";
import { plainNode } from "./plain-text";

/** What has a place in a module where it is made with `new`. */
export type PlainElement = TerraformResource | TerraformDataSource | TerraformRemoteState;

interface ClassTree {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** The type of an element and its arguments; undefined for one that `moveTo` has taken out of the module. */
export function describedBy(element: PlainElement): readonly [type: string, schema: ArgumentSchemas] | undefined {
  const { toHclTerraform } = Object.getPrototypeOf(element) as PlainElement;
  const tree = withoutOverrides(element, () => toHclTerraform.call(element) as ClassTree);
  const [found] = Object.entries(tree.resource ?? tree.data ?? {});
  if (found === undefined) return undefined;
  const [schema = {}] = Object.values(found[1]);
  const { "//": _, ...rest } = schema as ArgumentSchemas & { "//"?: unknown };
  return [found[0], rest as ArgumentSchemas];
}

/** @param path for messages: `queues.aws_sqs_queue.this` */
export function plainElementBody(element: PlainElement, builder: ModuleBuilder, path: string): Body {
  const described = withNestedAttributes(describedBy(element)?.[1] ?? {}, element);
  const schema = mergeOverrides(described, overridesOf(element), path);
  const { count, for_each, provider, lifecycle, depends_on, connection, provisioner, ...rest } = schema as Readonly<
    Record<string, unknown>
  >;
  const head: BodyItem[] = [];
  if (isGiven(count)) head.push(attribute("count", plainNode(count)));
  if (isGiven(for_each)) head.push(attribute("for_each", plainNode(for_each)));
  if (isGiven(provider)) head.push(attribute("provider", referenceNode(String(provider))));
  const body = plainBody(rest as ArgumentSchemas, path);
  const nested: BodyItem[] = [];
  if (isGiven(connection)) nested.push(block("connection", [], valuesBody(connection)));
  for (const one of (provisioner ?? []) as readonly object[]) nested.push(...provisionerBlocks(one));
  if (isGiven(lifecycle)) nested.push(block("lifecycle", [], lifecycleBody(lifecycle as object, builder)));
  const dependencies = (depends_on ?? []) as readonly unknown[];
  if (dependencies.length > 0) nested.push(GAP, attribute("depends_on", references(dependencies, builder)));
  return [...head, ...(head.length > 0 && body.length > 0 ? [GAP] : []), ...body, ...nested];
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** cdktf gives addresses as text or as tokens. */
function references(values: readonly unknown[], builder: ModuleBuilder): Expression {
  const nodes = values.map((value) => replaceCdktfTokens(plainNode(value), builder.scope));
  const items = nodes.map((node) => (node.kind === "literal" ? referenceNode(String(node.value)) : node));
  return { kind: "tuple", items };
}

/** Conditions are blocks here, and what `ignore_changes` and `replace_triggered_by` list are references. */
function lifecycleBody(lifecycle: object, builder: ModuleBuilder): Body {
  const attributes: BodyItem[] = [];
  const nested: BodyItem[] = [];
  for (const [name, value] of Object.entries(lifecycle)) {
    if (!isGiven(value)) continue;
    if (name === "precondition" || name === "postcondition") {
      for (const { condition, error_message } of value as readonly Readonly<Record<string, unknown>>[]) {
        const rule = [
          attribute("condition", plainNode(condition)),
          attribute("error_message", plainNode(error_message)),
        ];
        nested.push(block(name, [], rule));
      }
    } else if (name === "ignore_changes" && value === "all") {
      attributes.push(attribute(name, referenceNode("all")));
    } else if (name === "ignore_changes" || name === "replace_triggered_by") {
      attributes.push(attribute(name, references(value as readonly unknown[], builder)));
    } else {
      attributes.push(attribute(name, plainNode(value)));
    }
  }
  return [...attributes, ...nested];
}

/** Settings of a provisioner that are words of Terraform's language. */
const WORDS = ["when", "on_failure"];

/** cdktf gives `{ "local-exec": { ... } }`. */
function provisionerBlocks(given: object): readonly BlockItem[] {
  return Object.entries(given).map(([type, described]) => {
    const settings = (isArgumentSchema(described) ? described.value : described) as Readonly<Record<string, unknown>>;
    const { connection, ...rest } = settings;
    const own = isGiven(connection) ? [block("connection", [], valuesBody(connection))] : [];
    return block("provisioner", [type], [...valuesBody(rest), ...own]);
  });
}

function valuesBody(values: unknown): Body {
  return Object.entries(values as object).flatMap(([name, value]) => {
    if (!isGiven(value)) return [];
    return attribute(name, WORDS.includes(name) ? referenceNode(String(value)) : plainNode(value));
  });
}

/** What cdktf holds, tokens still apart from text. */
function plainBody(schema: ArgumentSchemas, path: string): Body {
  const attributes: BodyItem[] = [];
  const nested: BodyItem[] = [];
  for (const [name, given] of Object.entries(schema)) {
    const described = isArgumentSchema(given) ? given : { value: given as unknown, isBlock: false };
    refuseDynamic(described, `${path}.${name}`);
    if (described.value === undefined) continue;
    if (!described.isBlock) {
      attributes.push(attribute(name, plainNode(plainValue(described.value))));
      continue;
    }
    const contents = Array.isArray(described.value) ? described.value : [described.value];
    for (const content of contents)
      nested.push(block(name, [], plainBody(content as ArgumentSchemas, `${path}.${name}`)));
  }
  return [...attributes, ...nested];
}

/** What `iterator.dynamic(...)` gives has names of the class in it, which cdktf itself does not make Terraform's. */
function refuseDynamic(described: object, path: string): void {
  const { value } = described as { readonly value: unknown };
  if (!("dynamic" in described) && !isDynamicExpression(value)) return;
  fail({
    code: "dynamic-of-cdktf",
    path,
    message: "`iterator.dynamic(...)` of cdktf cannot be written as blocks",
    hint: "make the resource with `resource`, and the blocks with `blocks(v.rules, (rule) => ({ ... }))`",
  });
}

/** Objects that the class describes argument by argument, as they are written. */
function plainValue(value: unknown): unknown {
  if (!isNested(value)) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(
    Object.entries(value as ArgumentSchemas).map(([name, inner]) => [name, plainValue(inner.value)]),
  );
}
