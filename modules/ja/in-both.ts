/** Texts of a definition in English and Japanese. */
import type { LocalText } from "tfwright";

/** A block of code at the end of a text. */
const CODE = /\n\n```[\s\S]*```$/;

/**
 * English texts with the Japanese ones in the same order. Where a text has no Japanese one, it stays English. A block of code at
 * the end of a text is the same in both, and stands in the English text alone.
 */
export function inBoth(english: readonly string[], japanese: readonly string[]): readonly LocalText[] {
  return english.map((en, index) => {
    const ja = japanese[index];
    return ja === undefined ? en : { en, ja: `${ja}${CODE.exec(en)?.[0] ?? ""}` };
  });
}
