/** Variables and outputs of which the README of a module would say nothing. */
import type { Problem } from "../../errors";
import { listWords } from "../../text/list-words";

interface DescribedPart {
  readonly name: string;
  readonly description?: string;
}

/** What a module has in its README. */
interface Documented {
  readonly module: string;
  readonly variables: readonly DescribedPart[];
  readonly outputs: readonly DescribedPart[];
}

/** A warning about the variables without a description, and one about the outputs: each has the place of the first. */
export function warnOfUndescribed({ module, variables, outputs }: Documented): readonly Problem[] {
  const kinds = [
    { kind: "variables", parts: variables, example: 'string({ description: "..." })' },
    { kind: "outputs", parts: outputs, example: 'output(value, { description: "..." })' },
  ];
  return kinds.flatMap(({ kind, parts, example }) => {
    const names = parts.filter(({ description = "" }) => description.trim() === "").map(({ name }) => name);
    if (names.length === 0) return [];
    const empty =
      names.length === 1
        ? "has no description: its cell in the README is empty"
        : "have no description: their cells in the README are empty";
    return [
      {
        code: "no-description",
        path: `${module}.${kind}.${names[0]}`,
        message: `${listWords(names.map((name) => `\`${name}\``))} ${empty}`,
        hint: `say what it is: ${example}`,
      },
    ];
  });
}
