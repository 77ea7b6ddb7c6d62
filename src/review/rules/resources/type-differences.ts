/** How the type of a value changes, also inside of it. */
import type { Json } from "../../../json/json-value";
import { isFields, isList } from "../../../json/json-value";
import { markOf } from "../../../terraform/plan/marks";
import type { Marked } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";

/** Deeper parts of a value are not compared. */
const MAX_DEPTH = 8;

/** A part of the value after the change. */
interface ValuePart {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  /** `a.b[*].c`; empty for the whole value. */
  readonly path: string;
  readonly depth: number;
}

/** `string → list`, `a[*].b string → number`, `no a.c`. A new attribute does not count as a difference, because it breaks no reader. */
export function typeDifferences(before: Json | undefined, { value, unknown }: Marked): readonly Message[] {
  return compare(before, { value, unknown, path: "", depth: 0 });
}

/** A part that is known only after apply may be of any type. */
function compare(from: Json | undefined, to: ValuePart): readonly Message[] {
  if (to.unknown === true || to.depth === MAX_DEPTH) return [];
  const [old, now] = [typeOf(from), typeOf(to.value)];
  if (old !== now) {
    const difference = words(`${old} → ${now}`);
    return old === "null" ? [] : [to.path === "" ? difference : say`${to.path} ${difference}`];
  }
  if (isList(from) && isList(to.value)) {
    const [one, other] = [sampleOf(from), sampleOf(to.value)];
    if (one === undefined || other === undefined) return [];
    return compare(one, partOf(to, { step: 0, value: other, path: `${to.path}[*]` }));
  }
  return isFields(from)
    ? Object.keys(from)
        .sort()
        .flatMap((name) => compareAttribute(from[name], to, name))
    : [];
}

function compareAttribute(from: Json | undefined, to: ValuePart, name: string): readonly Message[] {
  const path = to.path === "" ? name : `${to.path}.${name}`;
  if (isFields(to.value) && Object.hasOwn(to.value, name)) {
    return compare(from, partOf(to, { step: name, value: to.value[name], path }));
  }
  return markOf(to.unknown, name) === undefined ? [say`no ${path}`] : [];
}

function partOf(
  { unknown, depth }: ValuePart,
  { step, value, path }: { readonly step: string | number; readonly value: Json | undefined; readonly path: string },
): ValuePart {
  return { value, unknown: markOf(unknown, step), path, depth: depth + 1 };
}

/** The first element that is not null: all elements of a list have one type. */
function sampleOf(list: readonly Json[]): Json | undefined {
  return list.find((item) => item !== null);
}

function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "null";
  return isList(value) ? "list" : typeof value;
}
