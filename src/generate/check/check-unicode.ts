/** Half of a surrogate pair is not valid text: an HCL file cannot contain it. */

import type { Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { Json } from "../../json/json-value";

/** Whether all texts and keys are valid Unicode; an invalid text is a problem at the path. */
export function checkUnicode(value: Json, path: string, problems: Problems): boolean {
  if (typeof value === "string") {
    if (value.isWellFormed()) return true;
    problems.add({
      code: "lone-surrogate",
      path,
      message: `text must be valid Unicode, but ${JSON.stringify(value)} contains half of a surrogate pair`,
      hint: "split strings between characters, not between UTF-16 code units",
    });
    return false;
  }
  if (typeof value !== "object" || value === null) return true;
  let isValid = true;
  const check = (part: Json) => {
    if (!checkUnicode(part, path, problems)) isValid = false;
  };
  if (Array.isArray(value)) for (const item of value as readonly Json[]) check(item);
  else
    for (const [key, item] of Object.entries(value)) {
      check(key);
      check(item);
    }
  return isValid;
}

const NO_TEXTS: readonly string[] = [];

/** The texts of an expression itself, without those of its parts. */
export function textsOf(node: Expression): readonly string[] {
  if (node.kind === "literal") return typeof node.value === "string" ? [node.value] : NO_TEXTS;
  if (node.kind === "template") return node.parts.filter((part) => typeof part === "string");
  if (node.kind === "object") return node.entries.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
  return node.kind === "raw" ? [node.text] : NO_TEXTS;
}
