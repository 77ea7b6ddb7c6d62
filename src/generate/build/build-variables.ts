/** The variables of a definition as plain data, with all that can be wrong with them. */
import type { Problem } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { jsonExpression } from "../../hcl/expression";
import { isIdentifier, printKey } from "../../hcl/text";
import { printTypeFlat, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { RuleModel, VariableModel } from "../../render/model";
import { checkText } from "../check/check-text";
import type { Variables } from "../dsl/definition";
import type { VariableOptions } from "../dsl/types";
import {
  attributeNode,
  bindingNode,
  callNode,
  conditionalNode,
  indexNode,
  isNullNode,
  literalNode,
  referenceNode,
} from "../expr/build";
import { makeExpr } from "../expr/expr";
import { toNode } from "../expr/to-node";

const RESERVED = new Set(["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"]);
const KINDS = new Set(["string", "number", "bool", "any", "list", "set", "map", "object", "tuple"]);

/** All variables in the order of the definition; problems go to `problems`. */
export function buildVariables(
  definition: string,
  variables: Variables,
  problems: Problem[],
): readonly VariableModel[] {
  return Object.entries(variables).flatMap(([name, variable]) => {
    const path = `${definition}.variables.${name}`;
    const before = problems.length;
    checkName(name, path, problems);
    const type = (variable as { type?: TypeConstraint } | undefined)?.type;
    if (type === undefined) {
      problems.push({
        code: "unknown-type",
        path,
        message: `${name} has no known type`,
        hint: "use string(), number(), bool(), list(), set(), map(), object(), tuple(), oneOf() or any()",
      });
      return [];
    }
    checkType(type, path, problems);
    const options = variable.options as unknown as VariableOptions<Json, never>;
    if (options.default === null && options.nullable === false) {
      problems.push({
        code: "default-type",
        path,
        message: "the default is null, but the variable is not nullable",
        hint: "drop `nullable: false`, or give another default",
      });
    }
    if (options.default !== undefined) checkDefault(options.default, type, path, "default", problems);
    checkText([options.description ?? null, options.default ?? null, type as unknown as Json], path, problems);
    if (problems.slice(before).some(({ code }) => code === "unknown-type" || code === "lone-surrogate")) return [];
    return [buildVariable(name, type, options, variable.guarded === true, path, problems)];
  });
}

function checkName(name: string, path: string, problems: Problem[]): void {
  if (!isIdentifier(name)) {
    problems.push({
      code: "bad-name",
      path,
      message: `${JSON.stringify(name)} is not a name that HCL allows`,
      hint: "letters, digits, `_` and `-`, the first no digit",
    });
  } else if (name === "dependsOn" || name === "forEach") {
    problems.push({
      code: "reserved-name",
      path,
      message: `\`${name}\` is an option of a module block in a CDKTF stack`,
      hint: "names of variables are written with underscores",
    });
  } else if (RESERVED.has(name)) {
    problems.push({
      code: "reserved-name",
      path,
      message: `\`${name}\` is reserved by Terraform in module calls`,
      hint: `none of ${[...RESERVED].join(", ")} can be a variable`,
    });
  }
}

function checkType(type: TypeConstraint, path: string, problems: Problem[]): void {
  if (!KINDS.has(type?.kind)) {
    problems.push({
      code: "unknown-type",
      path,
      message: `unknown type ${JSON.stringify(type?.kind)}`,
      hint: `one of ${[...KINDS].join(", ")}`,
    });
    return;
  }
  for (const option of type.misplaced ?? []) {
    problems.push({
      code: "option-has-no-effect",
      path,
      message: `\`${option}\` has no effect inside of a variable`,
      hint: "say it of the whole variable",
    });
  }
  if ("values" in type && type.values?.length === 0) {
    problems.push({ code: "no-values", path, message: "a closed set needs at least one value" });
  }
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      if (type.element?.kind === "any") {
        problems.push({
          code: "any-in-collection",
          path,
          message: `${type.kind}(any) breaks as soon as two elements have different attributes`,
          hint: `write the type: ${type.kind}(object({ name: string(), size: optional(number()) })), or any() for the whole variable`,
        });
      } else {
        checkType(type.element, path, problems);
      }
      return;
    case "object":
      for (const [name, attribute] of Object.entries(type.attributes)) {
        const inner = `${path}.${name}`;
        if (!isIdentifier(name))
          problems.push({
            code: "bad-name",
            path: inner,
            message: `${JSON.stringify(name)} is not a name that HCL allows`,
          });
        checkType(attribute.type, inner, problems);
        if (attribute.default !== undefined && attribute.default !== null)
          checkDefault(attribute.default, attribute.type, inner, "default", problems);
      }
      return;
    case "tuple":
      type.elements.forEach((element, index) => {
        checkType(element, `${path}[${index}]`, problems);
      });
  }
}

/** Whether a default is a value of its type. */
function checkDefault(value: unknown, type: TypeConstraint, path: string, what: string, problems: Problem[]): void {
  if (value === null || value === undefined) return;
  const wrong = (given: string) =>
    problems.push({
      code: "default-type",
      path,
      message: `the ${what} must be ${printTypeFlat(type)}, but was ${given}`,
      hint: "change the default or the type",
    });
  const show = (given: unknown) => JSON.stringify(given) ?? String(given);
  switch (type.kind) {
    case "string":
      if (typeof value !== "string") wrong(show(value));
      break;
    case "number":
      if (typeof value !== "number" || !Number.isFinite(value))
        wrong(typeof value === "number" ? String(value) : show(value));
      break;
    case "bool":
      if (typeof value !== "boolean") wrong(show(value));
      break;
    case "any":
      break;
    case "list":
    case "set":
      if (!Array.isArray(value)) wrong(show(value));
      else
        value.forEach((item, index) => {
          checkDefault(item, type.element, path, `${what}[${index}]`, problems);
        });
      break;
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.elements.length) wrong(show(value));
      else
        value.forEach((item, index) => {
          checkDefault(item, type.elements[index] as TypeConstraint, path, `${what}[${index}]`, problems);
        });
      break;
    case "map":
      if (!isRecord(value)) wrong(show(value));
      else
        for (const [key, item] of Object.entries(value))
          checkDefault(item, type.element, path, `${what}.${key}`, problems);
      break;
    case "object":
      if (!isRecord(value)) {
        wrong(show(value));
        break;
      }
      for (const [key, item] of Object.entries(value)) {
        const attribute = Object.hasOwn(type.attributes, key) ? type.attributes[key] : undefined;
        if (attribute === undefined)
          problems.push({
            code: "default-type",
            path,
            message: `the ${what} has an attribute ${JSON.stringify(key)} that its type has not`,
            hint: `the type has ${Object.keys(type.attributes).join(", ")}`,
          });
        else checkDefault(item, attribute.type, path, `${what}.${key}`, problems);
      }
      for (const [key, attribute] of Object.entries(type.attributes)) {
        if (attribute.optional !== true && (!Object.hasOwn(value, key) || value[key] === undefined))
          problems.push({ code: "default-type", path, message: `the ${what} lacks the attribute \`${key}\`` });
      }
  }
  const values = "values" in type ? type.values : undefined;
  if (values !== undefined && !values.includes(value as string)) {
    problems.push({
      code: "default-type",
      path,
      message: `the ${what} must be one of ${values.join(", ")}, but was ${show(value)}`,
    });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function buildVariable(
  name: string,
  type: TypeConstraint,
  options: VariableOptions<Json, never>,
  guarded: boolean,
  path: string,
  problems: Problem[],
): VariableModel {
  const fallback = options.default;
  const nullable = options.nullable ?? (fallback === null ? undefined : false);
  const description = describe(options.description, type);
  return {
    name,
    type,
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: { value: fallback } }),
    ...(nullable === undefined ? {} : { nullable }),
    sensitive: options.sensitive ?? false,
    ephemeral: options.ephemeral ?? false,
    ...(options.known === true ? { known: true } : {}),
    validations: buildValidations(name, type, { nullable: nullable !== false, guarded }, options, path, problems),
  };
}

/** All rules of a variable on a value of it: closed sets, rules of inner types, its own. */
export function rulesOn(
  value: Expression,
  name: string,
  type: TypeConstraint,
  { nullable, guarded }: { readonly nullable: boolean; readonly guarded: boolean },
  options: VariableOptions<Json, never>,
): readonly RuleModel[] {
  const guardNull = (test: Expression) =>
    guarded && test.kind !== "literal" ? conditionalNode(isNullNode(value), literalNode(true), test) : test;
  const own = (options.validate ?? []).map(({ condition, message }) => ({
    condition: guardNull(toNode(condition(makeExpr(value, type) as never))),
    message: toNode(message),
  }));
  return [...innerRules(type, value, nullable, name), ...own];
}

function buildValidations(
  name: string,
  type: TypeConstraint,
  { nullable, guarded }: { readonly nullable: boolean; readonly guarded: boolean },
  options: VariableOptions<Json, never>,
  path: string,
  problems: Problem[],
): readonly RuleModel[] {
  const rules = rulesOn(referenceNode(`var.${name}`), name, type, { nullable, guarded }, options);
  return rules.filter(({ condition }, index) => {
    if (condition.kind !== "literal") return true;
    if (condition.value !== true)
      problems.push({
        code: "validation-always-fails",
        path,
        message: `validation ${index + 1} is false for every value`,
      });
    return false;
  });
}

/** Terraform's types hold no rules: those of inner types, closed sets among them, become rules of the variable. */
function innerRules(type: TypeConstraint, root: Expression, nullable: boolean, name: string): readonly RuleModel[] {
  return rulesOf(type, root, nullable).map(({ test, path, message }) => ({
    condition: test,
    message: literalNode(message([name, ...path].join("."))),
  }));
}

interface InnerRule {
  readonly test: Expression;
  readonly path: readonly string[];
  readonly message: (place: string) => string;
}

function rulesOf(type: TypeConstraint, node: Expression, nullable: boolean): readonly InnerRule[] {
  const guard = (test: Expression) => (nullable ? conditionalNode(isNullNode(node), literalNode(true), test) : test);
  const own = (type.rules ?? []).map(({ condition, message }) => ({
    test: toNode(condition(makeExpr(node, type) as never)),
    path: [],
    message: () => message,
  }));
  return [...own, ...partRules(type, node)].map((rule) => ({ ...rule, test: guard(rule.test) }));
}

/** The elements of a collection that a caller wrote out; none of a reference. */
function writtenItems(node: Expression): readonly Expression[] | undefined {
  if (node.kind === "tuple") return node.items;
  return node.kind === "object" ? node.entries.map(({ value }) => value) : undefined;
}

function partRules(type: TypeConstraint, node: Expression): readonly InnerRule[] {
  switch (type.kind) {
    case "string":
    case "number": {
      const { values } = type;
      if (values === undefined) return [];
      const test = callNode("contains", [jsonExpression(values), node]);
      return [{ test, path: [], message: (place) => `${place} must be one of ${values.join(", ")}.` }];
    }
    case "list":
    case "set":
    case "map": {
      const written = writtenItems(node);
      if (written !== undefined) return written.flatMap((item) => rulesOf(type.element, item, false));
      const item = bindingNode(type.kind === "map" ? "value" : "item");
      return rulesOf(type.element, item, false).map((rule) => ({
        ...rule,
        test: callNode("alltrue", [{ kind: "for", value: item, collection: node, result: rule.test }]),
      }));
    }
    case "object":
      return Object.entries(type.attributes).flatMap(([key, attribute]) => {
        const mayBeNull = attribute.optional === true && (attribute.default ?? null) === null;
        const inner = rulesOf(attribute.type, attributeNode(node, key), mayBeNull);
        return inner.map((rule) => ({ ...rule, path: [key, ...rule.path] }));
      });
    case "tuple":
      return type.elements.flatMap((element, index) =>
        rulesOf(element, indexNode(node, literalNode(index)), false).map((rule) => ({
          ...rule,
          path: [String(index), ...rule.path],
        })),
      );
    default:
      return [];
  }
}

/** The author's text, and below it the attributes of the objects in the type. */
function describe(text: string | undefined, type: TypeConstraint): string | undefined {
  const lines = attributeLines(type, "");
  if (lines.length === 0) return text;
  return `${[...(text === undefined ? [] : [text, ""]), ...lines].join("\n")}\n`;
}

function attributeLines(type: TypeConstraint, indent: string): readonly string[] {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map") return attributeLines(type.element, indent);
  if (type.kind !== "object") return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) => {
    const told =
      attribute.description === undefined ? "" : `: ${attribute.description.trim().replace(/\s*\n\s*/g, " ")}`;
    const need =
      attribute.optional !== true
        ? " Required."
        : attribute.default === undefined || attribute.default === null
          ? ""
          : ` Default: \`${printDefault(attribute.default)}\`.`;
    const head = `${indent}- \`${name}\`${told === "" && need !== "" ? ":" : told}${told !== "" && !/[.!?:]$/.test(told) ? "." : ""}${need}`;
    return [head, ...attributeLines(attribute.type, `${indent}  `)];
  });
}

/** A default in one line, as prose shows it. */
function printDefault(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printDefault).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)} = ${printDefault(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
