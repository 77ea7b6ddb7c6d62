/** What the linter says. */
import type { Place } from "../../text/place";
import type { Severity } from "./rule";

/** Which statement a finding is about. */
export interface StatementRef {
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly sid?: string;
}

/** One thing that is wrong, in one place. */
export interface Finding extends Place {
  /** Code of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Of the rule: what is wrong, in a few words. */
  readonly title: string;
  /** What is wrong here: lower case, no full stop. */
  readonly message: string;
  readonly file?: string;
  /** Absent where it is about the document. */
  readonly statement?: StatementRef;
  /** What to change. */
  readonly hint?: string;
  /** How `fixPolicy` mends it; absent where only a person can. */
  readonly fix?: Fix;
  /** The names that it is about, with commas between them, where it is about some: `s3:GetObject,s3:PutObject`. */
  readonly about?: string;
  /** The same as long as the finding is the same, wherever its statement moves. */
  readonly subject: string;
}

/** The same finding in another file; what is worked out once it is asked for is not asked for here. */
export function inFile(finding: Finding, file: string | undefined): Finding {
  if (finding.file === file) return finding;
  const properties = { ...Object.getOwnPropertyDescriptors(finding), file: { value: file, enumerable: true } };
  return Object.create(Object.prototype, properties);
}

/** A change of one statement, or of the document. */
export type Fix =
  | { readonly kind: "version" }
  | { readonly kind: "sid"; readonly to: string }
  | { readonly kind: "drop-resources" }
  | { readonly kind: "resource"; readonly from: string; readonly to: string }
  | { readonly kind: "action"; readonly replacements: readonly Replacement[] }
  /** Adds resources for all actions. */
  | { readonly kind: "add"; readonly resources: readonly string[] }
  /** Gives actions other resources; what they had they lose. */
  | { readonly kind: "move"; readonly moves: readonly Move[] }
  /** Takes resources from some actions; `entirely` are those to which nothing is left that they need. */
  | {
      readonly kind: "withdraw";
      readonly actions: readonly string[];
      readonly resources: readonly string[];
      readonly entirely?: readonly string[];
    }
  | { readonly kind: "remove"; readonly actions: readonly string[]; readonly resources: readonly string[] }
  | { readonly kind: "operator"; readonly pointer: string; readonly to: string }
  | { readonly kind: "not-null"; readonly pointer: string; readonly present: boolean };

/** A name, and what stands in its place. */
export interface Replacement {
  readonly from: string;
  readonly to: readonly string[];
}

/** An action, what it becomes, and the resources it gets. */
export interface Move {
  readonly action: string;
  readonly to: string;
  readonly resources: readonly MovedResource[];
}

/** A resource, and the one in front of which it goes. */
export interface MovedResource {
  readonly text: string;
  readonly before?: string;
}

/** A finding as the JSON output has it. */
export interface PlainFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly pointer: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The statement's Sid, or its place in the list. */
  readonly statement: string | number | null;
  readonly hint: string | null;
}

/** The form of a finding in JSON: every key is always there. */
export function plainFinding(finding: Finding): PlainFinding {
  const { rule, severity, message, file, pointer, line, column, statement, hint } = finding;
  return {
    rule,
    severity,
    message,
    file: file ?? null,
    pointer,
    line: line ?? null,
    column: column ?? null,
    statement: statement === undefined ? null : statement.sid || statement.index,
    hint: hint ?? null,
  };
}
