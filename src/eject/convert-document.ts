/** A text of JSON with holes as a call of `jsonencode`. */
import { type Syntax, walkSyntax } from "../hcl/read";
import type { EntrySyntax, TemplatePart } from "../hcl/read/syntax";
import type { JsonNode } from "../json/json-node";
import { readJson } from "../json/read-json";
import { factsOf } from "../terraform/functions";
import { type MarkedText, markHoles, splitAtMarks } from "./json-template";
import { terraformJsonencode } from "./terraform-jsonencode";

/** Names of attributes of resources that are texts: `arn`, `role_name`. */
const TEXT_ATTRIBUTE =
  /(?:^|_)(?:account_id|alias|arn|bucket|domain|dns_suffix|endpoint|id|name|partition|path|prefix|region|uri|url|username)$/;

/** Those of them that have letters, digits and signs such as `:`, `/` and `-` alone. */
const PLAIN_ATTRIBUTE = /(?:^|_)(?:account_id|arn|id|partition|region)$/;

/** What Terraform calls a value of the language. */
const NO_RESOURCE = ["var", "local", "module", "each", "count", "self"];

/** A number that is printed as it was written. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: versions of Terraform differ in how they write these
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const AT = { start: 0, end: 0 } as const;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * For arguments that are compared by what the JSON means.
 *
 * @param template as it was read
 * @param textVariables names of the variables of type string
 * @returns undefined where it is not certain that the call gives the same JSON
 */
export function documentCall(template: Syntax, textVariables: ReadonlySet<string>): Syntax | undefined {
  const marked = markHoles(template);
  if (marked === undefined || !/^\s*[[{]/.test(marked.text) || marked.holes.some(writesJson)) return undefined;
  const { value, problems } = readJson(marked.text);
  if (value === undefined || problems.length > 0) return undefined;
  const arg = new DocumentReader({ ...marked, textVariables }).read(value);
  return arg === undefined ? undefined : { kind: "call", name: "jsonencode", args: [arg], expand: false, ...AT };
}

/**
 * The same for arguments that are compared byte by byte: a call that gives the very text.
 *
 * @returns undefined where a byte may differ
 */
export function exactCall(template: Syntax): Syntax | undefined {
  const marked = markHoles(template);
  if (marked === undefined || !isEncoded(marked) || !marked.holes.every(needsNoEscape)) return undefined;
  return documentCall(template, NOTHING);
}

/** Whether a text of JSON is what `jsonencode` gives for it. */
export function isEncoded({ text }: MarkedText): boolean {
  if (!/^[[{].+[\]}]$/s.test(text)) return false;
  const { value, problems } = readJson(text);
  const textOf = ({ start, end }: JsonNode<number>) => text.slice(start, end);
  return value !== undefined && problems.length === 0 && terraformJsonencode(value, textOf) === text;
}

/** Whether a value has one line in any case: an attribute such as `arn` or `name`, or what `jsonencode` gives. */
export function hasOneLine(hole: Syntax): boolean {
  if (hole.kind === "literal") return !String(hole.value).includes("\n");
  if (hole.kind === "call") return hole.name === "jsonencode";
  if (hole.kind !== "attribute") return false;
  const first = firstName(hole);
  return first === "terraform" || (isOfResource(first) && TEXT_ATTRIBUTE.test(hole.name));
}

/** Whether a value has no character that `jsonencode` escapes. */
function needsNoEscape(hole: Syntax): boolean {
  return hole.kind === "attribute" && isOfResource(firstName(hole)) && PLAIN_ATTRIBUTE.test(hole.name);
}

/** What is read, and what is known of its holes. */
interface Source {
  readonly text: string;
  readonly holes: readonly Syntax[];
  readonly textVariables: ReadonlySet<string>;
}

class DocumentReader {
  constructor(readonly source: Source) {}

  /** Undefined where a part is not certain. */
  read(node: JsonNode<number>): Syntax | undefined {
    switch (node.kind) {
      case "string":
        return this.#text(node.value);
      case "array": {
        const items = node.items.map((item) => this.read(item));
        return items.includes(undefined) ? undefined : { kind: "tuple", items: items as Syntax[], ...AT };
      }
      case "object": {
        const entries = node.members.map(({ key, value }) => ({
          key: this.#text(key),
          value: this.read(value),
          ...AT,
        }));
        if (entries.some(({ key, value }) => key === undefined || value === undefined)) return undefined;
        return { kind: "object", entries: entries as EntrySyntax[], ...AT };
      }
      case "number":
        return PLAIN_NUMBER.test(this.source.text.slice(node.start, node.end))
          ? { kind: "literal", value: node.value, ...AT }
          : undefined;
      default:
        return { kind: "literal", value: node.value, ...AT };
    }
  }

  #text(text: string): Syntax | undefined {
    if (CONTROL.test(text) || text !== text.normalize("NFC")) return undefined;
    const parts = splitAtMarks(text);
    const [only] = parts;
    if (parts.length === 1 && typeof only === "number") return this.#lone(this.source.holes[only] as Syntax);
    if (!parts.some((part) => typeof part === "number")) return { kind: "literal", value: text, ...AT };
    return {
      kind: "template",
      parts: parts.map(
        (part): TemplatePart =>
          typeof part === "number"
            ? { kind: "hole", value: this.source.holes[part] as Syntax, ...AT }
            : { kind: "text", text: part, runs: [], ...AT },
      ),
      ...AT,
    };
  }

  /** In quotes, every value becomes a text; outside of them, a number stays one. */
  #lone(value: Syntax): Syntax {
    return this.#isText(value) ? value : { kind: "call", name: "tostring", args: [value], expand: false, ...AT };
  }

  #isText(node: Syntax): boolean {
    switch (node.kind) {
      case "literal":
        return typeof node.value === "string";
      case "template":
        return (
          node.parts.length > 1 || node.parts.some((part) => part.kind === "text" || this.#isText(part.value as Syntax))
        );
      case "call":
        return factsOf(node.name)?.gives === "string";
      case "conditional":
        return this.#isText(node.then) && this.#isText(node.otherwise);
      case "attribute": {
        const first = firstName(node);
        if (first === "var") return node.of.kind === "reference" && this.source.textVariables.has(node.name);
        if (first === "each") return node.name === "key";
        if (first === "path" || first === "terraform") return true;
        return isOfResource(first) && TEXT_ATTRIBUTE.test(node.name);
      }
      default:
        return false;
    }
  }
}

/** Whether a traversal that begins so leads to a resource or a data source. */
function isOfResource(first: string | undefined): boolean {
  return first !== undefined && !NO_RESOURCE.includes(first);
}

/** The first name of `a.b[0].c`; undefined for what is no traversal. */
function firstName(node: Syntax): string | undefined {
  if (node.kind === "reference") return node.name;
  return node.kind === "attribute" || node.kind === "index" ? firstName(node.of) : undefined;
}

/** Whether an expression has a part that writes signs of JSON: `${join("\",\"", var.arns)}` makes several elements of one. */
function writesJson(node: Syntax): boolean {
  let found = false;
  const look = (text: string) => {
    if (/["\\]/.test(text)) found = true;
  };
  walkSyntax(node, (part) => {
    if (part.kind === "literal" && typeof part.value === "string") look(part.value);
    if (part.kind === "template") for (const one of part.parts) if (one.kind === "text") look(one.text);
    if (part.kind === "call" && part.name === "jsonencode") found = true;
  });
  return found;
}
