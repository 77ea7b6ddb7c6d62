/** A map of texts as a caller holds it: a token of cdktf, or a plain object, whose every key is a text. */
import { isProbed } from "./probed-names";

/** Where a key that JavaScript or cdktf look for themselves is reached: `map.at("length")`. */
export interface ByKey<T> {
  at(key: string): T;
}

/**
 * `target` as it is for cdktf; a key that it has not is looked up by `at`. JavaScript would give undefined, which
 * disappears from whatever takes it.
 */
export function mapToken(target: object, at: (key: string) => unknown): object {
  return new Proxy(target, {
    get(_target, key) {
      if (key === "at" && !Object.hasOwn(target, key)) return at;
      return isProbed(key) || Object.hasOwn(target, key) ? Reflect.get(target, key) : at(String(key));
    },
  });
}
