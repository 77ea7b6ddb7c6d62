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
import { suggestName } from "../text/suggest-name";
import type { SourceProblem, SourceReading, SourceSuppression } from "./found";
import type { SourceRole } from "./role-trust";

/** A file and its text. */
export interface LintFile {
  /** As it is named in the findings. Its ending tells Terraform files: `.tf`, `.tofu`, `.tf.json`, `.tofu.json`. */
  readonly path: string;
  readonly text: string;
  /**
   * Whether the command line names this file, and not only a folder above it. Then a JSON file without a policy is reported.
   * @default false: it was found in a folder, and is passed over if it holds no policy
   */
  readonly named?: boolean;
}

/** A finding, and the resource that contains its policy. */
export type FindingInFile = Finding & { readonly address?: string };

/** The result of linting files. */
export interface LintedFiles {
  readonly findings: readonly FindingInFile[];
  /** What could not be read or understood: `not-hcl`, `plan-malformed`, `unknown-rule`, ... */
  readonly problems: readonly SourceProblem[];
  /** Policies that only Terraform can put together. */
  readonly unread: readonly SourceProblem[];
}

/**
 * Lints the texts of files: policies, plans (`terraform show -json`), and Terraform files, each folder of which is one module.
 * It reads no file itself.
 *
 * @example
 * ```ts
 * const path = "iam.tf";
 * const { findings } = lintFiles([{ path, text: readFileSync(path, "utf8") }]);
 * ```
 * @throws where the options are wrong
 */
export function lintFiles(files: readonly LintFile[], options: LintTextOptions = {}): LintedFiles {
  const { type } = options;
  const terraform = files.filter(isTerraform);
  const findings: FindingInFile[] = [];
  const problems: SourceProblem[] = [];
  const unread: SourceProblem[] = [];
  if (terraform.length > 0) {
    const { policiesInTerraform } = require("./terraform") as typeof import("./terraform");
    const texts = new Map(terraform.map(({ path, text }) => [path, text]));
    add(lintReading(policiesInTerraform(texts, { type }), options));
  }
  const lintNamed = createTextLinter(options);
  const lintPassedBy = createTextLinter({ ...options, withoutPolicy: "ignore" });
  for (const file of files) {
    if (isTerraform(file)) continue;
    const plan = readPlan(file, type);
    if (plan !== undefined) add(lintReading(plan, options));
    else if (file.named === true) findings.push(...lintNamed(file.text, file.path));
    else if (holdsPolicy(file.text)) findings.push(...lintPassedBy(file.text, file.path));
  }
  return { findings, problems, unread };

  function add(linted: LintedFiles): void {
    findings.push(...linted.findings);
    problems.push(...linted.problems);
    unread.push(...linted.unread);
  }
}

function isTerraform({ path, text }: LintFile): boolean {
  if (path === "<stdin>") return /^\s*(?:#|\/[/*]|[a-z_]+[ \t]*(?:"|\{|=))/.test(text.slice(0, 2000));
  return /\.(tf|tofu)(\.json)?$/.test(path);
}

/** Whether a JSON file of a folder is worth reading. */
function holdsPolicy(text: string): boolean {
  return (
    text.includes('"Statement"') || /'Statement'|\u201cStatement["\u201d]|"Statement\u201d|%22Statement%22/.test(text)
  );
}

function readPlan({ text, path }: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  if (!text.includes('"format_version"')) return undefined;
  const { planIn, policiesInPlan } = require("./plan") as typeof import("./plan");
  const plan = planIn(text);
  return plan === undefined ? undefined : policiesInPlan(plan, { file: path, type });
}

function lintReading(reading: SourceReading, options: LintOptions): LintedFiles {
  const rolesBeside = rolesByFolder(reading);
  const findings = reading.policies.flatMap(({ document, file, address, argument, holder }): FindingInFile[] => {
    const roles = rolesBeside.get(folderOf(file));
    const lint = lintPolicy(document, { ...options, file, holder, roles });
    // A comment beside the statement counts, also where what is wrong stands in a local.
    const found = lint.filter(
      (finding) =>
        !reading.suppressions.some((suppression) =>
          suppresses(
            suppression,
            finding,
            document.statements.find(({ index }) => index === finding.statement?.index)?.line,
          ),
        ),
    );
    if (found[0]?.line !== undefined || address === undefined) return found.map((finding) => ({ ...finding, address }));
    const base = argument === undefined ? address : `${address}.${argument}`;
    return found.map((finding) => ({ ...finding, address, pointer: `${base}${finding.pointer}` }));
  });
  const recoverableErrors = reading.problems.filter(({ code }) => code === "not-json" || code === "duplicate-key");
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

/** The roles of each folder, which is one module. */
function rolesByFolder({ roles }: SourceReading): ReadonlyMap<string, readonly SourceRole[]> {
  const found = new Map<string, SourceRole[]>();
  for (const role of roles) {
    const folder = folderOf(role.file);
    const beside = found.get(folder) ?? [];
    found.set(folder, beside);
    beside.push(role);
  }
  return found;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function suppresses({ rule, file, from, to }: SourceSuppression, finding: Finding, statement = 0): boolean {
  const isWithin = (line: number) => from <= line && line <= to;
  return rule === finding.rule && file === finding.file && (isWithin(finding.line ?? 0) || isWithin(statement));
}

function unknownRule({ rule, file, line }: SourceSuppression): SourceProblem[] {
  if (findRule(rule) !== undefined) return [];
  const known = lintRules.map(({ code }) => code);
  const hint = suggestName(rule, known, "rules");
  return [{ code: "unknown-rule", message: `there is no rule \`${rule}\``, hint, file, line, column: 1 }];
}
