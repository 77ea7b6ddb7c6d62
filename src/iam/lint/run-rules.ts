/** Runs the rules on a policy, in the order in which their findings are reported. */
import { Memo } from "../../text/memo";
import type { PolicyType, Statement } from "../document/policy";
import { expiredStatements } from "./conditions/expired-conditions";
import type { Context } from "./context";
import type { RuleCheck } from "./define-rule";
import { reportOfCapitals, reportOfIssue } from "./element-issue";
import type { Finding } from "./finding";
import { createContentOf, type FindingSource, makeFinding } from "./make-finding";
import { parseConditions } from "./parsed/parsed-condition";
import type { ParsedStatement } from "./parsed/parsed-statement";
import type { Reports } from "./report";
import { type AnyRule, formRules, lintRules, meaningRules } from "./rules";
import { invalidElement } from "./rules/invalid-element";

/** Most policies of AWS are not longer; in a longer document the findings of a rule and the pairs of entries are limited. */
const LONG = 10_240;
/** A longer document is not read beyond its form. AWS: the policy of a permission set has at most 32,768 characters. */
const LONGEST_READ = 131_072;
/** Maximum number of findings of one rule in a long document. */
const MOST_OF_ONE_RULE = 100;
/** A long document with more pairs of entries is not looked at by rules that compare entries. */
const MOST_PAIRS = 2_000_000;

/** The findings of all rules in a policy. */
export function runRules(context: Context, file: string | undefined): readonly Finding[] {
  const findings = new Findings(context, file);
  const { size } = context.document;
  const { form, meaning, linear } = checksOf(context.type);
  runForm(form, context, findings);
  if (size > LONGEST_READ) return findings.all;
  runMeaning(size > LONG && hasManyPairs(context) ? linear : meaning, context, findings);
  return findings.all;
}

/** Whether there are too many entries to compare those of a statement with one another, and with all statements. */
function hasManyPairs({ document: { statements } }: Context): boolean {
  const counts = statements.map(({ actions = [], resources = [] }) => actions.length + resources.length);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return sum(counts.map((count) => count * count)) + statements.length * sum(counts) > MOST_PAIRS;
}

/** The checks of several rules for the same hook. */
type Checks<Name extends keyof RuleCheck> = readonly {
  readonly rule: AnyRule;
  readonly check: NonNullable<RuleCheck[Name]>;
}[];

interface FormChecks {
  readonly document: Checks<"document">;
  readonly form: Checks<"form">;
  readonly omissions: Checks<"omissions">;
}

interface MeaningChecks {
  readonly statement: Checks<"statement">;
  readonly condition: Checks<"condition">;
  readonly afterwards: Checks<"afterwards">;
}

interface ChecksOfType {
  readonly form: FormChecks;
  readonly meaning: readonly MeaningChecks[];
  /** Those that do not compare entries with one another. */
  readonly linear: readonly MeaningChecks[];
}

const byType = new Memo<PolicyType, ChecksOfType>(16);

/** The checks that apply to a policy of this type. */
function checksOf(type: PolicyType): ChecksOfType {
  return byType.get(type, selectChecks);
}

function selectChecks(type: PolicyType): ChecksOfType {
  return {
    form: {
      document: select(formRules, type, "document"),
      form: select(formRules, type, "form"),
      omissions: select(formRules, type, "omissions"),
    },
    meaning: meaningRules.map((group) => meaningOf(group, type)),
    linear: meaningRules.map((group) => meaningOf(withoutPairs(group), type)),
  };
}

function meaningOf(group: readonly AnyRule[], type: PolicyType): MeaningChecks {
  return {
    statement: select(group, type, "statement"),
    condition: select(group, type, "condition"),
    afterwards: select(group, type, "afterwards"),
  };
}

function withoutPairs(group: readonly AnyRule[]): readonly AnyRule[] {
  return group.filter((rule) => {
    const { comparesEntries }: RuleCheck = rule.check;
    return comparesEntries !== true;
  });
}

function select<Name extends "document" | "form" | "omissions" | "statement" | "condition" | "afterwards">(
  rules: readonly AnyRule[],
  type: PolicyType,
  name: Name,
): Checks<Name> {
  return rules.flatMap((rule) => {
    const { types, [name]: check }: RuleCheck = rule.check;
    return check === undefined || types?.includes(type) === false ? [] : [{ rule, check }];
  });
}

/** The rules that report the wrong values of some elements, by element. */
const owners = new Map<string, AnyRule>(
  lintRules.flatMap((rule) => (rule.check.elements ?? []).map((element) => [element, rule] as const)),
);

// These loops run before V8 has optimized them, where an index is several times as quick as `for...of`: the rows of many
// policies in `bench/lint.js` show it.

function runForm({ document, form, omissions }: FormChecks, context: Context, findings: Findings): void {
  for (const { rule, check } of document) findings.add(rule, check(context));
  addCapitals(context.document, findings);
  addIssues(context.document, findings);
  for (const { rule, check } of omissions) findings.add(rule, check(context));
  for (const statement of context.document.statements) {
    if (statement.issues.length > 0) addIssues(statement, findings, statement);
    for (let at = 0; at < form.length; at++) {
      const { rule, check } = form[at]!;
      const reports = check(statement, context);
      if (reports !== undefined) findings.add(rule, reports, statement);
    }
    for (let at = 0; at < omissions.length; at++) {
      const { rule, check } = omissions[at]!;
      const reports = check(context, statement);
      if (reports !== undefined) findings.add(rule, reports, statement);
    }
  }
}

/** What is written with other capitals anywhere in the policy is one finding. */
function addCapitals(document: Context["document"], findings: Findings): void {
  const owners: readonly (Pick<Statement, "issues"> | undefined)[] = [document, ...document.statements];
  const found = owners.flatMap((owner, index) => {
    const issues = owner?.issues.filter(({ kind }) => kind === "wrong-case") ?? [];
    return issues.map((issue) => ({ issue, statement: document.statements[index - 1] }));
  });
  const [first, ...others] = found;
  if (first === undefined) return;
  findings.add(invalidElement, reportOfCapitals([first.issue, ...others.map(({ issue }) => issue)]), first.statement);
}

function addIssues({ issues }: Pick<Statement, "issues">, findings: Findings, statement?: Statement): void {
  for (const issue of issues) {
    if (issue.kind === "wrong-case") continue;
    const owner = issue.kind === "wrong-type" ? owners.get(issue.element) : undefined;
    findings.add(owner ?? invalidElement, reportOfIssue(issue), statement);
  }
}

function runMeaning(groups: readonly MeaningChecks[], context: Context, findings: Findings): void {
  for (const parsed of context.parsedStatements) {
    for (let group = 0; group < groups.length; group++) {
      const { statement, condition, afterwards } = groups[group]!;
      askStatement(statement, parsed, context, findings);
      if (condition.length > 0 && parsed.statement.conditions.length > 0) {
        for (const one of parseConditions(parsed)) {
          for (const { rule, check } of condition) findings.add(rule, check(one, context), parsed.statement);
        }
      }
      askStatement(afterwards, parsed, context, findings);
    }
  }
}

function askStatement(
  checks: Checks<"statement">,
  parsed: ParsedStatement,
  context: Context,
  findings: Findings,
): void {
  for (let at = 0; at < checks.length; at++) {
    const { rule, check } = checks[at]!;
    const reports = check(parsed, context);
    if (reports !== undefined) findings.add(rule, reports, parsed.statement);
  }
}

/** Collects the findings of a policy. */
class Findings {
  readonly all: Finding[] = [];
  readonly #context: Context;
  readonly #file: string | undefined;
  #contentOf: FindingSource["contentOf"] | undefined;
  /** How many findings each rule has, where that is limited. */
  readonly #counts: Map<AnyRule, number> | undefined;

  constructor(context: Context, file: string | undefined) {
    this.#context = context;
    this.#file = file;
    this.#counts = context.document.size > LONGEST_READ ? new Map() : undefined;
  }

  add(rule: AnyRule, reports: Reports, statement?: Statement): void {
    if (reports === undefined) return;
    if (rule.severity === "security" && this.#isExpired(statement)) return;
    for (const report of "message" in reports ? [reports] : reports) {
      if (!this.#mayAdd(rule)) return;
      const { options } = this.#context;
      this.#contentOf ??= createContentOf();
      const source = { rule, report, statement, options, file: this.#file, contentOf: this.#contentOf };
      this.all.push(makeFinding(source));
    }
  }

  /** What allows nothing any more is no danger: `expired-condition` reports it. */
  #isExpired(statement: Statement | undefined): boolean {
    if (statement === undefined || statement.conditions.length === 0) return false;
    return this.#context.analyze(expiredStatements).has(statement);
  }

  #mayAdd(rule: AnyRule): boolean {
    if (this.#counts === undefined) return true;
    const count = this.#counts.get(rule) ?? 0;
    this.#counts.set(rule, count + 1);
    return count < MOST_OF_ONE_RULE;
  }
}
