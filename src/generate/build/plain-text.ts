/** What a provider's class gives to cdktf, as an expression: there a text is a template of HCL, as in Terraform's JSON. */
import { decodeToken, splitTokens } from "../../cdk";
import type { Expression } from "../../hcl/expression";
import { readHclExpression } from "../../hcl/read";
import { namesIn } from "../check/read-hcl-names";
import { templateNode } from "../expr/build";
import { Expr } from "../expr/expr";
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
  const texts = new Set<Expression>();
  const parts = splitTokens(text).flatMap((part): readonly (string | Expression)[] => {
    if (typeof part === "string") {
      const read = readTemplate(part);
      for (const one of read) if (typeof one !== "string") texts.add(one);
      return read;
    }
    const { node, type } = toTypedNode(part.token);
    if (type?.kind === "string" || node.kind === "cdktf-token") texts.add(node);
    return [node];
  });
  return templateNode(parts, (node) => texts.has(node));
}

const MARKER = /([$%])\1\{|\$\{/g;

/** The parts of a template. What is no expression in `${...}`, such as `${aws:username}`, stays text. */
function readTemplate(text: string): readonly (string | Expression)[] {
  const parts: (string | Expression)[] = [];
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
    parts.push(text.slice(done, index), { kind: "raw", text: inner.trim() });
    done = index + marker.length + inner.length + 1;
  }
  return [...parts, text.slice(done)].filter((part) => part !== "");
}

/** The expression that ends at the first brace that can end it. */
function expressionAt(text: string, start: number): string | undefined {
  for (let end = text.indexOf("}", start); end !== -1; end = text.indexOf("}", end + 1)) {
    const inner = text.slice(start, end);
    if (isExpression(inner)) return inner;
  }
  return undefined;
}

/** Terraform has no reference of one name alone: `${HOME}` is of a shell. */
function isExpression(text: string): boolean {
  const syntax = readHclExpression(text);
  if (!("kind" in syntax)) return false;
  const { references, functions } = namesIn(syntax);
  return references.length + functions.length > 0 && references.every((names) => names.length > 1);
}
