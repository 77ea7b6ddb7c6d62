/** Which statements of one side cover an action, a resource, a principal; each answer is a set of statements. */
import { type Atom, type Axis, atomCovers, mayMeet } from "./atom";
import { addBit, type Bits, bitsOf, both, hasBit, noBits, pickFrom } from "./bits";
import type { Clause } from "./clause";
import { type Demands, demandsAll } from "./conditions";

/** The statements of one side, and what is known of them so far. */
export class Cover {
  readonly #clauses: readonly Clause[];
  readonly #keys: ReadonlySet<string>;
  readonly #frames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #entries = new Map<Axis, PrefixIndex>();
  readonly #of = new Map<Atom, Bits>();
  readonly #meeting = new Map<Atom, Bits>();
  readonly #within = new Map<Atom, Bits>();
  readonly #demanding = new Map<string, Bits>();
  readonly #whom = new Map<string, Bits>();

  constructor(clauses: readonly Clause[]) {
    this.#clauses = clauses;
    this.#keys = new Set(clauses.map(({ key }) => key));
    const frames = new Map<string, Set<string>>();
    for (const { frame, actions } of clauses) {
      const names = remember(frames, frame, () => new Set<string>());
      for (const { key } of actions) names.add(key);
    }
    this.#frames = frames;
  }

  /** Whether there are none. */
  get isEmpty(): boolean {
    return this.#clauses.length === 0;
  }

  /** Whether the very same statement stands here. */
  has({ key }: Clause): boolean {
    return this.#keys.has(key);
  }

  /** Actions of statements that are the same but for their actions, by their keys: what stands there is covered. */
  alike({ frame }: Clause): ReadonlySet<string> | undefined {
    return this.#frames.get(frame);
  }

  /** Statements with an entry that covers this one. */
  of(atom: Atom): Bits {
    return remember(this.#of, atom, () => {
      const bits = noBits(this.#clauses.length);
      for (const { entry, at } of this.#index(atom.axis).candidates(atom)) {
        if (!hasBit(bits, at) && atomCovers(entry, atom)) addBit(bits, at);
      }
      return bits;
    });
  }

  /** Statements with an action that may be among those of this one. */
  meeting(atom: Atom): Bits {
    return remember(this.#meeting, atom, () =>
      bitsOf(this.#clauses, (clause) => entriesOf(clause, atom.axis).some((one) => mayMeet(one, atom))),
    );
  }

  /** Statements with a resource that this one covers. */
  within(atom: Atom): Bits {
    return remember(this.#within, atom, () =>
      bitsOf(this.#clauses, (clause) => entriesOf(clause, atom.axis).some((one) => atomCovers(atom, one))),
    );
  }

  /** Statements that demand no more than this. */
  demanding(demands: Demands): Bits {
    return remember(this.#demanding, demands.key, () =>
      bitsOf(this.#clauses, (clause) => demandsAll(demands, clause.demands)),
    );
  }

  /** Statements for a principal that demand no more than this. */
  whom(demands: Demands, principal: Atom): Bits {
    return remember(this.#whom, `${demands.key} ${principal.key}`, () =>
      both(this.demanding(demands), this.of(principal)),
    );
  }

  /** The statements that are in all of the sets. */
  pick(set: Bits, second?: Bits, third?: Bits): readonly Clause[] {
    return pickFrom(this.#clauses, set, second, third);
  }

  #index(axis: Axis): PrefixIndex {
    return remember(this.#entries, axis, () => new PrefixIndex(this.#clauses, axis));
  }
}

/** An entry and the place of its statement. */
interface Placed {
  readonly entry: Atom;
  readonly at: number;
}

/** Entries by the text in front of their first wildcard: what covers something begins as that begins. */
class PrefixIndex {
  readonly #byPrefix = new Map<string, Placed[]>();
  readonly #lengths: readonly number[];

  constructor(clauses: readonly Clause[], axis: Axis) {
    for (const [at, clause] of clauses.entries()) {
      for (const entry of entriesOf(clause, axis)) {
        remember(this.#byPrefix, entry.prefix, () => []).push({ entry, at });
      }
    }
    this.#lengths = [...new Set([...this.#byPrefix.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  }

  candidates({ prefix }: Atom): readonly Placed[] {
    const found: Placed[] = [];
    for (const length of this.#lengths) {
      if (length > prefix.length) break;
      const placed = this.#byPrefix.get(prefix.slice(0, length));
      if (placed !== undefined) found.push(...placed);
    }
    return found;
  }
}

function entriesOf(clause: Clause, axis: Axis): readonly Atom[] {
  if (axis === "action") return clause.actions;
  return axis === "resource" ? clause.resources : clause.principals;
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const present = known.get(key);
  if (present !== undefined) return present;
  const made = make();
  known.set(key, made);
  return made;
}
