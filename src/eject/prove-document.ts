/** Compares a text of JSON with the call of `jsonencode` that was written for it. */
import { isHclProblem, readHclTemplate, type Syntax } from "../hcl/read";
import type { EntrySyntax } from "../hcl/read/syntax";
import type { JsonNode } from "../json/json-node";
import { readJson } from "../json/read-json";
import { isEncoded } from "./convert-document";
import { markHoles, splitAtMarks } from "./json-template";

/** The text that a call of `chomp` gives for one with a final newline; anything else as it is. */
export function withoutChomp(written: Syntax): Syntax {
  const [text] = written.kind === "call" && written.name === "chomp" && written.args.length === 1 ? written.args : [];
  if (text?.kind === "literal" && typeof text.value === "string") {
    const value = withoutNewline(text.value);
    return value === undefined ? written : { ...text, value };
  }
  const last = text?.kind === "template" ? text.parts.at(-1) : undefined;
  const rest = last?.kind === "text" ? withoutNewline(last.text) : undefined;
  if (text?.kind !== "template" || last?.kind !== "text" || rest === undefined) return written;
  const parts = text.parts.slice(0, -1);
  return { ...text, parts: rest === "" ? parts : [...parts, { ...last, text: rest }] };
}

/** Undefined where it has no final newline, or two, of which `chomp` takes both. */
function withoutNewline(text: string): string | undefined {
  return /(?:^|[^\n])\n$/.test(text) ? text.slice(0, -1) : undefined;
}

export class DocumentProof {
  readonly #isSameExpression: (read: Syntax, written: Syntax) => boolean;

  /** @param isSameExpression whether an expression of the stack and one that was written mean the same */
  constructor(isSameExpression: (read: Syntax, written: Syntax) => boolean) {
    this.#isSameExpression = isSameExpression;
  }

  /** Whether a call of `jsonencode` gives a document that means the same as a text. */
  isSame(text: string, written: Syntax): boolean {
    const read = readHclTemplate(text);
    return !isHclProblem(read) && this.#isSame(read, written);
  }

  /** Whether it gives the very text. */
  isExact(read: Syntax, written: Syntax): boolean {
    const marked = markHoles(read);
    return marked !== undefined && isEncoded(marked) && this.#isSame(read, written);
  }

  #isSame(read: Syntax, written: Syntax): boolean {
    const marked = markHoles(read);
    const [given] = written.kind === "call" && written.name === "jsonencode" ? written.args : [];
    if (marked === undefined || given === undefined || !/^\s*[[{]/.test(marked.text)) return false;
    const { value, problems } = readJson(marked.text);
    return value !== undefined && problems.length === 0 && this.#isSameJson(value, given, marked.holes);
  }

  #isSameJson(node: JsonNode<number>, written: Syntax, holes: readonly Syntax[]): boolean {
    switch (node.kind) {
      case "string":
        return this.#isMarkedText(node.value, written, holes);
      case "array":
        return (
          written.kind === "tuple" &&
          written.items.length === node.items.length &&
          node.items.every((item, index) => this.#isSameJson(item, written.items[index] as Syntax, holes))
        );
      case "object":
        return (
          written.kind === "object" &&
          written.entries.length === node.members.length &&
          node.members.every(({ key, value }, index) => {
            const entry = written.entries[index] as EntrySyntax;
            return this.#isMarkedText(key, entry.key, holes) && this.#isSameJson(value, entry.value, holes);
          })
        );
      default:
        return written.kind === "literal" && written.value === node.value;
    }
  }

  #isMarkedText(text: string, given: Syntax, holes: readonly Syntax[]): boolean {
    const written = withoutChomp(given);
    const parts = splitAtMarks(text);
    const [only] = parts;
    if (parts.length === 1 && typeof only === "number") return this.#isSameHole(holes[only] as Syntax, written);
    if (!parts.some((part) => typeof part === "number")) return written.kind === "literal" && written.value === text;
    return (
      written.kind === "template" &&
      written.parts.length === parts.length &&
      parts.every((part, index) => {
        const other = written.parts[index];
        return typeof part === "number"
          ? other?.kind === "hole" && this.#isSameExpression(holes[part] as Syntax, other.value)
          : other?.kind === "text" && other.text === part;
      })
    );
  }

  /** What stands in quotes in the text is a text in the document too. */
  #isSameHole(hole: Syntax, written: Syntax): boolean {
    if (this.#isSameExpression(hole, written)) return true;
    return (
      written.kind === "call" && written.name === "tostring" && this.#isSameExpression(hole, written.args[0] as Syntax)
    );
  }
}
