/** The variables of a definition as plain data, with all that can be wrong with them. */

import type { Problems } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import type { TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { RuleModel, VariableModel } from "../../render/model";
import { chooseText, type Locale } from "../../text/locale";
import { checkDeprecation, checkLocalText } from "../check/check-local-text";
import { checkUnicode } from "../check/check-unicode";
import type { Variables } from "../dsl/definition";
import type { AnyVariable, VariableOptions } from "../dsl/types";
import { referenceNode } from "../expr/build";
import { checkInnerNeverFail, IN_JAVASCRIPT, neverFails } from "./always-met";
import { brokenRules } from "./broken-rules";
import { checkDefault } from "./check-default";
import { checkTypeConstraint } from "./check-type-constraint";
import { describeVariable } from "./describe-variable";
import { neverMet } from "./never-met";
import { type RuledVariable, rulesOn } from "./variable-rules";

const RESERVED = new Set(["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"]);

/**
 * All variables in the order of the definition, with their texts in one language; those without a known type, or with texts that
 * HCL cannot hold, are missing.
 */
export function buildVariables(
  { name: definition, locale }: { readonly name: string; readonly locale: Locale },
  variables: Variables,
  problems: Problems,
): readonly VariableModel[] {
  return Object.entries(variables).flatMap(([name, variable]) => {
    const path = `${definition}.variables.${name}`;
    const before = problems.size;
    checkName(name, path, problems);
    const type = (variable as AnyVariable | undefined)?.type;
    if (type === undefined) {
      problems.add({
        code: "unknown-type",
        path,
        message: `${name} has no known type`,
        hint: "use string(), number(), bool(), list(), set(), map(), object(), tuple(), oneOf() or any()",
      });
      return [];
    }
    const isKnown = checkTypeConstraint(type, path, problems);
    const options = variable.options as unknown as VariableOptions<Json, never>;
    if (options.default === null && options.nullable === false) {
      problems.add({
        code: "default-type",
        path,
        message: "the default is null, but the variable is not nullable",
        hint: "remove `nullable: false`, or give another default",
      });
    }
    checkMarks(options, path, problems);
    if (options.checkKeys === true) checkCheckedKeys(type, path, problems);
    if (options.default !== undefined) checkDefault(options.default, type, path, problems);
    const { description } = options;
    const isTold = description === undefined || checkLocalText(description, "description", path, problems);
    const isText = checkUnicode([options.default ?? null, type as unknown as Json], path, problems);
    if (!isKnown || !isTold || !isText) return [];
    const model = modelOf(name, { type, options, locale });
    const ruled = { name, type, options, nullable: model.nullable !== false, guarded: variable.guarded === true };
    const validations = problems.attempt(() => openValidations(ruled, path, problems)) ?? [];
    if (problems.size === before) problems.attempt(() => checkInnerNeverFail(type, path, problems));
    if (problems.size === before) checkNeverMet(name, variable as AnyVariable, path, problems);
    if (problems.size === before) checkDefaultByRules(name, variable as AnyVariable, path, problems);
    return [{ ...model, validations }];
  });
}

/** What Terraform refuses of `const` and `deprecated`, and a deprecation that nobody can follow. */
function checkMarks(options: VariableOptions<Json, never>, path: string, problems: Problems): void {
  for (const other of ["sensitive", "ephemeral"] as const) {
    if (options.const !== true || options[other] !== true) continue;
    problems.add({
      code: "const-secret",
      path,
      message: `a variable cannot be both \`const\` and \`${other}\``,
      hint: "remove one of the two",
    });
  }
  checkDeprecation(options.deprecated, path, problems);
  if (options.deprecated !== undefined && options.default === undefined)
    problems.add({
      code: "deprecated-but-required",
      path,
      message: "the variable is required, so that no caller can do without it",
      hint: "give it a default, or make it `optional`",
    });
}

/** Keys are checked of the objects in a map. An object below them would need validations that nobody can read. */
function checkCheckedKeys(type: TypeConstraint, path: string, problems: Problems): void {
  const element = type.kind === "map" ? type.element : type;
  const attributes = element.kind === "object" ? Object.entries(element.attributes) : [];
  const nested = attributes.find(([, attribute]) => holdsObject(attribute.type));
  if (element.kind === "object" && type.kind === "map" && nested === undefined) return;
  problems.add({
    code: "keys-not-checked",
    path,
    message:
      nested === undefined
        ? "`checkKeys` is for a map of objects"
        : `\`checkKeys\` does not check the objects in \`${nested[0]}\``,
    hint:
      nested === undefined
        ? "write map(object({ name: string(), sizes: list(number()) }), { checkKeys: true })"
        : `leave out \`checkKeys\`, or put the attributes of \`${nested[0]}\` beside it: texts, numbers, bools, and lists and maps of them are checked`,
  });
}

function holdsObject(type: TypeConstraint): boolean {
  if (type.kind === "tuple") return type.elements.some(holdsObject);
  return type.kind === "object" || ("element" in type && holdsObject(type.element));
}

function checkName(name: string, path: string, problems: Problems): void {
  if (!isIdentifier(name)) {
    problems.add({
      code: "bad-name",
      path,
      message: `${JSON.stringify(name)} is not a name that HCL allows`,
      hint: "use letters, digits, `_` and `-`, not starting with a digit",
    });
  } else if (name === "dependsOn" || name === "forEach") {
    problems.add({
      code: "reserved-name",
      path,
      message: `\`${name}\` is an option of a module block in a CDKTF stack`,
      hint: "write names of variables with underscores",
    });
  } else if (RESERVED.has(name)) {
    problems.add({
      code: "reserved-name",
      path,
      message: `\`${name}\` is reserved by Terraform in module calls`,
      hint: `a variable cannot have one of the names ${[...RESERVED].join(", ")}`,
    });
  }
}

/** What a variable's model is made of. */
interface DescribedVariable {
  readonly type: TypeConstraint;
  readonly options: VariableOptions<Json, never>;
  readonly locale: Locale;
}

function modelOf(name: string, { type, options, locale }: DescribedVariable): Omit<VariableModel, "validations"> {
  const fallback = options.default;
  const nullable = options.nullable ?? (fallback === null ? undefined : false);
  const isKnown = options.known === true;
  const description = describeVariable({ text: options.description, type, isKnown }, locale);
  return {
    name,
    type,
    ...(description !== undefined && { description }),
    ...(fallback !== undefined && { default: { value: fallback } }),
    ...(nullable !== undefined && { nullable }),
    sensitive: options.sensitive ?? false,
    ephemeral: options.ephemeral ?? false,
    ...(options.deprecated !== undefined && { deprecated: chooseText(options.deprecated, locale) }),
    ...(options.const === true && { const: true }),
    // What is constant is known before the plan.
    ...((options.known ?? options.const) === true && { known: true }),
  };
}

function checkNeverMet(name: string, variable: AnyVariable, path: string, problems: Problems): void {
  for (const message of neverMet(name, variable))
    problems.add({
      code: "validation-always-fails",
      path,
      message: `no ${TYPE_NOUNS[variable.type.kind] ?? "value"} meets the rule: ${message}`,
      hint: "every caller would fail; change the condition",
    });
}

const TYPE_NOUNS: Readonly<Record<string, string>> = { bool: "bool", number: "number" };

/** A default that breaks a rule fails for every caller who leaves the variable out. */
function checkDefaultByRules(name: string, variable: AnyVariable, path: string, problems: Problems): void {
  const { default: fallback } = variable.options as { readonly default?: unknown };
  const text = JSON.stringify(fallback) ?? "";
  for (const message of brokenRules(name, variable, fallback))
    problems.add({
      code: "default-breaks-rule",
      path,
      message: `the default${text.length > 60 ? "" : ` ${text}`} breaks the variable's own rule: ${message}`,
      hint: "change the default or the rule",
    });
}

/** The rules that only Terraform can decide. One that is false for every value is a problem. */
function openValidations(variable: RuledVariable, path: string, problems: Problems): readonly RuleModel[] {
  const rules = rulesOn(referenceNode(`var.${variable.name}`), variable);
  // The rules of inner types come first.
  const own = rules.length - (variable.options.validate?.length ?? 0);
  return rules.filter(({ condition, message, only }, index) => {
    if (only !== undefined) return false;
    const isOwn = index >= own;
    const rule = isOwn ? `rule ${index - own + 1} of \`validate\`` : `validation ${index + 1}`;
    if (message.kind === "literal" && String(message.value).trim() === "")
      problems.add({
        code: "empty-message",
        path,
        message: `${rule} has no message, and Terraform requires one`,
        hint: "write what is allowed, as a sentence",
      });
    if (condition.kind !== "literal") return true;
    if (condition.value !== true)
      problems.add({
        code: "validation-always-fails",
        path,
        message: `${rule} is false for every value`,
        hint: IN_JAVASCRIPT,
      });
    else if (isOwn) problems.add(neverFails(path, rule));
    return false;
  });
}
