/** `for_each`: what it walks, and the entry that an author's function gets. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { suggestName } from "../../text/suggest-name";
import { referenceNode } from "../expr/build";
import { elementType } from "../expr/collections";
import { nameElement } from "../expr/declared-values";
import { type Expr, makeExpr, NODE, TYPE } from "../expr/expr";
import { NO_VALUE, type NoValue } from "../expr/no-value";
import type { ModuleBuilder } from "./module-builder";

/** One entry of what `for_each` walks. */
export interface Each<E> {
  readonly key: Expr<string>;
  readonly value: E;
}

/** What `for_each` walks. A list has no keys; Terraform wants a map or a set. */
export function forEachOf(
  builder: ModuleBuilder,
  given: Expr<unknown> | undefined,
  address: string,
): Expression | undefined {
  const kind = given?.[TYPE]?.kind;
  const node = given?.[NODE];
  // A caller writes a set as an array.
  if (kind === "set" && node?.kind === "tuple") return { kind: "call", name: "toset", args: [node] };
  const { element } = (given?.[TYPE] ?? {}) as { readonly element?: TypeConstraint };
  if (kind === "set" && element !== undefined && element.kind !== "string" && element.kind !== "any") {
    builder.problems.add({
      code: "for-each-over-set",
      path: `${builder.definitionName}.${address}`,
      message: `\`forEach\` takes a set of strings, but was given a set of ${element.kind}`,
      hint: "use `toMap` to make a map whose keys the caller chooses",
    });
  }
  if (kind === "list" || kind === "tuple" || node?.kind === "tuple" || node?.kind === "splat") {
    builder.problems.add({
      code: "for-each-over-list",
      path: `${builder.definitionName}.${address}`,
      message: "`forEach` takes a map or a set, but was given a list",
      hint: "use `toMap` to make a map whose keys the caller chooses, or `fn.toset` to make a set of known strings",
    });
  }
  return node;
}

/** Whether the collection is known to be empty. */
export function isKnownEmpty(forEach: Expression | undefined): boolean {
  if (forEach?.kind === "object") return forEach.entries.length === 0;
  if (forEach?.kind === "tuple") return forEach.items.length === 0;
  return forEach?.kind === "call" && forEach.name === "toset" && isKnownEmpty(forEach.args[0]);
}

/** The entry of a resource with `for_each`. */
export function eachOf(forEach: Expr<unknown> | undefined): Each<Expr<unknown>> {
  const element = forEach === undefined ? undefined : elementType(forEach);
  const value = referenceNode("each.value");
  if (forEach !== undefined) nameElement(value, forEach[NODE], "each.value");
  const each: Each<Expr<unknown>> = {
    key: makeExpr(referenceNode("each.key"), { kind: "string" }),
    value: makeExpr(value, element),
  };
  return new Proxy(each, {
    get: (entry, name, receiver) => {
      if (name === NO_VALUE) return WHOLE_ENTRY;
      if (typeof name === "symbol" || name in entry)
        return name === "toString" ? refuseEntry : Reflect.get(entry, name, receiver);
      if (PROBED.has(name)) return undefined;
      return fail({
        code: "unknown-attribute",
        path: "",
        message: `the entry of \`forEach\` has no \`${name}\``,
        hint: suggestName(name, Object.keys(entry), "names"),
      });
    },
  });
}

/** What JavaScript and cdktf look up on any object. */
const PROBED = new Set(["then", "toJSON", "resolve", "creationStack"]);

const WHOLE_ENTRY: NoValue = {
  message: "the entry of `forEach` is no value: it has a key and a value",
  hint: "write `each.key` or `each.value`",
};

function refuseEntry(): never {
  return fail({ code: "not-a-value", path: "", ...WHOLE_ENTRY });
}
