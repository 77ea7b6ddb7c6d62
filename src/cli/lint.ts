/** `tfwright lint`: policies in files, folders, plans and Terraform files. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fail } from "../errors";
import { applyBaseline } from "../findings/baseline";
import { readS3Uri } from "../iam/arn/data-names";
import { policyTypes } from "../iam/document/policy-kinds";
import {
  fingerprintOf,
  type LintOptions,
  lintRuleSet,
  type PolicySuppression,
  type Severity,
  severities,
} from "../iam/lint";
import type { FindingInFile, LintedFiles, LintFile, SourceProblem } from "../policy-files";
import { type LintFilesOptions, lintFiles } from "../policy-files/lint/lint-files";
import { withoutByteOrderMark } from "../text/line-index";
import { suggestName } from "../text/suggest-name";
import { decodeText } from "./decode-text";
import { githubReport, gitlabReport } from "./lint/annotations";
import { exclusionOf, type IsExcluded } from "./lint/excluded-files";
import { CONFIG_NAME, isSeverity, type LintConfig, readLintConfig } from "./lint/lint-config";
import { type LintFiles, readLintFiles } from "./lint/lint-files";
import { fixFile } from "./lint/lint-fix";
import { jsonReport, type ReadCount, storedReport, textReport } from "./lint/lint-report";
import { optimizeLate } from "./optimize-late";
import type { TerminalColors } from "./printer";
import { notesOnBaseline, notesOnComments, notesOnSuppressions, type PlacedSuppression } from "./unused-notes";

/** The options of the command, as they are given. */
export interface LintFlags {
  readonly config?: string;
  readonly data?: string;
  readonly format?: string;
  readonly failOn?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly type?: string;
  readonly readsOnly?: readonly string[];
  readonly today?: string;
  readonly fix?: boolean;
  /** With `fix`: the files are changed, and no policy is printed. */
  readonly write?: boolean;
  readonly verbose?: boolean;
  /** Passes over named files that hold no policy, as over those in a folder. */
  readonly onlyPolicies?: boolean;
  readonly exclude?: readonly string[];
}

/** Whether the output is the mended policy, and no list of findings. */
const printsPolicy = ({ fix, write }: LintFlags) => fix === true && write !== true;

type LintFormat = "text" | "json" | "sarif" | "github" | "gitlab";

/** What a format prints with. */
interface LintPrinting {
  readonly version: string;
  readonly forOutput: () => TerminalColors;
  readonly forErrors: () => TerminalColors;
}

/** The output of the command. */
export interface LintResult {
  /** The findings, or the mended policy. */
  readonly text: string;
  /** Beside a mended policy: what is left to find. */
  readonly aside?: string;
  readonly problems: readonly SourceProblem[];
  readonly notes: readonly string[];
  /** Whether a finding is as bad as what the run fails on. */
  readonly failed: boolean;
}

const FORMATS: readonly LintFormat[] = ["text", "json", "sarif", "github", "gitlab"];

/** Runs it. @throws TfwrightError if an option, the config or a path is wrong */
export function lint(paths: readonly string[], flags: LintFlags, printing: LintPrinting): LintResult {
  const format = oneOf(flags.format ?? "text", FORMATS, "--format", "formats");
  const type = flags.type === undefined ? undefined : oneOf(flags.type, policyTypes, "--type", "types");
  const config = readLintConfig(flags.config);
  const data = flags.data ?? config.data;
  if (data !== undefined) (require("./use-data-folder") as typeof import("./use-data-folder")).useDataFolder(data);
  const failOn = severitiesOf(flags.failOn) ?? config.failOn ?? ["error", "security"];
  const options = optionsOf(config, flags);
  if (paths.length === 0)
    fail({
      code: "no-input",
      path: "lint",
      message: "there is nothing to lint",
      hint: "give files, folders, or `-` for standard input",
    });
  if (flags.write === true && flags.fix !== true)
    fail({
      code: "bad-option",
      path: "--write",
      message: "there is nothing to write without `--fix`",
      hint: "write `--fix --write`",
    });
  const isExcluded = exclusionOf([
    {
      folder: dirname(flags.config ?? CONFIG_NAME),
      patterns: config.exclude ?? [],
      place: `${flags.config ?? CONFIG_NAME}: exclude`,
    },
    { folder: ".", patterns: flags.exclude ?? [], place: "--exclude" },
  ]);
  const read = readLintFiles(paths, isExcluded);
  const { files } = read;
  if (files.length >= MANY) optimizeLate();
  const outcome = outcomeOf(read, { ...options, type, isExcluded }, flags);
  const { findings, problems, unread, ...more } = outcome;
  const baseline = printsPolicy(flags) ? undefined : flags.writeBaseline;
  if (baseline !== undefined) writeBaseline(baseline, findings);
  // The baseline of a config speaks of a whole folder: of single files most of its entries match nothing.
  const { shown, notes: onBaseline } = shownOf(findings, flags, config);
  const rest = {
    problems: [...read.problems, ...problems],
    notes: [
      ...read.notes,
      ...notesOnUnread([...read.unread, ...unread], flags.verbose),
      ...notesOnComments(outcome.unusedComments),
      ...notesOnSuppressions(placedIn(config, outcome.unusedSuppressions, files), options.today),
      ...(flags.baseline !== undefined || files.some(({ named }) => named !== true) ? onBaseline : []),
      ...(more.notes ?? []),
    ],
    failed: shown.some(({ severity }) => failOn.includes(severity)),
  };
  const count = { policies: outcome.policies, files: files.length };
  if (more.text !== undefined) return { text: more.text, aside: textReport(shown, count, printing.forErrors), ...rest };
  if (format === "text" && baseline !== undefined) return { text: storedReport(findings.length, count), ...rest };
  return { text: render(shown, format, { ...read, count }, printing), ...rest };
}

function render(
  findings: readonly FindingInFile[],
  format: LintFormat,
  read: LintFiles & { readonly count: ReadCount },
  printing: LintPrinting,
): string {
  const { files, textOf } = read;
  if (format === "json") return jsonReport(findings);
  if (format === "text") return textReport(findings, read.count, printing.forOutput);
  if (format === "github") return githubReport(findings, read.count, { root: process.env.GITHUB_WORKSPACE });
  if (format === "gitlab") return gitlabReport(findings, { root: process.env.CI_PROJECT_DIR });
  const { sarifReport } = require("./lint/lint-sarif") as typeof import("./lint/lint-sarif");
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return sarifReport(findings, { version: printing.version, textOf: (file) => texts.get(file) ?? textOf(file) });
}

const MANY = 20;

/** How many policies and files were not read, and with `--verbose` which, and why. */
function notesOnUnread(unread: readonly SourceProblem[], verbose = false): readonly string[] {
  if (unread.length === 0) return [];
  const count = `${unread.length === 1 ? "1 policy or file was" : `${unread.length} policies or files were`} not read`;
  return verbose
    ? [...unread.map(noteOf), count]
    : [`${count}; \`--verbose\` lists ${unread.length === 1 ? "it" : "them"}`];
}

function noteOf({ file, line, column, message, hint }: SourceProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${place}: ${message}${hint === undefined ? "" : `; ${hint}`}`;
}

interface Outcome extends LintedFiles {
  readonly text?: string;
  readonly notes?: readonly string[];
}

interface OutcomeOptions extends LintFilesOptions {
  readonly isExcluded: IsExcluded;
}

function outcomeOf(read: LintFiles, { isExcluded, type, ...options }: OutcomeOptions, flags: LintFlags): Outcome {
  const { context, textOf } = read;
  const files = flags.onlyPolicies === true ? read.files.map((file) => ({ ...file, named: false })) : read.files;
  const lintWith = (texts: ReadonlyMap<string, string>) => {
    const withTexts = [...files, ...context].map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
    const linted = lintFiles(withTexts, { ...options, type, textOf: (path) => texts.get(path) ?? textOf(path) });
    // A file that is read by one of a module may be excluded itself.
    return { ...linted, findings: linted.findings.filter(({ file }) => file === undefined || !isExcluded(file)) };
  };
  if (flags.fix !== true) return lintWith(new Map());
  if (flags.write === true) {
    const { fixInPlace } = require("./lint/fix-in-place") as typeof import("./lint/fix-in-place");
    const { left, notes } = fixInPlace({ files, textOf, lint: lintWith });
    return { ...left, notes };
  }
  const { left, text, notes } = fixFile(files, options, type);
  return {
    findings: left,
    problems: [],
    unread: [],
    unusedComments: [],
    unusedSuppressions: [],
    text,
    notes,
    policies: 1,
  };
}

/** Suppressions of the config with their places. One for a file that is not linted says nothing. */
function placedIn(
  { placeOf }: LintConfig,
  suppressions: readonly PolicySuppression[],
  files: readonly LintFile[],
): readonly PlacedSuppression[] {
  return suppressions.flatMap((one) => {
    const place = placeOf?.get(one);
    const isLinted = one.file === undefined || files.some(({ path }) => path === one.file);
    return place === undefined || !isLinted ? [] : [{ ...one, place }];
  });
}

function optionsOf(config: LintConfig, flags: LintFlags): LintOptions & { readonly today: string } {
  for (const given of flags.readsOnly ?? []) {
    if (/^(arn:|\*)/.test(given) || readS3Uri(given) !== undefined) continue;
    const hint = "the option takes all arguments after it: give the files before it";
    fail({
      code: "bad-option",
      path: "--reads-only",
      message: `\`${given}\` is neither an ARN nor s3://BUCKET/PREFIX`,
      hint,
    });
  }
  const { actions, account, severities: changed, suppressions } = config;
  return {
    actions,
    account,
    severities: changed,
    suppressions,
    readsOnly: [...(config.readsOnly ?? []), ...(flags.readsOnly ?? [])],
    today: flags.today ?? new Date().toISOString().slice(0, 10),
  };
}

function oneOf<T extends string>(given: string, known: readonly T[], option: string, what: string): T {
  const found = known.find((name) => name === given);
  return (
    found ??
    fail({
      code: "bad-option",
      path: option,
      message: `there is no \`${given}\``,
      hint: suggestName(given, known, what),
    })
  );
}

function severitiesOf(given: string | undefined): readonly Severity[] | undefined {
  if (given === undefined) return undefined;
  const names = given.split(",").map((name) => name.trim());
  if (given === "none") return [];
  return names.map((name) => (isSeverity(name) ? name : oneOf(name, severities, "--fail-on", "severities")));
}

function writeBaseline(path: string, findings: readonly FindingInFile[]): void {
  const content = { version: 1, findings: findings.map(fingerprintOf).sort() };
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** What is left to show: nothing if it was stored, and what the baseline does not have; and what is said of the baseline. */
function shownOf(
  findings: readonly FindingInFile[],
  flags: LintFlags,
  config: LintConfig,
): { readonly shown: readonly FindingInFile[]; readonly notes: readonly string[] } {
  if (printsPolicy(flags)) return { shown: findings, notes: [] };
  if (flags.writeBaseline !== undefined) return { shown: [], notes: [] };
  const path = flags.baseline ?? config.baseline;
  if (path === undefined) return { shown: findings, notes: [] };
  const { kept, unused } = applyBaseline(findings, readBaseline(path), fingerprintOf);
  return { shown: kept, notes: notesOnBaseline(unused, { path, rules: lintRuleSet.codes }) };
}

function readBaseline(path: string): readonly string[] {
  const hint = "`tfwright lint ... --write-baseline FILE` writes one";
  if (!existsSync(path)) fail({ code: "no-baseline", path, message: "there is no such baseline", hint });
  let content: unknown;
  try {
    content = JSON.parse(withoutByteOrderMark(decodeText(readFileSync(path))));
  } catch {
    content = undefined;
  }
  const { findings } = (content ?? {}) as { findings?: unknown };
  if (!Array.isArray(findings) || !findings.every((one) => typeof one === "string")) {
    fail({ code: "bad-baseline", path, message: "this is not a baseline", hint });
  }
  return findings;
}
