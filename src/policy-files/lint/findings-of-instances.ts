/** Findings of the instances of a block with `for_each`, whose policies stand at the same place: each is told once. */
import type { Finding } from "../../iam/lint";
import type { SourcePolicy } from "../found";

/** A policy and its findings. */
interface LintedPolicy {
  readonly policy: SourcePolicy;
  readonly findings: readonly Finding[];
}

/** More keys than that are counted, not named. */
const MOST_NAMED = 3;

/**
 * The findings of each policy. What several instances of a block have at the same place is told of the first of them; what some of them
 * have says in its hint for which keys it is so.
 */
export function tellInstancesOnce(linted: readonly LintedPolicy[]): readonly LintedPolicy[] {
  const instances = new InstancesOfBlocks(linted);
  const told = new Map<string, Set<string>>();
  return linted.map(({ policy, findings }) => {
    if (policy.round === undefined) return { policy, findings };
    const block = blockOf(policy);
    const before = told.get(block) ?? new Set<string>();
    const kept = findings.filter((finding) => !before.has(placeOf(finding)));
    told.set(block, new Set([...before, ...findings.map(placeOf)]));
    return { policy, findings: kept.map((finding) => withKeys(finding, instances.keysOnlyOf(block, finding))) };
  });
}

/** Knows which instances of a block have a finding at a place. */
class InstancesOfBlocks {
  readonly #all = new Map<string, Set<string>>();
  readonly #having = new Map<string, Set<string>>();

  constructor(linted: readonly LintedPolicy[]) {
    for (const { policy, findings } of linted) {
      const { round } = policy;
      if (round === undefined) continue;
      const block = blockOf(policy);
      add(this.#all, block, round);
      for (const finding of findings) add(this.#having, `${block} ${placeOf(finding)}`, round);
    }
  }

  /** The keys of the instances that have a finding; undefined if all of them have it. */
  keysOnlyOf(block: string, finding: Finding): readonly string[] | undefined {
    const having = [...(this.#having.get(`${block} ${placeOf(finding)}`) ?? [])];
    return having.length === this.#all.get(block)?.size ? undefined : having;
  }
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

function blockOf({ address, argument }: SourcePolicy): string {
  return `${address} ${argument}`;
}

function placeOf({ rule, file, line, column }: Finding): string {
  return JSON.stringify([rule, file, line, column]);
}

function withKeys(finding: Finding, keys: readonly string[] | undefined): Finding {
  if (keys === undefined) return finding;
  const isCounted = keys.every((key) => key.startsWith(INDEX));
  if (!isCounted && keys.some((key) => key.startsWith(UNNAMED))) return finding;
  const shown = (key: string) => (isCounted ? key.slice(INDEX.length) : JSON.stringify(key));
  const named = keys.slice(0, MOST_NAMED).map(shown);
  const others = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : "";
  const note = `this is so for the \`${isCounted ? "count.index" : "each.key"}\` ${named.join(", ")}${others}`;
  return { ...finding, hint: withNote(finding.hint, note) };
}

/** How the name of an instance begins whose key is not known. */
const UNNAMED = "#";
/** How it begins for an instance that has an index and no key. */
export const INDEX = "#count.index ";

/** A hint, and what else is to be known of a finding; a question ends with its own mark. */
export function withNote(hint: string | undefined, note: string): string {
  if (hint === undefined) return note;
  return `${hint}${hint.endsWith("?") ? "" : ";"} ${note}`;
}
