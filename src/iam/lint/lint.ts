/** The linter: a policy in, findings out, in the order of the text. */
import type { TextProblem } from "../../json/json-problems";
import type { PolicyDocument, PolicyType } from "../document/policy";
import { type FoundPolicy, readPolicyText } from "../document/read-policy";
import { checkActions } from "./checks/actions";
import { checkBreadth } from "./checks/breadth";
import { checkCatalog } from "./checks/catalog";
import { checkConditions } from "./checks/conditions";
import { checkEscalation } from "./checks/escalation";
import { checkPrincipals } from "./checks/principals";
import { checkResources } from "./checks/resources";
import { checkStructure } from "./checks/structure";
import { checkTidiness } from "./checks/tidiness";
import { type Context, GatheringContext, LONGEST_READ } from "./context";
import { type Finding, inFile } from "./finding";
import { type LintOptions, resolveOptions } from "./options";
import { findRule } from "./rules";
import { applySuppressions } from "./suppressions";

export interface LintTextOptions extends LintOptions {
  /** What the policies are attached to. @default what the wrapper says, or what the elements look like */
  readonly type?: PolicyType;
}

/** Checks that read what the statements mean; {@link checkStructure} alone is for documents of any length. */
const checks: readonly ((context: Context) => void)[] = [
  checkActions,
  checkResources,
  checkCatalog,
  checkBreadth,
  checkEscalation,
  checkConditions,
  checkPrincipals,
  checkTidiness,
];

/** All findings of one policy. @throws where the options are wrong */
export function lintPolicy(document: PolicyDocument, options: LintOptions = {}): readonly Finding[] {
  const resolved = resolveOptions(options);
  return sift(lintOne(document, resolved), resolved);
}

/** All findings of a JSON text: what is wrong with it as JSON, and with the policies that were meant. */
export function lintText(text: string, options: LintTextOptions = {}): readonly Finding[] {
  return createTextLinter(options)(text, options.file);
}

// The same text often stands in several folders: as many are linted once, so long as they are not large.
const KEPT = 4096;
const LONGEST_KEPT = 16_384;

/** {@link lintText} for many texts with the same options, which are read once. @throws where they are wrong */
export function createTextLinter(options: LintTextOptions): (text: string, file?: string) => readonly Finding[] {
  const resolved = resolveOptions(options);
  const reading = { type: options.type };
  const linted = new Map<string, readonly Finding[]>();
  return (text, file = options.file) => {
    const before = linted.get(text);
    // A silence may speak of one file only.
    if (before !== undefined)
      return sift(
        before.map((finding) => inFile(finding, file)),
        resolved,
      );
    const { policies, problems } = readPolicyText(text, reading);
    const ofPolicies = policies.flatMap((found) => lintFound(found, resolved, file));
    const ofText = problems.map((problem) => textFinding(problem, resolved, file));
    const findings = ofText.length === 0 ? ofPolicies : [...ofText, ...ofPolicies];
    if (text.length <= LONGEST_KEPT && linted.size < KEPT) linted.set(text, findings);
    return sift(findings, resolved);
  };
}

function lintFound(
  { document, pointer }: FoundPolicy,
  options: LintOptions & { today: string },
  file: string | undefined,
): readonly Finding[] {
  const findings = lintOne(document, options, file);
  return pointer === "" ? findings : findings.map((finding) => ({ ...finding, pointer: pointer + finding.pointer }));
}

function lintOne(
  document: PolicyDocument,
  options: LintOptions & { today: string },
  file = options.file,
): readonly Finding[] {
  const context = new GatheringContext(document, options, file);
  checkStructure(context);
  if (document.size <= LONGEST_READ) for (const check of checks) check(context);
  return inOrder(context.findings);
}

/** In the order of the text; without lines, of the statements. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2 ? findings : [...findings].sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    (a.statement?.index ?? -1) - (b.statement?.index ?? -1)
  );
}

function sift(findings: readonly Finding[], options: LintOptions & { today: string }): readonly Finding[] {
  const { silence = [] } = options;
  return silence.length === 0 ? findings : applySuppressions(findings, silence, options.today).kept;
}

function textFinding(
  { message, hint, ...place }: TextProblem,
  options: LintOptions,
  file: string | undefined,
): Finding {
  const rule = findRule("not-json");
  if (rule === undefined) throw new Error("there is no rule not-json");
  return {
    rule: rule.code,
    severity: options.severities?.[rule.code] ?? rule.severity,
    title: rule.title,
    message,
    ...(file === undefined ? {} : { file }),
    pointer: place.pointer,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(hint === undefined ? {} : { hint }),
    subject: message,
  };
}
