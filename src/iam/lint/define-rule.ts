/** A rule of the linter: its documentation and its check. */
import type { PolicyType, Statement } from "../document/policy";
import type { JudgedAttachment } from "./attached-policy";
import type { Context } from "./context";
import type { ParsedCondition } from "./parsed/parsed-condition";
import type { ParsedStatement } from "./parsed/parsed-statement";
import type { Report, Reports } from "./report";
import type { Rule } from "./rule";

/**
 * The functions of a rule. Each one is called for every document, statement or condition of a policy, and returns the reports
 * about it.
 */
export interface RuleCheck {
  /** The types of policies that the rule checks. @default all */
  readonly types?: readonly PolicyType[];
  /** Elements whose values of a wrong type this rule reports. @default none, then `invalid-element` reports them */
  readonly elements?: readonly string[];
  /**
   * Whether it compares the entries of a statement with one another, or with other statements. It is not called for a long
   * document with very many of them. @default false
   */
  readonly comparesEntries?: true;
  /**
   * Whether it reports that something is missing. It says nothing of a policy that somebody else completes before AWS gets it.
   * @default false
   */
  readonly ofOmissions?: true;
  /** Checks the document as a whole. It is also called for a document above the size limit of AWS. */
  document?(context: Context): Reports;
  /** Checks the syntax of a statement. It is also called for a document above the size limit of AWS. */
  form?(statement: Statement, context: Context): Reports;
  /**
   * Reports missing elements of a statement, or of the document if it gets no statement. It is called after all `form` checks.
   */
  omissions?(context: Context, statement?: Statement): Reports;
  /** Checks the meaning of a statement. */
  statement?(parsed: ParsedStatement, context: Context): Reports;
  /** Checks the meaning of a condition. */
  condition?(condition: ParsedCondition, context: Context): Reports;
  /** Checks a managed policy of AWS that a file attaches. It is not called for policies. */
  attachment?(attached: JudgedAttachment): Report | undefined;
  /** Checks the meaning of a statement after the `statement` checks of all rules of the same group. */
  afterwards?(parsed: ParsedStatement, context: Context): Reports;
}

/** A rule: its code, its page of documentation and its check. */
export interface LintRule<Code extends string = string> extends Rule {
  readonly code: Code;
  readonly check: RuleCheck;
}

/** Makes a rule; the type of its code is the code itself, so that a wrong code is a type error wherever one is written. */
export function defineRule<const Code extends string>(rule: LintRule<Code>): LintRule<Code> {
  return Object.freeze(rule);
}
