/** Lays out calls and objects of TypeScript as formatters do: on one line where they fit. */

/** Width of a line. */
const WIDTH = 120;

/** A text, a call of a function, or something in brackets. */
export type Code = string | CallCode | BracketCode;

/** `name(args)` */
interface CallCode {
  readonly call: string;
  readonly args: readonly Code[];
}

/** An object, a list, or the names of an import. */
interface BracketCode {
  readonly open: "{" | "[";
  readonly items: readonly CodeItem[];
}

/** One item between brackets. */
export interface CodeItem {
  /** Lines of a comment above it. */
  readonly comment?: readonly string[];
  /** `name: `, or empty in a list. */
  readonly key: string;
  readonly value: Code;
}

/** Makes a call. */
export function callCode(call: string, ...args: readonly (Code | undefined)[]): Code {
  return { call, args: args.filter((arg) => arg !== undefined) };
}

/** Makes an object of its entries. */
export function objectCode(items: readonly CodeItem[]): Code {
  return { open: "{", items };
}

/** What is around a code on its lines. */
interface LinePlace {
  /** How much of the line is taken before it. */
  readonly before: number;
  /** How much follows on its last line. */
  readonly after: number;
  /** Of the line on which it begins. */
  readonly indent: number;
}

/** The text of a code. */
export function printCode(code: Code, place: LinePlace): string {
  if (typeof code === "string") return code;
  return flatText(code, WIDTH - place.before - place.after) ?? multilineText(code, place);
}

/** On several lines. */
function multilineText(code: Exclude<Code, string>, place: LinePlace): string {
  if ("call" in code) return multilineCall(code, place);
  const { indent } = place;
  const pad = " ".repeat(indent + 2);
  const lines = code.items.map(({ comment = [], key, value }) => {
    const text = printCode(value, { before: indent + 2 + key.length, after: 1, indent: indent + 2 });
    return [...comment.map((line) => `${pad}${line}`), `${pad}${key}${text},`].join("\n");
  });
  return `${code.open}\n${lines.join("\n")}\n${" ".repeat(indent)}${code.open === "{" ? "}" : "]"}`;
}

function multilineCall({ call, args }: CallCode, place: LinePlace): string {
  const last = args[args.length - 1];
  const before = args.slice(0, -1);
  // An object at the end stays beside the bracket of the call, where what is before it is short.
  if (last !== undefined && typeof last !== "string" && !("call" in last) && before.every(isText)) {
    const start = `${call}(${before.map((arg) => `${arg}, `).join("")}`;
    if (place.before + start.length + 1 <= WIDTH) return `${start}${multilineText(last, place)})`;
  }
  const indent = place.indent + 2;
  const pad = " ".repeat(indent);
  const lines = args.map((arg) => `${pad}${printCode(arg, { before: indent, after: 1, indent })},`);
  return `${call}(\n${lines.join("\n")}\n${" ".repeat(place.indent)})`;
}

function isText(code: Code): code is string {
  return typeof code === "string";
}

/** On one line; undefined where it is longer than `limit`, or a comment needs lines of its own. */
function flatText(code: Code, limit: number): string | undefined {
  if (typeof code === "string") return code.length <= limit ? code : undefined;
  const [open, close] = "call" in code ? [`${code.call}(`, ")"] : code.open === "[" ? ["[", "]"] : ["{ ", " }"];
  const items = "call" in code ? code.args.map((value): CodeItem => ({ key: "", value })) : code.items;
  if (items.length === 0) {
    const empty = `${open}${close}`.replaceAll(" ", "");
    return empty.length <= limit ? empty : undefined;
  }
  let text = open;
  for (const [index, { comment, key, value }] of items.entries()) {
    text += index === 0 ? key : `, ${key}`;
    const inner = comment === undefined ? flatText(value, limit - text.length - close.length) : undefined;
    if (inner === undefined) return undefined;
    text += inner;
  }
  return `${text}${close}`;
}
