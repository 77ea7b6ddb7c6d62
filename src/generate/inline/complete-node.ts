/**
 * An expression completed by its type, as Terraform completes what a caller gives to a module: attributes that are left
 * out are there, and null means the default. What is written out is completed now, what only Terraform sees by HCL.
 */
import type { Problems } from "../../errors";
import { type Expression, jsonExpression } from "../../hcl/expression";
import { isScalar, type ObjectAttribute, type ObjectType, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { factsOf } from "../../terraform/functions";
import { isNeverNull } from "../../terraform/known-values";
import {
  attributeNode,
  binaryNode,
  bindingNode,
  callNode,
  conditionalNode,
  indexNode,
  isNullNode,
  literalNode,
  NULL,
  notNode,
} from "../expr/build";

/** Where a value stands, and where what is wrong with it is told. */
export interface ReportedPath {
  readonly path: string;
  readonly problems: Problems;
}

/** @param given the type that the expression is known to have: what is of the wanted type already stays as it is */
export function completeNode(
  node: Expression,
  type: TypeConstraint,
  place: ReportedPath,
  given?: TypeConstraint,
): Expression {
  if (!hasOptional(type) || (given !== undefined && isComplete(given, type))) return node;
  const part = (inner: Expression, innerType: TypeConstraint) => completeNode(inner, innerType, place);
  const element = "element" in type ? type.element : undefined;
  switch (node.kind) {
    case "literal":
      return node;
    case "conditional":
      return conditionalNode(node.condition, part(node.then, type), part(node.otherwise, type));
    case "call":
      if (factsOf(node.name)?.passesArgument !== true) break;
      return { ...node, args: node.args.map((arg) => part(arg, type)) };
    case "for":
      if (element === undefined || (node.resultKey === undefined) === (type.kind === "map")) break;
      return { ...node, result: part(node.result, element) };
    case "tuple":
      if (type.kind === "tuple") {
        return { ...node, items: node.items.map((item, index) => part(item, type.elements[index] ?? { kind: "any" })) };
      }
      if (element !== undefined) return { ...node, items: node.items.map((item) => part(item, element)) };
      break;
    case "object":
      if (type.kind === "map") {
        return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: part(value, type.element) })) };
      }
      if (type.kind === "object" && node.entries.every(({ key }) => typeof key === "string")) {
        return writtenObject(node, type, place);
      }
  }
  return completeLater(node, type, place);
}

/** The value, or the default where it is null. */
export function orDefault(node: Expression, type: TypeConstraint, fallback: Expression): Expression {
  if (node.kind === "literal" && node.value === null) return fallback;
  if (!mayBeNull(node)) return node;
  if (isScalar(type) || ("element" in type && isScalar(type.element))) {
    return conditionalNode(notNode(isNullNode(node)), node, fallback);
  }
  // A conditional would make one type of the two: objects lose attributes by it, or it fails.
  const value = bindingNode("value");
  const collection: Expression = { kind: "tuple", items: [node, fallback] };
  const set: Expression = { kind: "for", value, collection, result: value, condition: binaryNode("!=", value, NULL) };
  return indexNode(set, literalNode(0));
}

/** Whether an expression may turn out to be null. Functions of providers may give null. */
export function mayBeNull(node: Expression): boolean {
  if (node.kind === "literal") return node.value === null;
  if (node.kind === "conditional") return (mayBeNull(node.then) && !isTested(node)) || mayBeNull(node.otherwise);
  if (node.kind !== "call") return !isNeverNull(node);
  const facts = factsOf(node.name);
  if (facts?.passesArgument === true) return node.args.some(mayBeNull);
  return facts?.isNullable === true || node.name.includes("::");
}

/** `x != null ? x : y` */
function isTested({ condition, then }: Expression & { readonly kind: "conditional" }): boolean {
  return (
    condition.kind === "binary" && condition.operator === "!=" && condition.left === then && condition.right === NULL
  );
}

function objectNode(type: ObjectType, partOf: (name: string, attribute: ObjectAttribute) => Expression): Expression {
  const entries = Object.entries(type.attributes).map(([key, attribute]) => ({ key, value: partOf(key, attribute) }));
  return { kind: "object", entries };
}

/** Attributes that the type does not have fall away, as they do where Terraform converts a value. */
function writtenObject(node: Expression & { kind: "object" }, type: ObjectType, place: ReportedPath): Expression {
  return objectNode(type, (name, attribute) => {
    const value = node.entries.find(({ key }) => key === name)?.value;
    if (value === undefined && attribute.optional !== true) {
      const path = `${place.path}.${name}`;
      place.problems.add({ code: "missing-attribute", path, message: `the attribute \`${name}\` is required` });
    }
    return attributeOrDefault(value ?? NULL, attribute, place);
  });
}

function attributeOrDefault(value: Expression, attribute: ObjectAttribute, place: ReportedPath): Expression {
  const whole = completeNode(value, attribute.type, place);
  const fallback = attribute.default as Json | undefined;
  if (fallback === undefined || fallback === null) return whole;
  return orDefault(whole, attribute.type, completeNode(jsonExpression(fallback), attribute.type, place));
}

/** What only Terraform sees: each part of it is asked for by an expression. */
function completeLater(node: Expression, type: TypeConstraint, place: ReportedPath): Expression {
  const made = rebuild(node, type, place);
  return made === undefined ? node : conditionalNode(isNullNode(node), NULL, made);
}

function rebuild(node: Expression, type: TypeConstraint, place: ReportedPath): Expression | undefined {
  if (type.kind === "object") {
    return objectNode(type, (name, attribute) => {
      // `lookup` also finds what the object's own type does not have.
      const optional = () => callNode("lookup", [node, literalNode(name), NULL]);
      return attributeOrDefault(attribute.optional === true ? optional() : attributeNode(node, name), attribute, place);
    });
  }
  if (type.kind === "tuple") {
    const items = type.elements.map((element, at) => completeNode(indexNode(node, literalNode(at)), element, place));
    return { kind: "tuple", items };
  }
  if (type.kind !== "list" && type.kind !== "set" && type.kind !== "map") return undefined;
  const value = bindingNode(type.kind === "map" ? "value" : "item");
  const loop = { kind: "for", value, collection: node, result: completeNode(value, type.element, place) } as const;
  if (type.kind === "list") return loop;
  if (type.kind === "set") return callNode("toset", [loop]);
  const key = bindingNode("key");
  return { ...loop, key, resultKey: key };
}

/** Whether a value of the type may lack something. */
function hasOptional(type: TypeConstraint): boolean {
  if (type.kind === "object")
    return Object.values(type.attributes).some(
      (attribute) => attribute.optional === true || hasOptional(attribute.type),
    );
  if (type.kind === "tuple") return type.elements.some(hasOptional);
  return "element" in type && hasOptional(type.element);
}

/** Whether a value of one type, complete by itself, is complete for the other too. */
function isComplete(given: TypeConstraint, wanted: TypeConstraint): boolean {
  if (!hasOptional(wanted)) return true;
  if (wanted.kind === "object") {
    return (
      given.kind === "object" &&
      Object.entries(wanted.attributes).every(([name, { type, default: fallback }]) => {
        const own = given.attributes[name];
        if (own === undefined) return false;
        const isSame = fallback === undefined || fallback === null || isEqual(own.default, fallback);
        return isSame && isComplete(own.type, type);
      })
    );
  }
  return "element" in wanted && given.kind === wanted.kind && isComplete(given.element, wanted.element);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
