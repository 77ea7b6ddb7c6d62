/**
 * A resource's configuration as the body of its block. Names, and what is a block, come from the provider's class;
 * values and their order from the author.
 */
import { type Construct, isResolvable } from "../../cdk";
import { fail, TfwrightError } from "../../errors";
import { attribute, type BlockItem, type Body, type BodyItem, block } from "../../hcl/document";
import { type Binding, type Expression, mapChildren } from "../../hcl/expression";
import { snakeCase } from "../../text/snake-case";
import { suggestName } from "../../text/suggest-name";
import { ArgumentScope } from "../check/argument-scope";
import { argumentNames } from "../dsl/argument-names";
import { type ArgumentSchema, type ArgumentSchemas, isArgumentSchema } from "../dsl/argument-schema";
import { isWrittenObject } from "../dsl/shadow";
import { type BlockPart, Blocks, commentOf } from "../expr/blocks";
import { bindingNode, callNode, conditionalNode, literalNode, mentions } from "../expr/build";
import { RETURNS_NOTHING } from "../expr/check-callback";
import { singular } from "../expr/collections";
import { Expr, NODE } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { findArgument, foldName } from "./argument-key";
import { isListAttribute, isMapOfObjects, isNestedAttribute } from "./nested-attributes";
import { refuseOtherKind } from "./refuse-other-kind";

interface BodyContext {
  /** For messages: `glue-job.aws_glue_job.this`. */
  readonly path: string;
  readonly element: Construct;
  /** The blocks that contain the body, from the outside: `["command"]`. */
  readonly steps: readonly string[];
  /** Labels of the `dynamic` blocks around. */
  readonly labels: readonly string[];
  /** Whether the class does not know what the block holds: objects in it are blocks. */
  readonly isFree?: boolean;
}

/** Arguments first, then blocks, each in the author's order. */
export function buildElementBody(
  config: Readonly<Record<string, unknown>>,
  schema: ArgumentSchemas,
  place: { readonly path: string; readonly element: Construct },
): Body {
  return buildBody(config, schema, { ...place, steps: [], labels: [] });
}

const BLOCK_HINT =
  "for a block, give an object with its arguments, `blocks` or `optionalBlock`; the names of the arguments are those of the provider's class";

function buildBody(config: Readonly<Record<string, unknown>>, schema: ArgumentSchemas, context: BodyContext): Body {
  if (context.isFree === true) return buildFreeBody(config, context);
  // A class that wants a list hands a single object on as it was given, with the names of TypeScript.
  if (context.steps.length > 0 && !Object.values(schema).every(isArgumentSchema)) refuseSingle(context);
  const names = new Map(Object.keys(schema).map((name) => [foldName(name), name]));
  const attributes: BodyItem[] = [];
  const nested: BodyItem[] = [];
  for (const [key, value] of Object.entries(config)) {
    if (isAbsent(value)) continue;
    const name = findArgument(names, key) ?? (isEmptyBlock(value) ? snakeCase(key) : undefined);
    const path = `${context.path}.${key}`;
    if (name === undefined) {
      const known = argumentNames(context.element, context.steps);
      // It is there, so that only the form of its value is wrong.
      const isThere = known.length === 0 || known.includes(key);
      if (isThere) refuseUnknownInside(value, { ...context, path, steps: [...context.steps, key] });
      const isLeaf = isThere && (typeof value !== "object" || value instanceof Expr);
      fail({
        code: "unknown-argument",
        path,
        message: `the provider's class has no argument \`${key}\`${isLeaf ? " that takes a value" : ""}`,
        hint: isThere ? BLOCK_HINT : suggestName(key, known, "arguments"),
      });
    }
    const argument = schema[name];
    const inner = { ...context, path, steps: [...context.steps, key] };
    const isEmptyAttribute =
      argument === undefined && context.steps.length === 0 && isNestedAttribute(context.element, name);
    if (argument !== undefined && isFreeBlock(argument, context.element))
      nested.push(...buildBlocks(name, value, undefined, { ...inner, isFree: true }));
    else if (isEmptyAttribute) attributes.push(attribute(name, toNode({})));
    else if (isEmptyList(value) && context.steps.length === 0 && isListAttribute(context.element, name))
      attributes.push(attribute(name, { kind: "tuple", items: [] }));
    else if (argument === undefined || (argument.isBlock && !isMapOfObjects(argument)))
      nested.push(...buildBlocks(name, value, argument?.value, inner));
    else {
      refuseOtherKind(value, argument, path);
      attributes.push(
        attribute(
          name,
          atPath(path, () => attributeValue(value, argument, inner)),
        ),
      );
    }
  }
  checkWriteOnly(attributes, context);
  return [...attributes, ...nested];
}

function refuseNothing(content: unknown, path: string): void {
  if (content !== undefined) return;
  fail({
    code: "not-a-block",
    path,
    message: "the function of the blocks returns nothing",
    hint: RETURNS_NOTHING,
  });
}

/** A class leaves a block out of which it knows no argument. */
function refuseUnknownInside(value: unknown, { path, element, steps }: BodyContext): void {
  const known = argumentNames(element, steps);
  const contents = value instanceof Blocks ? value.parts.map(({ content }) => content) : [value].flat();
  for (const content of contents) refuseNothing(content, path);
  for (const content of known.length === 0 ? [] : contents.filter(isWrittenObject)) {
    const name = Object.keys(content as object).find((one) => !known.includes(one));
    if (name !== undefined)
      fail({
        code: "unknown-argument",
        path: `${path}.${name}`,
        message: `the provider's class has no argument \`${name}\` in \`${steps.at(-1)}\``,
        hint: suggestName(name, known, "arguments"),
      });
  }
}

function refuseSingle({ path, steps }: BodyContext): never {
  const name = steps.at(-1);
  return fail({
    code: "not-a-list",
    path: path.replace(/\[0\]$/, ""),
    message: `\`${name}\` takes a list, but was given one object`,
    hint: `put it in brackets, ${name}: [{ ... }]; or use \`blocks\`, \`optionalBlock\` or \`blockIf\``,
  });
}

/**
 * A block that holds itself, such as a statement of a web ACL. For it cdktf has no class but takes any value, with Terraform's own
 * names. Attributes of any type are kept as maps.
 */
function isFreeBlock({ isBlock, storageClassType }: ArgumentSchema, element: Construct): boolean {
  const isGenerated = !("argumentFields" in element.constructor);
  return isGenerated && !isBlock && storageClassType === "any";
}

function buildFreeBody(config: Readonly<Record<string, unknown>>, context: BodyContext): Body {
  const given = Object.entries(config).filter(([, value]) => !isAbsent(value));
  const parts = given.map(([key, value]) => {
    const name = snakeCase(key);
    const path = `${context.path}.${key}`;
    return holdsBlocks(value)
      ? { blocks: buildBlocks(name, value, undefined, { ...context, path, steps: [...context.steps, key] }) }
      : {
          attribute: attribute(
            name,
            atPath(path, () => toNode(value)),
          ),
        };
  });
  return [
    ...parts.flatMap((part) => part.attribute ?? []),
    ...parts.flatMap((part): readonly BodyItem[] => part.blocks ?? []),
  ];
}

/** Whether a value is written out as an object or as several. */
function holdsBlocks(value: unknown): boolean {
  if (value instanceof Blocks) return true;
  if (Array.isArray(value)) return value.length > 0 && value.every(holdsBlocks);
  return isWrittenObject(value);
}

/**
 * A provider keeps nothing of a write-only argument, so that it sees a new value only where the version beside it is another one.
 */
function checkWriteOnly(attributes: readonly BodyItem[], { path, element, steps }: BodyContext): void {
  const given = new Set(attributes.flatMap((item) => (item.kind === "attribute" ? [item.name] : [])));
  const scope = ArgumentScope.of(element).at(steps);
  for (const name of given) {
    const version = `${name}_version`;
    if (!scope.isWriteOnly(name) || given.has(version)) continue;
    const argument = argumentNames(element, steps).find((one) => foldName(one) === foldName(version));
    if (argument === undefined) continue;
    fail({
      code: "write-only-without-version",
      path: `${path}.${name}`,
      message: `\`${name}\` is write-only, so that the provider never sees that it changed`,
      hint: `give \`${argument}\`, a number that the caller raises with each new value`,
    });
  }
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (value instanceof Blocks) return value.parts.length === 0;
  return value instanceof Expr && value[NODE].kind === "literal" && value[NODE].value === null;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Whether a block has no arguments. The provider's class leaves such a block out, but the HCL contains it. */
function isEmptyBlock(value: unknown): boolean {
  if (value instanceof Blocks) return value.parts.every((part) => isEmptyBlock(part.content));
  return (
    typeof value === "object" && value !== null && !(value instanceof Expr) && Object.values(value).every(isAbsent)
  );
}

/** What the class made of the content of one block: classes give a list or a single one. */
function schemaAt(value: unknown, index: number): ArgumentSchemas {
  const one = Array.isArray(value) ? value[index] : value;
  return (typeof one === "object" && one !== null ? one : {}) as ArgumentSchemas;
}

function buildBlocks(name: string, value: unknown, shape: unknown, context: BodyContext): readonly BlockItem[] {
  const build = (content: unknown, index: number, labels = context.labels): Body => {
    if (content instanceof Blocks) {
      return fail({
        code: "not-a-block",
        path: `${context.path}[${index}]`,
        message:
          "`blocks`, `optionalBlock`, `blockIf` and `blockList` give a list of blocks, which cannot be an element of an array",
        hint: "give it without the brackets; for several of them, or beside single blocks, use `blockList(a, b, ...)`",
      });
    }
    refuseNothing(content, context.path);
    if (typeof content !== "object" || content === null || content instanceof Expr || isResolvable(content)) {
      return fail({
        code: "not-a-block",
        path: context.path,
        message: "a block must be an object with its arguments",
        hint: "for a list that is known only at plan time, use `blocks(list, (item) => ({ ... }))`",
      });
    }
    return buildBody(content as Readonly<Record<string, unknown>>, schemaAt(shape, index), {
      ...context,
      path: `${context.path}[${index}]`,
      labels,
    });
  };
  const parts: readonly BlockPart[] =
    value instanceof Blocks ? value.parts : (Array.isArray(value) ? value : [value]).map((content) => ({ content }));
  return parts.map((part, index) =>
    part.dynamic === undefined
      ? block(name, [], build(part.content, index), commentOf(part.content))
      : buildDynamic(name, { content: part.content, ...part.dynamic }, context, (labels) =>
          build(part.content, index, labels),
        ),
  );
}

interface Dynamic {
  readonly content: unknown;
  readonly forEach: Expression;
  readonly iterator: Binding;
}

function buildDynamic(
  name: string,
  dynamic: Dynamic,
  context: BodyContext,
  build: (labels: readonly string[]) => Body,
): BlockItem {
  let iterator = name;
  for (let number = 2; context.labels.includes(iterator); number++) iterator = `${name}_${number}`;
  const content = build([...context.labels, iterator]);
  const body: Body = [
    attribute("for_each", dynamic.forEach),
    ...(iterator === name ? [] : [attribute("iterator", { kind: "reference", address: iterator })]),
    block("content", [], content),
  ];
  const comments = commentOf(dynamic.content);
  const item = block("dynamic", [name], body, comments);
  return { ...item, binds: { id: dynamic.iterator.id, name: iterator } };
}

/** What is wrong with a value is wrong with the argument that has it. */
function atPath<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TfwrightError) || error.problems.some((problem) => problem.path !== "")) throw error;
    throw new TfwrightError(error.problems.map((problem) => ({ ...problem, path })));
  }
}

/** An argument's value; objects that the class knows by name get the provider's names. */
function attributeValue(value: unknown, argument: ArgumentSchema, context: BodyContext): Expression {
  const shape = argument.value;
  if (value instanceof Blocks) return blocksAsValue(value, shape, context);
  if (isMapOfObjects(argument) && isWrittenObject(value)) return mapValue(value, shape, context);
  if (!isNested(shape)) {
    if (isListOfObjects(argument) && isWrittenObject(value)) refuseSingle(context);
    return toNode(value);
  }
  if (Array.isArray(value))
    return { kind: "tuple", items: value.map((item, index) => objectValue(item, schemaAt(shape, index), context)) };
  return objectValue(value, schemaAt(shape, 0), context);
}

/** A map of objects: its keys are the author's, and the names in each object the provider's. */
function mapValue(value: object, shape: unknown, context: BodyContext): Expression {
  const schemas = (typeof shape === "object" && shape !== null ? shape : {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries(value).filter(([, item]) => !isAbsent(item));
  return {
    kind: "object",
    entries: entries.map(([key, item]) => {
      const inner = { ...context, path: `${context.path}["${key}"]` };
      return { key, value: isWrittenObject(item) ? objectValue(item, schemaAt(schemas[key], 0), inner) : toNode(item) };
    }),
  };
}

/** Whether a class keeps an argument as a list of objects: it has a class of its own for the list. */
function isListOfObjects({ type, storageClassType = "" }: ArgumentSchema): boolean {
  return (type === "list" || type === "set") && /^[A-Z]/.test(storageClassType);
}

/** Whether a class describes an object, or a list of them, by the arguments in it. */
export function isNested(shape: unknown): boolean {
  const one = Array.isArray(shape) ? shape[0] : shape;
  if (typeof one !== "object" || one === null) return false;
  const values = Object.values(one);
  return (
    values.length > 0 && values.every((item) => typeof item === "object" && item !== null && "storageClassType" in item)
  );
}

function objectValue(value: unknown, schema: ArgumentSchemas, context: BodyContext): Expression {
  if (value instanceof Expr) return value[NODE];
  const body = buildBody(value as Readonly<Record<string, unknown>>, schema, context);
  const given = body.flatMap((item) => (item.kind === "attribute" ? [{ key: item.name, value: item.value }] : []));
  // Terraform wants these, and the author left them out.
  const missing = Object.keys(schema).filter((name) => schema[name]?.value === null);
  return { kind: "object", entries: [...given, ...missing.map((key) => ({ key, value: literalNode(null) }))] };
}

/** Blocks where the provider wants an object or a list of objects: conditionals and `for` expressions. */
function blocksAsValue(value: Blocks<unknown>, shape: unknown, context: BodyContext): Expression {
  const contentOf = (part: BlockPart, index: number) => objectValue(part.content, schemaAt(shape, index), context);
  const [only] = value.parts;
  if (!Array.isArray(shape) && only !== undefined && value.parts.length === 1) {
    const content = contentOf(only, 0);
    if (only.dynamic === undefined) return content;
    const { single, iterator } = only.dynamic;
    if (single !== undefined)
      return conditionalNode(single.condition, withValue(content, iterator, single.value), literalNode(null));
  }
  const lists = value.parts.map((part, index): Expression => {
    const content = contentOf(part, index);
    if (part.dynamic === undefined) return { kind: "tuple", items: [content] };
    const { forEach, iterator, single, isList = false } = part.dynamic;
    if (single !== undefined) {
      const item = withValue(content, iterator, single.value);
      return conditionalNode(single.condition, { kind: "tuple", items: [item] }, { kind: "tuple", items: [] });
    }
    // In a `dynamic` block a map is walked by `key` and `value`, in a `for` expression by two names.
    const key: Binding = bindingNode(isList ? "index" : "key");
    const walked = withValue(withKey(content, iterator, key), iterator, iterator);
    const isKeyed = mentions(walked, key);
    return {
      kind: "for",
      ...(isKeyed && { key }),
      value: { ...iterator, hint: isKeyed && !isList ? "value" : singular(forEach) },
      collection: forEach,
      result: walked,
    };
  });
  const list = callNode("concat", lists);
  const whole = list.kind === "call" && list.args.length === 1 ? (list.args[0] as Expression) : list;
  // A single object, there or not: the loop over `value[*]` has at most one turn.
  return Array.isArray(shape) ? whole : callNode("one", [whole]);
}

/** The content with another expression in the place of `iterator.value`. */
function withValue(content: Expression, iterator: Binding, value: Expression = iterator): Expression {
  return replaceRead(content, iterator, { name: "value", by: value });
}

function withKey(content: Expression, iterator: Binding, key: Binding): Expression {
  return replaceRead(content, iterator, { name: "key", by: key });
}

function replaceRead(node: Expression, iterator: Binding, read: { name: string; by: Expression }): Expression {
  return node.kind === "attribute" &&
    node.name === read.name &&
    node.of.kind === "binding" &&
    node.of.id === iterator.id
    ? read.by
    : mapChildren(node, (child) => replaceRead(child, iterator, read));
}
