/** What a provider's class gives to cdktf, as an expression: there a text is a template of HCL, as in Terraform's JSON. */
import { decodeToken, splitTokens } from "../../cdk";
import { type Expression, mapChildren } from "../../hcl/expression";
import { readHclExpression, type Syntax } from "../../hcl/read";
import { toExpression } from "../../hcl/read/to-expression";
import { namesIn } from "../check/read-hcl-names";
import { templateNode } from "../expr/build";
import { Expr } from "../expr/expr";
import { rawOf } from "../expr/read-token";
import { keyToNode, toNode, toTypedNode } from "../expr/to-node";

/** The expression of a value in which texts are templates. */
export function plainNode(value: unknown): Expression {
  if (typeof value === "string") return textNode(value);
  if (typeof value !== "object" || value === null || value instanceof Expr || decodeToken(value) !== undefined)
    return toNode(value);
  if (Array.isArray(value)) return { kind: "tuple", items: value.map(plainNode) };
  if (Object.getPrototypeOf(value) !== Object.prototype) return toNode(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return { kind: "object", entries: entries.map(([key, item]) => ({ key: keyToNode(key), value: plainNode(item) })) };
}

function textNode(text: string): Expression {
  if (!/[$%]\{(?!TfToken\[)/.test(text)) return toNode(text);
  const tokens: Expression[] = [];
  const texts = new Set<Expression>();
  // A token may stand inside of `${...}`: `"${" + queue.fqn + ".arn}"`.
  const source = splitTokens(text).map((part) => {
    if (typeof part === "string") return part;
    const { node, type } = toTypedNode(part.token);
    if (type?.kind === "string" || node.kind === "cdktf-token") texts.add(node);
    tokens.push(node);
    return nameOfToken(tokens.length - 1);
  });
  const parts = readTemplate(source.join("")).flatMap((part): readonly (string | Expression)[] => {
    if (typeof part === "string") return withTokens(part, tokens);
    const node = fillTokens(part.hole, tokens);
    texts.add(node);
    return [node];
  });
  return templateNode(parts, (node) => texts.has(node));
}

/** A name that stands for a token while the text around it is read. */
const nameOfToken = (index: number) => `tfwrightToken${index}x`;
const TOKEN_NAME = /tfwrightToken(\d+)x/;

function withTokens(text: string, tokens: readonly Expression[]): readonly (string | Expression)[] {
  return text
    .split(TOKEN_NAME)
    .map((part, index) => (index % 2 === 0 ? part : (tokens[Number(part)] as Expression)))
    .filter((part) => part !== "");
}

/** The expression with the tokens in the place of their names. */
function fillTokens(source: string, tokens: readonly Expression[]): Expression {
  if (!TOKEN_NAME.test(source)) return rawOf(source);
  const fill = (node: Expression): Expression => {
    if (node.kind === "reference") return tokens[Number(TOKEN_NAME.exec(node.address)?.[1] ?? -1)] ?? node;
    if (node.kind === "literal" && typeof node.value === "string")
      return templateNode(withTokens(node.value, tokens), () => true);
    const filled = mapChildren(node, fill);
    if (filled.kind !== "template") return filled;
    return {
      ...filled,
      parts: filled.parts.flatMap((part) => (typeof part === "string" ? withTokens(part, tokens) : [part])),
    };
  };
  return fill(toExpression(readHclExpression(source) as Syntax));
}

const MARKER = /([$%])\1\{|\$\{/g;

/** The parts of a template. What is no expression in `${...}`, such as `${aws:username}`, stays text. */
function readTemplate(text: string): readonly (string | { readonly hole: string })[] {
  const parts: (string | { readonly hole: string })[] = [];
  let done = 0;
  for (const { index, 0: marker, 1: escaped } of text.matchAll(MARKER)) {
    if (index < done) continue;
    if (escaped !== undefined) {
      parts.push(text.slice(done, index), `${escaped}{`);
      done = index + marker.length;
      continue;
    }
    const inner = expressionAt(text, index + marker.length);
    if (inner === undefined) continue;
    parts.push(text.slice(done, index), { hole: inner.trim() });
    done = index + marker.length + inner.length + 1;
  }
  return [...parts, text.slice(done)].filter((part) => part !== "");
}

/** A text of a script may have many braces, and no expression. */
const MOST_BRACES = 8;

/** The expression that ends at the first brace that can end it. */
function expressionAt(text: string, start: number): string | undefined {
  let end = text.indexOf("}", start);
  for (let tried = 0; end !== -1 && tried < MOST_BRACES; tried++) {
    const inner = text.slice(start, end);
    const syntax = readHclExpression(inner);
    if ("kind" in syntax) return isReferring(syntax) ? inner : undefined;
    end = text.indexOf("}", end + 1);
  }
  return undefined;
}

/** Terraform has no reference of one name alone: `${HOME}` is of a shell. */
function isReferring(syntax: Syntax): boolean {
  const { references, functions } = namesIn(syntax);
  const isReference = (names: readonly string[]) => names.length > 1 || TOKEN_NAME.test(names[0] as string);
  return references.length + functions.length > 0 && references.every(isReference);
}
