/** The other parts of a module: locals, outputs, and `moved`, `removed` and `check` blocks. */
import type { Construct } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { LocalText } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";
import { referenceNode } from "../expr/build";
import { toCondition } from "../expr/condition";
import { nameLocal } from "../expr/declared-values";
import { Expr, makeExpr } from "../expr/expr";
import { type Anything, type ExprOf, toNode, toTypedNode } from "../expr/to-node";
import { rememberCall, stackHere } from "./author-call";
import { refuseOptions } from "./check-options";
import type { CustomCondition } from "./meta-options";
import { builderOf, type ConditionNodes } from "./module-builder";
import type { Dependency } from "./resource-references";
import type { AnyVariable, ExprOfVariable } from "./types";

/** Gives a value a name in the module: `locals { name = value }`. The result refers to it. */
export function local<R>(
  scope: Construct,
  name: string,
  value: R,
  options: { readonly comment?: string } = {},
): ExprOf<R> {
  const builder = builderOf(scope);
  const address = `local.${name}`;
  refuseOptions(options, { builder, address, what: "a local", known: ["comment"] });
  builder.checkName(name, address);
  const { node, type } = toTypedNode(value);
  // In a caller's stack a local would only add a name. So the value of the local is written wherever the local is used.
  if (builder.isInline) return makeExpr(node, type) as ExprOf<R>;
  const comments = options.comment?.split("\n");
  builder.addPart({ kind: "local", name, value: node, ...(comments !== undefined && { comments }) }, address);
  const reference = referenceNode(address);
  nameLocal(reference, node);
  return makeExpr(reference, type ?? typeOfObject(node)) as ExprOf<R>;
}

/** An object literal's attributes stay reachable behind its name. */
function typeOfObject(node: Expression) {
  if (node.kind !== "object" || !node.entries.every((entry) => typeof entry.key === "string")) return undefined;
  return {
    kind: "object",
    attributes: Object.fromEntries(
      node.entries.map((entry) => [entry.key as string, { type: { kind: "any" } as const }]),
    ),
  } as const;
}

/** What can be said of an output. */
export interface OutputOptions {
  readonly description?: LocalText;
  /** @default whether the value shows a sensitive variable */
  readonly sensitive?: boolean;
  /** Keeps the value out of the state; needs Terraform 1.10. @default false */
  readonly ephemeral?: boolean;
  /** What a caller should use in place of it, printed where it is used. Needs Terraform 1.15 or OpenTofu 1.10. @default not deprecated */
  readonly deprecated?: LocalText;
  /** The type to which Terraform converts the value. Needs Terraform 1.15; OpenTofu does not have it. @default that of the value */
  readonly type?: AnyVariable;
  readonly preconditions?: readonly CustomCondition[];
  /** What must exist before the value may be used. @default what the value refers to */
  readonly dependsOn?: readonly Dependency[];
}

declare const OUTPUT: unique symbol;

/** An output of a module; `E` is the type of its value. */
export interface Output<E> {
  /** Only for the compiler. */
  readonly [OUTPUT]?: E;
  readonly value: Expression;
  /** The output's type, where it is known: the declared one, else that of the value. */
  readonly type?: TypeConstraint | undefined;
  /** The type of the value itself, where the output declares one. */
  readonly valueType?: TypeConstraint | undefined;
  readonly options: OutputOptions;
}

/** Declares an output of the module. With a `type` its value is of that type. */
export function output<S extends AnyVariable>(
  value: Anything,
  options: OutputOptions & { readonly type: S },
): Output<ExprOfVariable<S>>;
export function output<R>(value: R, options?: OutputOptions): Output<ExprOf<R>>;
export function output(value: unknown, options: OutputOptions = {}): Output<unknown> {
  refuseOutputOptions(options);
  const { node, type } = toTypedNode(value);
  const declared = options.type?.type;
  if (declared === undefined) return rememberCall({ value: node, type, options });
  return rememberCall({ value: node, type: declared, valueType: type, options });
}

const OUTPUT_OPTIONS: { readonly [Name in keyof Required<OutputOptions>]: true } = {
  description: true,
  sensitive: true,
  ephemeral: true,
  deprecated: true,
  type: true,
  preconditions: true,
  dependsOn: true,
};

/** An option that there is not would be ignored: a value would not be sensitive. */
function refuseOutputOptions(options: unknown): void {
  const isObject = typeof options === "object" && options !== null && !(options instanceof Expr);
  if (!isObject)
    fail({
      code: "bad-option",
      path: "",
      message: "`output` takes its options as an object",
      hint: 'output(value, { description: "..." })',
    });
  const known = Object.keys(OUTPUT_OPTIONS);
  const wrong = Object.keys(options).find((name) => !known.includes(name));
  if (wrong === undefined) return;
  fail({
    code: "bad-option",
    path: "",
    message: `an output has no option \`${wrong}\``,
    hint: suggestName(wrong, known, "options"),
  });
}

/** Tells Terraform that a resource has a new address. */
export function moved(scope: Construct, from: string, to: string): void {
  if (typeof from !== "string" || typeof to !== "string")
    fail({
      code: "wrong-arguments",
      path: "moved",
      message: "`moved` takes two addresses as text: the old one and the new one",
      hint: 'moved(scope, "aws_sqs_queue.main", "aws_sqs_queue.this")',
    });
  builderOf(scope).addPart({ kind: "moved", from, to }, `moved.${from}`);
}

/** Tells Terraform to forget a resource, or with `destroy` to destroy it. Needs Terraform 1.7. */
export function removed(scope: Construct, from: string, options: { readonly destroy?: boolean } = {}): void {
  const builder = builderOf(scope);
  refuseOptions(options, { builder, address: `removed.${from}`, what: "`removed`", known: ["destroy"] });
  if (from.includes("["))
    builder.problems.add({
      code: "removed-instance",
      path: `${builder.definitionName}.removed`,
      message: `\`removed\` takes the address of a whole resource, but was given \`${from}\``,
      hint: `write removed(scope, "${from.replace(/\[.*?\]/g, "")}"): Terraform forgets all of its instances, and takes no single one`,
      stack: stackHere(),
    });
  builder.addPart({ kind: "removed", from, destroy: options.destroy ?? false }, `removed.${from}`);
}

/** Assertions that warn after each plan and apply. */
export function checkBlock(scope: Construct, name: string, assertions: readonly CustomCondition[]): void {
  const isRules =
    Array.isArray(assertions) &&
    assertions.length > 0 &&
    assertions.every((rule) => rule?.condition !== undefined && rule?.message !== undefined);
  if (!isRules)
    fail({
      code: "wrong-arguments",
      path: `check.${name}`,
      message: "`checkBlock` takes a list of assertions with `condition` and `message`",
      hint: `checkBlock(scope, "${name}", [{ condition: ..., message: "..." }])`,
    });
  const rules: readonly ConditionNodes[] = assertions.map(({ condition, message }) => ({
    condition: toCondition(condition),
    message: toNode(message),
  }));
  const builder = builderOf(scope);
  const address = `check.${name}`;
  if (builder.checkName(name, address)) builder.addPart({ kind: "check", name, rules }, address);
}
