/** From files to findings: each kind of file by its reader, which is loaded only where such a file is there. */

import type { PolicyType } from "../iam/document/policy";
import {
  createTextLinter,
  type Finding,
  findingOfText,
  findRule,
  type LintOptions,
  type LintTextOptions,
  lintPolicy,
  lintRules,
} from "../iam/lint";
import { readJson } from "../json/read-json";
import { suggestName } from "../text/suggest-name";
import type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";

/** A file and its text. */
export interface LintFile {
  /**
   * As it is named in the findings. Its ending tells Terraform files (`.tf`, `.tofu`, `.tf.json`, `.tofu.json`) and YAML (`.yaml`,
   * `.yml`, `.template`).
   */
  readonly path: string;
  readonly text: string;
  /**
   * Whether somebody named this file, and not only a folder above it. Then a file without a policy is reported.
   * @default false: it was found in a folder, and is passed over if it holds no policy
   */
  readonly named?: boolean;
}

/** A finding, and the resource that contains its policy. */
export type FindingInFile = Finding & { readonly address?: string };

/** The options of the linter, and what only files leave open. */
export interface LintFilesOptions extends LintTextOptions {
  /**
   * The text of a file that is not among the given ones, for `file("...")` and `templatefile("...")` in Terraform files. Its path is
   * named as theirs are.
   * @default there is none
   */
  readonly textOf?: (path: string) => string | undefined;
}

/** The result of linting files. */
export interface LintedFiles {
  readonly findings: readonly FindingInFile[];
  /** What could not be read or understood: `not-hcl`, `plan-malformed`, `unknown-rule`, ... */
  readonly problems: readonly SourceProblem[];
  /** Policies that only Terraform can put together. */
  readonly unread: readonly SourceProblem[];
}

/**
 * Lints the texts of files: policies and templates of CloudFormation in JSON and YAML, plans (`terraform show -json`), and Terraform
 * files, each folder of which is one module.
 * It reads no file itself.
 *
 * @example
 * ```ts
 * const path = "iam.tf";
 * const { findings } = lintFiles([{ path, text: readFileSync(path, "utf8") }]);
 * ```
 * @throws where the options are wrong
 */
export function lintFiles(files: readonly LintFile[], options: LintFilesOptions = {}): LintedFiles {
  const { type } = options;
  // The options are checked here, also where no file holds a policy.
  const lintNamed = createTextLinter(options);
  const terraform = files.filter(isTerraform);
  const findings: FindingInFile[] = [];
  const problems: SourceProblem[] = [];
  const unread: SourceProblem[] = [];
  let read: ReadonlyMap<string, number> = new Map();
  if (terraform.length > 0) {
    const { policiesInTerraform } = require("./terraform") as typeof import("./terraform");
    const texts = new Map(terraform.map(({ path, text }) => [path, text]));
    const others = new Map(files.filter((file) => !texts.has(file.path)).map(({ path, text }) => [path, text]));
    const textOf = (path: string) => others.get(path) ?? options.textOf?.(path);
    const defaultCounts = countsDefaults(texts, files);
    const reading = policiesInTerraform(texts, { type, textOf, defaultCounts });
    read = filesRead(reading);
    add(lintReading(reading, options));
  }
  const rendersTemplates = terraform.some(({ text }) => /\btemplate_?file\b/.test(text));
  const lintPassedBy = createTextLinter({ ...options, withoutPolicy: "ignore" });
  for (const file of files) {
    if (isTerraform(file) || isReadWhole(file, read)) continue;
    const reading = readLintFile(file, { type, rendersTemplates });
    if (reading !== undefined) add(lintReading(reading, options));
    else if (file.named === true) findings.push(...lintNamed(file.text, file.path));
    else if (holdsPolicy(file.text)) findings.push(...lintPassedBy(file.text, file.path));
  }
  return { findings: withoutRepeated(findings, terraform, read), problems, unread };

  function add(linted: LintedFiles): void {
    findings.push(...linted.findings);
    problems.push(...linted.problems);
    unread.push(...linted.unread);
  }
}

/** How files are read that are not Terraform's. */
interface FileReadingOptions {
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
  /** Whether Terraform files beside it render templates: then a file that is no JSON may be one. */
  readonly rendersTemplates: boolean;
}

/** The policies of a file that is none of Terraform's; undefined if it is to be read as JSON, which holds a policy anywhere. */
function readLintFile(file: LintFile, { type, rendersTemplates }: FileReadingOptions): SourceReading | undefined {
  if (isValues(file) || isOtherTemplate(file)) return NOTHING;
  return (
    readYamlFile(file, type) ??
    readPlan(file, type) ??
    readTemplate(file, type) ??
    (rendersTemplates ? readRendered(file, type) : undefined)
  );
}

const NOTHING: SourceReading = { policies: [], problems: [], suppressions: [], unread: [] };

/** Whether a file is Terraform or OpenTofu; on standard input the first line tells. */
function isTerraform({ path, text }: LintFile): boolean {
  if (path === "<stdin>") {
    const first = text.slice(0, 2000).replace(/^(?:\s*#.*(?:\n|$))+/, "");
    return first === "" || /^\s*(?:\/[/*]|[a-z_]+[ \t]*(?:"|\{|=))/.test(first);
  }
  return /\.(tf|tofu)(\.json)?$/.test(path);
}

/** Whether a file sets variables of Terraform. */
function isValues({ path }: LintFile): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/** Whether a file of a folder has the ending of CloudFormation's templates, and is another template. */
function isOtherTemplate({ path, text, named }: LintFile): boolean {
  return named !== true && path.endsWith(".template") && !/\b(?:AWS|Custom)::/.test(text);
}

/** Whether a JSON file of a folder is worth reading. */
function holdsPolicy(text: string): boolean {
  return (
    text.includes('"Statement"') || /'Statement'|\u201cStatement["\u201d]|"Statement\u201d|%22Statement%22/.test(text)
  );
}

/** A file in YAML. One that is found in a folder and holds no policy is not parsed. */
function readYamlFile(
  { text, path, named = false }: LintFile,
  type: PolicyType | undefined,
): SourceReading | undefined {
  if (!isYaml(path, text)) return undefined;
  if (!named && !/\bStatement\b/.test(text)) return NOTHING;
  const { policiesInYaml } = require("./yaml-file") as typeof import("./yaml-file");
  return policiesInYaml(text, { file: path, named, type });
}

/** The ending tells it; where there is none, or one that templates of CloudFormation have in both languages, the text does. */
function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$/.test(path)) return true;
  if (path !== "<stdin>" && !path.endsWith(".template")) return false;
  return !/^\s*(?:[[{"'\u201c]|%7b|%5b)/i.test(text) && /^(?:---|[ \t]*["']?[\w:-]+["']?:(?:\s|$))/m.test(text);
}

function readTemplate({ text, path }: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  if (!text.includes('"Resources"') || !/"(?:AWS|Custom)::/.test(text)) return undefined;
  const { policiesInJsonTemplate } = require("./cloudformation") as typeof import("./cloudformation");
  return policiesInJsonTemplate(text, { file: path, type });
}

/** A file of a folder that is no JSON, and is JSON as soon as Terraform fills its holes. */
function readRendered({ text, path, named }: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  if (named === true || !/[$%]\{/.test(text) || !holdsPolicy(text) || readJson(text).value !== undefined)
    return undefined;
  const { policiesInTemplateFile } = require("./terraform") as typeof import("./terraform");
  const reading = policiesInTemplateFile(path, text, { type });
  return reading.policies.length > 0 ? reading : undefined;
}

function readPlan({ text, path }: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  if (!text.includes('"format_version"')) return undefined;
  const { planIn, policiesInPlan } = require("./plan") as typeof import("./plan");
  const plan = planIn(text);
  return plan === undefined ? undefined : policiesInPlan(plan, { file: path, type });
}

/** How many policies, or texts that are broken, were found in each file. */
function filesRead({ policies, problems }: SourceReading): ReadonlyMap<string, number> {
  const places = new Map<string, Set<string>>();
  const note = (file: string, place: string) => places.set(file, (places.get(file) ?? new Set()).add(place));
  for (const { file, document } of policies) {
    const [first] = document.statements;
    note(file, `${first?.line}:${first?.column}`);
  }
  for (const { file, line, column } of problems) note(file, `problem ${line}:${column}`);
  return new Map([...places].map(([file, found]) => [file, found.size]));
}

/** What is found in a file that Terraform files read is told once, whoever reads it. */
function withoutRepeated(
  findings: readonly FindingInFile[],
  terraform: readonly LintFile[],
  read: ReadonlyMap<string, number>,
): readonly FindingInFile[] {
  const paths = new Set(terraform.map(({ path }) => path));
  if ([...read.keys()].every((path) => paths.has(path))) return findings;
  const told = new Set<string>();
  return findings.filter(({ rule, file = "", line, column, message }) => {
    if (paths.has(file) || !read.has(file)) return true;
    const key = JSON.stringify([rule, file, line, column, message]);
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

/** Whether Terraform files read all policies of a file: then they are not linted again without what the place of use tells. */
function isReadWhole({ path, text }: LintFile, read: ReadonlyMap<string, number>): boolean {
  const count = read.get(path);
  return count !== undefined && (text.match(/\bStatement\b/g)?.length ?? 0) <= count;
}

function countsDefaults(terraform: ReadonlyMap<string, string>, files: readonly LintFile[]) {
  if (![...terraform.values()].some((text) => text.includes("variable") && text.includes("Statement")))
    return undefined;
  const { VariableDefaults } = require("./variable-defaults") as typeof import("./variable-defaults");
  const values = new Map(files.filter(isValues).map(({ path, text }) => [path, text]));
  const defaults = new VariableDefaults(terraform, values);
  return (folder: string, variable: string) => defaults.counts(folder, variable);
}

/** Problems that are findings: AWS refuses the text, or there is no policy in it. */
const OF_TEXT: ReadonlySet<string> = new Set(["not-json", "duplicate-key", "not-a-policy"]);

function lintReading(reading: SourceReading, options: LintOptions): LintedFiles {
  const places = new Map<string, Set<string>>();
  const findings = reading.policies.flatMap((policy): readonly FindingInFile[] => {
    const { document, file, address, argument, pointer, holder, variable } = policy;
    const lint = lintPolicy(document, { ...options, file, holder });
    // A comment beside the statement counts, also where what is wrong stands in a local.
    const kept = lint.filter(
      (finding) =>
        !reading.suppressions.some(
          (suppression) =>
            suppresses(
              suppression,
              finding,
              document.statements.find(({ index }) => index === finding.statement?.index)?.line,
            ) || suppressesWhereRead(suppression, finding, policy),
        ),
    );
    const own = policy.round === undefined ? kept : notInOtherRounds(kept, policy, places);
    const found = variable === undefined ? own : own.map((finding) => ofDefault(finding, variable));
    if (pointer !== undefined)
      return found.map((finding) => ({ ...finding, address, pointer: `${pointer}${finding.pointer}` }));
    if (found[0]?.line !== undefined || address === undefined) return found.map((finding) => ({ ...finding, address }));
    const base = argument === undefined ? address : `${address}.${argument}`;
    return found.map((finding) => ({ ...finding, address, pointer: `${base}${finding.pointer}` }));
  });
  const recoverableErrors = reading.problems.filter(({ code }) => OF_TEXT.has(code));
  const others = reading.problems.filter((problem) => !recoverableErrors.includes(problem));
  const ofText = recoverableErrors.map((recoverableError) => findingOfText(recoverableError, options));
  const all = [
    ...ofText.filter((recoverableError) => !reading.suppressions.some((one) => suppresses(one, recoverableError))),
    ...findings,
  ];
  return {
    findings: all,
    problems: [...others, ...reading.suppressions.flatMap(unknownRule)],
    unread: reading.unread,
  };
}

/** What an earlier instance of a block with `for_each` has at the same place is told of that one. */
function notInOtherRounds(
  findings: readonly Finding[],
  { address, argument }: SourcePolicy,
  places: Map<string, Set<string>>,
): readonly Finding[] {
  const block = `${address} ${argument}`;
  const told = places.get(block) ?? new Set<string>();
  const placeOf = ({ rule, file, line, column }: Finding) => JSON.stringify([rule, file, line, column]);
  const kept = findings.filter((finding) => !told.has(placeOf(finding)));
  places.set(block, new Set([...told, ...findings.map(placeOf)]));
  return kept;
}

/** A finding on what is made only if nobody sets a variable. */
function ofDefault(finding: Finding, variable: string): Finding {
  const isWorse = finding.severity === "error" || finding.severity === "security";
  const note = `this is the default of \`var.${variable}\`, which no file here sets`;
  const hint = finding.hint === undefined ? note : `${finding.hint}; ${note}`;
  return { ...finding, severity: isWorse ? "warning" : finding.severity, hint };
}

function suppresses({ rule, file, from, to }: SourceSuppression, finding: Finding, statement = 0): boolean {
  const isWithin = (line: number) => from <= line && line <= to;
  return rule === finding.rule && file === finding.file && (isWithin(finding.line ?? 0) || isWithin(statement));
}

/** A comment beside `file("x.json")` speaks of the policy in that file, which may have no comments. */
function suppressesWhereRead({ rule, file, from, to }: SourceSuppression, finding: Finding, { readAt }: SourcePolicy) {
  return (
    readAt !== undefined && rule === finding.rule && file === readAt.file && from <= readAt.line && readAt.line <= to
  );
}

function unknownRule({ rule, file, line }: SourceSuppression): SourceProblem[] {
  if (findRule(rule) !== undefined) return [];
  const known = lintRules.map(({ code }) => code);
  const hint = suggestName(rule, known, "rules");
  return [{ code: "unknown-rule", message: `there is no rule \`${rule}\``, hint, file, line, column: 1 }];
}
