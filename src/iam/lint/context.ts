/** What a check gets: the policy, what was told besides, and the way to report. */
import type { Place } from "../../text/place";
import { dataDate } from "../data/authorization";
import { operatorName } from "../document/condition-operator";
import { plainStatement } from "../document/plain-policy";
import type { PolicyDocument, PolicyType, Statement } from "../document/policy";
import { Grants } from "./allowed-resources";
import type { Finding, Fix } from "./finding";
import type { LintOptions } from "./options";
import { type ParsedStatement, parseStatements } from "./parsed-statement";
import type { Severity } from "./rule";
import { findRule } from "./rules";
import { hashOf } from "./suppressions";

/** What is said of one place. */
export interface Report {
  readonly message: string;
  readonly hint?: string;
  readonly fix?: Fix;
  /** A milder one than the rule's. @default that of the rule */
  readonly severity?: Severity;
  /** What it is about, free of the place; with the statement's Sid or content it is what a baseline knows. */
  readonly about?: string;
}

/** A policy under the rules. */
export interface Context {
  readonly document: PolicyDocument;
  readonly type: PolicyType;
  readonly options: LintOptions & { readonly today: string };
  /** The statements, read; structural rules do not ask for them. */
  readonly parsedStatements: readonly ParsedStatement[];
  readonly grants: Grants;
  report(code: string, place: Place, report: Report, statement?: Statement): void;
}

/** Of one rule in a document that AWS would not take for its length, so many findings are told. */
const MOST_OF_ONE_RULE = 100;
/** A longer document is not read beyond its structure. AWS: a role's inline policies have at most 10,240 characters. */
export const LONGEST_READ = 10_240;

/** A context that gathers findings. */
export class GatheringContext implements Context {
  readonly findings: Finding[] = [];
  readonly #file: string | undefined;
  readonly #contents = new Map<Statement, string>();
  /** How many findings each rule has, where that is limited. */
  readonly #counts: Map<string, number> | undefined;
  #views: readonly ParsedStatement[] | undefined;
  #grants: Grants | undefined;

  constructor(
    readonly document: PolicyDocument,
    readonly options: LintOptions & { readonly today: string },
    file: string | undefined,
  ) {
    this.#file = file;
    this.#counts = document.size > LONGEST_READ ? new Map() : undefined;
  }

  get type(): PolicyType {
    return this.document.type;
  }

  get parsedStatements(): readonly ParsedStatement[] {
    this.#views ??= parseStatements(this.document);
    return this.#views;
  }

  get grants(): Grants {
    this.#grants ??= new Grants(this.parsedStatements);
    return this.#grants;
  }

  report(code: string, place: Place, report: Report, statement?: Statement): void {
    if (this.#counts !== undefined) {
      const count = this.#counts.get(code) ?? 0;
      if (count >= MOST_OF_ONE_RULE) return;
      this.#counts.set(code, count + 1);
    }
    this.findings.push(findingOf(code, place, report, statement, this.options, this.#file, this.#contents));
  }
}

function findingOf(
  code: string,
  { pointer, line, column }: Place,
  { message, hint, fix, severity, about }: Report,
  statement: Statement | undefined,
  options: LintOptions,
  file: string | undefined,
  contents: Map<Statement, string>,
): Finding {
  const rule = findRule(code);
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    rule: code,
    severity: options.severities?.[code] ?? severity ?? rule.severity,
    title: rule.title,
    message,
    pointer,
    // Only a baseline asks for it.
    get subject() {
      const reach = rule.severity === "security" && statement !== undefined ? reachOf(statement) : "";
      return `${contentOf(statement, contents)} ${about ?? ""}${reach}`;
    },
  };
  const sid = statement?.sid?.value;
  if (file !== undefined) finding.file = file;
  if (line !== undefined) finding.line = line;
  if (column !== undefined) finding.column = column;
  if (statement !== undefined) finding.statement = sid ? { index: statement.index, sid } : { index: statement.index };
  if (hint !== undefined) finding.hint = hint;
  if (about !== undefined) finding.about = about;
  if (fix !== undefined) finding.fix = fix;
  return finding;
}

/** A statement's Sid, or a hash of what it says. */
function contentOf(statement: Statement | undefined, contents: Map<Statement, string>): string {
  if (statement === undefined) return "";
  let content = contents.get(statement);
  if (content === undefined) {
    content = statement.sid?.value || textOf(statement);
    contents.set(statement, content);
  }
  return content;
}

/** How far a statement reaches: a security finding of a wider one is another, whatever its Sid. */
function reachOf({ resources, notResources, conditions, principals, notPrincipals }: Statement): string {
  const valuesOf = (list: readonly { readonly value: unknown }[] = []) => list.map(({ value }) => String(value)).sort();
  const limits = conditions.map((one) => [operatorName(one), one.key, valuesOf(one.values)].join(" ")).sort();
  const who = [principals, notPrincipals].map((list = []) => list.map(({ kind, values }) => [kind, valuesOf(values)]));
  return ` ${hashOf(JSON.stringify([valuesOf(resources), valuesOf(notResources), limits, who]))}`;
}

function textOf(statement: Statement): string {
  try {
    return hashOf(JSON.stringify(plainStatement(statement)));
  } catch {
    return String(statement.index);
  }
}

/** How the day of the data is said. */
export function ofData(): string {
  return `the data of ${dataDate()}`;
}
