/** From files to findings: each kind of file by its reader, which is loaded only where such a file is there. */

import { dataDate } from "../iam/data/authorization";
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
} from "../iam/lint";
import type { AttachedPolicy } from "../iam/lint/attached-policy";
import { checkLintOptions, createCountingLinter, placeAndMessage } from "../iam/lint/lint";
import { lintAttached } from "../iam/lint/lint-attached";
import { checkArgument, checkListOfObjects } from "../text/check-argument";
import { folderOf } from "../text/folder-of";
import { groupBy } from "../text/group-by";
import { suggestAmongMany } from "../text/suggest-name";
import { CommentSuppressions } from "./comment-suppressions";
import { tellInstancesOnce, withNote } from "./findings-of-instances";
import { ofPermission } from "./findings-of-permissions";
import { tellSharedOnce } from "./findings-of-shared-text";
import { withWrittenVariables } from "./findings-of-variables";
import type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";
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
  const { textOf: textOfOther, ...ofTexts } = options;
  const { type, suppressions = [], today = dataDate() } = ofTexts;
  // The options are checked here, also where no file holds a policy.
  createCountingLinter(ofTexts);
  // They suppress at the end, where it shows which of them suppress nothing.
  const { type: _, withoutPolicy: __, ...rest } = { ...ofTexts, suppressions: [] };
  const lintNamed = createCountingLinter({ ...ofTexts, suppressions: [] });
  const terraform = files.filter(isTerraform);
  const context: ReadonlySet<string> = new Set(
    files.flatMap(({ path, isContext }) => (isContext === true ? [path] : [])),
  );
  const findings: FindingInFile[] = [];
  const problems: SourceProblem[] = [];
  const unread: SourceProblem[] = [];
  const unusedComments: SourceSuppression[] = [];
  let policies = 0;
  let read: ReadonlyMap<string, number> = new Map();
  if (terraform.length > 0) {
    const { policiesInTerraform } = require("./terraform") as typeof import("./terraform");
    const texts = new Map(terraform.map(({ path, text }) => [path, text]));
    const others = new Map(files.filter((file) => !texts.has(file.path)).map(({ path, text }) => [path, text]));
    const textOf = (path: string) => others.get(path) ?? textOfOther?.(path);
    const defaultCounts = countsDefaults(texts, files);
    const reading = policiesInTerraform(texts, { type, textOf, paths: () => [...others.keys()], defaultCounts });
    read = filesRead(reading);
    add(lintReading(withoutContext(reading, files), rest));
  }
  const rendersTemplates = terraform.some(({ text }) => /\btemplate_?file\b/.test(text));
  const lintPassedBy = createCountingLinter({ ...rest, type, withoutPolicy: "ignore" });
  for (const file of files) {
    if (isTerraform(file) || context.has(file.path) || isReadWhole(file, read)) continue;
    const reading = readLintFile(file, { type, rendersTemplates });
    if (reading !== undefined) {
      const linted = lintReading(reading, rest);
      add({ ...linted, findings: withWrittenVariables(linted.findings, file.text) });
    } else if (file.named === true || holdsPolicy(file.text)) {
      const linted = (file.named === true ? lintNamed : lintPassedBy)(file.text, file.path);
      findings.push(...linted.findings);
      policies += linted.policies;
    }
  }
  const { kept, unused, expired } = suppressFindings(withoutRepeated(findings, terraform, read), suppressions, today);
  return {
    findings: tellSharedOnce(kept),
    problems,
    unread,
    unusedComments,
    unusedSuppressions: [...unused, ...expired],
    policies,
  };

  function add(linted: FileFindings): void {
    findings.push(...linted.findings.filter(isReported));
    problems.push(...linted.problems.filter(isReported));
    unread.push(...linted.unread.filter(isReported));
    unusedComments.push(...linted.unusedComments.filter(isReported));
    policies += linted.policies;
  }

  function isReported({ file }: { readonly file?: string }): boolean {
    return file === undefined || !context.has(file);
  }
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

/** The code of a file that is JSON as soon as something is filled in: that is an info. */
const TO_BE_FILLED_IN = "to-be-filled-in";

/** Problems that are findings: AWS refuses the text, or there is no policy in it. */
const OF_TEXT: ReadonlySet<string> = new Set(["not-json", "duplicate-key", "not-a-policy", TO_BE_FILLED_IN]);

/** Rules about what is not there. */
const OF_OMISSIONS: ReadonlySet<string> = new Set(
  lintRules.filter(({ check }) => check.ofOmissions).map(({ code }) => code),
);

function lintReading(reading: SourceReading, options: LintOptions): FileFindings {
  const comments = new CommentSuppressions(reading);
  // A folder is one module.
  const rolesBeside = groupBy(reading.roles, ({ file }) => folderOf(file));
  const together = new PoliciesOfPrincipals(reading.principals);
  const linted = reading.policies.map((policy) => {
    const { document, file, holder } = policy;
    const roles = rolesBeside.get(folderOf(file));
    const lint = together.lint(policy, (beside) =>
      lintPolicy(document, { ...limitOf(policy), ...options, file, holder, roles, ...beside }),
    );
    const told = policy.isCompletedLater ? lint.filter(({ rule }) => !OF_OMISSIONS.has(rule)) : lint;
    const own = policy.isOfCdk ? ofGrants(told, policy) : told.map((finding) => ofPermission(finding, policy));
    return { policy, findings: own.filter((finding) => !comments.suppress(finding, policy)) };
  });
  const findings = tellInstancesOnce(linted).flatMap(({ policy, findings: own }): readonly FindingInFile[] => {
    const { address, argument, pointer, variable } = policy;
    const found = variable === undefined ? own : own.map((finding) => ofDefault(finding, variable));
    if (pointer !== undefined)
      return found.map((finding) => ({ ...finding, address, pointer: `${pointer}${finding.pointer}` }));
    const base = argument === undefined ? address : `${address}.${argument}`;
    return found.map((finding) =>
      finding.line !== undefined || address === undefined
        ? { ...finding, address }
        : { ...finding, address, pointer: `${base}${finding.pointer}` },
    );
  });
  const recoverableErrors = reading.problems.filter(({ code }) => OF_TEXT.has(code));
  const others = reading.problems.filter((problem) => !recoverableErrors.includes(problem));
  const ofText = recoverableErrors.map((recoverableError) =>
    findingOfText(
      recoverableError.code === TO_BE_FILLED_IN ? { ...recoverableError, severity: "info" } : recoverableError,
      options,
    ),
  );
  const all = [
    ...ofText.filter((recoverableError) => !comments.suppress(recoverableError)),
    ...findings,
    ...lintAttachments(reading, options).filter((finding) => !comments.suppress(finding)),
  ];
  return {
    findings: all,
    problems: [...others, ...reading.suppressions.flatMap(unknownRule)],
    unread: reading.unread,
    unusedComments: comments.unused,
    policies: reading.policies.length + reading.attached.filter(isOfAws).length,
  };
}

function ofGrants(findings: readonly Finding[], policy: SourcePolicy): readonly Finding[] {
  const { ofGrant } = require("./cdk-grants") as typeof import("./cdk-grants");
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
