/** What was read, in the form in which `@cdktf/hcl2json` tells it, and in the form in which it was written. */
import type { Expression } from "../../src/hcl/expression";
import type { BodySyntax, Syntax } from "../../src/hcl/read";

type Told = unknown;

/** A body as hcl2json tells it: blocks by type and labels, expressions as `${...}`. */
export function told(body: BodySyntax, text: string): Record<string, Told> {
  const result: Record<string, Told> = {};
  for (const item of body) {
    if (item.kind === "attribute") result[item.name] = toldValue(item.value, text);
    else {
      let at = result;
      for (const name of [item.type, ...item.labels.slice(0, -1)]) {
        if (item.labels.length === 0) break;
        at[name] ??= {};
        at = at[name] as Record<string, Told>;
      }
      const last = item.labels.at(-1) ?? item.type;
      at[last] ??= [];
      (at[last] as Told[]).push(told(item.body, text));
    }
  }
  return result;
}

function toldValue(node: Syntax, text: string): Told {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? escaped(node.value) : node.value;
    case "template":
      return node.parts
        .map((part) => {
          if (part.kind === "text") return escaped(part.text);
          const inside = part.kind === "hole" ? slice(part.value, text) : slice(part, text).slice(2, -1);
          return `${part.kind === "hole" ? "$" : "%"}{${inside.replace(/^~|~$/g, "")}}`;
        })
        .join("");
    case "tuple":
      return node.items.map((item) => toldValue(item, text));
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [toldKey(key, text), toldValue(value, text)]));
    default:
      return `\${${slice(node, text)}}`;
  }
}

function toldKey(key: Syntax, text: string): string {
  if (text[key.start] === "(") return `\${${slice(key, text)}}`;
  return key.kind === "literal" || key.kind === "template" ? String(toldValue(key, text)) : slice(key, text);
}

function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

function slice({ start, end }: { start: number; end: number }, text: string): string {
  return text.slice(start, end);
}

/** Both in a form in which space inside of expressions does not count. */
export function loosely(value: Told): Told {
  if (typeof value === "string") return /[$%]\{/.test(value) ? value.replace(/[\s,~]+/g, "") : value;
  if (Array.isArray(value)) return value.map(loosely);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(loosely(key)), loosely(item)]));
}

/** The writer numbers names that are taken, `v_2`, or puts the name of the collection before them, `ports_v`. */
function plain(name: string): string {
  return name.replace(/_\d+$/, "").replace(/^.+_(?=[kv]$)/, "");
}

/** `a && (b && c)` is written without brackets. */
function operation(operator: string, left: unknown, right: unknown): unknown {
  const parts = [left, right].flatMap((side) => {
    const inner = side as { operator?: string; parts?: unknown[] } | null;
    return ["&&", "||"].includes(operator) && inner?.operator === operator ? (inner.parts ?? []) : [side];
  });
  return { operator, parts };
}

/** `-1` is one number, written and read. */
function signed(operator: string, operand: unknown): unknown {
  return operator === "-" && typeof operand === "number" ? -operand : { operator, operand };
}

/**
 * The writer puts a `$` before a hole into a hole of its own; what is a text in the end is told as one, and so is a template
 * that holds nothing else.
 */
function template(parts: readonly unknown[]): unknown {
  const told: unknown[] = [];
  for (const part of parts) {
    const last = told.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") told[told.length - 1] = last + part;
    else told.push(part);
  }
  return told.every((part) => typeof part === "string") ? told.join("") : { template: told };
}

/** The structure of what was read: the nodes of the writer, without places. */
export function structureOf(node: Syntax): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "template":
      return template(
        node.parts.map((part) => (part.kind === "text" ? part.text : part.kind === "hole" && structureOf(part.value))),
      );
    case "reference":
      return { name: plain(node.name) };
    case "attribute":
      return { of: structureOf(node.of), name: node.name };
    case "index":
      return { of: structureOf(node.of), key: structureOf(node.key) };
    case "splat":
      return { of: structureOf(node.of), steps: node.steps };
    case "call":
      return { call: node.name, args: node.args.map(structureOf), expand: node.expand };
    case "binary":
      return operation(node.operator, structureOf(node.left), structureOf(node.right));
    case "unary":
      return signed(node.operator, structureOf(node.operand));
    case "conditional":
      return { if: structureOf(node.condition), yes: structureOf(node.then), no: structureOf(node.otherwise) };
    case "tuple":
      return { items: node.items.map(structureOf) };
    case "object":
      return { entries: node.entries.map(({ key, value }) => [structureOf(key), structureOf(value)]) };
    case "for":
      return {
        for: [node.key === undefined ? undefined : plain(node.key), plain(node.value)],
        in: structureOf(node.collection),
        key: node.resultKey === undefined ? undefined : structureOf(node.resultKey),
        result: structureOf(node.result),
        where: node.condition === undefined ? undefined : structureOf(node.condition),
        group: node.group,
      };
  }
}

/** The same structure, of an expression that is to be written; `names` are those of its bindings. */
export function structureOfWritten(node: Expression, names: ReadonlyMap<number, string>): unknown {
  const go = (part: Expression) => structureOfWritten(part, names);
  const maybe = (part: Expression | undefined) => (part === undefined ? undefined : go(part));
  switch (node.kind) {
    case "literal":
      return node.value;
    case "template":
      return template(node.parts.map((part) => (typeof part === "string" ? part : go(part))));
    case "reference":
      return node.address
        .split(".")
        .reduce<unknown>((of, name) => (of === undefined ? { name } : { of, name }), undefined);
    case "binding":
      return { name: names.get(node.id) };
    case "attribute":
      return { of: go(node.of), name: node.name };
    case "index":
      return { of: go(node.of), key: go(node.key) };
    case "splat":
      return { of: go(node.of), steps: node.path };
    case "call":
      return { call: node.name, args: node.args.map(go), expand: node.expand ?? false };
    case "binary":
      return operation(node.operator, go(node.left), go(node.right));
    case "unary":
      return signed(node.operator, go(node.operand));
    case "conditional":
      return { if: go(node.condition), yes: go(node.then), no: go(node.otherwise) };
    case "tuple":
      return { items: node.items.map(go) };
    case "object":
      return { entries: node.entries.map(({ key, value }) => [typeof key === "string" ? key : go(key), go(value)]) };
    case "for":
      return {
        for: [node.key === undefined ? undefined : names.get(node.key.id), names.get(node.value.id)],
        in: go(node.collection),
        key: maybe(node.resultKey),
        result: go(node.result),
        where: maybe(node.condition),
        group: node.group ?? false,
      };
    default:
      return node;
  }
}
