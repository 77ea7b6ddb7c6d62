/**
 * Null inside of a variable's value. Terraform allows null as any element and any attribute, and fails inside of the module on an
 * attribute or a loop of it, with a message that does not name the input. So one rule refuses it, and the others pass over it.
 */
import type { Expression } from "../../hcl/expression";
import type { ObjectAttribute, TypeConstraint } from "../../hcl/type";
import { listWords } from "../../text/list-words";
import {
  attributeNode,
  binaryNode,
  bindingNode,
  callNode,
  conditionalNode,
  FALSE,
  isNullNode,
  literalNode,
  memberNode,
  notNode,
  TRUE,
  templateNode,
} from "../expr/build";
import { singular } from "../expr/collections";
import { hasKeysNode } from "./shape-rules";
import { type CollectionConstraint, keyOf, writtenItems } from "./written-items";
import {
  amongElements,
  asSubject,
  atKey,
  belowAttribute,
  type ElementPlace,
  guardedBy,
  type InnerRule,
  overElements,
  type WrongElement,
  whereObject,
} from "./wrong-element";

/** That nothing inside of a value is null. */
interface NullsRefused {
  readonly test: Expression;
  readonly wrong: WrongElement;
  /** The collections whose elements are not null, by their paths below the value, and the attributes that are not null. */
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

const EMPTY: Expression = { kind: "tuple", items: [] };
const NOTHING: NullsRefused = { test: TRUE, wrong: { kind: "list", tell: () => EMPTY }, elements: [], attributes: [] };

const isTrue = (node: Expression) => node.kind === "literal" && node.value === true;

/** Whether a null in place of an element would fail where something is read from it, or computed with it. */
export function failsAsNull(type: TypeConstraint): boolean {
  if (type.kind === "object" || type.kind === "tuple" || "element" in type) return true;
  return (type.kind === "number" || type.kind === "bool") && type.rules !== undefined;
}

/** Whether null cannot stand in place of an attribute that a caller has to give. */
function failsAsNullAttribute({ type, optional }: ObjectAttribute): boolean {
  return optional !== true && (type.kind === "object" || "element" in type);
}

/** The attributes of an object that are not null in a correct value, the outer ones first. Of a loose type one may be missing, which another rule tells. */
export function attributesNotNull(type: TypeConstraint, node: Expression): readonly Expression[] {
  if (type.kind !== "object" || type.isLoose === true) return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) => {
    if (!failsAsNullAttribute(attribute)) return [];
    const part = attributeNode(node, name);
    return [part, ...attributesNotNull(attribute.type, part)];
  });
}

/** An element, and what else in it rules read from. Nothing where rules hold for null too. */
export function partsNotNull(type: TypeConstraint, element: Expression): readonly Expression[] {
  return failsAsNull(type) ? [element, ...attributesNotNull(type, element)] : [];
}

/** Whether none of the values is null. They are asked one after the other: Terraform evaluates both sides of `&&`. */
function noneIsNull(nodes: readonly Expression[]): Expression {
  return nodes.reduceRight(
    (rest, node) => (isTrue(rest) ? notNode(isNullNode(node)) : conditionalNode(isNullNode(node), FALSE, rest)),
    TRUE,
  );
}

/** Whether rules can read from an element: nothing of it is null that they read, and in place of an object there is one. */
export function isReadable(type: TypeConstraint, element: Expression, read: readonly Expression[]): Expression {
  return type.isLoose === true ? hasKeysNode(element) : noneIsNull(read);
}

/** The type as rules see it: each loop of theirs passes over elements that are null. */
export function withoutNullElements(type: TypeConstraint): TypeConstraint {
  if ("element" in type) {
    const isThere = (element: Expression) => isReadable(type.element, element, partsNotNull(type.element, element));
    return { ...type, element: withoutNullElements(type.element), ...(failsAsNull(type.element) && { isThere }) };
  }
  if (type.kind !== "object") return type;
  const attributes = Object.entries(type.attributes).map(([name, one]) => [
    name,
    { ...one, type: withoutNullElements(one.type) },
  ]);
  return { ...type, attributes: Object.fromEntries(attributes) };
}

/** The rule that nothing inside of a value is null; none where null is allowed everywhere. */
export function nullRule(type: TypeConstraint, node: Expression): InnerRule | undefined {
  const { test, wrong, elements, attributes } = nullsIn(type, node, "");
  if (isTrue(test)) return undefined;
  const message = (name: string) => {
    const named = (paths: readonly string[]) => listWords(paths.map((path) => `${name}${path}`));
    if (elements.length === 0) return `${named(attributes)} must not be null.`;
    const itself = attributes.length === 1 ? "itself" : "themselves";
    const also = attributes.length === 0 ? "" : ` ${named(attributes)} must not be null ${itself}.`;
    return `Elements of ${named(elements)} must not be null.${also}`;
  };
  return { test, path: [], message, wrong, isElement: elements.length > 0 };
}

/** @param path where the value stands below the variable */
function nullsIn(type: TypeConstraint, node: Expression, path: string): NullsRefused {
  if ("element" in type) return nullElements(type, node, path);
  if (type.kind !== "object") return NOTHING;
  const parts = Object.entries(type.attributes).map(([name, attribute]) => {
    const part = memberNode(node, name, type);
    const below = nullsIn(attribute.type, part, `${path}.${name}`);
    const refused = nullAttribute(
      { ...attribute, path: `${path}.${name}`, isLoose: type.isLoose === true },
      part,
      below,
    );
    return { ...refused, wrong: belowAttribute(refused.wrong, name) };
  });
  return allOf(parts);
}

function nullAttribute(
  { path, isLoose, ...attribute }: ObjectAttribute & { readonly path: string; readonly isLoose: boolean },
  node: Expression,
  below: NullsRefused,
): NullsRefused {
  if (failsAsNullAttribute(attribute) && !isLoose)
    return { ...notNullItself(node, below), attributes: [path, ...below.attributes] };
  const mayBeNull = attribute.optional === true && (attribute.default ?? null) === null;
  if (!mayBeNull || isTrue(below.test)) return below;
  return {
    ...below,
    test: conditionalNode(isNullNode(node), TRUE, below.test),
    wrong: guardedBy(node, below.wrong),
  };
}

function nullElements({ kind, element }: CollectionConstraint, node: Expression, path: string): NullsRefused {
  if (!failsAsNull(element)) return NOTHING;
  const refusedIn = element.isLoose === true ? notNullBelow : notNullItself;
  const elements = element.isLoose === true ? [] : [path];
  const written = writtenItems(node);
  if (written !== undefined) {
    const items = written.map((item, index) => {
      const { wrong, ...refused } = refusedIn(item, nullsIn(element, item, path));
      return { ...refused, wrong: kind === "set" ? amongElements(wrong) : atKey(wrong, keyOf(node, index)) };
    });
    return { ...allOf(items), elements };
  }
  const item = bindingNode(kind === "map" ? "value" : singular(node));
  const below = nullsIn(element, item, path);
  const { test, wrong } = refusedIn(item, below);
  if (isTrue(test)) return NOTHING;
  return {
    test: callNode("alltrue", [{ kind: "for", value: item, collection: node, result: test }]),
    wrong: overElements({ type: kind, collection: node, item, test }, wrong),
    elements: [...elements, ...below.elements],
    attributes: below.attributes,
  };
}

/** That a value is not null, and nothing below it. */
function notNullItself(node: Expression, below: NullsRefused): NullsRefused {
  const tell = (place: ElementPlace) => templateNode([...asSubject(place), " is null."], () => true);
  const isNull = isNullNode(node);
  if (isTrue(below.test)) return { ...below, test: notNode(isNull), wrong: { kind: "text", tell } };
  const list = (place: ElementPlace) =>
    conditionalNode(isNull, { kind: "tuple", items: [tell(place)] }, below.wrong.tell(place));
  return { ...below, test: conditionalNode(isNull, FALSE, below.test), wrong: { kind: "list", tell: list } };
}

/** That nothing below an object is null. Whether there is an object is asked by the rule on its keys. */
function notNullBelow(value: Expression, below: NullsRefused): NullsRefused {
  if (isTrue(below.test)) return below;
  const isObject = hasKeysNode(value);
  return { ...below, test: conditionalNode(isObject, below.test, TRUE), wrong: whereObject(isObject, below.wrong) };
}

function allOf(parts: readonly NullsRefused[]): NullsRefused {
  const refusing = parts.filter(({ test }) => !isTrue(test));
  if (refusing.length === 0) return NOTHING;
  const tells = refusing.map(({ test, wrong }) => (place: ElementPlace): Expression => {
    if (wrong.kind === "list") return wrong.tell(place);
    return { kind: "tuple", items: [conditionalNode(test, literalNode(""), wrong.tell(place))] };
  });
  const tell = (place: ElementPlace) => {
    const told = tells.map((one) => one(place));
    return told.length === 1 ? (told[0] as Expression) : callNode("concat", told);
  };
  return {
    test: refusing.map(({ test }) => test).reduce((all, one) => binaryNode("&&", all, one)),
    wrong: { kind: "list", tell },
    elements: refusing.flatMap(({ elements }) => elements),
    attributes: refusing.flatMap(({ attributes }) => attributes),
  };
}
