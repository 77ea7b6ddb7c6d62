/** Variables that were renamed: both names as variables, and a local with the value that the module uses. */
import type { Problems } from "../../errors";
import { type Expression, jsonExpression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { messageText } from "../../render/messages/message-text";
import { chooseText, type Locale } from "../../text/locale";
import { joinSentences } from "../../text/sentences";
import type { Variables } from "../dsl/definition";
import type { ConditionNodes, ModuleBuilder } from "../dsl/module-builder";
import { RENAMED_CHECK } from "../dsl/renamed-from";
import type { AnyVariable, VariableOptions } from "../dsl/types";
import { conditionalNode, isNullNode, literalNode, notNode, referenceNode } from "../expr/build";
import { printDefault } from "./describe-variable";

/** A variable with its old name. */
interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly variable: AnyVariable;
}

/** The variables that were renamed. */
export function renamingsOf(variables: Variables): readonly Renaming[] {
  return Object.entries(variables).flatMap(([to, variable]) =>
    variable?.renamedFrom === undefined ? [] : [{ from: variable.renamedFrom, to, variable }],
  );
}

/** Reports an old name that another variable has, and a variable of which null is a value of its own. */
export function checkRenamings(variables: Variables, definition: string, problems: Problems): void {
  const seen = new Set(Object.keys(variables));
  for (const { from, to, variable } of renamingsOf(variables)) {
    const path = `${definition}.variables.${to}`;
    if (seen.has(from))
      problems.add({
        code: "old-name-in-use",
        path,
        message: `\`${from}\` is the name of another variable, so that it cannot be the old name of \`${to}\``,
        hint: "an old name belongs to one variable alone",
      });
    seen.add(from);
    if (optionsOf(variable).nullable === true)
      problems.add({
        code: "renamed-nullable",
        path,
        message: `null is a value of \`${to}\`, so that nobody can tell which of its two names was given`,
        hint: "leave `nullable` out, or use `optional`",
      });
  }
}

/** The variables of the module's files: behind each that was renamed stands one with its old name. Both are null by default. */
export function withOldNames(variables: Variables, locale: Locale): Variables {
  const entries = Object.entries(variables).flatMap(([name, variable]) => {
    const from = variable?.renamedFrom;
    if (from === undefined) return [[name, variable] as const];
    const { default: fallback, nullable: _, ...options } = optionsOf(variable);
    const { renamedFrom: __, ...plain } = variable;
    const nullable = (description: string) => {
      const told = { ...options, default: null, ...(description !== "" && { description }) };
      return { ...plain, given: "optional", guarded: true, options: told } as unknown as AnyVariable;
    };
    const note =
      fallback === undefined
        ? messageText(locale, "field_required")
        : fallback === null
          ? ""
          : messageText(locale, "field_default", { value: printDefault(fallback) });
    const description = joinSentences([chooseText(options.description ?? "", locale), note]);
    return [
      [name, nullable(description)] as const,
      [from, nullable(messageText(locale, "old_name", { name }))] as const,
    ];
  });
  return Object.fromEntries(entries);
}

/** The value that `build` works with: a local with the name of the variable. */
export function addRenamedLocals(builder: ModuleBuilder, variables: Variables): void {
  const renamings = renamingsOf(variables);
  for (const { from, to, variable } of renamings) {
    const fallback = optionsOf(variable).default ?? null;
    const old = referenceNode(`var.${from}`);
    const otherwise =
      fallback === null ? old : unlessNull(old, jsonExpression(completeDefault(fallback, variable.type)));
    builder.addPart(
      { kind: "local", name: to, value: unlessNull(referenceNode(`var.${to}`), otherwise) },
      `local.${to}`,
    );
  }
  if (renamings.length > 0) builder.claim(`check.${RENAMED_CHECK}`);
}

function unlessNull(value: Expression, otherwise: Expression): Expression {
  return conditionalNode(notNode(isNullNode(value)), value, otherwise);
}

/** A default with the defaults of its attributes: both results of a conditional must have all of them. */
function completeDefault(value: Json, type: TypeConstraint): Json {
  if (value === null || typeof value !== "object") return value;
  if (type.kind === "list" || type.kind === "set")
    return (value as readonly Json[]).map((item) => completeDefault(item, type.element));
  const fields = value as { readonly [key: string]: Json };
  if (type.kind === "map")
    return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, completeDefault(item, type.element)]));
  if (type.kind !== "object") return value;
  return Object.fromEntries(
    Object.entries(type.attributes).map(([key, attribute]) => [
      key,
      completeDefault(fields[key] ?? attribute.default ?? null, attribute.type),
    ]),
  );
}

/** One rule for each required variable: a value under the new name or under the old one. */
export function rulesOfRequired(variables: Variables): readonly ConditionNodes[] {
  return renamingsOf(variables).flatMap(({ from, to, variable }) =>
    optionsOf(variable).default !== undefined
      ? []
      : [
          {
            condition: notNode(isNullNode(referenceNode(`local.${to}`))),
            message: literalNode(`${to} is required (its old name is ${from}).`),
          },
        ],
  );
}

/** The assertions of the `check` block. */
export function rulesOnOldNames(variables: Variables, locale: Locale): readonly ConditionNodes[] {
  return renamingsOf(variables).map(({ from, to }) => ({
    condition: isNullNode(referenceNode(`var.${from}`)),
    message: literalNode(noticeOf({ from, to }, locale)),
  }));
}

/** The variables by the names of their locals, for what is known of their types. */
export function renamedTypes(variables: Variables): Variables {
  return Object.fromEntries(renamingsOf(variables).map(({ to, variable }) => [to, variable]));
}

/** What a caller reads who uses an old name. */
export function noticeOf({ from, to }: Pick<Renaming, "from" | "to">, locale: Locale): string {
  return messageText(locale, "new_name", { from, to });
}

function optionsOf(variable: AnyVariable): VariableOptions<Json, never> {
  return variable.options as unknown as VariableOptions<Json, never>;
}
