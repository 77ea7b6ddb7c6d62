/**
 * What may be null has no text and no attributes: Terraform fails on `"${var.maybe}-x"` and `var.box.a` where the caller
 * gives nothing, and that is the default. Refused unless a condition around asks about the value.
 */
import type { Problems } from "../../errors";
import type { BlockItem, Body } from "../../hcl/document";
import { type Expression, mapChildren, walkExpression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import type { TypeConstraint } from "../../hcl/type";
import type { OutputModel } from "../../render/model";
import type { Variables } from "../dsl/definition";

interface NullableType {
  readonly type: TypeConstraint;
  readonly isNullable: boolean;
}

/** What is known at the position of an expression. */
interface GuardedPlace {
  readonly path: string;
  /** Whether a condition stands around, whatever it asks about. */
  readonly isConditional: boolean;
  /** Values that a condition around asks about. */
  readonly guarded: ReadonlySet<string>;
  /** Types of `each.value` and of the names that `for` and `dynamic` give. */
  readonly types: ReadonlyMap<string, TypeConstraint>;
}

const HINT =
  "use `ifNotNull(value, (known) => ..., otherwise)` for a value, `optionalBlock` for a block, `fn.coalesce(value, other)` for a default";

/** The expressions of a module that a null can break. */
interface NullableModule {
  readonly name: string;
  readonly variables: Variables;
  /** Locals whose values have the types of variables. @default none */
  readonly locals?: Variables;
  readonly main: Body;
  /** @default none */
  readonly outputs?: readonly OutputModel[];
}

/** Reports texts with a hole for what may be null, and attributes of what may be null. */
export function checkNull(
  { name, variables, locals: typedLocals = {}, main, outputs = [] }: NullableModule,
  problems: Problems,
): void {
  const locals = new Map(
    main.flatMap((item) =>
      item.kind === "block" && item.type === "locals"
        ? item.body.flatMap((one) => (one.kind === "attribute" ? [[one.name, one.value] as const] : []))
        : [],
    ),
  );
  const check = new NullCheck({ var: variables, local: typedLocals }, locals, problems);
  const place: GuardedPlace = { path: name, isConditional: false, guarded: new Set(), types: new Map() };
  check.checkBody(main, place);
  for (const { name: output, value, preconditions } of outputs) {
    const inOutput = { ...place, path: `${name}.outputs.${output}` };
    for (const node of [value, ...preconditions.flatMap((rule) => [rule.condition, rule.message])])
      check.checkValue(node, inOutput);
  }
}

class NullCheck {
  /** By the first word of their addresses. */
  readonly #variables: { readonly var: Variables; readonly local: Variables };
  readonly #locals: ReadonlyMap<string, Expression>;
  readonly #problems: Problems;

  constructor(
    variables: { readonly var: Variables; readonly local: Variables },
    locals: ReadonlyMap<string, Expression>,
    problems: Problems,
  ) {
    this.#variables = variables;
    this.#locals = locals;
    this.#problems = problems;
  }

  checkBody(body: Body, given: GuardedPlace): void {
    let place = given;
    for (const item of body) {
      if (item.kind !== "attribute" || (item.name !== "count" && item.name !== "for_each")) continue;
      place = this.#guardBy(item.value, place);
      const element = this.#elementOf(item.value, place);
      if (item.name === "for_each" && element !== undefined) place = withType(place, "each.value", element);
    }
    for (const item of body) {
      if (item.kind === "attribute") this.checkValue(item.value, { ...place, path: `${place.path}.${item.name}` });
      if (item.kind === "block") this.checkBody(item.body, this.#inside(item, place));
    }
  }

  #inside(item: BlockItem, place: GuardedPlace): GuardedPlace {
    const path = [
      place.path,
      ...(item.type === "resource" || item.type === "locals" ? [] : [item.type]),
      ...item.labels,
    ];
    const inner = { ...place, path: path.join(".") };
    const forEach = item.body.find((one) => one.kind === "attribute" && one.name === "for_each");
    if (item.binds === undefined || forEach?.kind !== "attribute") return inner;
    const element = this.#elementOf(forEach.value, place);
    if (element === undefined) return inner;
    const iterator: TypeConstraint = { kind: "object", attributes: { value: { type: element } } };
    return withType(inner, `binding ${item.binds.id}`, iterator);
  }

  checkValue(node: Expression, place: GuardedPlace): void {
    if (node.kind === "call" && (node.name === "try" || node.name === "can")) return;
    if (node.kind === "conditional") {
      this.checkValue(node.condition, place);
      const inner = this.#guardBy(node.condition, place);
      this.checkValue(node.then, inner);
      this.checkValue(node.otherwise, inner);
      return;
    }
    if (node.kind === "for") {
      this.checkValue(node.collection, place);
      const element = this.#elementOf(node.collection, place);
      const inner = element === undefined ? place : withType(place, `binding ${node.value.id}`, element);
      const guarded = node.condition === undefined ? inner : this.#guardBy(node.condition, inner);
      for (const one of [node.condition, node.resultKey, node.result])
        if (one !== undefined) this.checkValue(one, guarded);
      return;
    }
    if (node.kind === "template") {
      for (const part of node.parts) if (typeof part !== "string") this.#refuseNull(part, place, "a string contains");
    }
    if (node.kind === "attribute") this.#refuseNull(node.of, place, `\`.${node.name}\` is read from`);
    mapChildren(node, (child) => {
      this.checkValue(child, place);
      return child;
    });
  }

  #refuseNull(node: Expression, place: GuardedPlace, what: string): void {
    const isNull = node.kind === "literal" && node.value === null;
    // A null that is written out is what a caller of `inline` gave: the condition that asks about it no longer names the variable.
    if (isNull ? place.isConditional : !this.#mayBeNull(node, place)) return;
    this.#problems.add({
      code: "null-in-text",
      path: place.path,
      message: `${what} ${isNull ? "null, so" : `\`${printExpression(node)}\`, which may be null; then`} Terraform fails`,
      hint: HINT,
    });
  }

  /** Whether a value may be null, and no condition around asks about it. */
  #mayBeNull(node: Expression, { guarded, types }: GuardedPlace): boolean {
    const name = nameOf(node);
    return name !== undefined && !guarded.has(name) && this.#typeOf(node, types)?.isNullable === true;
  }

  /** Inside of a condition everything that it names is asked about, also by way of a local. */
  #guardBy(condition: Expression, place: GuardedPlace): GuardedPlace {
    const guarded = new Set(place.guarded);
    const collect = (expression: Expression) =>
      walkExpression(expression, (node) => {
        const name = nameOf(node);
        if (name === undefined || guarded.has(name)) return;
        guarded.add(name);
        const local = node.kind === "reference" ? this.#locals.get(node.address.replace(/^local\./, "")) : undefined;
        if (local !== undefined) collect(local);
      });
    collect(condition);
    return { ...place, isConditional: true, guarded };
  }

  #typeOf(node: Expression, types: GuardedPlace["types"]): NullableType | undefined {
    const own = types.get(nameOf(node) ?? "");
    if (own !== undefined) return { type: own, isNullable: false };
    if (node.kind === "reference") {
      const [root = "", name = ""] = node.address.split(".");
      const variable = root === "var" || root === "local" ? this.#variables[root][name] : undefined;
      if (variable === undefined) return undefined;
      const { nullable, default: fallback } = variable.options as { nullable?: boolean; default?: unknown };
      return { type: variable.type, isNullable: nullable ?? fallback === null };
    }
    if (node.kind === "index") {
      const { type } = this.#typeOf(node.of, types) ?? {};
      return type !== undefined && "element" in type ? { type: type.element, isNullable: false } : undefined;
    }
    if (node.kind !== "attribute") return undefined;
    const { type } = this.#typeOf(node.of, types) ?? {};
    const attribute = type?.kind === "object" ? type.attributes[node.name] : undefined;
    if (attribute === undefined) return undefined;
    const isNullable = attribute.optional === true && (attribute.default ?? null) === null;
    return { type: attribute.type, isNullable };
  }

  #elementOf(collection: Expression, { types }: GuardedPlace): TypeConstraint | undefined {
    if (collection.kind === "splat" && collection.path.length === 0) return this.#typeOf(collection.of, types)?.type;
    const type = this.#typeOf(collection, types)?.type;
    return type !== undefined && "element" in type ? type.element : undefined;
  }
}

function withType(place: GuardedPlace, name: string, type: TypeConstraint): GuardedPlace {
  return { ...place, types: new Map([...place.types, [name, type]]) };
}

/** A value that has a name of its own: `var.box.a`, `each.value.note`. */
function nameOf(node: Expression): string | undefined {
  if (node.kind === "reference") return node.address;
  if (node.kind === "binding") return `binding ${node.id}`;
  if (node.kind !== "attribute" && !(node.kind === "index" && node.key.kind === "literal")) return undefined;
  const of = nameOf(node.of);
  const key = node.kind === "attribute" ? node.name : (node.key as { readonly value: unknown }).value;
  return of === undefined ? undefined : `${of}.${String(key)}`;
}
