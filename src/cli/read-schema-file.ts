/** The text of a file that `--schema` names. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail } from "../errors";
import { decodeText } from "./decode-text";

/**
 * @param path relative to the folder; `-` is standard input
 * @throws TfwrightError `schema-not-readable`
 */
export function readSchemaFile(path: string, folder: string): string {
  try {
    return decodeText(readFileSync(path === "-" ? 0 : resolve(folder, path)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === "ENOENT" ? "there is no such file" : `cannot be read: ${(error as Error).message}`;
    return fail({ code: "schema-not-readable", path, message });
  }
}
