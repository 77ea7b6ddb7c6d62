/** Makes findings of what the rules report. */

import { hashText } from "../../text/hash";
import { Memo } from "../../text/memo";
import { mergeWords, withBackticks } from "../../text/message";
import { operatorName } from "../document/condition-operator";
import { plainStatement } from "../document/plain-policy";
import type { Statement } from "../document/policy";
import type { Finding } from "./finding";
import type { ResolvedOptions } from "./options";
import type { Report } from "./report";
import type { Rule } from "./rule";
import type { RuleCode } from "./rules";

/** The parts that a finding is made of. */
export interface FindingSource {
  readonly rule: Rule & { readonly code: RuleCode };
  readonly report: Report;
  readonly statement: Statement | undefined;
  readonly options: ResolvedOptions;
  readonly file: string | undefined;
  /** Gives a statement's Sid or content; findings of one statement share it. */
  readonly contentOf: (statement: Statement | undefined) => string;
}

/** The finding of a report. */
export function makeFinding({ rule, report, statement, options, file, contentOf }: FindingSource): Finding {
  const { at, message, hint, fix, severity, about } = report;
  const reach = rule.severity === "security" && statement !== undefined ? reachOf(statement) : "";
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    rule: rule.code,
    severity: options.severities?.[rule.code] ?? severity ?? rule.severity,
    title: rule.title,
    message: withBackticks(message),
    parts: mergeWords(message),
    pointer: at.pointer,
    subject: `${contentOf(statement)} ${about ?? ""}${reach}`,
  };
  const sid = statement?.sid?.value;
  if (file !== undefined) finding.file = at.file ?? file;
  if (at.line !== undefined) finding.line = at.line;
  if (at.column !== undefined) finding.column = at.column;
  if (statement !== undefined) finding.statement = sid ? { index: statement.index, sid } : { index: statement.index };
  if (hint !== undefined) finding.hint = hint;
  if (about !== undefined) finding.about = about;
  if (fix !== undefined) finding.fix = fix;
  return finding;
}

/** A function that gives a statement's Sid, or a hash of what it says. */
export function createContentOf(): FindingSource["contentOf"] {
  const contents = new Memo<Statement, string>();
  const read = (statement: Statement) => statement.sid?.value || textOf(statement);
  return (statement) => (statement === undefined ? "" : contents.get(statement, read));
}

/** How far a statement reaches: where a statement with the same Sid reaches further, a security finding of it is a new one. */
function reachOf({ resources, notResources, conditions, principals, notPrincipals }: Statement): string {
  const valuesOf = (list: readonly { readonly value: unknown }[] = []) => list.map(({ value }) => String(value)).sort();
  const limits = conditions.map((one) => [operatorName(one), one.key, valuesOf(one.values)].join(" ")).sort();
  const who = [principals, notPrincipals].map((list = []) => list.map(({ kind, values }) => [kind, valuesOf(values)]));
  return ` ${hashText(JSON.stringify([valuesOf(resources), valuesOf(notResources), limits, who]))}`;
}

function textOf(statement: Statement): string {
  try {
    return hashText(JSON.stringify(plainStatement(statement)));
  } catch {
    return String(statement.index);
  }
}
