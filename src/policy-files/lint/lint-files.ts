/** From files to findings: each kind of file by its reader, which is loaded only where such a file is there. */

import { dataDate } from "../../iam/data/authorization";
import {
  type Finding,
  findingOfText,
  findRule,
  type LintOptions,
  type LintTextOptions,
  lintPolicy,
  lintRules,
  type PolicySuppression,
  suppressFindings,
} from "../../iam/lint";
import type { AttachedPolicy } from "../../iam/lint/attached-policy";
import { checkLintOptions, createCountingLinter, placeAndMessage } from "../../iam/lint/lint";
import { lintAttached } from "../../iam/lint/lint-attached";
import { checkArgument, checkListOfObjects } from "../../text/check-argument";
import { folderOf } from "../../text/folder-of";
import { groupBy } from "../../text/group-by";
import { suggestAmongMany } from "../../text/suggest-name";
import type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "../found";
import { CommentSuppressions } from "./comment-suppressions";
import { tellInstancesOnce, withNote } from "./findings-of-instances";
import { ofPermission } from "./findings-of-permissions";
import { tellSharedOnce } from "./findings-of-shared-text";
import { withWrittenVariables } from "./findings-of-variables";
import type { LintFile } from "./lint-file";
import { PoliciesOfPrincipals } from "./lint-for-principals";
import { holdsPolicy, isTerraform, isValues, readLintFile } from "./read-lint-file";

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
  /** Comments `tfwright:ignore` that suppress no finding. */
  readonly unusedComments: readonly SourceSuppression[];
  /** Suppressions of the options that suppress no finding, and those whose last day is over. */
  readonly unusedSuppressions: readonly PolicySuppression[];
  /** How many policies were judged, with the managed policies of AWS that are attached. */
  readonly policies: number;
}

/** What the readers of files find, before the suppressions of the options. */
type FileFindings = Omit<LintedFiles, "unusedSuppressions">;

const NO_FINDINGS: FileFindings = { findings: [], problems: [], unread: [], unusedComments: [], policies: 0 };

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
  checkFiles(files);
  checkLintOptions(options, { textOf: "function" }, "lintFiles(options)");
  const { textOf, ...textOptions } = options;
  // The options are checked here, also where no file holds a policy.
  createCountingLinter(textOptions);
  const { suppressions = [], today = dataDate() } = textOptions;
  // The suppressions are applied at the end, where it shows which of them suppress nothing.
  const unsuppressed: LintTextOptions = { ...textOptions, suppressions: [] };
  const { type, withoutPolicy: _, ...policyOptions } = unsuppressed;
  const terraform = files.filter(isTerraform);
  const found = new ReportedFindings(files);
  let readCounts: ReadonlyMap<string, number> = new Map();
  if (terraform.length > 0) {
    const reading = readTerraform(terraform, files, { type, textOf });
    readCounts = countRead(reading);
    found.add(lintReading(withoutContext(reading, files), policyOptions));
  }
  const lintOther = createOtherLinter(terraform, unsuppressed);
  for (const file of files)
    if (!isTerraform(file) && found.isReported({ file: file.path }) && !isReadWhole(file, readCounts))
      found.add(lintOther(file));
  const once = withoutRepeated(found.findings, terraform, readCounts);
  const { kept, unused, expired } = suppressFindings(once, suppressions, today);
  return {
    findings: tellSharedOnce(kept),
    problems: found.problems,
    unread: found.unread,
    unusedComments: found.unusedComments,
    unusedSuppressions: [...unused, ...expired],
    policies: found.policies,
  };
}

/** What is found in the files; what stands in files of the context is left out. */
class ReportedFindings implements FileFindings {
  readonly findings: FindingInFile[] = [];
  readonly problems: SourceProblem[] = [];
  readonly unread: SourceProblem[] = [];
  readonly unusedComments: SourceSuppression[] = [];
  policies = 0;
  readonly #context: ReadonlySet<string>;

  constructor(files: readonly LintFile[]) {
    this.#context = new Set(files.flatMap(({ path, isContext }) => (isContext === true ? [path] : [])));
  }

  isReported({ file }: { readonly file?: string }): boolean {
    return file === undefined || !this.#context.has(file);
  }

  add({ findings, problems, unread, unusedComments, policies }: FileFindings): void {
    const isReported = (one: { readonly file?: string }) => this.isReported(one);
    this.findings.push(...findings.filter(isReported));
    this.problems.push(...problems.filter(isReported));
    this.unread.push(...unread.filter(isReported));
    this.unusedComments.push(...unusedComments.filter(isReported));
    this.policies += policies;
  }
}

/** The policies in Terraform files, and in the other files that these read. */
function readTerraform(
  terraform: readonly LintFile[],
  files: readonly LintFile[],
  { type, textOf }: Pick<LintFilesOptions, "type" | "textOf">,
): SourceReading {
  const { policiesInTerraform } = require("../terraform/terraform") as typeof import("../terraform/terraform");
  const texts = new Map(terraform.map(({ path, text }) => [path, text]));
  const others = new Map(files.filter((file) => !texts.has(file.path)).map(({ path, text }) => [path, text]));
  return policiesInTerraform(texts, {
    type,
    textOf: (path) => others.get(path) ?? textOf?.(path),
    paths: () => [...others.keys()],
    defaultCounts: countsDefaults(texts, files),
  });
}

/** Lints files that are not Terraform's: each by its reader; JSON that has none holds a policy anywhere. */
function createOtherLinter(terraform: readonly LintFile[], options: LintTextOptions): (file: LintFile) => FileFindings {
  const { type, withoutPolicy: _, ...policyOptions } = options;
  const rendersTemplates = terraform.some(({ text }) => /\btemplate_?file\b/.test(text));
  const lintNamed = createCountingLinter(options);
  const lintFound = createCountingLinter({ ...options, withoutPolicy: "ignore" });
  return (file) => {
    const reading = readLintFile(file, { type, rendersTemplates });
    if (reading !== undefined) {
      const linted = lintReading(reading, policyOptions);
      return { ...linted, findings: withWrittenVariables(linted.findings, file.text) };
    }
    if (file.named !== true && !holdsPolicy(file.text)) return NO_FINDINGS;
    return { ...NO_FINDINGS, ...(file.named === true ? lintNamed : lintFound)(file.text, file.path) };
  };
}

function checkFiles(files: readonly LintFile[]): void {
  const example = 'lintFiles([{ path: "iam.tf", text: readFileSync("iam.tf", "utf8") }])';
  checkListOfObjects(files, "lintFiles(files)", { example });
  for (const [index, { path, text }] of files.entries()) {
    checkArgument(path, "text", `lintFiles(files)[${index}].path`, { example });
    checkArgument(text, "text", `lintFiles(files)[${index}].text`, { example });
  }
}

/**
 * Without the policies that only files of the context hold or read. Of a principal all policies stay, so that each of its policies is
 * judged beside the others.
 */
function withoutContext(reading: SourceReading, files: readonly LintFile[]): SourceReading {
  const given = new Set(files.flatMap(({ path, isContext }) => (isContext === true ? [] : [path])));
  if (given.size === files.length) return reading;
  return {
    ...reading,
    policies: reading.policies.filter(({ file, readAt = { file } }) => given.has(file) || given.has(readAt.file)),
    attached: reading.attached.filter(({ file }) => given.has(file)),
  };
}

/** How many policies, or texts that are broken, were found in each file. */
function countRead({ policies, problems }: SourceReading): ReadonlyMap<string, number> {
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
  readCounts: ReadonlyMap<string, number>,
): readonly FindingInFile[] {
  const paths = new Set(terraform.map(({ path }) => path));
  if ([...readCounts.keys()].every((path) => paths.has(path))) return findings;
  const told = new Set<string>();
  return findings.filter(({ rule, file = "", line, column, message }) => {
    if (paths.has(file) || !readCounts.has(file)) return true;
    const key = JSON.stringify([rule, file, line, column, message]);
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

/** Whether Terraform files read all policies of a file: then they are not linted again without what the place of use tells. */
function isReadWhole({ path, text }: LintFile, readCounts: ReadonlyMap<string, number>): boolean {
  const count = readCounts.get(path);
  return count !== undefined && (text.match(/\bStatement\b/g)?.length ?? 0) <= count;
}

/** Tells whether the default of a variable is in effect; undefined where no default may hold a policy. */
function countsDefaults(terraform: ReadonlyMap<string, string>, files: readonly LintFile[]) {
  if (![...terraform.values()].some((text) => text.includes("variable") && text.includes("Statement")))
    return undefined;
  const { VariableDefaults } =
    require("../terraform/variable-defaults") as typeof import("../terraform/variable-defaults");
  const values = new Map(files.filter(isValues).map(({ path, text }) => [path, text]));
  const defaults = new VariableDefaults(terraform, values);
  return (folder: string, variable: string) => defaults.counts(folder, variable);
}

/** The code of a file that is JSON as soon as something is filled in: that is an info. */
const TO_BE_FILLED_IN = "to-be-filled-in";

/** Problems that are findings: AWS refuses the text, or there is no policy in it. */
const OF_TEXT: ReadonlySet<string> = new Set(["not-json", "duplicate-key", "not-a-policy", TO_BE_FILLED_IN]);

/** Rules about what is not there. */
const OF_OMISSIONS: ReadonlySet<string> = new Set(
  lintRules.filter(({ check }) => check.ofOmissions).map(({ code }) => code),
);

/** The findings on everything that was read from files together: policies, broken texts and attachments. */
function lintReading(reading: SourceReading, options: LintOptions): FileFindings {
  const comments = new CommentSuppressions(reading);
  const isKept = (finding: Finding) => !comments.suppress(finding);
  const ofText = reading.problems.filter(({ code }) => OF_TEXT.has(code));
  const others = reading.problems.filter(({ code }) => !OF_TEXT.has(code));
  const findings = [
    ...ofText.map((problem) => findingOfProblem(problem, options)).filter(isKept),
    ...lintPolicies(reading, options, comments),
    ...lintAttachments(reading, options).filter(isKept),
  ];
  return {
    findings,
    problems: [...others, ...reading.suppressions.flatMap(unknownRule)],
    unread: reading.unread,
    // Known only after each finding was asked for its comment.
    unusedComments: comments.unused,
    policies: reading.policies.length + reading.attached.filter(isOfAws).length,
  };
}

function findingOfProblem(problem: SourceProblem, options: LintOptions): Finding {
  return findingOfText(problem.code === TO_BE_FILLED_IN ? { ...problem, severity: "info" } : problem, options);
}

/** Each policy is linted beside the roles of its module and the other policies of its principals. */
function lintPolicies(
  { policies, roles, principals }: SourceReading,
  options: LintOptions,
  comments: CommentSuppressions,
): readonly FindingInFile[] {
  // A folder is one module.
  const rolesBeside = groupBy(roles, ({ file }) => folderOf(file));
  const together = new PoliciesOfPrincipals(principals);
  const linted = policies.map((policy) => {
    const { document, file, holder } = policy;
    const rolesHere = rolesBeside.get(folderOf(file));
    const all = together.lint(policy, (beside) =>
      lintPolicy(document, { ...limitOf(policy), ...options, file, holder, roles: rolesHere, ...beside }),
    );
    const told = policy.isCompletedLater ? all.filter(({ rule }) => !OF_OMISSIONS.has(rule)) : all;
    const own = policy.isOfCdk ? ofGrants(told, policy) : told.map((finding) => ofPermission(finding, policy));
    return { policy, findings: own.filter((finding) => !comments.suppress(finding, policy)) };
  });
  return tellInstancesOnce(linted).flatMap(({ policy, findings }) =>
    findings.map((finding) => placeInResource(finding, policy)),
  );
}

/** A finding with the address of its resource; without a line, the address is the start of its pointer. */
function placeInResource(given: Finding, { address, argument, pointer, variable }: SourcePolicy): FindingInFile {
  const finding = variable === undefined ? given : ofDefault(given, variable);
  if (pointer !== undefined) return { ...finding, address, pointer: `${pointer}${finding.pointer}` };
  if (finding.line !== undefined || address === undefined) return { ...finding, address };
  const base = argument === undefined ? address : `${address}.${argument}`;
  return { ...finding, address, pointer: `${base}${finding.pointer}` };
}

function ofGrants(findings: readonly Finding[], policy: SourcePolicy): readonly Finding[] {
  const { ofGrant } = require("../cloudformation/cdk-grants") as typeof import("../cloudformation/cdk-grants");
  return findings.map((finding) => ofGrant(finding, policy));
}

function isOfAws({ written }: AttachedPolicy): boolean {
  return written.includes(":iam::aws:policy/");
}

/** The findings of attached managed policies; an attachment at one place is told once, whatever instances there are. */
function lintAttachments({ attached }: SourceReading, options: LintOptions): readonly FindingInFile[] {
  if (attached.length === 0) return [];
  const told = new Set<string>();
  return attached.flatMap((one) =>
    lintAttached(one, options).flatMap((finding) => {
      const key = `${finding.file} ${placeAndMessage(finding)}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ ...finding, address: one.address }];
    }),
  );
}

/** A managed policy for sessions may be as long as others. */
function limitOf({ document, holder }: SourcePolicy): Pick<LintOptions, "maxSize"> {
  return document.type === "session" && holder === "managed-policy" ? { maxSize: 6144 } : {};
}

/** A finding on what is made only if nobody sets a variable. */
function ofDefault(finding: Finding, variable: string): Finding {
  const isWorse = finding.severity === "error" || finding.severity === "security";
  const note = `this is the default of \`var.${variable}\`, which no file here sets`;
  return { ...finding, severity: isWorse ? "warning" : finding.severity, hint: withNote(finding.hint, note) };
}

function unknownRule({ rule, file, line, column }: SourceSuppression): SourceProblem[] {
  if (findRule(rule) !== undefined) return [];
  const known = lintRules.map(({ code }) => code);
  const hint = suggestAmongMany(rule, known, "`tfwright explain` lists all rules");
  return [{ code: "unknown-rule", message: `there is no rule \`${rule}\``, hint, file, line, column }];
}
