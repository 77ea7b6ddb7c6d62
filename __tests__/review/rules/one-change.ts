/** What a review tells of one change, for tables of dangers and of their harmless neighbours. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

type Marks = Pick<GivenChange, "unknown" | "sensitive">;

export const updated = (type: string, before: Json, after: Json, marks: Marks = {}): GivenChange => ({
  address: `${type}.a`,
  before,
  after,
  ...marks,
});

export const created = (type: string, after: Json, marks: Marks = {}): GivenChange => ({
  address: `${type}.a`,
  after,
  ...marks,
});

export const gone = (type: string, before: Json): GivenChange => ({ address: `${type}.a`, before });

/** A name, a change, and what is told of it. */
export type Danger = [name: string, given: GivenChange, want: readonly string[]];

const told = (change: GivenChange) =>
  reviewOf([{ changes: [change] }]).rows.map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);

/** All rows but the notes that every such change has. */
export function expectTold(change: GivenChange, want: readonly string[]): void {
  const always = /^(?:destroyed|permission-\w+|network-(?:unknown|closed)) note/;
  expect(told(change).filter((text) => !always.test(text))).toEqual(want);
}

export function expectHarmless(change: GivenChange): void {
  expect(told(change).filter((text) => !/^\S+ note/.test(text))).toEqual([]);
}
