/**
 * Writes a long text of JSON in lines, such as the `definition` of a state machine: as a heredoc, whose line breaks a call of `replace`
 * removes. So Terraform still sees the same text, byte for byte; `jsonencode` would sort the keys.
 */

import type { Syntax } from "../hcl/read";
import type { TemplatePart } from "../hcl/read/syntax";
import { readJson } from "../json/read-json";
import { hasOneLine } from "./convert-document";
import { markHoles } from "./json-template";

/** A text of at most this length stays in one line. */
const LONGEST_TEXT = 80;

/** A list or an object of at most this length stays in one line, unless it contains an object. */
const LONGEST_LINE = 60;

/** What `replace` takes out: a line break and the indentation behind it. */
const BREAKS = "/\n\\s*/";

/** The same with the comma in front, where a space followed each comma, as Python writes JSON. */
const BREAKS_AFTER_COMMA = "/,\n\\s*/";

/** What `markHoles` writes for a hole: its index. */
const MARK = /\uE000(\d+)\uE001/;

/** Nodes that are made here have no place in a text. */
const AT = { start: 0, end: 0 } as const;

/** Arguments that AWS reads as JSON, so that the text is JSON whatever its values are. */
const JSON_ARGUMENTS: ReadonlySet<string> = new Set([
  "aws_api_gateway_rest_api.body",
  "aws_apigatewayv2_api.body",
  "aws_cloudwatch_event_target.input",
  "aws_lambda_invocation.input",
  "aws_scheduler_schedule.target.input",
  "aws_sfn_state_machine.definition",
]);

/**
 * Whether the text of an argument is JSON.
 *
 * @param path `resource.aws_sfn_state_machine.orders.definition`
 */
export function holdsJson(path: string): boolean {
  const [, type, name] = /^resource\.([^.]+)\.[^.]+\.(.+)$/.exec(path.replace(/\[\d+\]/g, "")) ?? [];
  return JSON_ARGUMENTS.has(`${type}.${name}`);
}

/**
 * A call that gives the text of a template, with its JSON in lines.
 *
 * @param isJson whether it is known that the text is JSON once its values are
 * @returns undefined if the text is short, no JSON, or in lines already, or if a value may contain a line break
 */
export function linesOf(template: Syntax, { isJson }: { readonly isJson: boolean }): Syntax | undefined {
  const marked = markHoles(template);
  if (marked === undefined || !/^[[{]/.test(marked.text) || marked.text.length <= LONGEST_TEXT) return undefined;
  const tokens = tokensOf(marked.text, (index) => {
    const hole = marked.holes[index];
    return hole?.kind === "call" && hole.name === "jsonencode";
  });
  if (tokens === undefined || (!isJson && !marked.holes.every(hasOneLine))) return undefined;
  const layout = new JsonLines(tokens).layOut();
  if (layout === undefined) return undefined;
  const text = templateOf(`${layout.text}\n`, marked.holes);
  const joined = layout.hasSpaces ? callReplace(text, BREAKS_AFTER_COMMA, ", ") : text;
  return callReplace(joined, BREAKS, "");
}

/** The template without the calls of `replace` and the line breaks that they remove; anything else as it is. */
export function withoutLines(written: Syntax): Syntax {
  const outer = replacedIn(written, BREAKS, "");
  if (outer === undefined) return written;
  const inner = replacedIn(outer, BREAKS_AFTER_COMMA, ", ");
  return joinLines(inner ?? outer, inner === undefined ? "" : " ") ?? written;
}

function callReplace(of: Syntax, what: string, by: string): Syntax {
  const text = (value: string): Syntax => ({ kind: "literal", value, ...AT });
  return { kind: "call", name: "replace", args: [of, text(what), text(by)], expand: false, ...AT };
}

function replacedIn(node: Syntax, what: string, by: string): Syntax | undefined {
  if (node.kind !== "call" || node.name !== "replace" || node.args.length !== 3) return undefined;
  const [of, first, second] = node.args;
  const isMeant =
    first?.kind === "literal" && first.value === what && second?.kind === "literal" && second.value === by;
  return isMeant ? of : undefined;
}

/** The node without line breaks; undefined if a value follows a line break, because `replace` would remove its leading spaces. */
function joinLines(node: Syntax, space: string): Syntax | undefined {
  const join = (text: string) => text.replace(/,\n[ \t\r\n\f]*/g, `,${space}`).replace(/\n[ \t\r\n\f]*/g, "");
  if (node.kind === "literal" && typeof node.value === "string") return { ...node, value: join(node.value) };
  if (node.kind !== "template") return undefined;
  const isBroken = node.parts.some(
    (part, index) => part.kind === "text" && /\n\s*$/.test(part.text) && index + 1 < node.parts.length,
  );
  if (isBroken) return undefined;
  return {
    ...node,
    parts: node.parts.map((part) => (part.kind === "text" ? { ...part, text: join(part.text) } : part)),
  };
}

/** The tokens of JSON, with spaces; undefined if the text is no JSON, or has a hole outside of quotes that may be anything. */
function tokensOf(text: string, isValue: (hole: number) => boolean): readonly string[] | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\s+|[^\s{}[\],:"]+|"/g) ?? [];
  const whole = new RegExp(`^${MARK.source}$`);
  const plain = tokens.map((token) => {
    const hole = whole.exec(token)?.[1];
    return hole === undefined ? token : isValue(Number(hole)) ? "0" : "?";
  });
  const { value, problems } = readJson(plain.join(""));
  return value === undefined || problems.length > 0 ? undefined : tokens;
}

/** The text with its marks as a template again. */
function templateOf(text: string, holes: readonly Syntax[]): Syntax {
  const parts = text.split(MARK).flatMap((part, index): readonly TemplatePart[] => {
    if (index % 2 === 1) return [{ kind: "hole", value: holes[Number(part)] as Syntax, ...AT }];
    return part === "" ? [] : [{ kind: "text", text: part, runs: [], ...AT }];
  });
  return holes.length === 0 ? { kind: "literal", value: text, ...AT } : { kind: "template", parts, ...AT };
}

/** Writes tokens of JSON in lines. */
class JsonLines {
  readonly #tokens: readonly string[];
  #index = 0;
  /** The spaces that followed the commas at the ends of lines. */
  readonly #spaces = new Set<string>();

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Undefined if the text has line breaks, or if different spaces follow its commas. */
  layOut(): { readonly text: string; readonly hasSpaces: boolean } | undefined {
    if (this.#tokens.some((token) => /^\s+$/.test(token) && token.includes("\n"))) return undefined;
    const text = this.#value(0);
    if (text === undefined || this.#index < this.#tokens.length || this.#spaces.size > 1) return undefined;
    const [space = ""] = this.#spaces;
    return space === "" || space === " " ? { text, hasSpaces: space === " " } : undefined;
  }

  #value(indent: number): string | undefined {
    const open = this.#next();
    if (open !== "{" && open !== "[") return open;
    const end = this.#endOf(this.#index - 1);
    const flat = this.#tokens.slice(this.#index - 1, end + 1);
    const isFlat = flat.join("").length <= LONGEST_LINE && !flat.slice(1).includes("{");
    if (isFlat) {
      this.#index = end + 1;
      return flat.join("");
    }
    return this.#lines(open, indent + 2);
  }

  #lines(open: string, indent: number): string | undefined {
    const lines: string[] = [];
    for (;;) {
      const start = open === "{" ? this.#key() : "";
      const value = this.#value(indent);
      const sign = this.#next();
      if (start === undefined || value === undefined || sign === undefined) return undefined;
      if (sign !== ",") {
        if (sign !== "}" && sign !== "]") return undefined;
        lines.push(`${start}${value}`);
        const pad = " ".repeat(indent);
        return `${open}\n${lines.map((line) => `${pad}${line}`).join("\n")}\n${" ".repeat(indent - 2)}${sign}`;
      }
      lines.push(`${start}${value},`);
      this.#spaces.add(this.#space());
    }
  }

  /** A key with its colon, and the spaces that follow. */
  #key(): string | undefined {
    const [key, colon] = [this.#next(), this.#next()];
    return colon === ":" ? `${key}:${this.#space()}` : undefined;
  }

  #next(): string | undefined {
    const token = this.#tokens[this.#index];
    this.#index += 1;
    return token;
  }

  #space(): string {
    return /^\s+$/.test(this.#tokens[this.#index] ?? "") ? (this.#next() ?? "") : "";
  }

  /** The index of the bracket that closes the one at an index. */
  #endOf(start: number): number {
    let depth = 0;
    for (let index = start; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      if (token === "{" || token === "[") depth += 1;
      if (token === "}" || token === "]") depth -= 1;
      if (depth === 0) return index;
    }
    return this.#tokens.length - 1;
  }
}
