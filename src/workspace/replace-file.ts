import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fail, reasonOf } from "../errors";

/**
 * Writes a file beside the old one, and puts it in its place: a run that is killed leaves one of the two, whole. Of a symbolic link it is
 * the file behind it.
 *
 * @throws TfwrightError with `unwritable-file`
 */
export function replaceFile(file: string, text: string): void {
  const path = realpathSync(file);
  const beside = `${path}.tfwright-${process.pid}`;
  try {
    writeFileSync(beside, text, { mode: statSync(path).mode, flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    fail({
      code: "unwritable-file",
      path: file,
      message: `the file cannot be written: ${reasonOf(error)}`,
      cause: error,
    });
  }
}
