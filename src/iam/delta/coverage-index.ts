/** Finds the statements of one side that cover an action, a resource or a principal; each answer is a set of statements. */

import { getOrInsert } from "../../text/group-by";
import { Memo } from "../../text/memo";
import { addBit, type Bits, bitsOf, hasBit, intersection, noBits, pickFrom } from "./bits";
import { type ConditionConstraints, impliesAll } from "./conditions";
import type { NormalizedStatement } from "./normalized-statement";
import { type Axis, entryCovers, mayMeet, type PolicyEntry } from "./policy-entry";

/** The statements of one side, with a cache of the answers. */
export class CoverageIndex {
  readonly #statements: readonly NormalizedStatement[];
  readonly #keys: ReadonlySet<string>;
  readonly #frames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #entries = new Memo<Axis, PrefixIndex>();
  readonly #covering = new Memo<PolicyEntry, Bits>();
  readonly #meeting = new Memo<PolicyEntry, Bits>();
  readonly #within = new Memo<PolicyEntry, Bits>();
  readonly #implied = new Memo<string, Bits>();
  readonly #impliedFor = new Memo<string, Bits>();

  constructor(statements: readonly NormalizedStatement[]) {
    this.#statements = statements;
    this.#keys = new Set(statements.map(({ key }) => key));
    const frames = new Map<string, Set<string>>();
    for (const { frame, actions } of statements) {
      const names = getOrInsert(frames, frame, () => new Set<string>());
      for (const { key } of actions) names.add(key);
    }
    this.#frames = frames;
  }

  /** Whether this side has no statements. */
  get isEmpty(): boolean {
    return this.#statements.length === 0;
  }

  /** Whether this side has the same statement. */
  has({ key }: NormalizedStatement): boolean {
    return this.#keys.has(key);
  }

  /** Keys of the actions of statements that differ from this one in their actions alone. These actions are covered. */
  alike({ frame }: NormalizedStatement): ReadonlySet<string> | undefined {
    return this.#frames.get(frame);
  }

  /** Statements with an entry that covers this one. */
  covering(entry: PolicyEntry): Bits {
    return this.#covering.get(entry, () => {
      const bits = noBits(this.#statements.length);
      for (const { entry: candidate, at } of this.#index(entry.axis).candidates(entry)) {
        if (!hasBit(bits, at) && entryCovers(candidate, entry)) addBit(bits, at);
      }
      return bits;
    });
  }

  /** Statements with an entry that may allow something that this one allows too. */
  meeting(entry: PolicyEntry): Bits {
    return this.#meeting.get(entry, () =>
      bitsOf(this.#statements, (normalized) => entriesOf(normalized, entry.axis).some((one) => mayMeet(one, entry))),
    );
  }

  /** Statements with a resource that this one covers. */
  within(entry: PolicyEntry): Bits {
    return this.#within.get(entry, () =>
      bitsOf(this.#statements, (normalized) =>
        entriesOf(normalized, entry.axis).some((one) => entryCovers(entry, one)),
      ),
    );
  }

  /** Statements whose conditions hold wherever these hold. */
  impliedBy(constraints: ConditionConstraints): Bits {
    return this.#implied.get(constraints.key, () =>
      bitsOf(this.#statements, (normalized) => impliesAll(constraints, normalized.constraints)),
    );
  }

  /** The same among the statements for a principal. */
  impliedFor(constraints: ConditionConstraints, principal: PolicyEntry): Bits {
    return this.#impliedFor.get(`${constraints.key} ${principal.key}`, () =>
      intersection(this.impliedBy(constraints), this.covering(principal)),
    );
  }

  /** The statements that are in all of the sets. */
  pick(set: Bits, second?: Bits, third?: Bits): readonly NormalizedStatement[] {
    return pickFrom(this.#statements, set, second, third);
  }

  #index(axis: Axis): PrefixIndex {
    return this.#entries.get(axis, () => new PrefixIndex(this.#statements, axis));
  }
}

/** An entry, and the position of its statement. */
interface Placed {
  readonly entry: PolicyEntry;
  readonly at: number;
}

/** Entries by the text in front of their first wildcard: an entry can cover only what begins with that text. */
class PrefixIndex {
  readonly #byPrefix = new Map<string, Placed[]>();
  readonly #lengths: readonly number[];

  constructor(statements: readonly NormalizedStatement[], axis: Axis) {
    for (const [at, normalized] of statements.entries()) {
      for (const entry of entriesOf(normalized, axis)) {
        getOrInsert(this.#byPrefix, entry.prefix, (): Placed[] => []).push({ entry, at });
      }
    }
    this.#lengths = [...new Set([...this.#byPrefix.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  }

  candidates({ prefix }: PolicyEntry): readonly Placed[] {
    const found: Placed[] = [];
    for (const length of this.#lengths) {
      if (length > prefix.length) break;
      const placed = this.#byPrefix.get(prefix.slice(0, length));
      if (placed !== undefined) found.push(...placed);
    }
    return found;
  }
}

function entriesOf(normalized: NormalizedStatement, axis: Axis): readonly PolicyEntry[] {
  if (axis === "action") return normalized.actions;
  return axis === "resource" ? normalized.resources : normalized.principals;
}
