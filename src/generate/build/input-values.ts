/** Converts the inputs of a caller to expressions, with all defaults filled in. */

import { Token, Tokenization } from "../../cdk";
import type { Problem, Problems } from "../../errors";
import { type Expression, jsonExpression } from "../../hcl/expression";
import { type ObjectAttribute, type ObjectType, printTypeFlat, type TypeConstraint } from "../../hcl/type";
import { isRecord } from "../../json/json-value";
import { isKnown } from "../../terraform/known-values";
import { compareBytes } from "../../text/compare-bytes";
import { literalNode, NULL } from "../expr/build";
import { Expr, NODE, TYPE } from "../expr/expr";
import { AS_EXPRESSION, keyToNode, toNode } from "../expr/to-node";
import { completeNode, orDefault } from "./complete-node";

/**
 * A value as an expression of its type. Objects get the defaults of their attributes, as Terraform would give them:
 * objects that are written out get them now, tokens and expressions get them by HCL.
 */
export function inputNode(value: unknown, type: TypeConstraint, path: string, problems: Problems): Expression {
  if (value instanceof Expr) return completeNode(value[NODE], type, { path, problems }, value[TYPE]);
  if (value === null || value === undefined) return NULL;
  if (isToken(value) || (typeof value === "object" && AS_EXPRESSION in value))
    return completeNode(toNode(value), type, { path, problems });
  const written = writtenNode(value, type, path, problems);
  if (written === undefined) problems.add(wrongType(value, type, path));
  return written ?? NULL;
}

/** A value that the caller wrote out; undefined if it is not of the type. */
function writtenNode(
  value: object | string | number | boolean | bigint | symbol,
  type: TypeConstraint,
  path: string,
  problems: Problems,
): Expression | undefined {
  switch (type.kind) {
    case "string":
      return typeof value === "string" ? toNode(value) : undefined;
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? toNode(value) : undefined;
    case "bool":
      return typeof value === "boolean" ? literalNode(value) : undefined;
    case "any":
      return toNode(value);
    case "list":
    case "set": {
      if (!Array.isArray(value)) return undefined;
      const items = value.map((item, index) => inputNode(item, type.element, `${path}[${index}]`, problems));
      return type.kind === "set" ? setNode(items) : { kind: "tuple", items };
    }
    case "tuple": {
      if (!Array.isArray(value) || value.length !== type.elements.length) return undefined;
      const items = type.elements.map((element, index) =>
        inputNode(value[index], element, `${path}[${index}]`, problems),
      );
      return { kind: "tuple", items };
    }
    case "map": {
      if (!isRecord(value)) return undefined;
      const entries = Object.entries(value).map(([key, item]) => ({
        key: keyToNode(key),
        value: inputNode(item, type.element, `${path}.${key}`, problems),
      }));
      return { kind: "object", entries };
    }
    case "object":
      return isRecord(value) ? objectNode(value, type, path, problems) : undefined;
  }
}

function wrongType(value: unknown, type: TypeConstraint, path: string): Problem {
  const message = `must be ${printTypeFlat(type)}, but was ${describeValue(value)}`;
  if (classOf(value) === undefined) return { code: "input-type", path, message };
  const hint =
    "give an attribute of it, such as `bucket.arn`; of a module one of its outputs, such as `role.outputs.arn`";
  return { code: "input-type", path, message, hint };
}

/** A value as a message names it: JSON, but for what JSON cannot say. */
function describeValue(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const name = classOf(value);
  if (name !== undefined) return `an object of class ${name}`;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return "an object that holds itself";
  }
}

/** The class of an object, such as of a whole resource in place of its ARN. */
function classOf(value: unknown): string | undefined {
  const name = typeof value === "object" && value !== null ? value.constructor?.name : undefined;
  return name === "Object" || name === "Array" ? undefined : name;
}

/** An object with exactly the attributes of its type. */
function objectNode(
  value: Readonly<Record<string, unknown>>,
  { attributes }: ObjectType,
  path: string,
  problems: Problems,
): Expression {
  for (const key of Object.keys(value)) {
    if (attributes[key] === undefined) {
      problems.add({
        code: "unknown-attribute",
        path: `${path}.${key}`,
        message: `there is no attribute \`${key}\``,
        hint: `the attributes are ${Object.keys(attributes).join(", ")}`,
      });
    }
  }
  const entries = Object.entries(attributes).map(([key, attribute]) => {
    const given = value[key];
    if (given === undefined && attribute.optional !== true)
      problems.add({
        code: "missing-attribute",
        path: `${path}.${key}`,
        message: `the attribute \`${key}\` is required`,
      });
    const node = inputNode(given, attribute.type, `${path}.${key}`, problems);
    return { key, value: withDefault(node, attribute, path, problems) };
  });
  return { kind: "object", entries };
}

/** The value of an attribute, or the attribute's default if the value is null. */
function withDefault(
  node: Expression,
  { type, default: fallback }: ObjectAttribute,
  path: string,
  problems: Problems,
): Expression {
  if (fallback === undefined || fallback === null) return node;
  const defaultNode = type.kind === "any" ? jsonExpression(fallback) : inputNode(fallback, type, path, problems);
  return orDefault(node, type, defaultNode);
}

/** A set has no doubles, and Terraform walks it in the order of its values. */
function setNode(items: readonly Expression[]): Expression {
  if (!items.every(isKnown)) return { kind: "call", name: "toset", args: [{ kind: "tuple", items }] };
  const unique = new Map(items.map((item) => [JSON.stringify(item), item]));
  return { kind: "tuple", items: [...unique.values()].sort(compareScalars) };
}

function compareScalars(a: Expression, b: Expression): number {
  if (a.kind !== "literal" || b.kind !== "literal") return 0;
  return typeof a.value === "string" && typeof b.value === "string"
    ? compareBytes(a.value, b.value)
    : Number(a.value) - Number(b.value);
}

function isToken(value: unknown): boolean {
  return Tokenization.isResolvable(value) || Token.isUnresolved(value);
}
