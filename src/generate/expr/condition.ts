/** Conditions. TypeScript's compiler ensures that each one is a bool, but an author may run the code without the compiler. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { toTypedNode } from "./to-node";

const LENGTH = "compare it: gt(fn.length(collection), 0)";

const HINTS: Readonly<Partial<Record<TypeConstraint["kind"], string>>> = {
  number: "compare it: gt(number, 0)",
  list: LENGTH,
  set: LENGTH,
  map: LENGTH,
  tuple: LENGTH,
  object: "use isNotNull(object), or one of its attributes",
};

/**
 * The node of a condition. Text passes, because Terraform reads `"true"` as a bool.
 *
 * @param path the path of the condition, if the caller knows it
 * @throws TfwrightError for a value that Terraform cannot convert to a bool
 */
export function toCondition(condition: unknown, path = ""): Expression {
  const { node, type } = toTypedNode(condition);
  if (node.kind === "call" && (node.name === "regex" || node.name === "regexall"))
    refuse(
      path,
      `the text that \`${node.name}\` finds`,
      "to ask whether a text matches: fn.can(fn.regex(pattern, text))",
    );
  const kind = type?.kind;
  const hint = kind === undefined ? undefined : HINTS[kind];
  if (kind !== undefined && hint !== undefined) refuse(path, TYPE_WORDS[kind], hint);
  return node;
}

function refuse(path: string, given: string, hint: string): never {
  return fail({ code: "not-a-condition", path, message: `a condition must be a bool, but was given ${given}`, hint });
}
