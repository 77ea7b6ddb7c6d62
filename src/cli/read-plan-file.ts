/** Reads the file of a plan. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fail, reasonOf } from "../errors";
import { decodeText } from "./decode-text";

/** The text of a plan; `-` is standard input. @throws TfwrightError if it cannot be read */
export function readPlanFile(path: string): string {
  if (path !== "-" && !existsSync(path))
    fail({
      code: "no-file",
      path,
      message: "there is no such file",
      hint: "`terraform show -json plan.bin > plan.json` writes one",
    });
  if (path !== "-" && statSync(path).isDirectory())
    fail({ code: "not-a-file", path, message: "this is a folder", hint: "give the file of the plan" });
  try {
    return decodeText(readFileSync(path === "-" ? 0 : path));
  } catch (error) {
    const isCut = (error as { readonly code?: unknown } | null)?.code === "Z_BUF_ERROR";
    return fail({
      code: "unreadable",
      path,
      message: isCut ? "is not whole: its gzip ends in the middle" : `the file cannot be read: ${reasonOf(error)}`,
      ...(isCut && { hint: "make the file again, or download it again" }),
    });
  }
}
