/** Maps the stack of an error to the line of the definition that the author wrote. */
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, join, sep } from "node:path";
import { type Problem, TfwrightError } from "../errors";

const FRAME = /^ {4}at (?:(.*) \()?(.+?):(\d+):(\d+)\)?$/;

interface Frame {
  readonly called?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The folders of tfwright itself: its compiled code, and the modules that it ships. */
const OWN_FOLDERS = [dirname(__dirname), join(dirname(dirname(__dirname)), "modules")].map((folder) => folder + sep);

export class AuthorPlaces {
  readonly #file: string;
  readonly #payload: SourceMapPayload;
  #map: SourceMap | undefined;

  /** @param file the file name that the bundle runs under */
  constructor(file: string, payload: SourceMapPayload) {
    this.#file = file;
    this.#payload = payload;
  }

  /** `at build (queue.ts:12:5)`: the nearest line of the author, or undefined if none is in the stack. */
  find(error: unknown): string | undefined {
    return error instanceof Error ? this.#findIn(error.stack) : undefined;
  }

  /** Whether the error was thrown by tfwright itself, and not by the author's code or a package that it uses. */
  isInternalError(error: unknown): boolean {
    const first =
      error instanceof Error ? framesOf(error.stack).find(({ file }) => !file.startsWith("node:")) : undefined;
    return first !== undefined && OWN_FOLDERS.some((folder) => first.file.startsWith(folder));
  }

  /** Copies the problems; the hint of a problem that carries a stack gets the author's line. */
  locate(error: TfwrightError): TfwrightError {
    const problems = error.problems.map((problem): Problem => {
      const place = this.#findIn(problem.stack);
      if (place === undefined) return problem;
      return { ...problem, hint: problem.hint === undefined ? place : `${problem.hint}\n${place}` };
    });
    return new TfwrightError(problems, { cause: error });
  }

  #findIn(stack: string | undefined): string | undefined {
    const frame = framesOf(stack).find(({ file }) => file === this.#file);
    if (frame === undefined) return undefined;
    this.#map ??= new SourceMap(this.#payload);
    const origin = this.#map.findEntry(frame.line - 1, frame.column - 1);
    if (!("originalSource" in origin)) return undefined;
    const place = `${origin.originalSource}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
    return frame.called === undefined ? `at ${place}` : `at ${frame.called} (${place})`;
  }
}

function framesOf(stack: string | undefined): readonly Frame[] {
  return (stack ?? "").split("\n").flatMap((text) => {
    const [, callee, file, line, column] = FRAME.exec(text) ?? [];
    if (file === undefined) return [];
    const called = callee?.replace(/^Object\./, "");
    return [{ ...(called === undefined ? {} : { called }), file, line: Number(line), column: Number(column) }];
  });
}
