/** Findings that were there before: each is known by a fingerprint. */

/** Findings after a baseline. */
interface AppliedBaseline<F> {
  /** Those that the baseline does not contain. */
  readonly kept: readonly F[];
  /** Entries of the baseline that no finding has. */
  readonly unused: readonly string[];
}

/** Takes the findings out that a baseline contains. Each of its entries accounts for one finding with its fingerprint. */
export function applyBaseline<F>(
  findings: readonly F[],
  baseline: readonly string[],
  fingerprintOf: (finding: F) => string,
): AppliedBaseline<F> {
  const left = new Map<string, number>();
  for (const fingerprint of baseline) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const kept = findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
  return {
    kept,
    unused: [...left].flatMap(([entry, count]) => Array.from({ length: Math.max(0, count) }, () => entry)),
  };
}
