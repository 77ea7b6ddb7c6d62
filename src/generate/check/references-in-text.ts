/**
 * `"${path.module}/a.txt"` in a string of JavaScript: a class of cdktf hands it to Terraform as a template, here it is a text.
 * Only what this module has, word for word, is taken for a reference: `${data.id}` may be of a script.
 */
import type { Expression } from "../../hcl/expression";

const OF_TERRAFORM = ["path.module", "path.root", "path.cwd", "terraform.workspace"];

/** The references of this module that stand in the texts of an expression itself, without those of its parts. */
export function referencesInText(node: Expression, isAddress: (address: string) => boolean): readonly string[] {
  const texts =
    node.kind === "literal"
      ? [node.value].filter((value) => typeof value === "string")
      : node.kind === "template"
        ? node.parts.filter((part) => typeof part === "string")
        : [];
  return texts.flatMap((text) =>
    [...text.matchAll(/(?<!\$)\$\{\s*([a-z][\w-]*(?:\.[A-Za-z_][\w-]*)+)\s*\}/g)].flatMap(([, reference = ""]) => {
      const [first, second, third] = reference.split(".");
      const address = first === "data" ? `${first}.${second}.${third}` : `${first}.${second}`;
      return OF_TERRAFORM.includes(reference) || isAddress(address) ? [reference] : [];
    }),
  );
}
