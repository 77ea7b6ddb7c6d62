/** Several plans in one text: the JSON of each on a line of its own, as a loop over workspaces writes it. */
import type { Json } from "../../json/json-value";
import { checkArgument } from "../../text/check-argument";
import { isPlan } from "./not-a-plan";
import type { Plan } from "./plan";
import { readPlan, readPlanValue } from "./read-plan";

/**
 * The plans of a text: one, or one in each line. Several are named after their lines: `plans.jsonl:2`.
 *
 * @throws TfwrightError if the text holds anything else
 */
export function readPlanLines(text: string, source: string): readonly Plan[] {
  checkArgument(text, "text", "readPlanLines(text)");
  checkArgument(source, "text", "readPlanLines(source)");
  const values = linesOf(text);
  if (values === undefined) return [readPlan(text, source)];
  return values.map(({ line, value }) => readPlanValue(value, `${source}:${line}`));
}

/** The values of the lines; undefined unless there are several lines and each is a plan. */
function linesOf(text: string): readonly { readonly line: number; readonly value: Json }[] | undefined {
  const [first = "", ...rest] = text.trimEnd().split("\n", 2);
  // The JSON of one plan is a single line, or its first line is not a whole value.
  if (rest.length === 0 || !/^\s*\{.*\}\s*$/.test(first)) return undefined;
  try {
    const all = text.split("\n").map((one, index) => ({ line: index + 1, text: one.trim() }));
    const values = all
      .filter((one) => one.text !== "")
      .map((one) => ({ line: one.line, value: JSON.parse(one.text) as Json }));
    return values.every(({ value }) => isPlan(value)) ? values : undefined;
  } catch {
    return undefined;
  }
}
