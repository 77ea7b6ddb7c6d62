/** Rules of variables: their own, those of inner types, and closed sets of values. */
import { type Expression, jsonExpression } from "../../hcl/expression";
import { isLoose, type ObjectAttribute, type ObjectType, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { RuleModel } from "../../render/model";
import type { VariableOptions } from "../dsl/types";
import {
  binaryNode,
  bindingNode,
  callNode,
  conditionalNode,
  FALSE,
  indexNode,
  isNullNode,
  literalNode,
  memberNode,
  mentions,
  TRUE,
} from "../expr/build";
import { singular } from "../expr/collections";
import { toCondition } from "../expr/condition";
import { makeExpr } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { checkInnerRules, givenRules } from "./given-rules";
import { attributesNotNull, failsAsNull, isReadable, nullRule, partsNotNull, withoutNullElements } from "./null-rules";
import { hasKeysNode, isObjectNode, isOfType, SHAPE_NOTE, shapeRules } from "./shape-rules";
import { type CollectionConstraint, keyOf, writtenItems } from "./written-items";
import {
  amongElements,
  atKey,
  belowAttribute,
  guardedBy,
  type InnerRule,
  nameElement,
  overElements,
  tellValue,
  whereObject,
} from "./wrong-element";

/** The subject of a sentence. */
const eachElementOf = (place: string) => `Each element of ${place.replace(/^Each /, "each ")}`;

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
interface ValueRule extends RuleModel {
  readonly only?: "typescript";
}

/** All rules of a variable on a value of it: closed sets, rules of inner types, its own. */
export function rulesOn(value: Expression, variable: RuledVariable): readonly ValueRule[] {
  const { name, type } = variable;
  checkInnerRules(type, `variables.${name}`);
  // Terraform takes any value for a loose map. Loops over what is no map, and `keys` of it, would be errors of its own beside the message.
  const isMap = type.kind === "map" && isLoose(type) ? isObjectNode(value) : TRUE;
  const own = ownRules(value, variable, isMap);
  return [...innerRules(value, variable, isMap), ...own];
}

/** The rules that the author gave the variable in `validate`. */
function ownRules(
  value: Expression,
  { name, type, options, guarded }: RuledVariable,
  isMap: Expression,
): readonly ValueRule[] {
  const guardNull = (test: Expression) => (guarded && test.kind !== "literal" ? unlessNull(value, test) : test);
  return givenRules(options.validate, `variables.${name}`).map(({ condition, message, only }) => {
    const test = toCondition(condition(makeExpr(value, withoutNullElements(type))), `variables.${name}`);
    return {
      condition: unlessNoMap(isMap, guardNull(test)),
      message: messageWhere(isMap, toNode(message), name),
      ...(only !== undefined && { only }),
    };
  });
}

/** What the type of the variable asks: nothing inside of the value is null, closed sets of values, rules of inner types. */
function innerRules(
  value: Expression,
  { name, type, options, nullable }: RuledVariable,
  isMap: Expression,
): readonly ValueRule[] {
  // The rule on the keys must be known in each plan (`isObjectNode`); the others stand behind what is read at a glance.
  const hasKeys = isMap === TRUE ? TRUE : hasKeysNode(value);
  // Terraform prints no message that contains a value which it hides.
  const isHidden = options.sensitive === true || options.ephemeral === true;
  const nulls = nullRule(type, value);
  const inner = guardedRules(
    [...(nulls === undefined ? [] : [nulls]), ...rulesOf(type, value)],
    nullable ? [value] : [],
  );
  return byMessage(inner, name).map(({ text, rules: [first, ...others] }) => {
    const { isElement, only, asksForShape } = first;
    const wrong = [first, ...others].map((rule) => rule.wrong);
    const test = others.reduce((all, one) => binaryNode("&&", all, one.test), first.test);
    const isThere = asksForShape === true ? isMap : hasKeys;
    return {
      ...(asksForShape === true && { note: SHAPE_NOTE }),
      condition: asksForShape === true ? conditionalNode(isMap, test, FALSE) : unlessNoMap(hasKeys, test),
      message: isElement === true && !isHidden ? nameElement(text, name, wrong, isThere) : literalNode(text),
      ...(only !== undefined && { only }),
    };
  });
}

/** A rule that holds for what is no map. */
function unlessNoMap(isMap: Expression, test: Expression): Expression {
  return test.kind === "literal" ? test : conditionalNode(isMap, test, TRUE);
}

/** Terraform evaluates a message where the condition holds, too. */
function messageWhere(isMap: Expression, message: Expression, name: string): Expression {
  return message.kind === "literal" ? message : conditionalNode(isMap, message, literalNode(`${name} is not a map.`));
}

/** Inner rules with the same message: they become one rule of the variable. */
interface RulesWithMessage {
  readonly text: string;
  readonly rules: readonly [InnerRule, ...InnerRule[]];
}

/** Rules on lists and maps that say the same, such as those on the columns and on the partition keys of a table, are one. */
function byMessage(rules: readonly InnerRule[], name: string): readonly RulesWithMessage[] {
  const all = new Map<string, RulesWithMessage>();
  for (const rule of rules) {
    const text = rule.message([name, ...rule.path].join("."));
    const canJoin = rule.wrong.kind === "list" && rule.only === undefined;
    const key = canJoin ? text : `${all.size} ${text}`;
    all.set(key, { text, rules: [...(all.get(key)?.rules ?? []), rule] as unknown as RulesWithMessage["rules"] });
  }
  return [...all.values()];
}

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

/** The rules on a value and what is in it. They hold where one of the attributes is null that a caller has to give. */
function rulesOf(type: TypeConstraint, node: Expression): readonly InnerRule[] {
  return guardedRules(bareRules(type, node), attributesNotNull(type, node));
}

/** Rules that hold where one of these values is null that they read. A null that is known stands in no rule any more. */
function guardedRules(rules: readonly InnerRule[], values: readonly Expression[]): readonly InnerRule[] {
  return rules.map((rule) => {
    if (rule.asksForShape === true) return rule;
    const asks = (value: Expression) => isNullNode(value).kind === "literal" || mentions(rule.test, value);
    return { ...rule, ...guardedRule(rule, values.filter(asks)) };
  });
}

function guardedRule({ test, wrong }: InnerRule, values: readonly Expression[]): Pick<InnerRule, "test" | "wrong"> {
  return {
    test: values.reduceRight((inner, value) => unlessNull(value, inner), test),
    wrong: values.reduceRight((inner, value) => guardedBy(value, inner), wrong),
  };
}

/** The rules without guards: what they read from is not null. */
function bareRules(type: TypeConstraint, node: Expression): readonly InnerRule[] {
  const seen = withoutNullElements(type);
  const own = (type.rules ?? []).map(({ condition, message, shows = "value", only }) => ({
    test: toCondition(condition(makeExpr(node, seen))),
    path: [],
    message: () => message,
    wrong: tellValue(node, shows, type),
    ...(only !== undefined && { only }),
  }));
  return [...own, ...partRules(type, node)];
}

/** Rules of an attribute. One that a caller has to give is not null where the rules of the object are asked. */
function attributeRules(
  { type, optional, default: fallback }: ObjectAttribute,
  node: Expression,
): readonly InnerRule[] {
  if (optional !== true) return bareRules(type, node);
  const rules = rulesOf(type, node);
  return (fallback ?? null) === null ? guardedRules(rules, [node]) : rules;
}

/** Rules of one element of a collection that a caller wrote out. */
function elementRules({ kind, element }: CollectionConstraint, item: Expression, key: string): readonly InnerRule[] {
  if (item.kind === "literal" && item.value === null && failsAsNull(element) && element.isLoose !== true) return [];
  const rules =
    element.isLoose === true
      ? bareRules(element, item).map((rule) => whereObjectRule(rule, hasKeysNode(item)))
      : guardedRules(bareRules(element, item), partsNotNull(element, item));
  return rules.map((rule) => ({
    ...rule,
    wrong: kind === "set" ? amongElements(rule.wrong) : atKey(rule.wrong, key),
    isElement: true,
  }));
}

/** A rule on a value of one shape that holds for a value of another. */
function whereObjectRule(rule: InnerRule, isObject: Expression): InnerRule {
  if (rule.asksForShape === true) return rule;
  return { ...rule, test: conditionalNode(isObject, rule.test, TRUE), wrong: whereObject(isObject, rule.wrong) };
}

/** What the kind of a type asks of a value, and the rules on what is in it. */
function partRules(type: TypeConstraint, node: Expression): readonly InnerRule[] {
  switch (type.kind) {
    case "string":
    case "number":
      return type.values === undefined ? [] : [closedSetRule(type, type.values, node)];
    case "list":
    case "set":
    case "map":
      return collectionRules(type, node);
    case "object":
      return objectRules(type, node);
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

function closedSetRule(type: TypeConstraint, values: readonly (string | number)[], node: Expression): InnerRule {
  return {
    test: callNode("contains", [jsonExpression(values), node]),
    path: [],
    message: (place) => `${place} must be one of ${values.join(", ")}${letterCase(values)}.`,
    wrong: tellValue(node, "value", type),
  };
}

/** Callers often get only the case wrong. */
function letterCase(values: readonly (string | number)[]): string {
  const letters = values.join("").replace(/[^A-Za-z]/g, "");
  if (letters === "") return "";
  if (letters === letters.toUpperCase()) return ", in capital letters";
  return letters === letters.toLowerCase() ? ", in lower case" : "";
}

/** A rule on each element that a caller of `inline` wrote out; in HCL a loop over the elements. */
function collectionRules(type: CollectionConstraint, node: Expression): readonly InnerRule[] {
  const written = writtenItems(node);
  if (written !== undefined) return written.flatMap((item, index) => elementRules(type, item, keyOf(node, index)));
  const item = bindingNode(type.kind === "map" ? "value" : singular(node));
  const parts = partsNotNull(type.element, item);
  return bareRules(type.element, item).map((rule) => {
    const read = parts.filter((part) => mentions(rule.test, part));
    const where =
      read.length === 0 || rule.asksForShape === true ? {} : { condition: isReadable(type.element, item, read) };
    return {
      ...rule,
      // `used_by must be one of a, b` would read as if the list itself were one of them.
      ...(rule.path.length === 0 && { message: (place: string) => rule.message(eachElementOf(place)) }),
      test: callNode("alltrue", [{ kind: "for", value: item, collection: node, result: rule.test, ...where }]),
      wrong: overElements({ type: type.kind, collection: node, item, test: rule.test, ...where }, rule.wrong),
      isElement: true,
    };
  });
}

/** The rules on the attributes of an object, and on its keys where Terraform takes any. */
function objectRules(type: ObjectType, node: Expression): readonly InnerRule[] {
  const ofShape = type.isLoose === true ? shapeRules(type, node) : [];
  const ofAttributes = Object.entries(type.attributes).flatMap(([key, attribute]) => {
    const member = memberNode(node, key, type);
    // What is wrong with the type is said by `shapeRules`: another rule would fail at the value.
    const isRight = type.isLoose === true ? isOfType(attribute.type, member) : undefined;
    return attributeRules(attribute, member).map((rule) => ({
      ...(isRight === undefined ? rule : whereObjectRule(rule, isRight)),
      path: [key, ...rule.path],
      wrong: belowAttribute(rule.wrong, key),
    }));
  });
  return [...ofShape, ...ofAttributes];
}
