/** Maps the stack of an error to the line of the definition that the author wrote. */
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, join, sep } from "node:path";
import { type AuthorCall, type Problem, TfwrightError } from "../../errors";
import { LineIndex } from "../../text/line-index";
import type { BundledConfig } from "./bundle-config";
import { findKey } from "./find-key";

const FRAME = /^ {4}at (?:.* \()?(.+?):(\d+):(\d+)\)?$/;

interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const SOURCE = dirname(dirname(__dirname));

/** The folders of tfwright itself: its compiled code, and the modules that it ships. */
const OWN_FOLDERS = [SOURCE, join(dirname(SOURCE), "modules")].map((folder) => folder + sep);

export class AuthorPlaces {
  readonly #file: string;
  readonly #code: string;
  readonly #origin: BundledConfig["origin"];
  #map: SourceMap | undefined;

  /** @param file the file name that the bundle runs under */
  constructor(file: string, { code, origin }: BundledConfig) {
    this.#file = file;
    this.#code = code;
    this.#origin = origin;
  }

  /** `at queue.ts:12:5`: the nearest line of the author, or undefined if none is in the stack. */
  async find(error: unknown): Promise<string | undefined> {
    return error instanceof Error ? this.#findCall({ stack: error.stack ?? "", keys: [] }) : undefined;
  }

  /** Whether the error was thrown by tfwright itself, and not by the author's code or a package that it uses. */
  isInternalError(error: unknown): boolean {
    // What the author's file asks for while it runs is loaded by tfwright, and its fault all the same.
    if ((error as { readonly requireStack?: readonly string[] } | undefined)?.requireStack?.[0] === this.#file)
      return false;
    const first =
      error instanceof Error ? framesOf(error.stack).find(({ file }) => !file.startsWith("node:")) : undefined;
    return first !== undefined && OWN_FOLDERS.some((folder) => first.file.startsWith(folder));
  }

  /** Copies the problems; the hint of a problem that carries a stack gets the author's line. */
  async locate(error: TfwrightError): Promise<TfwrightError> {
    return new TfwrightError(await Promise.all(error.problems.map((problem) => this.#locate(problem))), {
      cause: error,
    });
  }

  async #locate(problem: Problem): Promise<Problem> {
    const { calls = [{ stack: problem.stack ?? "", keys: [] }] } = problem;
    const places = await Promise.all(calls.map((call) => this.#findCall(call)));
    const place = places.find((one) => one !== undefined);
    if (place === undefined) return problem;
    return { ...problem, hint: problem.hint === undefined ? place : `${problem.hint}\n${place}` };
  }

  async #findCall({ stack, keys }: AuthorCall): Promise<string | undefined> {
    const frame = framesOf(stack).find(({ file }) => file === this.#file);
    if (frame === undefined) return undefined;
    const { line, column } = this.#keyBelow(frame, keys) ?? frame;
    const origin = (await this.#sourceMap())?.findEntry(line - 1, column - 1);
    if (origin === undefined || !("originalSource" in origin)) return undefined;
    return `at ${origin.originalSource}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
  }

  async #sourceMap(): Promise<SourceMap | undefined> {
    const text = (await this.#origin())?.map;
    if (text !== undefined) this.#map ??= new SourceMap(JSON.parse(text) as SourceMapPayload);
    return this.#map;
  }

  /** The position of a key in what a call was given. The code is read only here, where there is a problem. */
  #keyBelow({ line, column }: Frame, keys: AuthorCall["keys"]): Pick<Frame, "line" | "column"> | undefined {
    if (keys.length === 0) return undefined;
    const lines = this.#code.split("\n", line);
    const start = lines.slice(0, -1).reduce((sum, text) => sum + text.length + 1, 0);
    const found = findKey(this.#code, start + column - 1, keys);
    return found === undefined ? undefined : new LineIndex(this.#code).at(found);
  }
}

function framesOf(stack: string | undefined): readonly Frame[] {
  return (stack ?? "").split("\n").flatMap((text) => {
    const [, file, line, column] = FRAME.exec(text) ?? [];
    return file === undefined ? [] : [{ file, line: Number(line), column: Number(column) }];
  });
}
