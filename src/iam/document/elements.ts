/** The elements of a policy's objects: names in any case, lone values as lists, and what is wrong with them. */
import {
  allDiffer,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonOffset,
  membersOf,
  nameOfKind,
  pointerTo,
} from "../../json/json-node";
import { type Message, mergeWords, say, withBackticks, words } from "../../text/message";
import type { SourcePlace } from "../../text/source-place";
import { nearestName } from "../../text/suggest-name";
import { ANYTHING, hasOwnValues, textOfIntrinsic, withoutDynamicReferences } from "./intrinsics";
import type { ElementIssue, Located } from "./policy";

/** Finds the place of an offset; what came without a text has a pointer only. */
export type Locate = (pointer: string, offset: JsonOffset) => SourcePlace;

/** The same for what a string of the text holds: each part of it has the position of that string. */
export function locateInside(locate: Locate, inside: JsonNode | undefined): Locate {
  return inside === undefined ? locate : (pointer) => locate(pointer, inside.start);
}

/** Collects what is wrong with the elements of an object, and finds their places. */
export class Notes {
  readonly locate: Locate;
  readonly #issues: ElementIssue[] = [];

  constructor(locate: Locate) {
    this.locate = locate;
  }

  /** What is wrong so far, in the order in which it was found. */
  get issues(): readonly ElementIssue[] {
    return this.#issues;
  }

  add(issue: ElementIssue): void {
    this.#issues.push(issue);
  }
}

/** One element that is there. */
export interface Element {
  /** As AWS spells it. */
  readonly name: string;
  readonly pointer: string;
  readonly node: JsonNode;
}

/** The elements of an object by their names. */
interface Elements {
  get(name: string): Element | undefined;
}

/** The elements of an object by their right names; others, wrong cases and doubles are issues. */
export function elementsOf(object: JsonObject, names: readonly string[], pointer: string, notes: Notes): Elements {
  return isPlain(object, names)
    ? new PlainElements(object.members, pointer)
    : findElementIssues(object, names, pointer, notes);
}

/** Whether all is well with the names of an object's elements, as in most. */
function isPlain({ members }: JsonObject, names: readonly string[]): boolean {
  return members.every(({ key }) => names.includes(key)) && allDiffer(members);
}

/** Few elements: looking at each is quicker than a map. */
class PlainElements implements Elements {
  readonly #members: readonly JsonMember[];
  readonly #pointer: string;

  constructor(members: readonly JsonMember[], pointer: string) {
    this.#members = members;
    this.#pointer = pointer;
  }

  get(name: string): Element | undefined {
    for (const { key, value } of this.#members) {
      if (key === name) return { name, pointer: `${this.#pointer}/${name}`, node: value };
    }
    return undefined;
  }
}

function findElementIssues(object: JsonObject, names: readonly string[], pointer: string, notes: Notes): Elements {
  const chosen = new Map<string, JsonMember>();
  for (const member of membersOf(object)) {
    const name = rightName(member.key, names);
    const other = name === undefined ? undefined : chosen.get(name);
    if (name === undefined) notes.add(unknownElement(member, names, pointer, notes));
    else if (other?.key === name) notes.add(doubleElement({ name, pointer, out: member, kept: other }, notes.locate));
    else {
      if (other !== undefined) notes.add(doubleElement({ name, pointer, out: other, kept: member }, notes.locate));
      chosen.set(name, member);
    }
  }
  const elements = new Map<string, Element>();
  for (const [name, member] of chosen) {
    if (member.key !== name) notes.add(wrongCase(name, member, pointer, notes.locate));
    elements.set(name, { name, pointer: pointerTo(pointer, member.key), node: member.value });
  }
  return elements;
}

function rightName(key: string, names: readonly string[]): string | undefined {
  if (names.includes(key)) return key;
  const lower = key.toLowerCase();
  return names.find((name) => name.toLowerCase() === lower);
}

/** The first few get a hint with what may have been meant: who writes more of them, or long ones, means nothing. */
function unknownElement(member: JsonMember, names: readonly string[], pointer: string, notes: Notes): ElementIssue {
  const { key, keyStart } = member;
  const near = key.length > 40 || notes.issues.length >= 20 ? undefined : nearestName(key, names);
  return {
    kind: "unknown",
    element: key,
    ...reasonOf(words("there is no such element here")),
    hint: near === undefined ? `the elements here are ${names.join(", ")}` : `did you mean \`${near}\`?`,
    ...notes.locate(pointerTo(pointer, key), keyStart),
  };
}

/** An element that occurs twice: the one that is not read, and the one that is. */
interface DoubleElement {
  readonly name: string;
  readonly pointer: string;
  readonly out: JsonMember;
  readonly kept: JsonMember;
}

function doubleElement({ name, pointer, out, kept }: DoubleElement, locate: Locate): ElementIssue {
  return {
    kind: "duplicate",
    element: name,
    ...reasonOf(say`${out.key} and ${kept.key} are the same element, and only ${kept.key} is read`),
    hint: `write \`${name}\` once`,
    ...locate(pointerTo(pointer, out.key), out.keyStart),
  };
}

function wrongCase(name: string, member: JsonMember, pointer: string, locate: Locate): ElementIssue {
  return {
    kind: "wrong-case",
    element: name,
    ...reasonOf(say`the element is written ${member.key}`),
    hint: `write \`${name}\``,
    ...locate(pointerTo(pointer, member.key), member.keyStart),
  };
}

function reasonOf(parts: Message): Pick<ElementIssue, "reason" | "parts"> {
  return { reason: withBackticks(parts), parts };
}

/** Notes a value that is not what the element takes. */
export function noteWrongType({ name, pointer, node }: Element, wanted: Message, notes: Notes): void {
  const reason = reasonOf(mergeWords(say`${wanted} is expected, not ${words(nameOfKind(node))}`));
  notes.add({ kind: "wrong-type", element: name, ...reason, ...notes.locate(pointer, node.start) });
}

/** The string of an element; another value is an issue. */
export function stringOf(element: Element | undefined, notes: Notes): Located<string> | undefined {
  if (element === undefined) return undefined;
  const text = textOf(element.node);
  if (text !== undefined) return located(text, element, notes.locate);
  noteWrongType(element, words("a string"), notes);
  return undefined;
}

/** The strings of an element, of which a lone one is a list of one; other values are issues. */
export function stringsOf(element: Element | undefined, notes: Notes): Located<string>[] | undefined {
  if (element === undefined) return undefined;
  const { name, pointer, node } = element;
  if (node.kind !== "array") {
    const text = textOf(node);
    if (text !== undefined) return [located(text, element, notes.locate)];
    noteWrongType(element, words("a string or a list of strings"), notes);
    return [];
  }
  const strings: Located<string>[] = [];
  node.items.forEach((item, index) => {
    const part = { name, pointer: `${pointer}/${index}`, node: item };
    const text = textOf(item);
    if (text !== undefined) strings.push(located(text, part, notes.locate));
    else noteWrongType(part, words("a string"), notes);
  });
  return strings;
}

/** The strings, numbers and booleans of an element; other values are issues. */
export function scalarsOf(element: Element, notes: Notes): Located<string | number | boolean>[] {
  return itemsOf(element).flatMap((item) => {
    const { node } = item;
    if (node.kind === "number" || node.kind === "boolean") {
      return [located<string | number | boolean>(node.value, item, notes.locate)];
    }
    const text = textOf(node);
    if (text !== undefined) return [located<string | number | boolean>(text, item, notes.locate)];
    noteWrongType(item, words("a string, a number or a boolean"), notes);
    return [];
  });
}

/** The text of a string, or of a call that gives a string. */
function textOf(node: JsonNode): string | undefined {
  const text = node.kind === "string" ? node.value : textOfIntrinsic(node);
  return text === undefined ? undefined : withoutDynamicReferences(text);
}

/** The items of a list, or the single value. */
export function itemsOf(element: Element): readonly Element[] {
  const { name, pointer, node } = element;
  if (node.kind !== "array") return [element];
  return node.items.map((item, index) => ({ name, pointer: pointerTo(pointer, index), node: item }));
}

function located<T>(value: T, { pointer, node }: Element, locate: Locate): Located<T> {
  const { line, column, file } = locate(pointer, node.start);
  const here = line === undefined ? { value, pointer } : { value, pointer, line, column };
  const found = file === undefined ? here : { ...here, file };
  const source = node.kind === "string" ? node.source : hasOwnValues(node) ? ANYTHING : undefined;
  return source === undefined ? found : { ...found, source };
}
