/** The helpers that templates may use, as data: the checker reads what they take, handlebars runs them. */
import { alignPairs } from "../hcl/align";
import { printExpression } from "../hcl/print-expression";
import { normaliseText, quote } from "../hcl/text";
import { DEFAULT_LOCALE, isLocale, type Locale } from "../text/locale";
import { codeSpan, escapeCell, escapeMarkdown, fenceBlock, listItem, passMarkdown } from "./escape-markdown";
import { indentText } from "./indent-text";
import { fillMessage } from "./messages/message-text";
import type { TextKind } from "./schema";

/**
 * What a parameter takes. `field` is the name, in quotes, of a field of the first argument that holds HCL; `message` is the name,
 * in quotes, of a fixed text, whose placeholders are the named arguments.
 */
export type ParameterKind = "text" | "number" | "object" | "field" | "message" | "any";

export interface Helper {
  readonly parameters: readonly ParameterKind[];
  /** Any number of further arguments of this kind. @default none */
  readonly rest?: ParameterKind;
  /** Named arguments; each may be left out. @default none */
  readonly hash?: { readonly [name: string]: ParameterKind };
  readonly returns: TextKind | "bool";
  /** @param root the context of the template */
  run(args: readonly unknown[], hash: { readonly [name: string]: unknown }, root: unknown): unknown;
}

const helper = (definition: Helper): Helper => definition;

/** A helper from text to text. */
const onText = (returns: TextKind, change: (text: string) => string): Helper => ({
  parameters: ["text"],
  returns,
  run: ([text]) => change(asText(text)),
});

/** All helpers of ours, by name. */
export const HELPERS: { readonly [name: string]: Helper } = {
  string: onText("hcl", quote),
  literal: onText("hcl", (text) => printExpression({ kind: "literal", value: text })),
  comment: onText("hcl", printComment),
  md: onText("markdown", escapeMarkdown),
  markdown: onText("markdown", passMarkdown),
  cell: onText("markdown", escapeCell),
  code: onText("markdown", codeSpan),
  item: onText("markdown", listItem),
  fence: helper({
    parameters: ["text", "text"],
    returns: "markdown",
    run: ([code, language]) => fenceBlock(asText(code), asText(language)),
  }),
  indent: helper({
    parameters: ["text", "number"],
    returns: "hcl",
    run: ([text, spaces]) => indentText(asText(text), asCount(spaces)),
  }),
  attributes: helper({
    parameters: ["object"],
    rest: "field",
    hash: { indent: "number" },
    returns: "hcl",
    run: ([fields, ...names], { indent }) =>
      printAttributes(fields as FieldValues, names as string[], asCount(indent ?? 0)),
  }),
  t: helper({
    parameters: ["message"],
    returns: "markdown",
    run: ([name], values, root) => fillMessage(localeOf(root), asText(name), values),
  }),
  eq: helper({ parameters: ["any", "any"], returns: "bool", run: ([left, right]) => left === right }),
  not: helper({ parameters: ["any"], returns: "bool", run: ([value]) => !isFilled(value) }),
  and: helper({ parameters: ["any", "any"], rest: "any", returns: "bool", run: (values) => values.every(isFilled) }),
  or: helper({ parameters: ["any", "any"], rest: "any", returns: "bool", run: (values) => values.some(isFilled) }),
};

/** Handlebars' own helpers that stay; all of them open a block. */
export const BLOCK_HELPERS = ["if", "unless", "each", "with"] as const;

type FieldValues = { readonly [name: string]: unknown };

function printAttributes(fields: FieldValues, names: readonly string[], indent: number): string {
  const pairs = names.flatMap((name) => {
    const value = fields[name];
    return value === null || value === undefined ? [] : [{ key: name, value: String(value) }];
  });
  return indentText(alignPairs(pairs).join("\n"), indent);
}

function printComment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a comment
  const clean = normaliseText(text).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, " ");
  const lines = clean.trim().split(/[\n\u2028\u2029]/);
  return lines.map((line) => (line.trim() === "" ? "#" : `# ${line.trimEnd()}`)).join("\n");
}

/** Each context of a template has the language of the texts. */
function localeOf(root: unknown): Locale {
  const { locale } = root as { readonly locale?: unknown };
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

function asText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function asCount(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 80) {
    throw new Error(`the indentation must be a whole number from 0 to 80, but was ${String(value)}`);
  }
  return value;
}

/** Whether `{{#if}}` treats a value as true. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
