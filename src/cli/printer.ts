/**
 * What the command prints, and in which colours. Making a stream of Node takes longer than linting a small policy, so one is made only
 * where a write would have to wait.
 */
import { fstatSync, writeSync } from "node:fs";
import type pc from "picocolors";

/** Functions that colour text for a terminal, or return it unchanged. */
export type TerminalColors = Pick<
  ReturnType<typeof pc.createColors>,
  "red" | "green" | "yellow" | "magenta" | "cyan" | "bold" | "dim"
>;

const PLAIN: TerminalColors = {
  red: String,
  green: String,
  yellow: String,
  magenta: String,
  cyan: String,
  bold: String,
  dim: String,
};

/** Standard output or standard error. */
export class Printer {
  readonly #descriptor: 1 | 2;
  #stream: NodeJS.WriteStream | undefined;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = descriptor;
  }

  write(text: string): void {
    if (this.#stream !== undefined) {
      this.#stream.write(text);
      return;
    }
    let rest = Buffer.from(text);
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // `tfwright ... | head` closes the pipe before all is written.
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      this.#openStream().write(rest);
    }
  }

  /** Colors only on a terminal, also where a CI system sets `CI`; `NO_COLOR` and `FORCE_COLOR` decide before that. */
  get colors(): TerminalColors {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    const isWanted = FORCE_COLOR ? FORCE_COLOR !== "0" : this.isTerminal && TERM !== "dumb";
    if (NO_COLOR || !isWanted) return PLAIN;
    return (require("picocolors") as typeof pc).createColors(true);
  }

  get isTerminal(): boolean {
    if (!this.#isDevice()) return false;
    const { isatty } = require("node:tty") as typeof import("node:tty");
    return isatty(this.#descriptor);
  }

  /** A file or a pipe is not a terminal. Further questions would load Node's stream modules. */
  #isDevice(): boolean {
    try {
      return fstatSync(this.#descriptor).isCharacterDevice();
    } catch {
      // On Windows a console has no status; a closed descriptor has none anywhere.
      return true;
    }
  }

  #openStream(): NodeJS.WriteStream {
    this.#stream = this.#descriptor === 1 ? process.stdout : process.stderr;
    this.#stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
    return this.#stream;
  }
}
