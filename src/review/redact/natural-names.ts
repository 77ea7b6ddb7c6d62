/** Tells names that people choose from random strings. */

/** `Data`, `lake`, `RDS`, `2024`: what a name is made of. */
const PARTS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

/** Four letters and more that can be spoken: a vowel, and neither five consonants nor four vowels in a row. Capitals alone say nothing. */
const WORD = /^(?=.{4})(?=.*[aeiouy])(?!.*[^aeiouyAEIOUY]{5})(?!.*[aeiouy]{4})[A-Z]?[a-z]+$/;

/** How much of a name its words make, at least; and how long its parts are, on average. Few random strings reach both. */
const WORDS_SHARE = 0.45;
const PART_LENGTH = 2.6;

/** Whether a string of letters and digits is made of words: `DataLakeS3ToRDSLoaderRole1`. */
export function isName(text: string): boolean {
  const parts = text.match(PARTS) ?? [];
  if (text.length < parts.length * PART_LENGTH) return false;
  const inWords = parts.filter((part) => WORD.test(part)).reduce((sum, part) => sum + part.length, 0);
  return inWords >= text.length * WORDS_SHARE;
}

/**
 * ARNs, objects in buckets, and paths of files: a name there may be any string, and is no credential because it looks random.
 * What follows `?` is not part of the name, and the path of a web address may be a token.
 */
const NAMES =
  /\barn:aws[\w-]*:[^\s"'`<>?]+|\b(?:s3[an]?|gs|abfss?|wasbs?):\/\/[^\s"'`<>?]+|(?<![\w./:+=-])(?:\.{1,2}\/|\/)?[a-z][a-z0-9._-]{2,60}\/(?:[\w.=-]+\/)*[\w.=-]*(?![\w+/=])/g;

/** The text with blanks in place of names in ARNs and paths, so that the positions of the rest stay. */
export function outsideNames(text: string): string {
  if (!text.includes("/") && !text.includes("arn:")) return text;
  return text.replace(NAMES, (name) => (isSecretKey(name) ? name : " ".repeat(name.length)));
}

/** A secret access key of AWS has 40 characters of base64, and `/` is one of them. */
function isSecretKey(name: string): boolean {
  return /^[A-Za-z0-9+/]{40}$/.test(name);
}
