/** Finds the strings of a plan that are policies, in any attribute. */
import { MAX_DEPTH } from "../../json/json-node";
import { isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import { looksLikePolicy } from "../policy-text";

/**
 * Visits the texts that are objects of JSON and look like policies.
 *
 * The path is one list that grows and shrinks: most values hold nothing, and there are many. Who keeps it copies it.
 */
export function visitPolicyTexts(value: Json | undefined, visit: (text: string, path: ValuePath) => void): void {
  new PolicyTextVisitor(visit).enter(value);
}

class PolicyTextVisitor {
  /** The way to the value that is looked at. */
  readonly #path: (string | number)[] = [];
  readonly #visit: (text: string, path: ValuePath) => void;

  constructor(visit: (text: string, path: ValuePath) => void) {
    this.#visit = visit;
  }

  enter(value: Json | undefined): void {
    if (typeof value === "string") {
      if (/^\s*\{/.test(value) && looksLikePolicy(value)) this.#visit(value, this.#path);
      return;
    }
    if (typeof value !== "object" || value === null || this.#path.length >= MAX_DEPTH) return;
    if (isList(value)) for (let index = 0; index < value.length; index++) this.#enterPart(index, value[index]);
    else if (isFields(value)) for (const name in value) this.#enterPart(name, value[name]);
  }

  #enterPart(step: string | number, part: Json | undefined): void {
    this.#path.push(step);
    this.enter(part);
    this.#path.pop();
  }
}
