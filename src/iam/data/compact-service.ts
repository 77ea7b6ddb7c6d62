/**
 * The file of a service, short and still readable: one line per condition key, per type and per action.
 *
 * - `conditionKeys`: `[key, type of its value]`;
 * - `resourceTypes`: `[name, ARN format, keys, further formats...]`;
 * - `actions`: `[name, access, keys, dependent actions, [types, keys]...]`. Access is letters of Read, List, Write,
 *   Permissions management and Tagging; `!` after a type says that it is required, `+` in it is a space; lists are words
 *   with spaces between.
 *
 * Among keys `:Vpc` is the service's own, and a name with a placeholder ends before it: `aws:ResourceTag/`.
 */
import type { AccessLevel } from "./service-data";

/** A service in the form of its file. */
export interface CompactService {
  readonly service: string;
  readonly conditionKeys: readonly (readonly [key: string, type: string])[];
  readonly resourceTypes: readonly CompactType[];
  readonly actions: readonly CompactAction[];
}

/** The line of a type. */
export type CompactType = readonly [name: string, arn: string, keys?: string, ...otherArns: string[]];

/** The line of an action. */
export type CompactAction = readonly [
  name: string,
  access: string,
  keys?: string,
  needs?: string,
  ...types: CompactUse[],
];

/** Types that an action works on, and the keys that hold for each of them. */
export type CompactUse = readonly [names: string, keys?: string];

/** The letters of the access levels. */
export const accessLetters: Readonly<Record<AccessLevel, string>> = {
  Read: "R",
  List: "L",
  Write: "W",
  "Permissions management": "P",
  Tagging: "T",
};

/** A name in a list of words: `function alias` is `function+alias`. */
export function toWord(name: string): string {
  return name.replaceAll(" ", "+");
}

/** The name that a word of a list stands for. */
export function fromWord(word: string): string {
  return word.replaceAll("+", " ");
}

/** A condition key up to its placeholder: `s3:ExistingObjectTag/` of `s3:ExistingObjectTag/<key>`. */
export function stemOfKey(key: string): string {
  return key.split(/\$\{|</)[0] ?? key;
}
