/** Findings that were examined and accepted. `lint` and `review` add the fields for the places that a suppression applies to. */
export interface Suppression {
  /** Code of the rule. */
  readonly rule: string;
  /** Why the finding is acceptable. It must not be empty. */
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. @default for ever */
  readonly until?: string;
}

/** Findings after the suppressions. */
export interface AppliedSuppressions<F, S> {
  readonly kept: readonly F[];
  readonly suppressed: readonly { readonly finding: F; readonly suppression: S }[];
  /** Suppressions whose last day is over; they suppress nothing. */
  readonly expired: readonly S[];
  /** Suppressions that matched no finding. */
  readonly unused: readonly S[];
}

interface SuppressionOptions<F, S> {
  /** Today's date: `2026-10-01`. */
  readonly today: string;
  /** Whether the suppression applies to the place of a finding of its rule. */
  covers(suppression: S, finding: F): boolean;
}

/** Separates the findings that a suppression accepts from those that stay. The first suppression that fits counts. */
export function applySuppressions<F extends { readonly rule: string }, S extends Suppression>(
  findings: readonly F[],
  suppressions: readonly S[],
  { today, covers }: SuppressionOptions<F, S>,
): AppliedSuppressions<F, S> {
  const valid = suppressions.filter(({ until }) => until === undefined || today <= until);
  const used = new Set<S>();
  const kept: F[] = [];
  const suppressed: { finding: F; suppression: S }[] = [];
  for (const finding of findings) {
    const suppression = valid.find((one) => one.rule === finding.rule && covers(one, finding));
    if (suppression === undefined) kept.push(finding);
    else {
      used.add(suppression);
      suppressed.push({ finding, suppression });
    }
  }
  const expired = suppressions.filter((suppression) => !valid.includes(suppression));
  return { kept, suppressed, expired, unused: valid.filter((suppression) => !used.has(suppression)) };
}
