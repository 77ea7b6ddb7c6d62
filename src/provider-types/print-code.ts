/** Lays out nested calls and objects of TypeScript, on one line where they fit, as a formatter leaves them. */

/** Width of a line. */
const WIDTH = 120;

/** A text, or something in brackets: `open`, the items, `close`. */
export type Code = string | Bracketed;

interface Bracketed {
  /** Ends in a bracket: `optional(nestedBlock({`. */
  readonly open: string;
  readonly items: readonly CodeItem[];
  /** Begins with a bracket: `}))`. */
  readonly close: string;
}

/** One item between brackets. */
export interface CodeItem {
  /** Lines of a comment above it. */
  readonly comment?: readonly string[];
  /** `name: `, or empty in a list. */
  readonly key: string;
  readonly value: Code;
}

/** Puts `open` and `close` around a layout. */
export function around(open: string, inner: Code, close: string): Code {
  if (typeof inner === "string") return `${open}${inner}${close}`;
  return { ...inner, open: `${open}${inner.open}`, close: `${inner.close}${close}` };
}

/**
 * The text of a layout.
 *
 * @param before how much of the line is taken before it
 * @param indent of the line on which it begins
 */
export function printCode(layout: Code, before: number, indent = 0): string {
  if (typeof layout === "string") return layout;
  const flat = flatText(layout);
  // One character for the comma or semicolon after it.
  if (flat !== undefined && before + flat.length + 1 <= WIDTH) return flat;
  const pad = " ".repeat(indent + 2);
  const lines = layout.items.map(({ comment = [], key, value }) => {
    const text = printCode(value, indent + 2 + key.length, indent + 2);
    return [...comment.map((line) => `${pad}${line}`), `${pad}${key}${text},`].join("\n");
  });
  return `${layout.open}\n${lines.join("\n")}\n${" ".repeat(indent)}${layout.close}`;
}

/** On one line; undefined where a comment needs lines of its own. */
function flatText(layout: Code): string | undefined {
  if (typeof layout === "string") return layout;
  const parts: string[] = [];
  for (const { comment, key, value } of layout.items) {
    const text = comment === undefined ? flatText(value) : undefined;
    if (text === undefined) return undefined;
    parts.push(`${key}${text}`);
  }
  if (parts.length === 0) return `${layout.open}${layout.close}`;
  const space = layout.open.endsWith("{") ? " " : "";
  return `${layout.open}${space}${parts.join(", ")}${space}${layout.close}`;
}
