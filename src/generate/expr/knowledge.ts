/**
 * What Terraform is sure to know in the first plan. `count` and `for_each` must be decided by such values, else the
 * caller who creates a key or a bucket beside the call gets `Invalid count argument`.
 *
 * - `whole`: the value itself. Numbers and bools, and what is declared `known: true`.
 * - `shape`: how many elements, which keys, null or not; the text inside may be unknown.
 * - `unknown`: any string of the caller, any attribute of a resource.
 */
import { childrenOf, type Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { factsOf } from "../../terraform/functions";

export type Knowledge = "whole" | "shape" | "unknown";

/** What is known, and where it is not: the part that spoils it, for the message. */
export interface Known {
  readonly level: Knowledge;
  readonly type?: TypeConstraint | undefined;
  /** What is known of each element, where no type says it. */
  readonly element?: Known | undefined;
  /** What is known of each attribute of an object that is written out. */
  readonly attributes?: ReadonlyMap<string, Known> | undefined;
  /** The value is one of these, or has the elements of all of them: what is known of a part must be known in each. */
  readonly alternatives?: readonly Known[] | undefined;
  readonly culprit?: Expression | undefined;
}

/** What is known of a reference: `var.name`, `local.arns`. */
export type Lookup = (address: string) => Known | undefined;

const WHOLE: Known = { level: "whole" };
/** So that `for_each` takes a map by the name of a local. */
const MAP: TypeConstraint = { kind: "map", element: { kind: "any" } };
const NOTHING: Expression = { kind: "literal", value: null };

/** What a caller's value of this type lets Terraform know. */
export function knowledgeOfType(type: TypeConstraint | undefined): Knowledge {
  if (type?.isKnown === true) return "whole";
  switch (type?.kind) {
    case "number":
    case "bool":
      return "whole";
    case "list":
    case "map":
      return knowledgeOfType(type.element) === "whole" ? "whole" : "shape";
    case "set":
      return knowledgeOfType(type.element) === "whole" ? "whole" : "unknown";
    case "object":
      return Object.values(type.attributes).every((attribute) => knowledgeOfType(attribute.type) === "whole")
        ? "whole"
        : "shape";
    case "tuple":
      return type.elements.every((element) => knowledgeOfType(element) === "whole") ? "whole" : "shape";
    default:
      return "unknown";
  }
}

/** How much of an expression Terraform is sure to know in the first plan. */
export function knowledgeOf(node: Expression, lookup: Lookup, scope: ReadonlyMap<number, Known> = new Map()): Known {
  const of = (child: Expression) => knowledgeOf(child, lookup, scope);
  switch (node.kind) {
    case "literal":
      return WHOLE;
    case "reference":
      return lookup(node.address) ?? { level: "unknown", culprit: node };
    case "binding":
      return scope.get(node.id) ?? { level: "unknown", culprit: node };
    case "attribute":
    case "index":
      return partOf(node, of(node.of), node.kind === "index" ? of(node.key) : WHOLE);
    case "splat": {
      const inner = of(node.of);
      if (inner.level === "unknown") return inner;
      const picked = node.path.reduce(
        (known, step) =>
          typeof step === "string"
            ? partOf({ kind: "attribute", of: node.of, name: step }, known, WHOLE)
            : partOf({ kind: "index", of: node.of, key: step }, known, of(step)),
        elementKnown(inner),
      );
      return picked.level === "whole" ? WHOLE : { level: "shape", element: picked };
    }
    case "tuple": {
      const items = node.items.map(of);
      return items.every(({ level }) => level === "whole") ? WHOLE : { level: "shape", element: join(items) };
    }
    case "object":
      return knowledgeOfObject(node, of);
    case "binary":
      return isNullTest(node) ? asWhole(of(node.left)) : allWhole(node, of);
    case "unary":
    case "template":
    case "directive":
      return allWhole(node, of);
    case "conditional": {
      const condition = of(node.condition);
      if (condition.level !== "whole") return { level: "unknown", culprit: condition.culprit ?? node.condition };
      return join([of(node.then), of(node.otherwise)]);
    }
    case "for":
      return knowledgeOfFor(node, lookup, scope);
    case "call":
      return knowledgeOfCall(node, of);
    case "raw":
    case "cdktf-token":
      return { level: "unknown", culprit: node };
  }
}

function isNullTest(node: Expression): boolean {
  return (
    node.kind === "binary" &&
    (node.operator === "==" || node.operator === "!=") &&
    node.right.kind === "literal" &&
    node.right.value === null
  );
}

/** Where the shape is known, so are its length, its keys and whether it is null. */
function asWhole(known: Known): Known {
  return known.level === "unknown" ? known : WHOLE;
}

function allWhole(node: Expression, of: (child: Expression) => Known): Known {
  for (const child of childrenOf(node)) {
    const known = of(child);
    if (known.level !== "whole") return { level: "unknown", culprit: known.culprit ?? child };
  }
  return WHOLE;
}

/** What is known of a value that is one of these, or has the elements of all of them. */
function join(all: readonly Known[]): Known {
  const unknown = all.find((known) => known.level === "unknown");
  if (unknown !== undefined) return unknown;
  const [first, ...others] = all.filter((known) => known.level === "shape");
  if (first === undefined) return WHOLE;
  return others.length === 0 ? first : { ...first, alternatives: [first, ...others] };
}

/** The keys of an object must be known; each value is known by itself. */
function knowledgeOfObject(node: Expression & { kind: "object" }, of: (child: Expression) => Known): Known {
  if (node.entries.some(({ key }) => typeof key !== "string" && of(key).level !== "whole"))
    return { level: "unknown", culprit: node };
  const entries = node.entries.map(({ key, value }) => [key, of(value)] as const);
  if (entries.every(([, { level }]) => level === "whole")) return WHOLE;
  const names = entries.flatMap(([key, known]) => (typeof key === "string" ? [[key, known] as const] : []));
  return names.length === entries.length
    ? { level: "shape", type: MAP, attributes: new Map(names) }
    : { level: "shape", type: MAP, element: join(entries.map(([, known]) => known)) };
}

function partOf(node: Expression & { kind: "attribute" | "index" }, whole: Known, key: Known): Known {
  if (whole.level === "whole" && key.level === "whole")
    return whole.type === undefined ? WHOLE : { level: "whole", type: partType(whole.type, node) };
  if (whole.level === "unknown" || key.level !== "whole")
    return { level: "unknown", culprit: whole.culprit ?? key.culprit ?? node };
  if (whole.alternatives !== undefined) return join(whole.alternatives.map((one) => partOf(node, one, key)));
  if (whole.attributes !== undefined) {
    const name = nameOfPart(node);
    const named = name === undefined ? join([...whole.attributes.values()]) : whole.attributes.get(name);
    return named ?? { level: "unknown", culprit: node };
  }
  if (whole.element !== undefined) return whole.element;
  const type = whole.type === undefined ? undefined : partType(whole.type, node);
  const level = knowledgeOfType(type);
  return level === "unknown" ? { level, type, culprit: node } : { level, type };
}

/** The name of an attribute; undefined where an expression says which. */
function nameOfPart(node: Expression & { kind: "attribute" | "index" }): string | undefined {
  if (node.kind === "attribute") return node.name;
  return node.key.kind === "literal" ? String(node.key.value) : undefined;
}

function partType(
  type: TypeConstraint,
  node: Expression & { kind: "attribute" | "index" },
): TypeConstraint | undefined {
  if (type.kind === "object") {
    return type.attributes[nameOfPart(node) ?? ""]?.type;
  }
  if (type.kind === "list" || type.kind === "set" || type.kind === "map") return type.element;
  return undefined;
}

/** What is known of each element of a collection. */
export function elementKnown(collection: Known): Known {
  if (collection.level === "whole")
    return collection.type === undefined ? WHOLE : { level: "whole", type: elementOf(collection.type) };
  if (collection.level === "unknown") return collection;
  const { type, alternatives, attributes, element: known } = collection;
  if (alternatives !== undefined) return join(alternatives.map(elementKnown));
  if (attributes !== undefined) return join([...attributes.values()]);
  if (known !== undefined) return known;
  const element = elementOf(type);
  return { level: knowledgeOfType(element), type: element };
}

function elementOf(type: TypeConstraint | undefined): TypeConstraint | undefined {
  return type?.kind === "list" || type?.kind === "map" || type?.kind === "set" ? type.element : undefined;
}

function knowledgeOfFor(node: Expression & { kind: "for" }, lookup: Lookup, scope: ReadonlyMap<number, Known>): Known {
  const collection = knowledgeOf(node.collection, lookup, scope);
  if (collection.level === "unknown") return collection;
  const inner = new Map(scope).set(node.value.id, elementKnown(collection));
  if (node.key !== undefined) inner.set(node.key.id, WHOLE);
  for (const decisive of [node.condition, node.resultKey]) {
    if (decisive === undefined) continue;
    const known = knowledgeOf(decisive, lookup, inner);
    if (known.level !== "whole") return { level: "unknown", culprit: known.culprit ?? decisive };
  }
  const element = knowledgeOf(node.result, lookup, inner);
  if (element.level === "whole") return WHOLE;
  return node.resultKey === undefined ? { level: "shape", element } : { level: "shape", element, type: MAP };
}

function knowledgeOfCall(node: Expression & { kind: "call" }, of: (child: Expression) => Known): Known {
  const args = node.args.map(of);
  const [first = WHOLE, second = WHOLE] = args;
  const unknown: Known = { level: "unknown", culprit: args.find(({ level }) => level !== "whole")?.culprit ?? node };
  const byValues = args.every(({ level }) => level === "whole") ? WHOLE : unknown;
  switch (factsOf(node.name)?.plan) {
    case "of shape":
      return asWhole(first);
    case "of part": {
      const [of = NOTHING, key = NOTHING] = node.args;
      return join([partOf({ kind: "index", of, key }, first, second), ...args.slice(2)]);
    }
    case "shape of arguments":
      return join(args);
    case "shape of keys":
      return first.level === "whole" && second.level === "shape"
        ? { level: "shape", type: MAP, element: elementKnown(second) }
        : byValues;
    case "shape of elements": {
      if (first.level !== "shape") return byValues;
      const inner = elementKnown(first);
      return inner.level === "unknown"
        ? { level: "unknown", culprit: inner.culprit ?? node }
        : { level: "shape", element: elementKnown(inner) };
    }
    case "as its type": {
      const [, type] = node.args;
      return type?.kind === "call" && type.name === "set" && first.level !== "whole"
        ? { level: "unknown", culprit: first.culprit ?? node }
        : first;
    }
    case "after apply":
      return { level: "unknown", culprit: node };
    default:
      return byValues;
  }
}
