/**
 * Finds a key of an object that a call was given, in the JavaScript that esbuild has written: `tests.plan.runs[1]` below
 * `defineModule(`. It reads object literals, arrays, functions, what these return, and constants; where it meets anything else,
 * the last key that it found is the answer.
 */

import { camelCase } from "../../provider-types/type-names";
import { type CodeToken, isClosing, isOpening, isSign, readGroup, readToken } from "./code-tokens";

/** A key of an object, the name of an element, or the index of one. */
type Key = string | number;

/**
 * The offset of the innermost key that is there, or undefined if not even the first one is.
 *
 * @param start offset of the call, as a stack trace gives it
 * @param keys from the outside in; a text is also the `name` of an element of an array
 */
export function findKey(code: string, start: number, keys: readonly Key[]): number | undefined {
  let tokens = argumentsAt(code, start);
  let found: number | undefined;
  for (const key of keys) {
    const step = stepInto(code, constantOf(code, tokens), key);
    // An index of what is written in another way, such as a call, says nothing about where the element is.
    if (step === undefined && typeof key === "number") continue;
    if (step === undefined) return found;
    found = step.start;
    tokens = step.value;
  }
  return found;
}

/** The tokens between the brackets of a call. esbuild writes `(0, import_tfwright.resource)(scope, ...)`. */
function argumentsAt(code: string, start: number): readonly CodeToken[] {
  const open = code.indexOf("(", start);
  if (open === -1) return [];
  const first = readGroup(code, open);
  const isCallee = first.end < code.length && code[first.end] === "(";
  return (isCallee ? readGroup(code, first.end) : first).tokens.slice(1, -1);
}

/** A value that is the name of a constant or of a function is what the name stands for, if one declaration alone has it. */
function constantOf(code: string, tokens: readonly CodeToken[]): readonly CodeToken[] {
  const [only, more] = tokens;
  if (only?.kind !== "name" || more !== undefined) return tokens;
  const name = only.text.replaceAll("$", "\\$");
  const declared = [
    ...code.matchAll(
      new RegExp(`\\b(?:(?:var|let|const) ${name} = (?=[[{(]|async\\b|function\\b)|(?=function ${name}\\())`, "g"),
    ),
  ];
  const [first] = declared;
  if (first === undefined || declared.length > 1) return tokens;
  const start = first.index + first[0].length;
  if (/[[{]/.test(code[start] ?? "")) return readGroup(code, start).tokens;
  return readFunction(code, start) ?? tokens;
}

/** The tokens of a function with its body; undefined where something else begins. */
function readFunction(code: string, start: number): readonly CodeToken[] | undefined {
  const tokens: CodeToken[] = [];
  let at = start;
  for (;;) {
    const token = readToken(code, at, tokens.at(-1));
    if (token === undefined || isSign(token, ";")) return undefined;
    const group = isOpening(token)
      ? readGroup(code, token.start)
      : { tokens: [token], end: token.start + token.text.length };
    tokens.push(...group.tokens);
    at = group.end;
    const body = bodyOf(tokens);
    if (body !== undefined && body < tokens.length) return tokens;
  }
}

interface KeyStep {
  readonly start: number;
  readonly value: readonly CodeToken[];
}

function stepInto(code: string, tokens: readonly CodeToken[], key: Key): KeyStep | undefined {
  const returned = returnedBy(tokens);
  if (returned !== undefined) {
    for (const value of returned) {
      const step = stepInto(code, constantOf(code, value), key);
      if (step !== undefined) return step;
    }
    return undefined;
  }
  if (typeof key === "string" && !isSign(tokens[0], "[")) return keyIn(tokens, key);
  const elements = elementsOf(tokens);
  const isUncertain = elements.some(([first]) => isSign(first, "..."));
  const element =
    typeof key === "string"
      ? elements.find((one) => textOf(keyIn(one, "name")?.value[0]) === key)
      : isUncertain
        ? undefined
        : elements[key];
  return element?.[0] && { start: element[0].start, value: element };
}

/** What a function returns, in the order in which it is written; undefined if the value is no function. */
function returnedBy(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] | undefined {
  const body = bodyOf(tokens);
  if (body === undefined) return undefined;
  if (!isSign(tokens[body], "{")) return [withoutBrackets(tokens.slice(body))];
  const found: (readonly CodeToken[])[] = [];
  /** For each bracket that is open whether a `return` inside of it is one of this function. */
  const open: boolean[] = [];
  for (let index = body; index < tokens.length; index++) {
    const token = tokens[index] as CodeToken;
    if (isOpening(token)) open.push(token.text === "{" && !isSign(tokens[index - 1], "=>"));
    else if (isClosing(token)) open.pop();
    else if (token.text === "return" && open.slice(1).every(Boolean))
      found.push(withoutBrackets(valueFrom(tokens, index + 1)));
  }
  return found;
}

/** The index at which the body of a function begins: `(a) => {`, `(a) => (`, `function (a) {`, or `(a) {` of a method. */
function bodyOf(tokens: readonly CodeToken[]): number | undefined {
  const start = tokens.findIndex(({ text }) => text !== "async" && text !== "function");
  const isNamed = tokens[start]?.kind === "name" && isSign(tokens[start + 1], "(") && start > 0;
  const parameters = isNamed ? start + 1 : start;
  if (!isSign(tokens[parameters], "(")) return undefined;
  let depth = 0;
  const end = tokens.findIndex((token, index) => {
    if (index < parameters) return false;
    depth += isOpening(token) ? 1 : isClosing(token) ? -1 : 0;
    return depth === 0;
  });
  if (end === -1) return undefined;
  if (isSign(tokens[end + 1], "=>")) return end + 2;
  return isSign(tokens[end + 1], "{") ? end + 1 : undefined;
}

/** `({ a: 1 })` without the brackets around it. */
function withoutBrackets(tokens: readonly CodeToken[]): readonly CodeToken[] {
  return isSign(tokens[0], "(") && isSign(tokens.at(-1), ")") && isSign(tokens[1], "{") ? tokens.slice(1, -1) : tokens;
}

/** The elements of an array, and what a call such as `blockList` is given. */
function elementsOf(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const open = tokens.findIndex((token) => isOpening(token));
  const isArray = isSign(tokens[0], "[");
  const isList = tokens.slice(0, open + 1).some(({ text }) => /(?:^|\.)blockList$/.test(text));
  const start = isArray
    ? 0
    : isList
      ? tokens.findIndex((token, at) => isSign(token, "(") && isSign(tokens[at - 1], ")"))
      : -1;
  if (start === -1) return [];
  const elements: CodeToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (isClosing(token) && --depth === 0) break;
    if (depth === 1 && isSign(token, ",")) elements.push([]);
    else if (depth > 0) elements.at(-1)?.push(token);
    if (isOpening(token)) depth++;
  }
  return elements;
}

/** A key of an object that stands directly in a value, also in what a function there returns. */
function keyIn(tokens: readonly CodeToken[], key: string): KeyStep | undefined {
  /** For each bracket that is open whether it is that of an object. */
  const open: boolean[] = [];
  for (const [index, token] of tokens.entries()) {
    if (isOpening(token)) open.push(token.text === "{" && !isSign(tokens[index - 1], "=>"));
    else if (isClosing(token)) open.pop();
    else if (open.at(-1) === true && open.filter(Boolean).length === 1 && isKey(token, key)) {
      const [before, after] = [tokens[tokens[index - 1]?.text === "async" ? index - 2 : index - 1], tokens[index + 1]];
      if (!isSign(before, "{") && !isSign(before, ",")) continue;
      // A method: the value begins with its parameters.
      if (isSign(after, "(")) return { start: token.start, value: valueFrom(tokens, index + 1) };
      if (isSign(after, ":")) return { start: token.start, value: valueFrom(tokens, index + 2) };
      if (isSign(after, ",") || isSign(after, "}")) return { start: token.start, value: [token] };
    }
  }
  return undefined;
}

/** Whether a token is this key: in Terraform's words too, `password_wo` of `passwordWo`. */
function isKey(token: CodeToken, key: string): boolean {
  const text = textOf(token);
  return text === key || (text !== undefined && key.includes("_") && text === camelCase(key));
}

/** The tokens up to the comma, the semicolon or the bracket that ends a value. */
function valueFrom(tokens: readonly CodeToken[], from: number): readonly CodeToken[] {
  let depth = 0;
  const end = tokens.findIndex((token, index) => {
    if (index < from) return false;
    if (depth === 0 && (isSign(token, ",") || isSign(token, ";") || isClosing(token))) return true;
    depth += isOpening(token) ? 1 : isClosing(token) ? -1 : 0;
    return false;
  });
  return tokens.slice(from, end === -1 ? undefined : end);
}

/** A name, or what stands in quotes. */
function textOf(token: CodeToken | undefined): string | undefined {
  if (token === undefined || token.kind === "punctuation") return undefined;
  return token.kind === "name" ? token.text : /^["'`]([\s\S]*)["'`]$/.exec(token.text)?.[1];
}
