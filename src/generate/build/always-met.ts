/** Rules that every value meets: JavaScript decided their condition, and they would be left out without a word. */
import type { Problem, Problems } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";
import { bindingNode } from "../expr/build";
import { toCondition } from "../expr/condition";
import { makeExpr } from "../expr/expr";
import { innerTypes } from "./given-rules";
import { withoutNullElements } from "./null-rules";

/** What to do about a condition that is a bool of JavaScript. */
export const IN_JAVASCRIPT =
  "JavaScript decided the condition; write it with `eq`, `and`, `not` and `fn` instead of `===`, `&&` and `!`";

/** @param rule such as "rule 1" */
export function neverFails(path: string, rule: string): Problem {
  const message = `${rule} is true for every value, so that it checks nothing`;
  return { code: "validation-never-fails", path, message, hint: IN_JAVASCRIPT };
}

/** Reports the rules of elements and attributes. */
export function checkInnerNeverFail(type: TypeConstraint, path: string, problems: Problems): void {
  for (const [inner, place] of innerTypes(type, path))
    for (const [index, { condition, only }] of (inner.rules ?? []).entries()) {
      if (only !== undefined) continue;
      const value = makeExpr(bindingNode("value"), withoutNullElements(inner));
      const test = toCondition(condition(value as never), path);
      if (test.kind === "literal" && test.value === true)
        problems.add(neverFails(place, `rule ${index + 1} of an inner \`validate\``));
    }
}
