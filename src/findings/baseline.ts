/** Findings that were there before: each is known by a fingerprint. */

/** Findings that a baseline does not contain. Each entry of the baseline accounts for one finding with its fingerprint. */
export function withoutBaseline<F>(
  findings: readonly F[],
  baseline: readonly string[],
  fingerprintOf: (finding: F) => string,
): readonly F[] {
  const left = new Map<string, number>();
  for (const fingerprint of baseline) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
}
