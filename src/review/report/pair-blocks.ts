/** Finds which block of a set became which: a plan gives sets as lists in no order. */
import { type Fields, isFields, isList, type Json } from "../../json/json-value";
import { sameJson } from "../../terraform/plan/same-json";

/** A block, and what it became. */
export type PairedBlocks = readonly [before: Fields, after: Fields];

/** So many pairs are tried at most. More blocks stay as they are. */
const MOST_TRIED = 400;
/** Of two blocks that are the same one, at least this part of the arguments is the same. */
const LEAST_ALIKE = 0.5;

/** Pairs the blocks of which most arguments are the same, the most alike first. */
export function pairBlocks(removed: readonly Json[], added: readonly Json[]): readonly PairedBlocks[] {
  if (removed.length * added.length > MOST_TRIED) return [];
  const blocks = removed.filter(isFields);
  const tried = blocks.flatMap((before) =>
    added
      .filter(isFields)
      .map((after) => ({ before, after, alike: likeness(before, after) }))
      .filter(({ alike }) => alike >= LEAST_ALIKE),
  );
  const taken = new Set<Fields>();
  const found = new Map<Fields, Fields>();
  for (const { before, after } of tried.sort((a, b) => b.alike - a.alike)) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    found.set(before, after);
  }
  // In the order of the blocks before the change.
  return blocks.flatMap((before) => {
    const after = found.get(before);
    return after === undefined ? [] : [[before, after] as const];
  });
}

/** The part of the arguments that is the same; those that neither of the two sets do not count. */
function likeness(before: Fields, after: Fields): number {
  const names = new Set([...setNames(before), ...setNames(after)]);
  const same = [...names].filter((name) => sameJson(before[name], after[name]));
  return names.size === 0 ? 0 : same.length / names.size;
}

function setNames(block: Fields): readonly string[] {
  return Object.keys(block).filter((name) => hasContent(block[name]));
}

/** Whether an argument is set: the provider writes every argument of a block. */
export function hasContent(value: Json | undefined): boolean {
  if (isList(value)) return value.length > 0;
  if (isFields(value)) return Object.keys(value).length > 0;
  return value != null && value !== "" && value !== false;
}
