/** The text of a stack. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fail } from "../../errors";
import { decodeText, isInvalidUtf8 } from "../decode-text";
import type { FoundStack } from "./find-stacks";

/** @throws TfwrightError `stack-not-readable`, `stack-not-utf8` */
export function readStack({ file, folder }: FoundStack): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, basename(file)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "EISDIR" ? "is a folder" : `cannot be read: ${message}`;
    return fail({ code: "stack-not-readable", path: file, message: reason });
  }
  if (isInvalidUtf8(bytes))
    fail({
      code: "stack-not-utf8",
      path: file,
      message: "is not UTF-8",
      hint: "save it as UTF-8, as `cdktf synth` does",
    });
  return decodeText(bytes);
}
