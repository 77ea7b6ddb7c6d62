/** HCL bodies in Terraform's JSON syntax: what a definition puts into a caller's CDKTF stack. */
import { type IResolveContext, isExpressionToken, readConditional, readOperator, Token } from "../../cdk";
import { attribute, type BlockItem, type Body, block } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { type BindingNames, printExpression } from "../../hcl/print-expression";
import { escapePart, escapeTemplate, normaliseText } from "../../hcl/text";
import { replaceCdktfTokens } from "../expr/expr";

type JsonBody = { [name: string]: unknown };

/** Meta-arguments whose values are addresses, by the kind of block. In the JSON syntax an address is a string without `${}`. */
const BY_ADDRESS = {
  element: new Set(["depends_on", "provider"]),
  lifecycle: new Set(["ignore_changes", "replace_triggered_by"]),
  trigger: new Set(["events", "actions", "on_failure"]),
  other: new Set<string>(),
};

/** The kind of block that a body belongs to: an argument of a provider may have the name of a meta-argument. */
type JsonLevel = keyof typeof BY_ADDRESS;

/** The body of a resource, data source or call as an object. A cdktf token that is a whole value stays a token, so that cdktf resolves it. */
export function bodyJson(body: Body): JsonBody {
  return levelJson(body, new Map(), "element");
}

function levelJson(body: Body, names: BindingNames, level: JsonLevel): JsonBody {
  const json: JsonBody = {};
  const inDynamic = new Set(
    body.flatMap((item) => (item.kind === "block" && item.type === "dynamic" ? (item.labels[0] ?? []) : [])),
  );
  for (const item of body) {
    if (item.kind === "attribute")
      json[item.name] = BY_ADDRESS[level].has(item.name) ? addressJson(item.value) : valueJson(item.value, names);
    if (item.kind === "block")
      addBlock(json, inDynamic.has(item.type) ? asDynamic(item) : item, { outer: names, level });
  }
  return json;
}

/**
 * One block as a `dynamic` block. In the JSON syntax the blocks of one type and its `dynamic` blocks are two lists, so that the
 * order between them would be lost.
 */
function asDynamic(item: BlockItem): BlockItem {
  const once: Expression = { kind: "tuple", items: [{ kind: "literal", value: 1 }] };
  // The name of the type might be the iterator of a block around this one.
  const iterator: Expression = { kind: "reference", address: "once" };
  return block(
    "dynamic",
    [item.type],
    [attribute("for_each", once), attribute("iterator", iterator), block("content", [], item.body)],
  );
}

interface BlockPlace {
  readonly outer: BindingNames;
  readonly level: JsonLevel;
}

function addBlock(json: JsonBody, item: BlockItem, { outer, level }: BlockPlace): void {
  const names = item.binds === undefined ? outer : new Map([...outer, [item.binds.id, item.binds.name]]);
  if (item.type === "lifecycle" && level === "element") {
    json.lifecycle = levelJson(item.body, names, "lifecycle");
    return;
  }
  if (item.type !== "dynamic") {
    const inner = item.type === "action_trigger" && level === "lifecycle" ? "trigger" : "other";
    json[item.type] = [...((json[item.type] ?? []) as unknown[]), levelJson(item.body, names, inner)];
    return;
  }
  const [label = ""] = item.labels;
  const dynamics: { [label: string]: unknown[] } = { ...(json.dynamic as { [label: string]: unknown[] } | undefined) };
  const parts: JsonBody = {};
  for (const part of item.body) {
    if (part.kind === "attribute")
      parts[part.name] = part.name === "iterator" ? printExpression(part.value) : valueJson(part.value, names);
    if (part.kind === "block") parts.content = [levelJson(part.body, names, "other")];
  }
  dynamics[label] = [...(dynamics[label] ?? []), parts];
  json.dynamic = dynamics;
}

function addressJson(node: Expression): unknown {
  return node.kind === "tuple" ? node.items.map((item) => printExpression(item)) : printExpression(node);
}

/** A value: literals as they are, text escaped, everything else as `${...}`. */
export function valueJson(node: Expression, names: BindingNames = new Map()): unknown {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? escapeTemplate(normaliseText(node.value)) : node.value;
    case "tuple":
      return node.items.map((item) => valueJson(item, names));
    case "object":
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [
          typeof key === "string" ? escapeTemplate(key) : String(valueJson(key, names)),
          valueJson(value, names),
        ]),
      );
    case "cdktf-token":
      return isWrittenWrongly(node.token) ? hole(node, names) : node.token;
    case "template":
      return node.parts
        .map((part, index) =>
          typeof part === "string" ? escapePart(part, index + 1 < node.parts.length) : hole(part, names),
        )
        .join("");
    default:
      return hole(node, names);
  }
}

/** cdktf loses an operand that is 0, "" or false. */
function isWrittenWrongly(token: unknown): boolean {
  return isExpressionToken(token) && (readOperator(token) ?? readConditional(token)) !== undefined;
}

/** An expression with tokens of cdktf is a token itself. cdktf resolves it twice, the first time only to find references. */
function hole(node: Expression, names: BindingNames): string {
  const print = (inner: Expression) => `\${${printExpression(inner, { names, indent: 0 })}}`;
  let containsToken = false;
  walkExpression(node, (part) => {
    containsToken ||= part.kind === "cdktf-token";
  });
  if (!containsToken) return print(node);
  return Token.asString({
    creationStack: [],
    resolve: ({ scope, preparing }: IResolveContext) => print(replaceCdktfTokens(node, scope, preparing)),
  });
}
