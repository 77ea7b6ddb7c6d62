/** Findings on a text that several policies have, such as the statements of a local: each is told once. */
import type { Finding } from "../../iam/lint";
import { withNote } from "./findings-of-instances";

/** A finding, and the resource that contains its policy. */
type AddressedFinding = Finding & { readonly address?: string };

/** More addresses than that are counted, not named. */
const MOST_NAMED = 3;

/** The findings without those that another policy has at the same place in the same words; the hint of the first one names that policy. */
export function tellSharedOnce(findings: readonly AddressedFinding[]): readonly AddressedFinding[] {
  const first = new Map<string, AddressedFinding>();
  const others = new Map<AddressedFinding, Set<string>>();
  const kept = findings.filter((finding) => {
    const { rule, severity, message, file, line, column, address } = finding;
    if (line === undefined || address === undefined) return true;
    const key = JSON.stringify([rule, severity, message, file, line, column]);
    const before = first.get(key);
    if (before === undefined) first.set(key, finding);
    if (before === undefined || before.address === address) return true;
    others.set(before, (others.get(before) ?? new Set()).add(address));
    return false;
  });
  return others.size === 0 ? kept : kept.map((finding) => withOthers(finding, [...(others.get(finding) ?? [])]));
}

function withOthers(finding: AddressedFinding, addresses: readonly string[]): AddressedFinding {
  if (addresses.length === 0) return finding;
  const named = addresses.slice(0, MOST_NAMED).join(", ");
  const more = addresses.length > MOST_NAMED ? ` and ${addresses.length - MOST_NAMED} more` : "";
  return { ...finding, hint: withNote(finding.hint, `the same text is in ${named}${more}`) };
}
