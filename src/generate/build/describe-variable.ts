/** The description of a variable, with those of the attributes in its type. */

import { printKey } from "../../hcl/text";
import { isLoose, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";

/** Above the attributes: nobody expects it of Terraform (hashicorp/terraform#29204). */
const DROPPED = "Terraform ignores a key that is not in this list, without an error:";

/** Of a variable whose keys are checked. */
const REJECTED = "A key that is not in this list is an error:";

/** The author's text, and below it the attributes of the objects in the type. */
export function describeVariable(text: string | undefined, type: TypeConstraint): string | undefined {
  const lines = attributeLines(type, "");
  if (lines.length === 0) return text;
  const told = isLoose(type) ? REJECTED : DROPPED;
  return `${[...(text === undefined ? [] : [text, ""]), told, "", ...lines].join("\n")}\n`;
}

function attributeLines(type: TypeConstraint, indent: string): readonly string[] {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map") return attributeLines(type.element, indent);
  if (type.kind !== "object") return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) => {
    const told =
      attribute.description === undefined ? "" : `: ${attribute.description.trim().replace(/\s*\n\s*/g, " ")}`;
    const need =
      attribute.optional !== true
        ? " Required."
        : attribute.default === undefined || attribute.default === null
          ? ""
          : ` Default: \`${printDefault(attribute.default)}\`.`;
    const head = `${indent}- \`${name}\`${told === "" && need !== "" ? ":" : told}${told !== "" && !/[.!?:]$/.test(told) ? "." : ""}${need}`;
    return [head, ...attributeLines(attribute.type, `${indent}  `)];
  });
}

/** A default in one line, as prose shows it. */
export function printDefault(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printDefault).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)} = ${printDefault(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
