/** JSON of a value with the keys of objects in order, however deep it is nested: a plan may hold what ends a recursion. */
import { type Fields, isList, type Json } from "../../json/json-value";

/** Deeper values are written without recursion. */
const SHALLOW = 200;

/** The text of a value; the same for the same value, whatever the order of its keys. */
export function jsonText(json: Json): string {
  return isPlain(json, 0) ? JSON.stringify(json) : writeSorted(json);
}

/** Whether the value is shallow and its keys are in order, as Terraform writes them: then nothing has to be made. */
function isPlain(json: Json, depth: number): boolean {
  if (json === null || typeof json !== "object") return true;
  if (depth === SHALLOW) return false;
  if (isList(json)) {
    for (const item of json) if (typeof item === "object" && !isPlain(item, depth + 1)) return false;
    return true;
  }
  const object = json as Fields;
  let last = "";
  for (const key in object) {
    if (last > key) return false;
    last = key;
    const part = object[key] as Json;
    if (typeof part === "object" && !isPlain(part, depth + 1)) return false;
  }
  return true;
}

/** What is still to be written: a text as it is, or a value. */
type Pending = { readonly text: string } | { readonly json: Json };

function writeSorted(whole: Json): string {
  const open: Pending[] = [{ json: whole }];
  let written = "";
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ("text" in next) written += next.text;
    else if (next.json === null || typeof next.json !== "object") written += JSON.stringify(next.json);
    else {
      const inside = isList(next.json) ? partsOfList(next.json) : partsOfObject(next.json as Fields);
      for (let index = inside.length - 1; index >= 0; index--) open.push(inside[index] as Pending);
    }
  }
  return written;
}

function partsOfList(list: readonly Json[]): readonly Pending[] {
  const items = list.flatMap((json, index): readonly Pending[] => [{ text: index === 0 ? "[" : "," }, { json }]);
  return items.length === 0 ? [{ text: "[]" }] : [...items, { text: "]" }];
}

function partsOfObject(object: Fields): readonly Pending[] {
  const items = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .flatMap((key, index): readonly Pending[] => [
      { text: `${index === 0 ? "{" : ","}${JSON.stringify(key)}:` },
      { json: object[key] as Json },
    ]);
  return items.length === 0 ? [{ text: "{}" }] : [...items, { text: "}" }];
}
