/** Rules on an object that Terraform takes as `any`: it has the attributes of its type, and each is of its type. */
import type { Expression } from "../../hcl/expression";
import { type ObjectAttribute, type ObjectType, TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { capitalize } from "../../text/capitalize";
import { groupBy } from "../../text/group-by";
import { listWords } from "../../text/list-words";
import {
  binaryNode,
  bindingNode,
  callNode,
  conditionalNode,
  FALSE,
  indexNode,
  isNullNode,
  literalNode,
  NULL,
  notNode,
  TRUE,
  templateNode,
} from "../expr/build";
import { asSubject, type ElementPlace, type InnerRule } from "./wrong-element";

/** How a value is converted to a type. There is no function for an object. */
const CONVERSIONS: Partial<Record<TypeConstraint["kind"], string>> = {
  string: "tostring",
  number: "tonumber",
  bool: "tobool",
  list: "tolist",
  set: "tolist",
  map: "tomap",
};

const EMPTY_OBJECT: Expression = { kind: "object", entries: [] };

/**
 * Whether a value is an object or a map: known where anything in the value is unknown until apply.
 *
 * `can(keys(value))` would not do. In Terraform 1.5.7 `can` and `try` are unknown as long as any value is that their argument reads.
 * `false ? value : null` is a null of the value's type, and in it nothing is unknown. `merge` refuses a null of any other type.
 */
export function isObjectNode(value: Expression): Expression {
  const written = isWrittenObject(value);
  if (written !== undefined) return written;
  const none = bindingNode("none");
  // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
  const typed: Expression = { kind: "conditional", condition: FALSE, then: value, otherwise: NULL };
  const result = callNode("can", [callNode("merge", [none, EMPTY_OBJECT])]);
  return indexNode({ kind: "for", value: none, collection: tupleOf([typed]), result }, literalNode(0));
}

/**
 * Whether other rules can read from a value as from an object or a map: what is no object, or null, is told by {@link shapeRules}.
 * Where Terraform 1.5.7 does not know it, because a part of the value is unknown until apply, these rules are checked at apply.
 */
export function hasKeysNode(value: Expression): Expression {
  return isWrittenObject(value) ?? callNode("can", [callNode("keys", [value])]);
}

/** Whether a value that the caller wrote out is an object. */
function isWrittenObject(value: Expression): Expression | undefined {
  if (value.kind === "object") return TRUE;
  if (value.kind === "tuple" || value.kind === "template" || (value.kind === "literal" && value.value !== null))
    return FALSE;
  return undefined;
}

/** What is said of {@link isObjectNode} where HCL is read. */
export const SHAPE_NOTE =
  "Is it an object? Asked of a null of its type: can() of the value is unknown in Terraform 1.5 where a part of it is.";

/** The same of an element, which may be null too. */
export function isObjectElement(value: Expression): Expression {
  const isObject = isObjectNode(value);
  if (isObject.kind === "literal") return isObject;
  if (value.kind === "literal") return FALSE;
  // Not a conditional: for null `isObjectNode` does not fail.
  return { kind: "binary", operator: "&&", left: notNode(isNullNode(value)), right: isObject };
}

/** The rules on an object itself, and not on what its attributes hold. */
export function shapeRules(type: ObjectType, node: Expression): readonly InnerRule[] {
  return [keysRule(type, node), ...typeRule(type, node)];
}

const tupleOf = (items: readonly Expression[]): Expression => ({ kind: "tuple", items });
const namesOf = (all: readonly string[]) => tupleOf(all.map(literalNode));
const without = (list: Expression, others: Expression) => callNode("setsubtract", [list, others]);
const sentence = (...parts: readonly (string | Expression)[]) => templateNode(parts, () => true);
const isEmpty = (list: Expression): Expression => ({
  kind: "binary",
  operator: "==",
  left: callNode("length", [list]),
  right: literalNode(0),
});

/** What is known of an object in every plan: that it is one, and which keys it has. */
interface ObjectKeys {
  readonly known: readonly string[];
  readonly required: readonly string[];
  /** Whether the value is an object. */
  readonly isObject: Expression;
  /** Whether the value may be null, which is said by its name then. @default false */
  readonly mayBeNull?: boolean;
}

/** A test of the keys, and what is said of a value that is no object or has other keys. */
export function keysOf(
  value: Expression,
  { known, required, isObject, mayBeNull }: ObjectKeys,
): Pick<InnerRule, "test" | "wrong"> {
  const unknown = without(callNode("keys", [value]), namesOf(known));
  const missing = without(namesOf(required), callNode("keys", [value]));
  const parts = [
    { names: unknown, verb: " has " },
    ...(required.length === 0 ? [] : [{ names: missing, verb: " has no " }]),
  ];
  const test = parts.map(({ names }) => isEmpty(names)).reduce((all, one) => binaryNode("&&", all, one));
  const other = literalNode("not an object");
  const isWhat = mayBeNull === true ? conditionalNode(isNullNode(value), literalNode("null"), other) : other;
  // Loops, so that the names stand here once: of no names there are no sentences.
  const tell = (place: ElementPlace) => {
    const loops = parts.map(({ names, verb }): Expression => {
      const name = bindingNode("name");
      return { kind: "for", value: name, collection: names, result: sentence(...asSubject(place), verb, name, ".") };
    });
    const [only, ...others] = loops;
    const told = only !== undefined && others.length === 0 ? only : callNode("concat", loops);
    // One text: of an element that is unknown until apply, a list of texts would make the whole message unknown.
    return callNode("join", [
      literalNode(" "),
      conditionalNode(isObject, told, tupleOf([sentence(...asSubject(place), " is ", isWhat, ".")])),
    ]);
  };
  return { test: conditionalNode(isObject, test, FALSE), wrong: { kind: "text", tell, isEmptyWhereRight: true } };
}

/** One rule on what is known in every plan. */
function keysRule({ attributes }: ObjectType, node: Expression): InnerRule {
  const known = Object.keys(attributes);
  const required = known.filter((name) => attributes[name]?.optional !== true);
  const listed = known.map((name) => (required.includes(name) ? `${name} (required)` : name));
  return {
    ...keysOf(node, { known, required, isObject: isObjectElement(node), mayBeNull: true }),
    path: [],
    message: (place) =>
      `${capitalize(place)} must be an object with the ${listed.length === 1 ? "key" : "keys"} ${listWords(listed)}.`,
    asksForShape: true,
  };
}

/** How a value becomes one of a type, and the words for the type. */
interface Conversion {
  readonly words: string;
  readonly of: (value: Expression) => Expression;
  /** Whether the conversion fails for null. @default null stays null */
  readonly refusesNull?: boolean;
}

/**
 * Each value of a map is converted on its own, as Terraform does where an object becomes a map: `tomap` refuses a number beside a bool,
 * which YAML and JSON have in maps of strings. `merge` refuses a list, and makes an empty object of null.
 */
function conversionOf({ type, optional }: ObjectAttribute): Conversion | undefined {
  const name = CONVERSIONS[type.kind];
  if (name === undefined) return undefined;
  if ((type.kind === "list" || type.kind === "set") && type.element.kind === "string")
    return {
      words: "a list of strings without null",
      of: (value) => textsOf(value, name, optional === true),
      refusesNull: optional !== true,
    };
  const element = type.kind === "map" ? type.element.kind : undefined;
  if (element !== "string" && element !== "number" && element !== "bool")
    return { words: TYPE_WORDS[type.kind], of: (value) => callNode(name, [value]) };
  const [entry, item] = [bindingNode("entry"), bindingNode("item")];
  return {
    words: `${TYPE_WORDS.map} of ${element}s`,
    of: (value) => ({
      kind: "for",
      key: entry,
      value: item,
      collection: callNode("merge", [value, EMPTY_OBJECT]),
      resultKey: entry,
      result: callNode(CONVERSIONS[element] as string, [item]),
    }),
  };
}

/** `join` refuses an element that is null: in the module it would fail in a function, with no word of where it stands. */
function textsOf(value: Expression, conversion: string, mayBeNull: boolean): Expression {
  const list = callNode(conversion, [value]);
  // What is a conditional has a default already.
  const isNull = mayBeNull && value.kind !== "conditional";
  return callNode("join", [literalNode(""), isNull ? conditionalNode(isNullNode(value), tupleOf([]), list) : list]);
}

/** Whether a value of an object that Terraform takes as `any` is of its type. None where rules need not ask. */
export function isOfType(attribute: ObjectAttribute, value: Expression): Expression | undefined {
  // Rules on strings ask with `can`, or convert what they read: of another type they are wrong, and fail at nothing.
  const conversion = attribute.type.kind === "string" ? undefined : conversionOf(attribute);
  return conversion === undefined ? undefined : callNode("can", [conversion.of(value)]);
}

/** A list of what is said of each name: a loop where there are several. */
function forNames(names: readonly string[], say: (name: Expression) => Expression): Expression {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return tupleOf([say(literalNode(only))]);
  const name = bindingNode("name");
  return { kind: "for", value: name, collection: namesOf(names), result: say(name) };
}

/** One rule for the types of all attributes. A value that is unknown until apply is accepted. */
function typeRule({ attributes }: ObjectType, node: Expression): readonly InnerRule[] {
  const groups = new Map<string, { readonly words: string; readonly conversion: Conversion; readonly all: string[] }>();
  for (const [name, attribute] of Object.entries(attributes)) {
    const conversion = conversionOf(attribute);
    if (conversion === undefined) continue;
    const { words, refusesNull = false } = conversion;
    const key = `${refusesNull} ${words}`;
    const group = groups.get(key) ?? { words, conversion, all: [] };
    group.all.push(name);
    groups.set(key, group);
  }
  const loops = [...groups.values()].map(({ words, conversion: { of, refusesNull }, all }) => {
    // Of a key that is missing another rule tells.
    const otherwise = refusesNull === true ? tupleOf([]) : NULL;
    const isRight = (name: Expression) => callNode("can", [of(callNode("lookup", [node, name, otherwise]))]);
    const tell = (name: Expression, place: ElementPlace) =>
      conditionalNode(isRight(name), literalNode(""), sentence(...asSubject(place), ".", name, ` must be ${words}.`));
    return {
      test: forNames(all, isRight),
      tell: (place: ElementPlace) => forNames(all, (name) => tell(name, place)),
    };
  });
  if (loops.length === 0) return [];
  const told = [...groupBy([...groups.values()], ({ words }) => words)].map(
    ([words, same]) => `${words} for ${listWords(same.flatMap(({ all }) => all))}`,
  );
  const wrong = (place: ElementPlace) => {
    const parts = loops.map(({ tell }) => tell(place));
    return parts.length === 1 ? (parts[0] as Expression) : tupleOf(parts.flatMap(itemsOf));
  };
  return [
    {
      test: callNode("alltrue", [joined(loops.map(({ test }) => test))]),
      path: [],
      message: (place) => `${capitalize(place)} takes ${told.join("; ")}.`,
      wrong: { kind: "list", tell: wrong },
    },
  ];
}

const itemsOf = (list: Expression): readonly Expression[] => (list.kind === "tuple" ? list.items : [list]);

/** Lists as one: those that are written out in one pair of brackets, after the loops. */
function joined(lists: readonly Expression[]): Expression {
  const loops = lists.filter(({ kind }) => kind !== "tuple");
  const written = lists.flatMap((list) => (list.kind === "tuple" ? list.items : []));
  const all = written.length === 0 ? loops : [...loops, tupleOf(written)];
  return all.length === 1 ? (all[0] as Expression) : callNode("concat", all);
}
