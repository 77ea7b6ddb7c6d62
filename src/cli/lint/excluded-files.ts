/** Files that are left out of a run, by patterns as `.gitignore` has them. */
import { relative, resolve, sep } from "node:path";
import { fail } from "../../errors";

/** Patterns, and where they hold. */
export interface Exclusion {
  /** The folder that they are relative to: that of the config, or the working directory. */
  readonly folder: string;
  readonly patterns: readonly string[];
  /** Where they are written, for messages: `--exclude`. */
  readonly place: string;
}

/** Whether a file is left out; a path that ends with `/` is a folder, and so is all that is in it. */
export type IsExcluded = (path: string) => boolean;

/** @throws TfwrightError if a pattern is empty, or leads out of the folder */
export function exclusionOf(exclusions: readonly Exclusion[]): IsExcluded {
  const given = exclusions.filter(({ patterns }) => patterns.length > 0);
  if (given.length === 0) return () => false;
  const createIgnore = require("ignore") as typeof import("ignore");
  const matchers = given.map(({ folder, patterns, place }) => {
    for (const pattern of patterns) refusePattern(pattern, place);
    return { folder: resolve(folder), rules: createIgnore().add([...patterns]) };
  });
  return (path) =>
    matchers.some(({ folder, rules }) => {
      const inner = relative(folder, resolve(path)).split(sep).join("/");
      // The folder itself, what is outside of it, and on Windows another drive.
      if (!createIgnore.isPathValid(inner)) return false;
      return rules.ignores(path.endsWith("/") ? `${inner}/` : inner);
    });
}

function refusePattern(pattern: string, place: string): void {
  if (pattern.trim() === "")
    fail({
      code: "bad-pattern",
      path: place,
      message: "a pattern is empty",
      hint: 'write one as in `.gitignore`, such as "fixtures/" or "**/*.test.json"',
    });
  if (/^(?:!?\.{1,2}\/|\/?\.\.(?:\/|$))/.test(pattern))
    fail({
      code: "bad-pattern",
      path: place,
      message: `\`${pattern}\` begins with \`${pattern.replace(/^!/, "").split("/")[0]}/\`, which no pattern of \`.gitignore\` does`,
      hint: `write \`${pattern.replace(/^(!?)(?:\.{1,2}\/)+/, "$1/")}\`: a slash in front stands for the folder of the config, or for the one where the command runs`,
    });
}
