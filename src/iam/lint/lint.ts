/** The linter: a policy in, findings out, in the order of the text. */

import type { TextProblem } from "../../json/json-problems";
import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { Memo } from "../../text/memo";
import { bareValue } from "../../text/message";
import { documentOf } from "../document/given-policy";
import type { PolicyDocument, PolicyType } from "../document/policy";
import { type FoundPolicy, NOT_A_POLICY, readPolicyText } from "../document/read-policy";
import type { AnyPolicy } from "../document/write-policy";
import { Context } from "./context";
import { type Finding, inFile } from "./finding";
import type { LintOptions, ResolvedOptions } from "./options";
import { findingsOfOtherSystem, isOfOtherSystem } from "./other-systems";
import { checkType, LINT_OPTIONS, resolveOptions } from "./resolve-options";
import type { Severity } from "./rule";
import { notJson } from "./rules/not-json";
import { runRules } from "./run-rules";
import { suppressFindings } from "./suppressions";

/** The options, and what only a text leaves open. */
export interface LintTextOptions extends LintOptions {
  /** What the policies are attached to. @default what the wrapper says, or what the elements look like */
  readonly type?: PolicyType;
  /** What to do where a text that is JSON has no policy. @default "report" */
  readonly withoutPolicy?: "report" | "ignore";
}

const LINT_TEXT_OPTIONS: OptionKinds<LintTextOptions> = { ...LINT_OPTIONS, type: "any", withoutPolicy: "text" };

/** A policy that was read has its type, so that no option has it too. */
const READ_WITH_TYPE =
  "read the policy with its type: `const [found] = readPolicyValue(policy, { type }).policies`, then `lintPolicy(found.document)`; or `lintText(text, { type })`";
/** What callers write for the type of a policy. */
const TYPE_WORDS = ["type", "kind", "policyType", "policyKind"];
const instead = (hint: string, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, hint]));
const OF_POLICY = { place: "lintPolicy(options)", instead: instead(READ_WITH_TYPE, TYPE_WORDS) };
const SPELLED_TYPE = instead("did you mean `type`?", TYPE_WORDS);

/** All findings of one policy, as JSON has it or as it was read. @throws where the options are wrong, or it is no policy */
export function lintPolicy(policy: AnyPolicy, options: LintOptions = {}): readonly Finding[] {
  checkOptions(options, LINT_OPTIONS, OF_POLICY);
  const resolved = resolveOptions(options);
  return sift(lintOne(documentOf(policy), resolved), resolved);
}

/** All findings of a JSON text: what is wrong with it as JSON, and with the policies that were meant. */
export function lintText(text: string, options: LintTextOptions = {}): readonly Finding[] {
  checkArgument(text, "text", "lintText(text)");
  checkTextOptions(options, "lintText(options)");
  return createTextLinter(options)(text, options.file);
}

/** {@link lintText} for many texts with the same options, which are read once. @throws where they are wrong */
export function createTextLinter(options: LintTextOptions): (text: string, file?: string) => readonly Finding[] {
  const lint = createCountingLinter(options);
  return (text, file) => lint(text, file).findings;
}

/** The findings of a text, and how many policies it has. */
interface LintedText {
  readonly findings: readonly Finding[];
  readonly policies: number;
}

/** {@link createTextLinter} that also counts. */
export function createCountingLinter(options: LintTextOptions): (text: string, file?: string) => LintedText {
  checkTextOptions(options, "createTextLinter(options)");
  const resolved = resolveOptions(options);
  checkType(options.type);
  const reading = { type: options.type };
  const lintInFile = (text: string, file: string | undefined): LintedText => {
    const { policies, problems } = readPolicyText(text, reading);
    const ofPolicies = policies.flatMap((found) => lintFound(found, resolved, file));
    const told = options.withoutPolicy === "ignore" ? problems.filter(({ code }) => code !== NOT_A_POLICY) : problems;
    const ofText = told.map((problem) => findingOfText({ ...problem, file }, resolved));
    const findings = ofText.length === 0 ? ofPolicies : [...ofText, ...ofPolicies];
    return { findings, policies: policies.length };
  };
  // The same policy is often in several folders, so the findings of short texts are kept.
  const linted = new Memo<string, LintedText>(4096, 16_384);
  return (text, file = options.file) => {
    const { findings, policies } = linted.get(text, () => lintInFile(text, file));
    const ofFile = findings.map((finding) => inFile(finding, file));
    // A suppression may be about one file only.
    return { findings: sift(ofFile, resolved), policies };
  };
}

function checkTextOptions(options: LintTextOptions, place: string): void {
  checkOptions(options, LINT_TEXT_OPTIONS, { place, instead: SPELLED_TYPE });
}

/** Checks options that have more than those of a text. @throws TfwrightError with all that is wrong */
export function checkLintOptions<T extends LintTextOptions>(
  options: T,
  more: OptionKinds<Omit<T, keyof LintTextOptions>>,
  place: string,
): void {
  const kinds = { ...LINT_TEXT_OPTIONS, ...more } as OptionKinds<T>;
  checkOptions(options, kinds, { place, instead: SPELLED_TYPE });
}

function lintFound(
  { document, pointer, holder }: FoundPolicy,
  options: ResolvedOptions,
  file: string | undefined,
): readonly Finding[] {
  const findings = lintOne(document, holder === undefined ? options : { holder, ...options }, file);
  return pointer === "" ? findings : findings.map((finding) => ({ ...finding, pointer: pointer + finding.pointer }));
}

function lintOne(document: PolicyDocument, options: ResolvedOptions, file = options.file): readonly Finding[] {
  const findings = inOrder(runRules(new Context(document, options), file));
  return isOfOtherSystem(document) ? findingsOfOtherSystem(findings) : findings;
}

/** The findings of several runs over one policy, each of them once, in the order of the text. */
export function inOrderOnce(runs: readonly (readonly Finding[])[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of runs.flat()) {
    const key = placeAndMessage(finding);
    if (!found.has(key)) found.set(key, finding);
  }
  return inOrder([...found.values()]);
}

/** Equal for findings that say the same of the same place. */
export function placeAndMessage({ rule, pointer, line, column, message }: Finding): string {
  return JSON.stringify([rule, pointer, line, column, message]);
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

function sift(findings: readonly Finding[], options: ResolvedOptions): readonly Finding[] {
  const { suppressions = [] } = options;
  return suppressions.length === 0 ? findings : suppressFindings(findings, suppressions, options.today).kept;
}

/** The JSON errors of a text, and its file. */
type ProblemInFile = Omit<TextProblem, "code" | "pointer"> & {
  readonly pointer?: string;
  readonly file?: string;
  /** @default that of the rule `not-json` */
  readonly severity?: Severity;
};

/** The finding `not-json` of a problem that the reader of JSON found; its message comes as one sentence, so it is one value. */
export function findingOfText(problem: ProblemInFile, options: Pick<LintOptions, "severities">): Finding {
  checkArgument(problem, "object", "findingOfText(problem)");
  checkArgument(options, "object", "findingOfText(options)");
  const { severities } = options;
  const { message, hint, file, pointer, line, column, severity = notJson.severity } = problem;
  return {
    rule: notJson.code,
    severity: severities?.[notJson.code] ?? severity,
    title: notJson.title,
    message,
    parts: bareValue(message),
    ...(file === undefined ? {} : { file }),
    pointer: pointer ?? "",
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(hint === undefined ? {} : { hint }),
    subject: message,
  };
}
