/** Resolves an expression in a template: a field, the result of a helper, or a literal. */
import type { Problem } from "../errors";
import { suggestName } from "../text/suggest-name";
import { MESSAGE_NAMES, placeholdersOf } from "./messages/message-text";
import type { ParsedPartials } from "./parse-template";
import { nameKind, type Schema } from "./schema";
import { BLOCK_HELPERS, HELPERS, type Helper, type ParameterKind } from "./template-helpers";

/** Where the walk is, and what can be reached from there. */
export interface TemplateScope {
  /** File that the walk is in: `variables.tf.hbs`. */
  readonly file: string;
  /** Whether what is printed becomes HCL. */
  readonly isHcl: boolean;
  /** Contexts from the outside in; `../` goes back. */
  readonly contexts: readonly Schema[];
  readonly root: Schema;
  /** How many `each` are around. */
  readonly loops: number;
  /** What `as |name|` binds. */
  readonly names: ReadonlyMap<string, Schema>;
  /** The partials around. */
  readonly within: readonly string[];
  readonly partials: ParsedPartials;
  /** Partials that were called. */
  readonly called: Set<string>;
  report(problem: Problem): void;
}

export interface TemplateValue {
  readonly schema: Schema;
  /** The text of a literal. */
  readonly literal?: string;
}

type CallNode = hbs.AST.MustacheStatement | hbs.AST.SubExpression;
type TemplateNode = { readonly loc: hbs.AST.SourceLocation };

/** Reports a problem at the place of a node. */
export function reportAt(place: TemplateScope, node: TemplateNode, problem: Omit<Problem, "path">): undefined {
  const { line, column } = node.loc.start;
  const { code, message, hint } = problem;
  const path = `${place.file}:${line}:${column + 1}`;
  place.report({ code, path, message, ...(hint !== undefined && { hint }) });
  return undefined;
}

/** The schema of an expression, or undefined if a problem was reported for it. */
export function checkExpression(node: hbs.AST.Expression, place: TemplateScope): TemplateValue | undefined {
  switch (node.type) {
    case "PathExpression":
      return checkPath(node as hbs.AST.PathExpression, place);
    case "SubExpression":
      return checkCall(node as hbs.AST.SubExpression, place);
    case "StringLiteral":
      return { schema: { kind: "plain", doc: "", optional: false }, literal: (node as hbs.AST.StringLiteral).value };
    case "NumberLiteral":
      return { schema: { kind: "number", doc: "" } };
    case "BooleanLiteral":
      return { schema: { kind: "bool", doc: "" } };
    default:
      return { schema: { kind: "plain", doc: "", optional: true } };
  }
}

/** A mustache or a subexpression: a helper with its arguments, or a field. */
export function checkCall(node: CallNode, place: TemplateScope): TemplateValue | undefined {
  if (node.path.type !== "PathExpression") {
    return reportAt(place, node, {
      code: "unsupported-syntax",
      message: "a tag must start with a field or a helper",
      hint: "write text without a tag",
    });
  }
  const path = node.path as hbs.AST.PathExpression;
  const isCall = node.params.length > 0 || node.hash !== undefined || node.type === "SubExpression";
  const helper =
    !isScoped(path) && !place.names.has(path.original) && Object.hasOwn(HELPERS, path.original)
      ? HELPERS[path.original]
      : undefined;
  if (helper !== undefined) return checkHelper(helper, path.original, node, place);
  if (!isCall && !isBlockHelper(path.original)) return checkPath(path, place);
  for (const value of [...node.params, ...(node.hash?.pairs ?? []).map((pair) => pair.value)])
    checkExpression(value, place);
  if (isBlockHelper(path.original)) {
    return reportAt(place, node, {
      code: "unknown-helper",
      message: `\`${path.original}\` must open a block`,
      hint: `{{#${path.original} ...}}...{{/${path.original}}}`,
    });
  }
  return reportAt(place, node, {
    code: "unknown-helper",
    message: `there is no helper \`${path.original}\``,
    hint: suggestName(path.original, Object.keys(HELPERS), "helpers"),
  });
}

function isBlockHelper(name: string): boolean {
  return (BLOCK_HELPERS as readonly string[]).includes(name);
}

/** `this.name`, `./name` and `../name` are fields, whatever helpers there are. */
function isScoped(path: hbs.AST.PathExpression): boolean {
  return path.data || path.depth > 0 || /^(?:\.|this\b)/.test(path.original);
}

function checkHelper(helper: Helper, name: string, node: CallNode, place: TemplateScope): TemplateValue {
  const { parameters, rest } = helper;
  const count = node.params.length;
  const wanted = `${parameters.length}${rest === undefined ? "" : " or more"}`;
  if (count < parameters.length || (rest === undefined && count > parameters.length)) {
    reportAt(place, node, {
      code: "wrong-arguments",
      message: `\`${name}\` takes ${wanted} argument${wanted === "1" ? "" : "s"}, but was given ${count}`,
    });
  }
  const values = node.params.map((param) => checkExpression(param, place));
  values.forEach((value, index) => {
    const kind = parameters[index] ?? rest;
    const param = node.params[index];
    if (kind !== undefined && param !== undefined)
      checkArgument({ name, kind, value, first: values[0], node: param }, place);
  });
  const hash = parameters[0] === "message" ? namedByMessage(values[0]?.literal, node, place) : (helper.hash ?? {});
  for (const pair of node.hash?.pairs ?? []) {
    const value = checkExpression(pair.value, place);
    const kind = Object.hasOwn(hash, pair.key) ? hash[pair.key] : undefined;
    if (kind !== undefined) checkArgument({ name, kind, value, node: pair.value }, place);
    else
      reportAt(place, pair, {
        code: "unknown-argument",
        message: `\`${name}\` takes no argument named \`${pair.key}\``,
        hint: suggestName(pair.key, Object.keys(hash), "named arguments"),
      });
  }
  const { returns } = helper;
  return { schema: returns === "bool" ? { kind: "bool", doc: "" } : { kind: returns, doc: "", optional: false } };
}

/** The named arguments of a fixed text: its placeholders, each of which must be given. */
function namedByMessage(text: string | undefined, node: CallNode, place: TemplateScope): Required<Helper>["hash"] {
  const placeholders = placeholdersOf(text ?? "") ?? [];
  const given = (node.hash?.pairs ?? []).map((pair) => pair.key);
  const missing = placeholders.filter((one) => !given.includes(one)).map((one) => `\`${one}=...\``);
  if (missing.length > 0)
    reportAt(place, node, { code: "wrong-arguments", message: `the text \`${text}\` needs ${missing.join(" and ")}` });
  return Object.fromEntries(placeholders.map((one) => [one, "text"] as const));
}

/** An argument of a helper. */
interface Argument {
  /** Name of the helper. */
  readonly name: string;
  /** What the helper takes there. */
  readonly kind: ParameterKind;
  readonly value: TemplateValue | undefined;
  /** The helper's first argument, where this one may refer to its fields. */
  readonly first?: TemplateValue | undefined;
  readonly node: hbs.AST.Expression;
}

function checkArgument(argument: Argument, place: TemplateScope): void {
  const { name, kind, value, node } = argument;
  if (value === undefined || kind === "any") return;
  if (kind === "field" || kind === "message") {
    if (kind === "field") checkFieldName(argument, place);
    else checkMessageName(argument, place);
    return;
  }
  const { schema } = value;
  const isText = schema.kind !== "list" && schema.kind !== "object";
  const fits = kind === "text" ? isText : schema.kind === kind;
  if (!fits)
    reportAt(place, node, {
      code: "wrong-arguments",
      message: `\`${name}\` takes ${kind === "object" ? "an object" : `a ${kind}`} here, but was given ${nameKind(schema)}`,
    });
}

/** `attributes` names fields of its first argument, and prints them as they are: only HCL is safe. */
function checkFieldName({ name, value, first, node }: Argument, place: TemplateScope): void {
  const literal = value?.literal;
  if (literal === undefined) {
    reportAt(place, node, { code: "wrong-arguments", message: `\`${name}\` takes names of fields in quotes` });
    return;
  }
  if (first?.schema.kind !== "object") return;
  const { fields } = first.schema;
  const field = Object.hasOwn(fields, literal) ? fields[literal] : undefined;
  if (field === undefined) {
    reportAt(place, node, {
      code: "unknown-field",
      message: `there is no field \`${literal}\` here`,
      hint: suggestName(literal, Object.keys(fields), "fields"),
    });
  } else if (field.kind !== "hcl") {
    const hint = `fields that contain HCL: ${
      Object.keys(fields)
        .filter((key) => fields[key]?.kind === "hcl")
        .join(", ") || "none"
    }`;
    reportAt(place, node, {
      code: "unescaped-text",
      message: `\`${name}\` prints HCL, but \`${literal}\` is not HCL`,
      hint,
    });
  }
}

/** `t` names a fixed text. */
function checkMessageName({ name, value, node }: Argument, place: TemplateScope): void {
  const literal = value?.literal;
  if (literal === undefined)
    reportAt(place, node, { code: "wrong-arguments", message: `\`${name}\` takes the name of a text in quotes` });
  else if (placeholdersOf(literal) === undefined)
    reportAt(place, node, {
      code: "unknown-text",
      message: `there is no text \`${literal}\``,
      hint: suggestName(literal, MESSAGE_NAMES, "texts"),
    });
}

function checkPath(path: hbs.AST.PathExpression, place: TemplateScope): TemplateValue | undefined {
  if (path.data) return checkData(path, place);
  const [head, ...tail] = path.parts;
  const bound = head === undefined || isScoped(path) ? undefined : place.names.get(head);
  if (bound !== undefined) return walkFields(bound, tail, path, place);
  const context = place.contexts[place.contexts.length - 1 - path.depth];
  if (context === undefined) {
    const where =
      place.within.length > 0 ? "a partial starts with the context that it is given" : "this is the outermost context";
    return reportAt(place, path, {
      code: "unknown-field",
      message: `\`${path.original}\` has more \`../\` than there are outer contexts`,
      hint: where,
    });
  }
  return walkFields(context, path.parts, path, place);
}

/** `@root`, and inside `each` `@index`, `@key`, `@first` and `@last`. */
function checkData(path: hbs.AST.PathExpression, place: TemplateScope): TemplateValue | undefined {
  const [name = "", ...tail] = path.parts;
  if (name === "root" && path.depth === 0) return walkFields(place.root, tail, path, place);
  const inLoop = path.depth < place.loops;
  if (inLoop && tail.length === 0) {
    if (name === "index" || name === "key") return { schema: { kind: "number", doc: "" } };
    if (name === "first" || name === "last") return { schema: { kind: "bool", doc: "" } };
  }
  const known = ["@root", ...(inLoop ? ["@index", "@key", "@first", "@last"] : [])];
  return reportAt(place, path, {
    code: "unknown-field",
    message: `there is no \`${path.original}\` here`,
    hint: `known: ${known.join(", ")}`,
  });
}

function walkFields(
  start: Schema,
  parts: readonly string[],
  path: hbs.AST.PathExpression,
  place: TemplateScope,
): TemplateValue | undefined {
  let schema = start;
  for (const part of parts) {
    if (schema.kind !== "object") {
      const hint =
        schema.kind === "list"
          ? `{{#each ${path.original.replace(/[./]?[^./]+$/, "") || "LIST"}}}...{{/each}}`
          : undefined;
      return reportAt(place, path, {
        code: "unknown-field",
        message: `\`${path.original}\`: ${nameKind(schema)} has no field \`${part}\``,
        hint,
      });
    }
    const next: Schema | undefined = Object.hasOwn(schema.fields, part) ? schema.fields[part] : undefined;
    if (next === undefined) {
      return reportAt(place, path, {
        code: "unknown-field",
        message: `there is no field \`${part}\` here`,
        hint: suggestName(part, Object.keys(schema.fields), "fields"),
      });
    }
    schema = next;
  }
  return { schema };
}
