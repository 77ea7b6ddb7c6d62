/** Findings on a text that several policies or statements have, such as a local or the content of a `dynamic` block: each is told once. */
import type { Finding } from "../../iam/lint";
import { getOrInsert } from "../../text/group-by";
import { withNote } from "./findings-of-instances";

/** A finding, and the resource that contains its policy. */
type AddressedFinding = Finding & { readonly address?: string };

/** More of them are counted, not named. */
const MOST_NAMED = 3;

/** What else a text is in: the addresses of other policies, or the numbers of other statements of its own. */
interface OtherUses {
  readonly addresses: Set<string>;
  readonly statements: Set<number>;
}

/**
 * The findings without those that are at the same place in the same words, because another policy or another statement has the text; the hint
 * of the first one names these.
 */
export function tellSharedOnce(findings: readonly AddressedFinding[]): readonly AddressedFinding[] {
  const first = new Map<string, AddressedFinding>();
  const others = new Map<AddressedFinding, OtherUses>();
  const kept = findings.filter((finding) => {
    const { rule, severity, message, file, line, column, address, statement } = finding;
    if (line === undefined || address === undefined) return true;
    const key = JSON.stringify([rule, severity, message, file, line, column]);
    const before = getOrInsert(first, key, () => finding);
    const isOwn = before.address === address;
    if (before === finding || (isOwn && before.statement?.index === statement?.index)) return true;
    const uses = getOrInsert(others, before, (): OtherUses => ({ addresses: new Set(), statements: new Set() }));
    if (!isOwn) uses.addresses.add(address);
    else if (statement !== undefined) uses.statements.add(statement.index + 1);
    return false;
  });
  return others.size === 0 ? kept : kept.map((finding) => withOthers(finding, others.get(finding)));
}

function withOthers(finding: AddressedFinding, uses: OtherUses | undefined): AddressedFinding {
  if (uses === undefined) return finding;
  const [addresses, statements] = [[...uses.addresses], [...uses.statements].map(String)];
  const notes = [
    ...(statements.length > 0
      ? [`the same text makes statement${statements.length > 1 ? "s" : ""} ${named(statements)}`]
      : []),
    ...(addresses.length > 0 ? [`the same text is in ${named(addresses)}`] : []),
  ];
  return { ...finding, hint: notes.reduce(withNote, finding.hint) };
}

function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return `${names.slice(0, MOST_NAMED).join(", ")}${more}`;
}
