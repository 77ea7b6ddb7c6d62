/**
 * Fills in the optional attributes and defaults of an object type, as Terraform does for the arguments of a module call: an
 * attribute that the caller leaves out becomes its default or null, and null becomes the default. An object constructor is
 * completed at generation time. A reference, whose value is known only at plan time, is wrapped in HCL that completes it.
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

/** The path of a value, such as `job.inputs.schedule`, and the collector that gets the problems found in it. */
interface ReportedPath {
  readonly path: string;
  readonly problems: Problems;
}

/**
 * Completes an expression to a type.
 *
 * @param knownType the type that the expression is known to have; if it has all attributes and defaults already, the expression
 *   is returned unchanged
 */
export function completeNode(
  node: Expression,
  type: TypeConstraint,
  place: ReportedPath,
  knownType?: TypeConstraint,
): Expression {
  if (!hasOptional(type) || (knownType !== undefined && isComplete(knownType, type))) return node;
  const completePart = (inner: Expression, innerType: TypeConstraint) => completeNode(inner, innerType, place);
  const element = "element" in type ? type.element : undefined;
  switch (node.kind) {
    case "literal":
      return node;
    case "conditional":
      return conditionalNode(node.condition, completePart(node.then, type), completePart(node.otherwise, type));
    case "call":
      if (factsOf(node.name)?.passesArgument !== true) break;
      return { ...node, args: node.args.map((arg) => completePart(arg, type)) };
    case "for":
      // `[for ...]` gives the elements of a list or a set, `{for ...}` those of a map. Other pairs are completed at plan time.
      if (element === undefined || (node.resultKey !== undefined) !== (type.kind === "map")) break;
      return { ...node, result: completePart(node.result, element) };
    case "tuple":
      if (type.kind === "tuple") {
        return {
          ...node,
          items: node.items.map((item, index) => completePart(item, type.elements[index] ?? { kind: "any" })),
        };
      }
      if (element !== undefined) return { ...node, items: node.items.map((item) => completePart(item, element)) };
      break;
    case "object":
      if (type.kind === "map") {
        return {
          ...node,
          entries: node.entries.map(({ key, value }) => ({ key, value: completePart(value, type.element) })),
        };
      }
      if (type.kind === "object" && node.entries.every(({ key }) => typeof key === "string")) {
        return writtenObject(node, type, place);
      }
  }
  return completeAtPlanTime(node, type, place);
}

/** The expression, or the default if its value is null. */
export function orDefault(node: Expression, type: TypeConstraint, fallback: Expression): Expression {
  if (node.kind === "literal" && node.value === null) return fallback;
  if (!mayBeNull(node)) return node;
  if (isScalar(type) || ("element" in type && isScalar(type.element))) {
    return conditionalNode(notNode(isNullNode(node)), node, fallback);
  }
  // `condition ? node : fallback` would convert both to one type, which drops attributes of objects or fails. So this makes
  // `[for value in [node, fallback] : value if value != null][0]`.
  const value = bindingNode("value");
  const collection: Expression = { kind: "tuple", items: [node, fallback] };
  const nonNull: Expression = {
    kind: "for",
    value,
    collection,
    result: value,
    condition: binaryNode("!=", value, NULL),
  };
  return indexNode(nonNull, literalNode(0));
}

/** Whether an expression may turn out to be null. Functions of providers may give null. */
export function mayBeNull(node: Expression): boolean {
  if (node.kind === "literal") return node.value === null;
  if (node.kind === "conditional")
    return (mayBeNull(node.then) && !isGuardedAgainstNull(node)) || mayBeNull(node.otherwise);
  if (node.kind !== "call") return !isNeverNull(node);
  const facts = factsOf(node.name);
  if (facts?.passesArgument === true) return node.args.some(mayBeNull);
  return facts?.isNullable === true || node.name.includes("::");
}

/** Whether a conditional is `x != null ? x : y`, so that its first result is never null. */
function isGuardedAgainstNull({ condition, then }: Expression & { readonly kind: "conditional" }): boolean {
  return (
    condition.kind === "binary" && condition.operator === "!=" && condition.left === then && condition.right === NULL
  );
}

function objectNode(type: ObjectType, partOf: (name: string, attribute: ObjectAttribute) => Expression): Expression {
  const entries = Object.entries(type.attributes).map(([key, attribute]) => ({ key, value: partOf(key, attribute) }));
  return { kind: "object", entries };
}

/**
 * Completes an object constructor. Attributes that the type does not have are dropped, as Terraform does when it converts a
 * value.
 */
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

/** Completes a value that is known only at plan time: an expression reads each of its parts, unless the value is null. */
function completeAtPlanTime(node: Expression, type: TypeConstraint, place: ReportedPath): Expression {
  const copy = completedCopy(node, type, place);
  return copy === undefined ? node : conditionalNode(isNullNode(node), NULL, copy);
}

function completedCopy(node: Expression, type: TypeConstraint, place: ReportedPath): Expression | undefined {
  if (type.kind === "object") {
    return objectNode(type, (name, attribute) => {
      // An attribute access fails if the object has no such attribute; `lookup` returns null.
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

/** Whether the type has optional attributes at any depth, so that a value of it may have to be completed. */
function hasOptional(type: TypeConstraint): boolean {
  if (type.kind === "object")
    return Object.values(type.attributes).some(
      (attribute) => attribute.optional === true || hasOptional(attribute.type),
    );
  if (type.kind === "tuple") return type.elements.some(hasOptional);
  return "element" in type && hasOptional(type.element);
}

/** Whether every value of the known type already has all attributes and defaults of the wanted type. */
function isComplete(knownType: TypeConstraint, wanted: TypeConstraint): boolean {
  if (!hasOptional(wanted)) return true;
  if (wanted.kind === "object") {
    return (
      knownType.kind === "object" &&
      Object.entries(wanted.attributes).every(([name, { type, default: fallback }]) => {
        const own = knownType.attributes[name];
        if (own === undefined) return false;
        const isSame = fallback === undefined || fallback === null || isEqual(own.default, fallback);
        return isSame && isComplete(own.type, type);
      })
    );
  }
  return "element" in wanted && knownType.kind === wanted.kind && isComplete(knownType.element, wanted.element);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
