/** The same change in many instances, of which the values differ only by the instances' keys, is one row: `arn:.../${key}/*`. */
import { withoutKeys } from "../../terraform/address";
import { type InstanceKey, keysOf } from "../../terraform/instance-key";
import { compareTexts } from "../../text/compare-texts";
import { getOrInsert } from "../../text/group-by";
import { listValues, type Message, type MessagePart, say, uniqueMessages, words } from "../../text/message";
import { comparePlaces, compareRows } from "./group";
import type { Origin, PlanAddress, Row } from "./report";

/** How many keys a row names; its places have all. */
const KEYS = 12;

/** Rows that say the same but for the keys become one. Secrets must be hidden before: half of a secret is not found by its value. */
export function foldInstances<T extends Row>(rows: readonly T[]): readonly T[] {
  const groups = new Map<string, RowPattern<T>[]>();
  for (const [index, row] of rows.entries()) {
    const pattern = patternOf(row);
    const key = pattern === undefined ? String(index) : keyOf(pattern);
    const one = pattern ?? { row, message: row.message, details: row.details, keys: [] };
    getOrInsert(groups, key, (): RowPattern<T>[] => []).push(one);
  }
  const folded = [...groups.values()].map((group) =>
    group.length === 1 ? (group[0] as RowPattern<T>).row : fold(group),
  );
  return folded.length === rows.length ? rows : folded.sort(compareRows);
}

/** A row whose texts have placeholders in place of the keys of its address. */
interface RowPattern<T extends Row> {
  readonly row: T;
  readonly message: Message;
  readonly details: readonly Message[];
  readonly keys: readonly InstanceKey[];
}

/** Undefined if the row is for several instances, or if its text does not contain the key. */
function patternOf<T extends Row>(row: T): RowPattern<T> | undefined {
  const [first, ...rest] = row.places;
  const keys = keysOf((first as PlanAddress).address);
  if (keys.length === 0 || rest.some(({ address }) => keysOf(address).join("\n") !== keys.join("\n"))) return undefined;
  const names = namesOf(keys);
  if (row.message.some((part) => typeof part !== "string" && part.value.includes("${key"))) return undefined;
  const message = abstractKeys(row.message, names);
  if (message === row.message) return undefined;
  return { row, message, details: row.details.map((text) => abstractKeys(text, names)), keys };
}

function keyOf<T extends Row>({ row, message }: RowPattern<T>): string {
  const { rule, level, places } = row;
  const suppression = row as Partial<Record<"reason" | "until" | "isOff", unknown>>;
  const plain = withoutKeys((places[0] as PlanAddress).address);
  return JSON.stringify([rule, level, plain, message, suppression.reason, suppression.until, suppression.isOff]);
}

/** `${key}`, or `${key1}` and `${key2}` where an address has several that differ; the longest first, so that none is a part of another. */
function namesOf(keys: readonly InstanceKey[]): ReadonlyMap<string, string> {
  const texts = [...new Set(keys.map(String))];
  const named = texts.map((text, index): [string, string] => [
    text,
    texts.length === 1 ? "${key}" : `\${key${index + 1}}`,
  ]);
  return new Map(named.sort(([a], [b]) => b.length - a.length));
}

/** Replaces keys in a message by their names. Returns the same message if it contains no key as a word. */
function abstractKeys(text: Message, names: ReadonlyMap<string, string>): Message {
  let isSame = true;
  const parts = text.map((part): MessagePart => {
    if (typeof part === "string") return part;
    const value = [...names].reduce((now, [key, name]) => replaceWord(now, key, name), part.value);
    if (value === part.value) return part;
    isSame = false;
    return { value };
  });
  return isSame ? text : parts;
}

function replaceWord(text: string, word: string, by: string): string {
  if (word === "" || !text.includes(word)) return text;
  let written = "";
  let at = 0;
  for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, at)) {
    const end = found + word.length;
    const isWhole = !/[A-Za-z0-9]/.test(text[found - 1] ?? "") && !/[A-Za-z0-9]/.test(text[end] ?? "");
    written += text.slice(at, found) + (isWhole ? by : word);
    at = end;
  }
  return written + text.slice(at);
}

/** What a row says in one of its places. */
export function messageAt({ message, isPattern }: Row, { address }: PlanAddress): Message {
  if (isPattern !== true) return message;
  const names = namesOf(keysOf(address));
  const fill = (value: string) => [...names].reduce((now, [key, name]) => now.replaceAll(name, () => key), value);
  return message.map((part) => (typeof part === "string" ? part : { value: fill(part.value) }));
}

function fold<T extends Row>(group: readonly RowPattern<T>[]): T {
  const { row, message, keys } = group[0] as RowPattern<T>;
  const rows = group.map((one) => one.row);
  const origins = new Map(
    rows.flatMap((one) => one.origins).map((origin): [string, Origin] => [JSON.stringify(origin), origin]),
  );
  return {
    ...row,
    isPattern: true,
    message,
    details: [tellKeys(group, keys), ...uniqueMessages(group.flatMap(({ details }) => details))],
    places: rows.flatMap(({ places }) => places).sort(comparePlaces),
    origins: [...origins].sort(([a], [b]) => compareTexts(a, b)).map(([, origin]) => origin),
  };
}

/** `${key}: team-00, team-01 and 38 more` */
function tellKeys<T extends Row>(group: readonly RowPattern<T>[], first: readonly InstanceKey[]): Message {
  if (new Set(first.map(String)).size > 1) return words("`${key1}` is the first key of each address, and so on");
  const keys = [...new Set(group.map(({ keys }) => String(keys[0])))];
  return say`${"${key}"} is ${listValues(keys, KEYS)}`;
}
