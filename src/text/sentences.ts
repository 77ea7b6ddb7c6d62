/** Sentences put together, in languages that end and separate them in their own ways. */

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/u;
const ENDED = /[.!?:。！？：]$/u;
/** Full-width punctuation has its space within itself. */
const FULL_WIDTH_END = /[。！？：]$/u;

/** A text with a full stop, if it has none: `。` in a Japanese text. */
export function endSentence(text: string): string {
  if (ENDED.test(text)) return text;
  return `${text}${JAPANESE.test(text) ? "。" : "."}`;
}

/** Sentences one behind the other; those that are empty are left out. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== "")
    .reduce(
      (before, next) => (before === "" || FULL_WIDTH_END.test(before) ? `${before}${next}` : `${before} ${next}`),
      "",
    );
}

/** The first sentence of a paragraph without line breaks; the whole paragraph if it has no end of a sentence. */
export function firstSentence(paragraph: string): string {
  return /^.*?(?:[.!?](?=\s+[\p{Lu}`"'([]|$)|[。！？])/u.exec(paragraph)?.[0] ?? paragraph;
}
