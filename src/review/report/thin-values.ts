/** Two values without the parts that are the same in both: only what differs has to be searched for secrets, and compared. */
import { type Fields, isFields, isList, isNested, type Json } from "../../json/json-value";
import { jsonText } from "../../terraform/plan/json-text";
import { sameJson } from "../../terraform/plan/same-json";

/** Stands in place of an object or a list that is the same on both sides. */
export const SAME = "(the same)";

/** Deeper parts stay as they are. */
const DEPTH = 8;

/** Under such a key stands the name of the value beside it, which says whether that is secret. */
const NAMES_VALUE = /^(?:parameter_?)?(?:name|key)$/i;

/** Both values; equal objects and lists are {@link SAME}, and equal texts and numbers of objects are left out, but for names. */
export function thinValues(before: Json, after: Json, depth = 0): readonly [Json, Json] {
  if (depth > DEPTH) return [before, after];
  if (isList(before) && isList(after)) return thinLists(before, after, depth);
  if (isFields(before) && isFields(after)) return thinFields(before, after, depth);
  return [before, after];
}

function thinFields(before: Fields, after: Fields, depth: number): readonly [Json, Json] {
  const [old, now] = [{ ...before }, { ...after }];
  for (const key of Object.keys(before)) {
    const [one, other] = [before[key] as Json, after[key]];
    if (other === undefined) continue;
    if (isNested(one) && isNested(other)) {
      [old[key], now[key]] = sameJson(one, other) ? [SAME, SAME] : thinValues(one, other, depth + 1);
    } else if (one === other && !NAMES_VALUE.test(key)) {
      delete old[key];
      delete now[key];
    }
  }
  return [old, now];
}

/** Elements are matched wherever they stand, and keep their places. */
function thinLists(before: readonly Json[], after: readonly Json[], depth: number): readonly [Json, Json] {
  const places = new Map<string, number[]>();
  for (const [index, item] of after.entries()) {
    const text = jsonText(item);
    const same = places.get(text);
    if (same === undefined) places.set(text, [index]);
    else same.push(index);
  }
  const [old, now] = [[...before], [...after]];
  const left: number[] = [];
  for (const [index, item] of before.entries()) {
    const place = places.get(jsonText(item))?.shift();
    if (place === undefined) left.push(index);
    else if (isNested(item)) {
      old[index] = SAME;
      now[place] = SAME;
    }
  }
  const added = [...places.values()].flat();
  const [one, other] = [left[0], added[0]];
  if (left.length === 1 && added.length === 1 && one !== undefined && other !== undefined)
    [old[one], now[other]] = thinValues(old[one] as Json, now[other] as Json, depth + 1);
  return [old, now];
}
