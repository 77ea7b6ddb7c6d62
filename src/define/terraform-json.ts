/** HCL bodies in Terraform's JSON syntax: what a definition puts into a caller's CDKTF stack. */
import type { Construct } from "../cdk";
import { resolveForeign } from "../expr/expr";
import type { BlockItem, Body } from "../hcl/document";
import type { Expression } from "../hcl/expression";
import { type Names, printExpression } from "../hcl/print-expression";
import { escapeTemplate, normaliseText } from "../hcl/text";

type JsonBody = { [name: string]: unknown };

/** Meta-arguments, by the block that they stand in, that are addresses: JSON has text in their place. */
const BY_ADDRESS = {
  element: new Set(["depends_on", "provider"]),
  lifecycle: new Set(["ignore_changes", "replace_triggered_by"]),
  other: new Set<string>(),
};

/** Where a body stands: arguments of a provider may be called as meta-arguments are. */
type Level = keyof typeof BY_ADDRESS;

/** The body of a resource, data source or call as an object. Tokens of cdktf that stand alone stay tokens, for cdktf to resolve. */
export function bodyJson(body: Body, scope: Construct): JsonBody {
  return levelJson(body, scope, new Map(), "element");
}

function levelJson(body: Body, scope: Construct, names: Names, level: Level): JsonBody {
  const json: JsonBody = {};
  for (const item of body) {
    if (item.kind === "attribute")
      json[item.name] = BY_ADDRESS[level].has(item.name)
        ? addressJson(item.value)
        : valueJson(item.value, scope, names);
    if (item.kind === "block") addBlock(json, item, scope, names, level);
  }
  return json;
}

function addBlock(json: JsonBody, item: BlockItem, scope: Construct, outer: Names, level: Level): void {
  const names = item.binds === undefined ? outer : new Map([...outer, [item.binds.id, item.binds.name]]);
  if (item.type === "lifecycle" && level === "element") {
    json.lifecycle = levelJson(item.body, scope, names, "lifecycle");
    return;
  }
  if (item.type !== "dynamic") {
    json[item.type] = [...((json[item.type] ?? []) as unknown[]), levelJson(item.body, scope, names, "other")];
    return;
  }
  const [label = ""] = item.labels;
  const dynamics: { [label: string]: unknown[] } = { ...(json.dynamic as { [label: string]: unknown[] } | undefined) };
  const parts: JsonBody = {};
  for (const part of item.body) {
    if (part.kind === "attribute")
      parts[part.name] = part.name === "iterator" ? printExpression(part.value) : valueJson(part.value, scope, names);
    if (part.kind === "block") parts.content = [levelJson(part.body, scope, names, "other")];
  }
  dynamics[label] = [...(dynamics[label] ?? []), parts];
  json.dynamic = dynamics;
}

function addressJson(node: Expression): unknown {
  return node.kind === "tuple" ? node.items.map((item) => printExpression(item)) : printExpression(node);
}

/** A value: literals as they are, text escaped, everything else as `${...}`. */
export function valueJson(node: Expression, scope: Construct, names: Names = new Map()): unknown {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? escapeTemplate(normaliseText(node.value)) : node.value;
    case "tuple":
      return node.items.map((item) => valueJson(item, scope, names));
    case "object":
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [
          typeof key === "string" ? escapeTemplate(key) : String(valueJson(key, scope, names)),
          valueJson(value, scope, names),
        ]),
      );
    case "foreign":
      return node.token;
    case "template":
      return node.parts
        .map((part, index) =>
          typeof part === "string" ? escapeBefore(part, index + 1 < node.parts.length) : hole(part, scope, names),
        )
        .join("");
    default:
      return hole(node, scope, names);
  }
}

/** A literal `$` or `%` before a hole must not become `$${`. */
function escapeBefore(text: string, isBeforeHole: boolean): string {
  const escaped = escapeTemplate(normaliseText(text));
  return isBeforeHole ? escaped.replace(/[$%]$/, (sign) => `\${"${sign}"}`) : escaped;
}

function hole(node: Expression, scope: Construct, names: Names): string {
  return `\${${printExpression(resolveForeign(node, scope), { names, indent: 0 })}}`;
}
