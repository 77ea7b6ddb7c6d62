import type { HeldPolicy } from "./found";

/** The policies of a principal, of which several blocks may attach the same: the first of each. */
export function withoutRepeated(policies: readonly HeldPolicy[]): readonly HeldPolicy[] {
  const seen = new Set<HeldPolicy["document"]>();
  return policies.filter(({ document }) => {
    const isNew = !seen.has(document);
    seen.add(document);
    return isNew;
  });
}
