/** Rules of a variable that a value breaks which is known now: a default, or what an example gives. */
import { Problems } from "../../errors";
import type { AnyVariable } from "../dsl/types";
import { inputNode } from "./input-values";
import { rulesOn } from "./variable-rules";

/** The messages of the rules that are known to be false of a value. Null is left to Terraform, and so is a value of another type. */
export function brokenRules(name: string, variable: AnyVariable, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const { type, options } = variable;
  const unread = new Problems();
  const node = inputNode(value, type, name, unread);
  if (unread.size > 0) return [];
  const rules = rulesOn(node, { name, type, options: options as never, nullable: false, guarded: false });
  return rules.flatMap(({ condition, message }) => {
    if (condition.kind !== "literal" || condition.value === true) return [];
    return [message.kind === "literal" ? String(message.value) : "a validation is false"];
  });
}
