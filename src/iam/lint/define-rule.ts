/** A rule with its check. */
import type { PolicyType, Statement } from "../document/policy";
import type { Context } from "./context";
import type { ParsedCondition } from "./parsed-condition";
import type { ParsedStatement } from "./parsed-statement";
import type { Reports } from "./report";
import type { Rule } from "./rule";

/** What a rule looks at. Each function gets one thing and returns what is wrong with it. */
export interface RuleCheck {
  /** The types of policies in which it looks for something. @default all */
  readonly types?: readonly PolicyType[];
  /** Elements whose values of a wrong type this rule reports. @default none, then `invalid-element` reports them */
  readonly elements?: readonly string[];
  /** The document, whatever its length. */
  document?(context: Context): Reports;
  /** A statement as it is written, whatever the length of the document. */
  form?(statement: Statement, context: Context): Reports;
  /** What is absent: from a statement, or from the document where no statement is given. It is asked after all `form` checks. */
  omissions?(context: Context, statement?: Statement): Reports;
  /** What a statement means. */
  statement?(parsed: ParsedStatement, context: Context): Reports;
  /** What a condition means. */
  condition?(condition: ParsedCondition, context: Context): Reports;
  /** What a statement means, asked after the `statement` checks of the rules of the same group. */
  afterwards?(parsed: ParsedStatement, context: Context): Reports;
}

/** A rule: its code, its page and its check. */
export interface LintRule<Code extends string = string> extends Rule {
  readonly code: Code;
  readonly check: RuleCheck;
}

/** Makes a rule; the type of its code is the code itself, so that a wrong code is a type error wherever one is written. */
export function defineRule<const Code extends string>(rule: LintRule<Code>): LintRule<Code> {
  return Object.freeze(rule);
}
