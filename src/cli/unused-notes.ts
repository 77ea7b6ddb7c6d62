/** Notes on suppressions and entries of a baseline that match nothing: a reader may want to remove them. */
import type { PolicySuppression } from "../iam/lint";
import type { SourceSuppression } from "../policy-files";
import { suggestName } from "../text/suggest-name";

/** Comments `tfwright:ignore` that suppress no finding. */
export function notesOnComments(comments: readonly SourceSuppression[]): readonly string[] {
  return comments.map(
    ({ rule, file, line, column }) =>
      `${file}:${line}:${column}: the comment ignores \`${rule}\`, which is not found there; take it out`,
  );
}

/** A suppression of a configuration, and its position there. */
export interface PlacedSuppression
  extends Pick<PolicySuppression, "rule" | "until" | "statement" | "file" | "address"> {
  readonly place: string;
}

/** Suppressions of a configuration that suppress no finding, or whose last day is over. */
export function notesOnSuppressions(suppressions: readonly PlacedSuppression[], today: string): readonly string[] {
  return suppressions.map(({ rule, until, place, ...where }) =>
    until !== undefined && until < today
      ? `${place}: the suppression of \`${rule}\`${placeOf(where)} ended on ${until}, so that its findings are reported again; take it out, or give a later date`
      : `${place}: \`${rule}\` is suppressed${placeOf(where)}, and is not found there; take it out, or mend its place`,
  );
}

function placeOf({ statement, file, address }: Pick<PlacedSuppression, "statement" | "file" | "address">): string {
  const at = address === undefined ? "" : ` at ${address}`;
  const ofStatement = statement === undefined ? at : ` in statement \`${statement}\`${at}`;
  return file === undefined ? ofStatement : `${ofStatement} of ${file}`;
}

/** Entries of a baseline that no finding has: how many of which rules. */
export function notesOnBaseline(
  entries: readonly string[],
  { path, rules }: { readonly path: string; readonly rules: readonly string[] },
): readonly string[] {
  if (entries.length === 0) return [];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const rule = entry.slice(0, Math.max(0, entry.lastIndexOf(":")));
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const told = [...counts].map(([rule, count]) => {
    const unknown = rules.includes(rule) ? "" : `, which is no rule: ${suggestName(rule, rules, "rules")}`;
    return `\`${rule}\`${count > 1 ? ` (${count})` : ""}${unknown}`;
  });
  const what = entries.length === 1 ? "1 entry of it matches" : `${entries.length} entries of it match`;
  return [`${path}: ${what} no finding: ${told.join("; ")}; \`--write-baseline ${path}\` writes it anew`];
}
