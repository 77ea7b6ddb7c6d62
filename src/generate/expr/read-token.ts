/**
 * Converts a cdktf token to an expression: the HCL that cdktf itself would write for it.
 *
 * Texts mean two things there. What a token gives as its value is plain text, with tokens in it. Arguments of a function
 * are HCL already: cdktf puts quotes around them where they have none, and leaves backslashes to their author.
 */
import {
  type Construct,
  decodeToken,
  type IResolvable,
  isExpressionToken,
  produceValue,
  readCall,
  readConditional,
  readOperator,
  resolveInside,
  splitTokens,
} from "../../cdk";
import type { BinaryOperator, Expression, Unary } from "../../hcl/expression";
import { readHclExpression } from "../../hcl/read";
import { toExpression } from "../../hcl/read/to-expression";
import { literalNode, templateNode } from "./build";

interface TokenReader {
  readonly scope: Construct;
  /** Whether cdktf asks only to learn which values of other stacks are used. */
  readonly preparing: boolean;
  /** The expression of what is not cdktf's but ours. */
  readonly own: (value: unknown) => Expression | undefined;
}

export function readToken(token: unknown, reader: TokenReader): Expression {
  const own = reader.own(token);
  if (own !== undefined) return own;
  if (!isExpressionToken(token)) {
    return readValue(produceValue(reader.scope, token as IResolvable, reader.preparing), reader, readPlainText);
  }
  const readArgument = (value: unknown) => readValue(value, reader, readArgumentText);
  const call = readCall(token);
  if (call !== undefined) {
    return { kind: "call", name: call.name, args: call.args.map(readArgument) };
  }
  const operator = readOperator(token);
  if (operator !== undefined) {
    const left = readArgument(operator.left);
    return operator.right === undefined
      ? { kind: "unary", operator: operator.operator as Unary["operator"], operand: left }
      : { kind: "binary", operator: operator.operator as BinaryOperator, left, right: readArgument(operator.right) };
  }
  const parts = readConditional(token)?.map(readArgument);
  if (parts !== undefined) {
    const [condition, yes, no] = parts as [Expression, Expression, Expression];
    // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
    return { kind: "conditional", condition, then: yes, otherwise: no };
  }
  return readSource(String(resolveInside(reader.scope, token, reader.preparing)));
}

type ReadText = (text: string, reader: TokenReader) => Expression;

function readValue(value: unknown, reader: TokenReader, readText: ReadText): Expression {
  const own = reader.own(value);
  if (own !== undefined) return own;
  if (typeof value === "string") return readText(value, reader);
  const token = decodeToken(value);
  if (token !== undefined) return readToken(token, reader);
  if (Array.isArray(value)) return { kind: "tuple", items: value.map((item) => readValue(item, reader, readText)) };
  if (typeof value !== "object" || value === null) return literalNode((value ?? null) as number | boolean | null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => {
      const name = readText(key, reader);
      return { key: isText(name) ? name.value : name, value: readValue(item, reader, readText) };
    });
  return { kind: "object", entries };
}

/** A reference to what is to be resolved later may come as `${...}`: then it is that, and no text. */
function readPlainText(text: string, reader: TokenReader): Expression {
  const whole = /^\$\{(?!TfToken\[)([\s\S]*)\}$/.exec(text)?.[1];
  if (whole !== undefined && isHcl(whole)) return rawOf(whole);
  return readParts(text, reader, (part) => part);
}

/** `"a-${token}"`, which may have its quotes already. */
function readArgumentText(text: string, reader: TokenReader): Expression {
  const inner = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return readParts(inner, reader, readEscapes);
}

function readParts(text: string, reader: TokenReader, read: (part: string) => string | Expression): Expression {
  const parts = splitTokens(text).map((part) =>
    typeof part === "string" ? read(part) : readToken(part.token, reader),
  );
  // A token that is the whole text keeps its type.
  return templateNode(parts, () => true);
}

/** What the inside of a quoted text means. What HCL could not read is a text that lacks the escapes. */
function readEscapes(source: string): string | Expression {
  const quoted = source.replace(/\n/g, "\\n").replace(/\$\{/g, "$$$${");
  if (!isHcl(`"${quoted}"`)) return source;
  const read = readSource(`"${quoted}"`);
  return isText(read) ? read.value : read;
}

/** Parses HCL as cdktf writes it. A quoted text without templates becomes a literal, so that texts can be joined. */
function readSource(text: string): Expression {
  if (/^[\w.[\]*-]+$/.test(text)) return { kind: "raw", text };
  const syntax = readHclExpression(text);
  if ("kind" in syntax && syntax.kind === "literal" && text.startsWith('"')) return literalNode(syntax.value);
  return rawOf(text);
}

/** HCL that cdktf wrote, `{for key, val in x: key => val}` and `{"a" = 1}`: it is laid out as our own. */
export function rawOf(text: string): Expression {
  const syntax = readHclExpression(text);
  return "kind" in syntax ? { kind: "raw", text, read: toExpression(syntax) } : { kind: "raw", text };
}

function isHcl(text: string): boolean {
  return "kind" in readHclExpression(text);
}

function isText(node: Expression): node is Expression & { readonly kind: "literal"; readonly value: string } {
  return node.kind === "literal" && typeof node.value === "string";
}
