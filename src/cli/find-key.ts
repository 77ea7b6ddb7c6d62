/**
 * Finds a key of an object that a call was given, in the JavaScript that esbuild has written: `tests.plan.runs[1]` below
 * `defineModule(`. It reads object literals, arrays, arrow functions and constants; where it meets anything else, the last key
 * that it found is the answer.
 */

/** A key of an object, the name of an element, or the index of one. */
type Key = string | number;

interface CodeToken {
  readonly kind: "name" | "text" | "punctuation";
  readonly text: string;
  readonly start: number;
}

const SPACE_OR_COMMENT = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const NAME = /[\w$]+/y;
const TEXT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const PUNCTUATION = /=>|\.\.\.|[\s\S]/y;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

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
    const step = stepInto(constantOf(code, tokens), key);
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

/** The tokens from an opening bracket to its closing one, both included, and the offset behind them. */
function readGroup(code: string, start: number): { readonly tokens: readonly CodeToken[]; readonly end: number } {
  const tokens: CodeToken[] = [];
  let depth = 0;
  let at = start;
  while (at < code.length) {
    const token = readToken(code, at, tokens.at(-1));
    if (token === undefined) break;
    tokens.push(token);
    at = token.start + token.text.length;
    if (isOpening(token)) depth++;
    if (isClosing(token)) depth--;
    if (depth === 0) break;
  }
  return { tokens, end: at };
}

function readToken(code: string, offset: number, before: CodeToken | undefined): CodeToken | undefined {
  const start = offset + (matchAt(SPACE_OR_COMMENT, code, offset)?.length ?? 0);
  if (start >= code.length) return undefined;
  const name = matchAt(NAME, code, start);
  if (name !== undefined) return { kind: "name", text: name, start };
  const text = code[start] === "`" ? templateAt(code, start) : matchAt(TEXT, code, start);
  if (text !== undefined) return { kind: "text", text, start };
  // After a value, `/` divides.
  const isValue = before !== undefined && (before.kind !== "punctuation" || /[)\]}]/.test(before.text));
  const regex = isValue ? undefined : matchAt(REGEX, code, start);
  if (regex !== undefined) return { kind: "text", text: regex, start };
  return { kind: "punctuation", text: matchAt(PUNCTUATION, code, start) ?? "", start };
}

function matchAt(pattern: RegExp, code: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0];
}

function templateAt(code: string, start: number): string {
  let at = start + 1;
  while (at < code.length && code[at] !== "`") {
    if (code[at] === "\\") at += 2;
    else if (code.startsWith("${", at)) at = readGroup(code, at + 1).end;
    else at++;
  }
  return code.slice(start, at + 1);
}

const isOpening = ({ kind, text }: CodeToken) => kind === "punctuation" && text in CLOSING;
const isClosing = ({ kind, text }: CodeToken) => kind === "punctuation" && /^[)\]}]$/.test(text);
const isSign = (token: CodeToken | undefined, text: string) => token?.kind === "punctuation" && token.text === text;

/** A value that is the name of a constant is what the constant is given, if one alone has this name. */
function constantOf(code: string, tokens: readonly CodeToken[]): readonly CodeToken[] {
  const [only, more] = tokens;
  if (only?.kind !== "name" || more !== undefined) return tokens;
  const declared = [
    ...code.matchAll(new RegExp(`\\b(?:var|let|const) ${only.text.replaceAll("$", "\\$")} = (?=[[{])`, "g")),
  ];
  const [first] = declared;
  if (first === undefined || declared.length > 1) return tokens;
  return readGroup(code, first.index + first[0].length).tokens;
}

interface KeyStep {
  readonly start: number;
  readonly value: readonly CodeToken[];
}

function stepInto(tokens: readonly CodeToken[], key: Key): KeyStep | undefined {
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
    else if (open.at(-1) === true && open.filter(Boolean).length === 1 && textOf(token) === key) {
      const [before, after] = [tokens[index - 1], tokens[index + 1]];
      if (!isSign(before, "{") && !isSign(before, ",")) continue;
      if (isSign(after, ":")) return { start: token.start, value: valueFrom(tokens, index + 2) };
      if (isSign(after, ",") || isSign(after, "}")) return { start: token.start, value: [token] };
    }
  }
  return undefined;
}

/** The tokens up to the comma or the bracket that ends a value. */
function valueFrom(tokens: readonly CodeToken[], from: number): readonly CodeToken[] {
  let depth = 0;
  const end = tokens.findIndex((token, index) => {
    if (index < from) return false;
    if (depth === 0 && (isSign(token, ",") || isClosing(token))) return true;
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
