/** Rules on an object that Terraform takes as `any`: it has the attributes of its type, and each is of its type. */
import { type Expression, jsonExpression } from "../../hcl/expression";
import { type ObjectAttribute, type ObjectType, TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { attributeNode, bindingNode, callNode, FALSE, literalNode, NULL, TRUE, templateNode } from "../expr/build";
import { type ElementPlace, type InnerRule, tellValue } from "./wrong-element";

/** How a value is converted to a type. There is no function for an object. */
const CONVERSIONS: Partial<Record<TypeConstraint["kind"], string>> = {
  string: "tostring",
  number: "tonumber",
  bool: "tobool",
  list: "tolist",
  set: "tolist",
  map: "tomap",
};

/** The rules on an object itself, and not on what its attributes hold. */
export function shapeRules(type: ObjectType, node: Expression): readonly InnerRule[] {
  return [keysRule(type, node), ...requiredRule(type, node), ...typeRule(type, node)];
}

const tupleOf = (items: readonly Expression[]): Expression => ({ kind: "tuple", items });
const namesOf = (all: readonly string[]) => tupleOf(all.map(literalNode));
const joined = (list: Expression) => callNode("join", [literalNode(", "), list]);
const without = (list: Expression, others: Expression) => callNode("setsubtract", [list, others]);
const sentence = (...parts: readonly (string | Expression)[]) => templateNode(parts, () => true);
const isEmpty = (list: Expression): Expression => ({
  kind: "binary",
  operator: "==",
  left: callNode("length", [list]),
  right: literalNode(0),
});

/** Whatever is no object has no keys. */
function keysRule({ attributes }: ObjectType, node: Expression): InnerRule {
  const known = Object.keys(attributes);
  const unknown = without(callNode("keys", [node]), namesOf(known));
  const tell = (place: ElementPlace) =>
    callNode("try", [sentence(...place, " has ", joined(unknown), "."), sentence(...place, " is no object.")]);
  return {
    test: callNode("try", [isEmpty(unknown), FALSE]),
    path: [],
    message: (place) => `${capital(place)} can have the keys ${listed(known)}.`,
    wrong: { kind: "text", tell },
  };
}

function requiredRule({ attributes }: ObjectType, node: Expression): readonly InnerRule[] {
  const required = Object.keys(attributes).filter((name) => attributes[name]?.optional !== true);
  if (required.length === 0) return [];
  const missing = without(namesOf(required), callNode("keys", [node]));
  const tell = (place: ElementPlace) =>
    callNode("try", [sentence(...place, " has no ", joined(missing), "."), sentence(...place, " is no object.")]);
  return [
    {
      test: callNode("try", [isEmpty(missing), TRUE]),
      path: [],
      message: (place) => `${capital(place)} must have ${listed(required)}.`,
      wrong: { kind: "text", tell },
    },
  ];
}

/** One rule for the types of all attributes. A value that is unknown until apply is accepted. */
function typeRule({ attributes }: ObjectType, node: Expression): readonly InnerRule[] {
  const groups = new Map<TypeConstraint["kind"], string[]>();
  for (const [name, { type }] of Object.entries(attributes))
    if (CONVERSIONS[type.kind] !== undefined) groups.set(type.kind, [...(groups.get(type.kind) ?? []), name]);
  const loops = [...groups].map(([kind, all]): Expression => {
    const name = bindingNode("name");
    const value = callNode("lookup", [node, name, NULL]);
    const result = callNode("can", [callNode(CONVERSIONS[kind] as string, [value])]);
    return { kind: "for", value: name, collection: namesOf(all), result };
  });
  if (loops.length === 0) return [];
  const told = [...groups].map(([kind, all]) => `${TYPE_WORDS[kind]} for ${listed(all)}`);
  return [
    {
      test: callNode("alltrue", [loops.length === 1 ? (loops[0] as Expression) : callNode("concat", loops)]),
      path: [],
      message: (place) => `${capital(place)} takes ${told.join("; ")}.`,
      wrong: tellValue(node, "element"),
    },
  ];
}

/**
 * An attribute as the rules on its value read it: what is missing, null or of another type is the default, so that only the rule
 * on the types speaks of it.
 */
export function ruledMember(node: Expression, name: string, attribute: ObjectAttribute): Expression {
  const { type, default: fallback = null } = attribute;
  const value = attributeNode(node, name);
  return callNode("try", [convertedTo(type.kind, value), jsonExpression(fallback as Json)]);
}

/** A loop fails for null, where `tolist` and `tomap` give null. */
function convertedTo(kind: TypeConstraint["kind"], value: Expression): Expression {
  const conversion = CONVERSIONS[kind];
  if (conversion === undefined) return value;
  if (kind !== "list" && kind !== "set" && kind !== "map") return callNode(conversion, [value]);
  const item = bindingNode("item");
  const loop = { kind: "for", value: item, collection: value, result: item } as const;
  if (kind !== "map") return loop;
  const key = bindingNode("key");
  return { ...loop, key, resultKey: key };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (all: readonly string[]) =>
  all.length === 1 ? (all[0] as string) : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
