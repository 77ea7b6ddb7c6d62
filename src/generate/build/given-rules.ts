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
  givenRules(type.rules, path);
  if ("element" in type) checkInnerRules(type.element, path);
  if (type.kind === "tuple") for (const element of type.elements) checkInnerRules(element, path);
  if (type.kind !== "object") return;
  for (const [name, attribute] of Object.entries(type.attributes)) checkInnerRules(attribute.type, `${path}.${name}`);
}
