/** Lists in sentences: `a`, `a and b`, `a, b and c`. */

/** The items, and the words between them. */
export function withConjunction<T>(items: readonly T[], last: "and" | "or"): readonly (T | string)[] {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return [index === items.length - 1 ? ` ${last} ` : ", ", item];
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[], last: "and" | "or" = "and"): string {
  return withConjunction(items, last).join("");
}
