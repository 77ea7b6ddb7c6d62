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
  const texts = Array.isArray(value) ? value : Object.entries(value).flat();
  return texts.map((text: Json) => checkUnicode(text, path, problems)).every(Boolean);
}

/** The texts of an expression itself, without those of its parts. */
export function textsOf(node: Expression): readonly string[] {
  if (node.kind === "literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.kind === "template") return node.parts.filter((part) => typeof part === "string");
  if (node.kind === "object") return node.entries.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
  return node.kind === "raw" ? [node.text] : [];
}
