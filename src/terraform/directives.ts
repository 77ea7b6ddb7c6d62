/**
 * `%{ if }` and `%{ for }` in the text of a policy. The text that they make is known only when Terraform runs. As an
 * approximation, the first branch of an `if` is kept, and the body of a `for` once. A directive inside of a JSON string becomes
 * a token `${...}`, from its start to its end.
 */
import type { DirectivePart } from "../hcl/read";

/** Follows the directives of a template from part to part, and decides which parts are kept. */
export class Directives {
  /** For each open directive, whether its `else` was passed. */
  readonly #open: boolean[] = [];
  #elses = 0;
  #quoted = false;
  #hidden = 0;

  /** Whether the template has directives. */
  seen = false;

  /** Whether no directive ends or continues one that is not open. */
  isBalanced = true;

  /** Whether the part at this position is dropped. */
  get skips(): boolean {
    return this.#hidden > 0 || this.#elses > 0;
  }

  /** Reads text that is kept, to know whether the next part is inside of a JSON string. */
  pass(text: string): void {
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === '"') this.#quoted = !this.#quoted;
    }
  }

  /** Reads a directive, and returns the text that replaces it. */
  take({ keyword }: DirectivePart): string {
    this.seen = true;
    if (keyword === "if" || keyword === "for") {
      this.#open.push(false);
      if (this.#hidden === 0 && this.#quoted) {
        this.#hidden = this.#open.length;
        return "${...}";
      }
    } else if (this.#open.length === 0) this.isBalanced = false;
    else if (keyword === "else") {
      if (this.#open.at(-1) === false) this.#elses++;
      this.#open[this.#open.length - 1] = true;
    } else {
      if (this.#hidden === this.#open.length) this.#hidden = 0;
      if (this.#open.pop() === true) this.#elses--;
    }
    return "";
  }
}
