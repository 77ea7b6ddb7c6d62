/** A cache of results by key. At its size limit the oldest entry is removed. */
export class Memo<K, V> {
  readonly #most: number;
  readonly #results = new Map<K, V>();

  /** @param most how many results are kept at most */
  constructor(most: number) {
    this.#most = most;
  }

  /** The result of a key, made where it is not known. */
  get(key: K, make: () => V): V {
    const known = this.#results.get(key);
    if (known !== undefined || this.#results.has(key)) return known as V;
    const made = make();
    if (this.#results.size >= this.#most) this.#results.delete(this.#results.keys().next().value as K);
    this.#results.set(key, made);
    return made;
  }
}
