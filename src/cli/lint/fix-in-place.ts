/** `tfwright lint --fix --write`: other values in the place of those that certainly stand for them, in files of any language. */
import { readFileSync } from "node:fs";
import { fail, reasonOf } from "../../errors";
import type { LintedFiles, LintFile } from "../../policy-files";
import { compareTexts } from "../../text/compare-texts";
import { groupBy } from "../../text/group-by";
import { count } from "../../text/message";
import { replaceFile } from "../../workspace/replace-file";
import { type Correction, correctionsOf } from "./corrections-of-finding";
import { STDIN } from "./lint-files";

/** The files, and how to lint them with other texts. */
export interface Fixing {
  readonly files: readonly LintFile[];
  /** The text of a file that is not among the files; undefined where it cannot be read. */
  readonly textOf: (path: string) => string | undefined;
  /** Lints the files with the texts of some of them replaced. */
  readonly lint: (texts: ReadonlyMap<string, string>) => LintedFiles;
}

/** What is left to find, and what was said on the way. */
export interface FixedInPlace {
  readonly left: LintedFiles;
  readonly notes: readonly string[];
}

/** A corrected name may show what else is wrong with it, which the next round corrects. */
const ROUNDS = 5;

/** Rules whose correction gives a policy that AWS takes as it is another meaning: somebody has to want it. */
const FOR_A_PERSON: ReadonlySet<string> = new Set(["string-like-on-arn-key"]);

/**
 * Corrects the files, and lints them again. A file that can then no longer be read stays as it is.
 *
 * @throws TfwrightError where a file cannot be written; those before it are
 */
export function fixInPlace(fixing: Fixing): FixedInPlace {
  if (fixing.files.some(({ path }) => path === STDIN))
    fail({
      code: "bad-option",
      path: "--write",
      message: "standard input cannot be written",
      hint: "leave out `--write`: the corrected policy is printed",
    });
  const corrections = new Corrections(fixing);
  for (let round = 0; round < ROUNDS && corrections.addRound(); round++);
  for (const [file, text] of corrections.texts) replaceFile(file, text);
  return { left: corrections.left, notes: corrections.notes() };
}

/** The texts of files as they become, round by round. */
class Corrections {
  readonly #fixing: Fixing;
  readonly #given: ReadonlyMap<string, string>;
  #texts: ReadonlyMap<string, string> = new Map();
  #left: LintedFiles;
  /** Why files are not changed. */
  readonly #refused = new Map<string, string>();
  readonly #made: Correction[] = [];

  constructor(fixing: Fixing) {
    this.#fixing = fixing;
    this.#given = new Map(fixing.files.map(({ path, text }) => [path, text]));
    this.#left = fixing.lint(this.#texts);
  }

  /** What is found in the texts as they are now. */
  get left(): LintedFiles {
    return this.#left;
  }

  /** The texts of the files that are changed, by name. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#texts].sort(([a], [b]) => compareTexts(a, b)));
  }

  /** Makes the corrections of the findings that are left. Returns whether there were some. */
  addRound(): boolean {
    const changes = [...groupBy(this.#changes(), ({ file }) => file)].flatMap(([file, ofFile]) =>
      this.#mayChange(file) ? withoutConflicts(ofFile) : [],
    );
    if (changes.length === 0) return false;
    const next = this.#fixing.lint(this.#withChanges(changes));
    const spoilt = spoiltBy(changes, this.#left, next);
    for (const [file, what] of spoilt) this.#refused.set(file, `corrected, it would have another fault, \`${what}\``);
    const kept = changes.filter(({ file }) => !spoilt.has(file));
    this.#texts = this.#withChanges(kept);
    this.#left = spoilt.size === 0 ? next : this.#fixing.lint(this.#texts);
    this.#made.push(...kept);
    return true;
  }

  /** What was corrected and what was not, in sentences. */
  notes(): readonly string[] {
    const refused = [...this.#refused].map(([file, reason]) => `${file}: not changed: ${reason}`);
    return [...this.#made.map(noteOf), ...refused, summary(this.#made)];
  }

  #changes(): readonly Correction[] {
    // A value may stand in a file that is only read beside those that are given.
    const isGiven = (file: string, of: string | undefined) => file === of || this.#given.has(file);
    return this.#left.findings.flatMap((finding) => {
      if (FOR_A_PERSON.has(finding.rule)) return [];
      const changes = correctionsOf(finding, (file) => this.#textOf(file));
      return changes.every(({ file }) => isGiven(file, finding.file)) ? changes : [];
    });
  }

  #textOf(file: string): string | undefined {
    return this.#texts.get(file) ?? this.#original(file);
  }

  #original(file: string): string | undefined {
    return this.#given.get(file) ?? this.#fixing.textOf(file);
  }

  #mayChange(file: string): boolean {
    if (this.#refused.has(file)) return false;
    const reason = this.#texts.has(file) ? undefined : reasonToLeave(file, this.#original(file) ?? "");
    if (reason !== undefined) this.#refused.set(file, reason);
    return reason === undefined;
  }

  #withChanges(changes: readonly Correction[]): ReadonlyMap<string, string> {
    const byFile = groupBy(changes, ({ file }) => file);
    const changed = [...byFile].map(
      ([file, ofFile]) => [file, applyChanges(this.#textOf(file) ?? "", ofFile)] as const,
    );
    return new Map([...this.#texts, ...changed]);
  }
}

/** Folders of what a program writes anew in each run. */
const GENERATED = /(?:^|\/)(?:cdk\.out|cdktf\.out|\.aws-sam|\.serverless|\.terragrunt-cache|\.terraform)\//;

/** Why a file is not changed. */
function reasonToLeave(file: string, text: string): string | undefined {
  if (GENERATED.test(file)) return "another program writes it; correct the source";
  if (/"(?:terraform_version|format_version)"\s*:/.test(text.slice(0, 400))) return "a plan or a state is not a source";
  try {
    return readFileSync(file, "utf8") === text ? undefined : "it is not in UTF-8, or has changed meanwhile";
  } catch (error) {
    return `it cannot be read: ${reasonOf(error)}`;
  }
}

/** Changes of one place that say the same, once; none of those that do not. */
function withoutConflicts(changes: readonly Correction[]): readonly Correction[] {
  const byStart = [...groupBy(changes, ({ start }) => start).values()];
  const agreed = byStart.flatMap((same) => (new Set(same.map(({ to }) => to)).size === 1 ? same.slice(0, 1) : []));
  return [...agreed].sort((a, b) => a.start - b.start);
}

function applyChanges(text: string, changes: readonly Correction[]): string {
  return [...changes]
    .reverse()
    .reduce((done, { start, end, text: to }) => done.slice(0, start) + to + done.slice(end), text);
}

/**
 * Files that the changes themselves would spoil, each with the rule or the problem: texts that can no longer be read, and a Sid that is
 * there twice. Other errors that appear were hidden behind what is corrected.
 */
function spoiltBy(
  changes: readonly Correction[],
  before: LintedFiles,
  after: LintedFiles,
): ReadonlyMap<string, string> {
  const known = faultsOf(before);
  const spoilt = [...faultsOf(after)].filter(([key, list]) => list.length > (known.get(key)?.length ?? 0));
  const changed = new Set(changes.map(({ file }) => file));
  // What stands in one file may spoil another that reads it.
  return new Map(
    spoilt.flatMap(([, [fault]]) => {
      const { file = "", what } = fault as CausedFault;
      return (changed.has(file) ? [file] : [...changed]).map((spoiltFile) => [spoiltFile, what] as const);
    }),
  );
}

interface CausedFault {
  readonly file: string | undefined;
  readonly what: string;
}

function faultsOf({ findings, problems }: LintedFiles): ReadonlyMap<string, readonly CausedFault[]> {
  const faults: readonly CausedFault[] = [
    ...findings.filter(({ rule }) => OWN_FAULTS.includes(rule)).map(({ file, rule }) => ({ file, what: rule })),
    ...problems.map(({ file, code }) => ({ file, what: code })),
  ];
  return groupBy(faults, ({ file, what }) => `${what} ${file ?? ""}`);
}

const OWN_FAULTS: readonly string[] = ["duplicate-sid", "not-json"];

function noteOf({ file, place, from, to }: Correction): string {
  return `corrected: ${file}:${place.line}:${place.column}: \`${from}\` is \`${to}\` now`;
}

function summary(made: readonly Correction[]): string {
  if (made.length === 0) return "nothing was corrected: no finding is mended by another value in one place";
  const files = new Set(made.map(({ file }) => file));
  const corrected = `${count(made.length, "value")} in ${count(files.size, "file")} corrected`;
  return made.some(({ isName }) => isName)
    ? `${corrected}; \`terraform fmt\` aligns what stands beside longer names`
    : corrected;
}
