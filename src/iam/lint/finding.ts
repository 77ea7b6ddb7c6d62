/** A finding, and its form in JSON. */
import { checkArgument } from "../../text/check-argument";
import type { Message } from "../../text/message";
import type { SourcePlace } from "../../text/source-place";
import type { Fix } from "./fix/fix";
import type { Severity } from "./rule";
import type { RuleCode } from "./rules";

/** Which statement a finding is about. */
export interface StatementRef {
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly sid?: string;
}

/** One problem at one position. */
export interface Finding extends SourcePlace {
  /** Code of the rule. */
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** Title of the rule: what is wrong, in a few words. */
  readonly title: string;
  /** What is wrong here: lower case, no full stop; names are in backticks. */
  readonly message: string;
  /** The message in parts: fixed words, and values of the policy. Formats such as Markdown escape the values. */
  readonly parts: Message;
  readonly file?: string;
  /** Absent where it is about the document. */
  readonly statement?: StatementRef;
  /** What to change. */
  readonly hint?: string;
  /** How `fixPolicy` fixes it; absent if only a person can. */
  readonly fix?: Fix;
  /** The names that it is about, with commas between them, if there are any: `s3:GetObject,s3:PutObject`. */
  readonly about?: string;
  /** Identifies the finding in a baseline: it stays the same wherever the statement moves. */
  readonly subject: string;
}

/** The same finding in another file. */
export function inFile(finding: Finding, file: string | undefined): Finding {
  return finding.file === file ? finding : { ...finding, file };
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
  /** The statement's Sid, or its place in the list, from 0; null where the finding is about the document. */
  readonly statement: string | number | null;
  /** The number of the statement, from 1, as the text output has it where there is no Sid. */
  readonly statementNumber: number | null;
  /** The resource, the data source or the logical id whose policy it is; null where the policy is a file of its own. */
  readonly address: string | null;
  readonly hint: string | null;
}

/** The form of a finding in JSON: every key is always there. */
export function plainFinding(finding: Finding & { readonly address?: string }): PlainFinding {
  checkArgument(finding, "object", "plainFinding(finding)");
  const { rule, severity, message, file, pointer, line, column, statement, address, hint } = finding;
  return {
    rule,
    severity,
    message,
    file: file ?? null,
    pointer,
    line: line ?? null,
    column: column ?? null,
    statement: statement === undefined ? null : statement.sid || statement.index,
    statementNumber: statement === undefined ? null : statement.index + 1,
    address: address ?? null,
    hint: hint ?? null,
  };
}
