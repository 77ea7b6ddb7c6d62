/** The fields of a definition that become parts of its README. */
import type { Problems } from "../../errors";
import { isLocalText } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";
import { checkFields, type FieldKinds } from "./check-fields";

const DIFFERENCE: FieldKinds = { input: "text", theirs: "local text", ours: "local text", undo: "text" };
const LISTS = ["creates", "iam", "notes", "upgrading"] as const;

type Documentation = Readonly<Partial<Record<(typeof LISTS)[number] | "differences", unknown>>>;

/**
 * Reports paragraphs that are not texts, and differences that are incomplete or whose `input` is not a variable of the
 * module.
 */
export function checkDocumentation(
  definition: Documentation & { readonly name: string },
  variables: readonly string[],
  problems: Problems,
): void {
  const refuse = (path: string, message: string, hint?: string) =>
    problems.add({ code: "bad-definition", path, message, ...(hint !== undefined && { hint }) });
  for (const field of LISTS) {
    const value = definition[field];
    const isList = Array.isArray(value) && value.every(isLocalText);
    if (value !== undefined && !isList)
      refuse(
        `${definition.name}.${field}`,
        `\`${field}\` must be a list of strings`,
        `each may also be { en: "...", ja: "..." }: ${field}: ["..."]`,
      );
  }
  const { differences } = definition;
  const path = `${definition.name}.differences`;
  if (differences === undefined) return;
  if (!Array.isArray(differences)) {
    refuse(
      path,
      "`differences` must be a list",
      '[{ input: "metrics", theirs: "off", ours: "on", undo: "metrics = false" }]',
    );
    return;
  }
  for (const [index, difference] of differences.entries()) {
    const place = `${path}[${index}]`;
    if (!checkFields(difference, DIFFERENCE, { path: place, what: "a difference" }, problems)) continue;
    for (const input of String(difference.input)
      .split(",")
      .map((name) => name.trim())) {
      if (variables.includes(input)) continue;
      problems.add({
        code: "unknown-variable",
        path: place,
        message: `\`input\` names \`${input}\`, which is not a variable of the module`,
        hint: suggestName(input, variables, "variables"),
      });
    }
  }
}
