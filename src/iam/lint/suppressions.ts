/** Findings that somebody accepts, and findings that were there before. */
import type { Finding } from "./finding";
import { hashOf } from "./hash";
import type { Suppression } from "./options";

/** Findings after the suppressions. */
export interface Sifted {
  readonly kept: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Suppressions that are past their last day; they suppress nothing. */
  readonly expired: readonly Suppression[];
  /** Suppressions to which no finding belongs. */
  readonly unused: readonly Suppression[];
}

/** Takes out the findings that are suppressed. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  today: string,
): Sifted {
  const valid = suppressions.filter(({ until }) => until === undefined || today <= until);
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const silenced: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    const suppression = valid.find((one) => appliesTo(one, finding));
    if (suppression === undefined) kept.push(finding);
    else {
      used.add(suppression);
      silenced.push({ finding, reason: suppression.reason });
    }
  }
  return {
    kept,
    silenced,
    expired: suppressions.filter((suppression) => !valid.includes(suppression)),
    unused: valid.filter((suppression) => !used.has(suppression)),
  };
}

function appliesTo({ rule, statement, file }: Suppression, finding: Finding): boolean {
  if (rule !== finding.rule || (file !== undefined && file !== finding.file)) return false;
  return statement === undefined || statement === finding.statement?.sid;
}

/** What identifies a finding in a baseline: rule, file, and the statement's Sid or content; no line, no index. */
export function fingerprintOf({ rule, file, subject }: Finding): string {
  return `${rule}:${hashOf(JSON.stringify([rule, file ?? "", subject]))}`;
}

/** Findings that a baseline does not have; a fingerprint that the baseline has once accounts for one finding. */
export function withoutBaseline(findings: readonly Finding[], baseline: readonly string[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const fingerprint of baseline) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
}
