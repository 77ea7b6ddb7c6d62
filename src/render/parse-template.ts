/** Parses a template, and reports where it is wrong. */
import type Handlebars from "handlebars";
import { fail } from "../errors";

/** Partials, which are parsed when they are asked for. */
export interface ParsedPartials {
  /** The names of all partials, sorted. */
  readonly names: readonly string[];
  /** Undefined if the partial could not be parsed. */
  get(name: string): hbs.AST.Program | undefined;
}

/** @throws TfwrightError with the line of the mistake */
export function parseTemplate(text: string, file: string, environment: typeof Handlebars): hbs.AST.Program {
  try {
    return environment.parse(text);
  } catch (error) {
    const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
    const line = lineNumber ?? /on line (\d+)/.exec(message)?.[1] ?? 1;
    const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column + 1}`;
    return fail({ code: "template-syntax", path: place, message: describeSyntaxError(message), cause: error });
  }
}

/** Handlebars draws the place over three lines, which it has named already. */
function describeSyntaxError(message: string): string {
  const lines = message.split("\n");
  const last = lines[lines.length - 1] ?? "";
  const got = /got '([^']*)'/.exec(last)?.[1];
  const near = lines.length > 2 ? ` near \`${(lines[1] ?? "").trim()}\`` : "";
  if (got === "EOF") return `the template ends inside a block or a tag${near}`;
  if (lines.length > 1) return `handlebars cannot read the template${near}`;
  return `handlebars cannot read the template: ${message.replace(/ - \d+:\d+$/, "")}`;
}
