/** Findings that somebody accepts, and findings that were there before. */
import type { Finding } from "./finding";
import type { Suppression } from "./options";

/** Findings after the silences. */
export interface Sifted {
  readonly kept: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Silences of which the day is over; they silence nothing. */
  readonly expired: readonly Suppression[];
  /** Silences that nothing needed. */
  readonly unused: readonly Suppression[];
}

/** Takes out what is silenced. */
export function applySuppressions(
  findings: readonly Finding[],
  silences: readonly Suppression[],
  today: string,
): Sifted {
  const valid = silences.filter(({ until }) => until === undefined || today <= until);
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const silenced: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    const silence = valid.find((one) => speaksOf(one, finding));
    if (silence === undefined) kept.push(finding);
    else {
      used.add(silence);
      silenced.push({ finding, reason: silence.reason });
    }
  }
  return {
    kept,
    silenced,
    expired: silences.filter((silence) => !valid.includes(silence)),
    unused: valid.filter((silence) => !used.has(silence)),
  };
}

function speaksOf({ rule, statement, file }: Suppression, finding: Finding): boolean {
  if (rule !== finding.rule || (file !== undefined && file !== finding.file)) return false;
  return statement === undefined || statement === finding.statement?.sid;
}

/** What a finding is known by in a baseline: rule, file, and the statement's Sid or content; no line, no index. */
export function fingerprintOf({ rule, file, subject }: Finding): string {
  return `${rule}:${hashOf(JSON.stringify([rule, file ?? "", subject]))}`;
}

/** Findings that a baseline does not have; one that stands there once accounts for one. */
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

/** 53 bits, cyrb53: enough to tell the findings of a project apart; not for secrets. */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, "0");
}
