/**
 * `%{ if }` and `%{ for }` in the text of a policy. What they choose is known only when Terraform runs: of the two branches
 * the first is read, of a loop one round. Inside of a string of JSON the whole is a token.
 */
import type { DirectivePart } from "../hcl/read";

/** What a template's directives say of the parts behind them. */
export class Directives {
  /** For each open directive, whether its `else` was passed. */
  private readonly open: boolean[] = [];
  private elses = 0;
  private quoted = false;
  private hidden = 0;

  /** Whether there were any. */
  seen = false;

  /** Whether they are closed in order. */
  sound = true;

  /** Whether what stands here is left out. */
  get skips(): boolean {
    return this.hidden > 0 || this.elses > 0;
  }

  /** Notes text that is kept, to know where strings of JSON begin and end. */
  pass(text: string): void {
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === '"') this.quoted = !this.quoted;
    }
  }

  /** Passes a directive; what stands in its place. */
  take({ keyword }: DirectivePart): string {
    this.seen = true;
    if (keyword === "if" || keyword === "for") {
      this.open.push(false);
      if (this.hidden === 0 && this.quoted) {
        this.hidden = this.open.length;
        return "${...}";
      }
    } else if (this.open.length === 0) this.sound = false;
    else if (keyword === "else") {
      if (this.open.at(-1) === false) this.elses++;
      this.open[this.open.length - 1] = true;
    } else {
      if (this.hidden === this.open.length) this.hidden = 0;
      if (this.open.pop() === true) this.elses--;
    }
    return "";
  }
}
