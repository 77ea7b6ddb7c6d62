/** Elements that stay JSON, in a file beside the HCL: Terraform reads both. */

import { printExpression } from "../hcl/print-expression";
import { isHclProblem, readHclExpression, readHclTemplate } from "../hcl/read";
import { toExpression } from "../hcl/read/to-expression";
import { escapePart } from "../hcl/text";
import type { JsonNode } from "../json/json-node";
import { groupBy } from "../text/group-by";
import { ADDRESS_LISTS } from "./grammar";
import type { Renames } from "./renames";
import type { RootBlock, StackFile } from "./stack-file";

/** The text of the file. Metadata of CDKTF is left out. */
export function writeRemaining(file: StackFile, blocks: readonly RootBlock[], renames: Renames): string {
  const text = (block: RootBlock) => {
    const body = textOf(file, block.body, renames, "");
    return renames.labelsOf(block).reduceRight((inner, label) => `{ ${JSON.stringify(label)}: ${inner} }`, body);
  };
  const root = groupBy(blocks, ({ type }) => type);
  const parts = [...root].map(([type, those]) => `  ${JSON.stringify(type)}: ${listOf(those.map(text))}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

function listOf(texts: readonly string[]): string {
  return `[\n${texts.map((text) => `    ${text.replaceAll("\n", "\n    ")}`).join(",\n")}\n  ]`;
}

function textOf(file: StackFile, node: JsonNode<number>, renames: Renames, key: string): string {
  const indented = (text: string) => text.replaceAll("\n", "\n  ");
  switch (node.kind) {
    case "array": {
      const items = node.items.map((item) => `  ${indented(textOf(file, item, renames, key))}`);
      return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n]`;
    }
    case "object": {
      const members = node.members.filter((member) => member.key !== "//");
      const pairs = members.map(
        (member) => `  ${JSON.stringify(member.key)}: ${indented(textOf(file, member.value, renames, member.key))}`,
      );
      return pairs.length === 0 ? "{}" : `{\n${pairs.join(",\n")}\n}`;
    }
    case "string":
      return JSON.stringify(
        ADDRESS_LISTS.includes(key) ? renamedAddress(node.value, renames) : renamedTemplate(node.value, renames),
      );
    case "number":
      return file.textOf(node);
    default:
      return String(node.value);
  }
}

function renamedAddress(text: string, renames: Renames): string {
  const read = readHclExpression(text);
  if (isHclProblem(read) || renames.all.length === 0) return text;
  return printExpression(toExpression(read, { replace: renames.replace }));
}

/** The text as it was, where nothing in it has a new name. */
function renamedTemplate(text: string, renames: Renames): string {
  if (renames.all.length === 0 || !renames.all.some(({ from }) => text.includes(from))) return text;
  const read = readHclTemplate(text);
  if (isHclProblem(read)) return text;
  const node = toExpression(read, { replace: renames.replace });
  if (node.kind !== "template") return text;
  return node.parts
    .map((part, index) => {
      if (typeof part === "string") return escapePart(part, index + 1 < node.parts.length);
      const printed = printExpression(part, { heredocs: false });
      return part.kind === "directive" ? printed : `\${${printed}}`;
    })
    .join("");
}
