/** Half of a surrogate pair is no text: no HCL file can hold it. */
import type { Problem } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { Json } from "../../json/json-value";

/** Reports texts and keys that are not valid Unicode, with the place where they stand. */
export function checkText(value: Json, path: string, problems: Problem[]): void {
  if (typeof value === "string") {
    if (value.isWellFormed()) return;
    problems.push({
      code: "lone-surrogate",
      path,
      message: `text must be valid Unicode, but ${JSON.stringify(value)} holds half of a surrogate pair`,
      hint: "cut strings between characters, not between UTF-16 code units",
    });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      checkText(key, path, problems);
      checkText(item, path, problems);
    }
  }
}

/** The texts of an expression itself, without those of its parts. */
export function textsOf(node: Expression): readonly string[] {
  if (node.kind === "literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.kind === "template") return node.parts.filter((part) => typeof part === "string");
  if (node.kind === "object") return node.entries.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
  return node.kind === "raw" ? [node.text] : [];
}
