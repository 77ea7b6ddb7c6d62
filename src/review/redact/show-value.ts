/** A value with its secrets replaced: by mark, by the names they are kept under, and by what `hide` finds in texts. */
import { type Fields, isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import { markOf } from "../../terraform/plan/marks";
import { isCredentialName, kindOfName, type NameGiver } from "./credential-names";
import { SENSITIVE } from "./ranges";
import { isHarmless, mayNameCredential } from "./secret-shapes";

/** Deeper values are hidden whole: no provider has such, and an attacker could end the process with one. */
const MAX_DEPTH = 200;

/** JSON text up to this length is read member by member; in a longer one the shapes of text must do. */
const MAX_JSON = 1_000_000;

/** The position of a value. */
interface ValueContext {
  /** The nearest name. */
  readonly name: string;
  readonly giver: NameGiver;
  readonly depth: number;
}

/** The value as it may be shown; undefined is null. */
export function showValue(
  value: Json | undefined,
  marks: Json | undefined,
  path: ValuePath,
  hide: (text: string) => string,
): Json {
  const names = path.filter((step) => typeof step === "string");
  const isInContainer = names.slice(0, -1).some((name) => kindOfName(name) === "container");
  const giver = isInContainer ? "people" : "provider";
  return new Shower(hide).show(value ?? null, marks || undefined, { name: names.at(-1) ?? "", giver, depth: 0 });
}

class Shower {
  readonly #hide: (text: string) => string;

  constructor(hide: (text: string) => string) {
    this.#hide = hide;
  }

  show(value: Json, marks: Json | undefined, here: ValueContext): Json {
    if (marks === true || here.depth > MAX_DEPTH) return SENSITIVE;
    if (typeof value === "string") return this.#showText(value, here);
    if (typeof value === "number") return this.#showNumber(value, here);
    if (isList(value)) return this.#showList(value, marks, here);
    return isFields(value) ? this.#showFields(value, marks, here) : value;
  }

  #showNumber(value: number, here: ValueContext): Json {
    if (isCredentialName(here.name, here.giver)) return SENSITIVE;
    const text = String(value);
    return this.#hide(text) === text ? value : SENSITIVE;
  }

  #showText(text: string, here: ValueContext): string {
    if (isCredentialName(here.name, here.giver) && !isHarmless(text)) return SENSITIVE;
    return this.#hide(this.#showJson(text, here) ?? text);
  }

  /**
   * A JSON text without the values whose names look like credentials; undefined if there are no such values. Values are found in
   * the whole text.
   */
  #showJson(text: string, here: ValueContext): string | undefined {
    if (text.length > MAX_JSON || !/^\s*[[{]/.test(text) || !mayNameCredential(text)) return undefined;
    let json: Json;
    try {
      json = JSON.parse(text) as Json;
    } catch {
      return undefined;
    }
    const byName = new Shower((inside) => inside);
    const shown = byName.show(json, undefined, { name: "", giver: "people", depth: here.depth + 1 });
    return shown === json ? undefined : JSON.stringify(shown);
  }

  #showList(list: readonly Json[], marks: Json | undefined, here: ValueContext): Json {
    const inner = { ...here, depth: here.depth + 1 };
    let shown: Json[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const item = list[index] as Json;
      const next = this.show(item, markOf(marks, index), inner);
      if (next !== item) shown ??= [...list];
      if (shown !== undefined) shown[index] = next;
    }
    return shown ?? list;
  }

  #showFields(fields: Fields, marks: Json | undefined, here: ValueContext): Json {
    const giver = kindOfName(here.name) === "container" ? "people" : here.giver;
    const pair = pairedValue(fields);
    const entries: [string, Json][] = [];
    let same = true;
    for (const key of Object.keys(fields)) {
      const value = fields[key] as Json;
      const name = key === pair?.value ? pair.name : key === pair?.key ? "" : key;
      const next = this.show(value, markOf(marks, key), {
        name,
        giver: key === pair?.value ? "people" : giver,
        depth: here.depth + 1,
      });
      const shownKey = this.#hide(key);
      same &&= next === value && shownKey === key;
      entries.push([shownKey, next]);
    }
    return same ? fields : Object.fromEntries(entries);
  }
}

/** `{ name = "DB_PASSWORD", value = "..." }`: the name of a value is in another field of the same object. */
function pairedValue(of: Fields): { readonly key: string; readonly value: string; readonly name: string } | undefined {
  const keys = Object.keys(of);
  const value = keys.find((name) => /^(?:parameter_?)?value$/i.test(name));
  const key = keys.find((name) => /^(?:parameter_?)?(?:name|key)$/i.test(name));
  const name = key === undefined ? undefined : of[key];
  return key !== undefined && value !== undefined && typeof name === "string" ? { key, value, name } : undefined;
}
