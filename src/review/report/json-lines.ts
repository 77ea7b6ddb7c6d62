/** JSON as lines that can be compared one by one. */
import type { Json } from "../../json/json-value";
import { jsonText } from "../../terraform/plan/json-text";

/** Whether a text is JSON of more than a few lines. */
export function isLongJson(value: Json): value is string {
  return typeof value === "string" && (prettyJson(value)?.split("\n").length ?? 0) > 3;
}

/** The lines of JSON in an order of their own: the same for texts that differ in the order of lists alone. */
export function sortedText(pretty: string): string {
  const lines = pretty.split("\n").map((line) => line.trim());
  return lines.sort().join("\n");
}

/** Removed and added lines without the indent that all of them have: a narrow screen would show little else. */
export function withoutIndent(lines: readonly string[]): readonly string[] {
  const indent = Math.min(...lines.map((line) => line.slice(2).search(/\S|$/)));
  return lines.map((line) => line.slice(0, 2) + line.slice(2 + indent));
}

/**
 * JSON of an object or a list in lines with sorted keys; undefined for any other text. The lines have no commas at their ends: else
 * what stands before an added element would differ, too.
 */
export function prettyJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || text.length > 200_000) return undefined;
  try {
    return JSON.stringify(JSON.parse(jsonText(JSON.parse(text) as Json)), null, 2).replace(/,$/gm, "");
  } catch {
    return undefined;
  }
}
