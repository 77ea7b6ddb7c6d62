/** The tokens of JavaScript as esbuild writes it: names, texts and punctuation. */

/** A token, with its offset in the code. */
export interface CodeToken {
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

/** The tokens from an opening bracket to its closing one, both included, and the offset behind them. */
export function readGroup(
  code: string,
  start: number,
): { readonly tokens: readonly CodeToken[]; readonly end: number } {
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

/** The next token at or behind an offset. @param before decides whether `/` divides or begins a regular expression */
export function readToken(code: string, offset: number, before: CodeToken | undefined): CodeToken | undefined {
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

/** Whether a token is `(`, `[` or `{`. */
export const isOpening = ({ kind, text }: CodeToken) => kind === "punctuation" && text in CLOSING;
/** Whether a token is `)`, `]` or `}`. */
export const isClosing = ({ kind, text }: CodeToken) => kind === "punctuation" && /^[)\]}]$/.test(text);
/** Whether a token is this punctuation. */
export const isSign = (token: CodeToken | undefined, text: string) =>
  token?.kind === "punctuation" && token.text === text;
