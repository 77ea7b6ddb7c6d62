/** Findings of the linter that the plan introduces. */
import type { NamedDocument } from "../../iam/delta";
import { type Finding, fingerprintOf, lintPolicy } from "../../iam/lint";
import type { IntroducedFinding } from "./types";

/**
 * Findings on the documents after that those before did not have; a finding that only moved is not new. What could be
 * shorter or clearer (`info`) is no matter of a review.
 */
export function introducedFindings(
  before: readonly NamedDocument[],
  after: readonly NamedDocument[],
): readonly IntroducedFinding[] {
  const known = new Set(before.map(({ document }) => document));
  const news = after.filter(({ document }) => document !== undefined && !known.has(document));
  const found = news.flatMap(findingsOf);
  if (found.length === 0) return [];
  const kept = new Set(after.map(({ document }) => document));
  const old = before.filter(({ document }) => !kept.has(document)).flatMap(findingsOf);
  const left = new Map<string, number>();
  for (const one of old) for (const key of keysOf(one)) left.set(key, (left.get(key) ?? 0) + 1);
  return found.filter((one) => {
    const [exact, alike] = keysOf(one);
    if (![exact, alike].some((key) => (left.get(key) ?? 0) > 0)) return true;
    for (const key of [exact, alike]) left.set(key, (left.get(key) ?? 0) - 1);
    return false;
  });
}

function findingsOf({ name, document }: NamedDocument): readonly IntroducedFinding[] {
  // Policies of AWS are not for us to mend.
  if (document === undefined || /^arn:[^:]+:iam::aws:policy\//.test(name)) return [];
  return lintPolicy(document)
    .filter(({ severity }) => severity !== "info")
    .map((finding) => ({ document: name, fingerprint: fingerprintOf(finding), finding }));
}

/** What it is known by: its fingerprint, and what it says: another Sid is no other finding. */
function keysOf({ fingerprint, finding }: { fingerprint: string; finding: Finding }): readonly [string, string] {
  return [fingerprint, `${finding.rule} ${finding.message}`];
}
