/** Walks the statements of a template: blocks, partials, and what is printed. */

import { suggestName } from "../text/suggest-name";
import { checkCall, checkExpression, reportAt, type TemplateScope, type TemplateValue } from "./check-expression";
import { nameKind, type Schema } from "./schema";
import { BLOCK_HELPERS, HELPERS } from "./template-helpers";

export function checkProgram(program: hbs.AST.Program | undefined, place: TemplateScope): void {
  for (const statement of program?.body ?? []) checkStatement(statement, place);
}

function checkStatement(statement: hbs.AST.Statement, place: TemplateScope): void {
  switch (statement.type) {
    case "ContentStatement":
    case "CommentStatement":
      return;
    case "MustacheStatement":
      checkMustache(statement as hbs.AST.MustacheStatement, place);
      return;
    case "BlockStatement":
      checkBlock(statement as hbs.AST.BlockStatement, place);
      return;
    case "PartialStatement":
      checkPartial(statement as hbs.AST.PartialStatement, place);
      return;
    default:
      reportAt(place, statement, {
        code: "unsupported-syntax",
        message: "partial blocks, inline partials and decorators are not supported",
        hint: "write a separate file into partials/",
      });
  }
}

function checkMustache(statement: hbs.AST.MustacheStatement, place: TemplateScope): void {
  const value = checkCall(statement, place);
  if (value === undefined) return;
  const { schema } = value;
  const source =
    statement.path.type === "PathExpression" ? (statement.path as hbs.AST.PathExpression).original : "this";
  if (schema.kind === "list" || schema.kind === "object") {
    const hint =
      schema.kind === "list"
        ? `{{#each ${source}}}...{{/each}}`
        : `name one of its fields: ${Object.keys(schema.fields).join(", ")}`;
    reportAt(place, statement, {
      code: "not-printable",
      message: `\`${source}\` is ${nameKind(schema)} and cannot be printed`,
      hint,
    });
  } else if (place.isHcl && (schema.kind === "text" || schema.kind === "markdown")) {
    const hint = `{{string ${source}}} prints it as an HCL string, {{comment ${source}}} as a comment`;
    reportAt(place, statement, {
      code: "unescaped-text",
      message: `\`${source}\` is text of the author, which would become code here`,
      hint,
    });
  }
}

function checkBlock(statement: hbs.AST.BlockStatement, place: TemplateScope): void {
  const name = statement.path.original;
  const known = (BLOCK_HELPERS as readonly string[]).includes(name);
  if (!known) {
    const isHelper = Object.hasOwn(HELPERS, name);
    const hint = isHelper ? `{{#if (${name} ...)}}` : suggestName(name, BLOCK_HELPERS, "blocks");
    reportAt(place, statement, {
      code: isHelper ? "not-a-block" : "unknown-helper",
      message: `there is no block \`#${name}\``,
      hint,
    });
    return;
  }
  for (const pair of statement.hash?.pairs ?? []) {
    if (!(pair.key === "includeZero" && (name === "if" || name === "unless"))) {
      reportAt(place, pair, {
        code: "unknown-argument",
        message: `\`#${name}\` takes no argument named \`${pair.key}\``,
      });
    }
    checkExpression(pair.value, place);
  }
  const values = statement.params.map((param) => checkExpression(param, place));
  const [param] = statement.params;
  if (values.length !== 1 || param === undefined) {
    reportAt(place, statement, {
      code: "wrong-arguments",
      message: `\`#${name}\` takes 1 argument, but was given ${values.length}`,
      hint: `{{#${name} FIELD}}`,
    });
    return;
  }
  const inner = enterBlock({ statement, param, value: values[0] }, place);
  if (inner !== undefined) checkProgram(statement.program, inner);
  checkProgram(statement.inverse, place);
}

/** A block with its only argument. */
interface OpenBlock {
  readonly statement: hbs.AST.BlockStatement;
  readonly param: hbs.AST.Expression;
  readonly value: TemplateValue | undefined;
}

/** What holds inside a block, or undefined if nothing can be said of it. */
function enterBlock({ statement, param, value }: OpenBlock, place: TemplateScope): TemplateScope | undefined {
  const name = statement.path.original;
  const params = statement.program.blockParams ?? [];
  if (name === "if" || name === "unless") {
    if (params.length > 0)
      reportAt(place, statement, {
        code: "wrong-arguments",
        message: `\`#${name}\` does not accept \`as |name|\``,
        hint: "only `each` and `with` accept it",
      });
    return place;
  }
  if (value === undefined) return undefined;
  if (name === "with") {
    // Handlebars opens no new level for the context that is there already.
    const inner = isThis(param) ? place : pushContext(place, value.schema);
    return { ...inner, names: bindNames(place, params, [value.schema]) };
  }
  if (value.schema.kind !== "list") {
    reportAt(place, statement, {
      code: "not-a-list",
      message: `\`#each\` takes a list, but was given ${nameKind(value.schema)}`,
    });
    return undefined;
  }
  const element = value.schema.of;
  const inner = pushContext(place, element);
  return {
    ...inner,
    loops: place.loops + 1,
    names: bindNames(place, params, [element, { kind: "number", doc: "Its place." }]),
  };
}

function pushContext(place: TemplateScope, schema: Schema): TemplateScope {
  return { ...place, contexts: [...place.contexts, schema] };
}

function isThis(param: hbs.AST.Expression): boolean {
  const path = param as hbs.AST.PathExpression;
  return param.type === "PathExpression" && !path.data && path.depth === 0 && path.parts.length === 0;
}

function bindNames(place: TemplateScope, names: readonly string[], schemas: readonly Schema[]): TemplateScope["names"] {
  const bound = new Map(place.names);
  names.forEach((name, index) => {
    const schema = schemas[index];
    if (schema !== undefined) bound.set(name, schema);
  });
  return bound;
}

function checkPartial(statement: hbs.AST.PartialStatement, place: TemplateScope): void {
  const [param, ...more] = statement.params;
  if (more.length > 0) {
    reportAt(place, statement, {
      code: "wrong-arguments",
      message: `a partial takes at most 1 context, but was given ${statement.params.length}`,
      hint: "pass more values by name: {{> partial name=value}}",
    });
  }
  const base =
    param === undefined
      ? { schema: place.contexts[place.contexts.length - 1] as Schema }
      : checkExpression(param, place);
  const pairs = (statement.hash?.pairs ?? []).map((pair) => [pair.key, checkExpression(pair.value, place)] as const);
  const path = statement.name as hbs.AST.PathExpression | hbs.AST.SubExpression;
  if (path.type === "SubExpression") {
    reportAt(place, statement, {
      code: "unsupported-syntax",
      message: "the name of a partial must not be an expression",
      hint: "write the name: {{> partial}}",
    });
    return;
  }
  const name = String((path as hbs.AST.PathExpression).original);
  if (!place.partials.names.includes(name)) {
    reportAt(place, statement, {
      code: "unknown-partial",
      message: `there is no partial \`${name}\``,
      hint: suggestName(name, place.partials.names, "partials"),
    });
    return;
  }
  place.called.add(name);
  if (place.within.includes(name)) {
    reportAt(place, statement, {
      code: "recursive-partial",
      message: `the partial \`${name}\` calls itself: ${[...place.within, name].join(" > ")}`,
    });
    return;
  }
  if (base === undefined || pairs.some(([, value]) => value === undefined)) return;
  const context = extend(base.schema, pairs as readonly (readonly [string, TemplateValue])[]);
  if (context === undefined) {
    reportAt(place, statement, {
      code: "wrong-arguments",
      message: `named values need an object as context, but the context is ${nameKind(base.schema)}`,
    });
    return;
  }
  checkProgram(place.partials.get(name), {
    ...place,
    file: `partials/${name}.hbs`,
    contexts: [context],
    names: new Map(),
    within: [...place.within, name],
  });
}

/** The context of a partial: the fields of the object, and the values given by name. */
function extend(schema: Schema, pairs: readonly (readonly [string, TemplateValue])[]): Schema | undefined {
  if (pairs.length === 0) return schema;
  if (schema.kind !== "object") return undefined;
  return {
    ...schema,
    fields: { ...schema.fields, ...Object.fromEntries(pairs.map(([key, value]) => [key, value.schema])) },
  };
}
