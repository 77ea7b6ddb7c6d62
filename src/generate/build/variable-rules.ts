/** Rules of variables: their own, those of inner types, and closed sets of values. */
import { type Expression, jsonExpression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { RuleModel } from "../../render/model";
import type { VariableOptions } from "../dsl/types";
import {
  bindingNode,
  callNode,
  conditionalNode,
  indexNode,
  isNullNode,
  literalNode,
  memberNode,
  TRUE,
} from "../expr/build";
import { singular } from "../expr/collections";
import { toCondition } from "../expr/condition";
import { makeExpr } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { checkInnerRules, givenRules } from "./given-rules";
import { shapeRules } from "./shape-rules";
import {
  amongElements,
  atKey,
  belowAttribute,
  guardedBy,
  type InnerRule,
  nameElement,
  overElements,
  tellValue,
} from "./wrong-element";

/** The parts of a variable that its validation rules need. */
export interface RuledVariable {
  readonly name: string;
  readonly type: TypeConstraint;
  readonly options: VariableOptions<Json, never>;
  /** Whether the value may be null: rules of inner types hold for null then. */
  readonly nullable: boolean;
  /** Whether the variable's own rules hold for null. */
  readonly guarded: boolean;
}

/** A rule on a value; one for TypeScript alone does not reach the HCL. */
export interface ValueRule extends RuleModel {
  readonly only?: "typescript";
}

/** All rules of a variable on a value of it: closed sets, rules of inner types, its own. */
export function rulesOn(
  value: Expression,
  { name, type, options, nullable, guarded }: RuledVariable,
): readonly ValueRule[] {
  const guardNull = (test: Expression) => (guarded && test.kind !== "literal" ? unlessNull(value, test) : test);
  checkInnerRules(type, `variables.${name}`);
  const own = givenRules(options.validate, `variables.${name}`).map(({ condition, message, only }) => ({
    condition: guardNull(toCondition(condition(makeExpr(value, type) as never), `variables.${name}`)),
    message: toNode(message),
    ...(only !== undefined && { only }),
  }));
  // Terraform prints no message that contains a value which it hides.
  const isHidden = options.sensitive === true || options.ephemeral === true;
  const innerRules = rulesOf(type, value, nullable).map(({ test, path, message, wrong, isElement, only }) => {
    const text = message([name, ...path].join("."));
    return {
      condition: test,
      message: isElement === true && !isHidden ? nameElement(text, name, wrong) : literalNode(text),
      ...(only !== undefined && { only }),
    };
  });
  return [...innerRules, ...own];
}

type Collection = Extract<TypeConstraint, { readonly element: TypeConstraint }>;

/** A rule that holds for null. Where the author wrote this too, it stands there once. */
function unlessNull(value: Expression, test: Expression): Expression {
  return conditionalNode(isNullNode(value), TRUE, withoutNullTest(value, test));
}

/** What a condition asks of a value that is not null. */
function withoutNullTest(value: Expression, test: Expression): Expression {
  const asks = (node: Expression, operator: "==" | "!=") =>
    node.kind === "binary" && node.operator === operator && node.left === value && isLiteral(node.right, null);
  if (test.kind === "conditional" && asks(test.condition, "==") && isLiteral(test.then, true))
    return withoutNullTest(value, test.otherwise);
  if (test.kind === "conditional" && asks(test.condition, "!=") && isLiteral(test.otherwise, true))
    return withoutNullTest(value, test.then);
  if (test.kind === "binary" && test.operator === "||" && asks(test.left, "=="))
    return withoutNullTest(value, test.right);
  return test;
}

function isLiteral(node: Expression, value: null | true): boolean {
  return node.kind === "literal" && node.value === value;
}

function rulesOf(type: TypeConstraint, node: Expression, nullable = false): readonly InnerRule[] {
  const guard = (test: Expression) => (nullable ? unlessNull(node, test) : test);
  const own = (type.rules ?? []).map(({ condition, message, shows = "value", only }) => ({
    test: toCondition(condition(makeExpr(node, type) as never)),
    path: [],
    message: () => message,
    wrong: tellValue(node, shows),
    ...(only !== undefined && { only }),
  }));
  return [...own, ...partRules(type, node)].map((rule) => ({
    ...rule,
    test: guard(rule.test),
    ...(nullable && { wrong: guardedBy(node, rule.wrong) }),
  }));
}

/** The elements of a collection that a caller wrote out; none of a reference. */
function writtenItems(node: Expression): readonly Expression[] | undefined {
  if (node.kind === "tuple") return node.items;
  return node.kind === "object" ? node.entries.map(({ value }) => value) : undefined;
}

/** Rules of one element of a collection that a caller wrote out. */
function elementRules({ kind, element }: Collection, item: Expression, key: string): readonly InnerRule[] {
  return rulesOf(element, item).map((rule) => ({
    ...rule,
    wrong: kind === "set" ? amongElements(rule.wrong) : atKey(rule.wrong, key),
    isElement: true,
  }));
}

/** How HCL writes the key of an element that a caller wrote out. */
function keyOf(node: Expression, index: number): string {
  const key = node.kind === "object" ? node.entries[index]?.key : index;
  if (typeof key === "object") return key.kind === "literal" ? `[${JSON.stringify(key.value)}]` : "[...]";
  return `[${JSON.stringify(key)}]`;
}

/** Callers often get only the case wrong. */
function letterCase(values: readonly (string | number)[]): string {
  const letters = values.join("").replace(/[^A-Za-z]/g, "");
  if (letters === "") return "";
  if (letters === letters.toUpperCase()) return ", in capital letters";
  return letters === letters.toLowerCase() ? ", in lower case" : "";
}

function partRules(type: TypeConstraint, node: Expression): readonly InnerRule[] {
  switch (type.kind) {
    case "string":
    case "number": {
      const { values } = type;
      if (values === undefined) return [];
      const test = callNode("contains", [jsonExpression(values), node]);
      return [
        {
          test,
          path: [],
          message: (place) => `${place} must be one of ${values.join(", ")}${letterCase(values)}.`,
          wrong: tellValue(node, "value"),
        },
      ];
    }
    case "list":
    case "set":
    case "map": {
      const written = writtenItems(node);
      if (written !== undefined) return written.flatMap((item, index) => elementRules(type, item, keyOf(node, index)));
      const item = bindingNode(type.kind === "map" ? "value" : singular(node));
      return rulesOf(type.element, item).map((rule) => ({
        ...rule,
        // `used_by must be one of a, b` would read as if the list itself were one of them.
        ...(rule.path.length === 0 && { message: (place: string) => rule.message(`each element of ${place}`) }),
        test: callNode("alltrue", [{ kind: "for", value: item, collection: node, result: rule.test }]),
        wrong: overElements({ type: type.kind, collection: node, item, test: rule.test }, rule.wrong),
        isElement: true,
      }));
    }
    case "object":
      return [
        ...(type.isLoose === true ? shapeRules(type, node) : []),
        ...Object.entries(type.attributes).flatMap(([key, attribute]) => {
          const mayBeNull = attribute.optional === true && (attribute.default ?? null) === null;
          const inner = rulesOf(attribute.type, memberNode(node, key, type), mayBeNull);
          return inner.map((rule) => ({
            ...rule,
            path: [key, ...rule.path],
            wrong: belowAttribute(rule.wrong, key),
          }));
        }),
      ];
    case "tuple":
      return type.elements.flatMap((element, index) =>
        rulesOf(element, indexNode(node, literalNode(index))).map((rule) => ({
          ...rule,
          path: [String(index), ...rule.path],
          wrong: atKey(rule.wrong, `[${index}]`),
        })),
      );
    default:
      return [];
  }
}
