/** The rules of `validate` as an author gave them, perhaps in JavaScript, where no compiler looks at them. */
import { fail } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";

/** What each rule must have. */
interface GivenRule {
  readonly condition: unknown;
  readonly message: unknown;
}

const HINT = 'validate: [{ condition: (value) => fn.startswith(value, "s3://"), message: "it starts with s3://." }]';

/** The rules, each with a condition and a message. @throws TfwrightError for anything else */
export function givenRules<Rule extends GivenRule>(rules: readonly Rule[] | undefined, path = ""): readonly Rule[] {
  const refuse = (message: string) => fail({ code: "not-a-rule", path, message, hint: HINT });
  if (rules === undefined) return [];
  if (!Array.isArray(rules)) return refuse("`validate` must be a list of rules");
  for (const rule of rules as readonly Partial<GivenRule>[]) {
    if (typeof rule?.condition !== "function") return refuse("a rule of `validate` has no function `condition`");
    if (rule.message === undefined) return refuse("a rule of `validate` has no `message` for the caller");
  }
  return rules;
}

/** Checks the rules of elements and attributes. @throws TfwrightError for the first that is none */
export function checkInnerRules(type: TypeConstraint, path: string): void {
  for (const [inner, place] of innerTypes(type, path)) givenRules(inner.rules, place);
}

/** A type and all in it, each with its path. */
export function innerTypes(type: TypeConstraint, path: string): readonly (readonly [TypeConstraint, string])[] {
  const inner =
    "element" in type
      ? innerTypes(type.element, path)
      : type.kind === "tuple"
        ? type.elements.flatMap((element) => innerTypes(element, path))
        : type.kind === "object"
          ? Object.entries(type.attributes).flatMap(([name, one]) => innerTypes(one.type, `${path}.${name}`))
          : [];
  return [[type, path], ...inner];
}
