/** Rules of a variable that a value breaks which is known now: a default, or what an example gives. */
import { Problems } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";
import type { AnyVariable } from "../dsl/types";
import { inputNode } from "./input-values";
import { rulesOn } from "./variable-rules";

/** The messages of the rules that are known to be false of a value. Null is left to Terraform, and so is a value of another type. */
export function brokenRules(name: string, variable: AnyVariable, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const { type, options } = variable;
  // Most values have nothing to be asked of them, such as tags.
  if (options.validate === undefined && !hasRules(type) && !holdsNull(value)) return [];
  const unread = new Problems();
  const node = inputNode(value, type, name, unread);
  if (unread.size > 0) return [];
  const rules = rulesOn(node, { name, type, options, nullable: false, guarded: false });
  return rules.flatMap(({ condition, message }) => {
    if (condition.kind !== "literal" || condition.value === true) return [];
    return [message.kind === "literal" ? String(message.value) : "a validation is false"];
  });
}

/** Whether the type, or one inside of it, has rules or a closed set of values. */
function hasRules(type: TypeConstraint): boolean {
  if ((type.rules ?? []).length > 0 || ("values" in type && type.values !== undefined)) return true;
  if ("element" in type) return hasRules(type.element);
  if (type.kind === "tuple") return type.elements.some(hasRules);
  return type.kind === "object" && Object.values(type.attributes).some((attribute) => hasRules(attribute.type));
}

function holdsNull(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(holdsNull);
  const isPlain = typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).some(holdsNull);
}
