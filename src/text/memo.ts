/** A function of an object that makes the result of each object once, and keeps it as long as the object lives. */
export function memoizeByObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const results = new WeakMap<K, V>();
  return (object) => {
    const known = results.get(object);
    if (known !== undefined || results.has(object)) return known as V;
    const made = make(object);
    results.set(object, made);
    return made;
  };
}

/** A function that calls `make` at its first call, and gives the same result at each. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A cache of results by key. At its size limit the oldest entry is removed. */
export class Memo<K, V> {
  readonly #most: number;
  readonly #longest: number;
  readonly #results = new Map<K, V>();
  /** Stays behind the keys that were removed, where a new iterator would pass over the gaps of all of them. */
  #oldest: Iterator<K> | undefined;

  /**
   * @param most how many results are kept at most; a cache that goes with a run or a policy needs no limit
   * @param longest how long a key may be that is a text; the result of a longer one is made each time
   */
  constructor(most = Number.POSITIVE_INFINITY, longest = Number.POSITIVE_INFINITY) {
    this.#most = most;
    this.#longest = longest;
  }

  /** The result of a key, made from it where it is not known. */
  get(key: K, make: (key: K) => V): V {
    const known = this.#results.get(key);
    if (known !== undefined || this.#results.has(key)) return known as V;
    const made = make(key);
    if (typeof key === "string" && key.length > this.#longest) return made;
    if (this.#results.size >= this.#most) this.#removeOldest();
    this.#results.set(key, made);
    return made;
  }

  /** Whether the result of a key is known. */
  has(key: K): boolean {
    return this.#results.has(key);
  }

  #removeOldest(): void {
    this.#oldest ??= this.#results.keys();
    this.#results.delete(this.#oldest.next().value as K);
  }
}
