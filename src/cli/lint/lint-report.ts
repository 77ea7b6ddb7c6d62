/** Findings as text and as JSON. */
import { plainFinding, type Severity, severities } from "../../iam/lint";
import type { FindingInFile } from "../../policy-files";
import { count, formatNumber } from "../../text/message";
import type { TerminalColors } from "../printer";

/** Findings for people: the title, where it is, what is wrong, what to do. Without findings nobody is asked for colors. */
export function textReport(findings: readonly FindingInFile[], read: ReadCount, colors: () => TerminalColors): string {
  const [first] = findings;
  const used = first === undefined ? undefined : colors();
  const blocks = used === undefined ? [] : findings.map((finding) => block(finding, used));
  return `${[...blocks, summary(findings, read)].join("\n\n")}\n`;
}

/** How many policies were judged, in how many files. */
export interface ReadCount {
  readonly policies: number;
  readonly files: number;
}

/** What is said where a baseline was written: `3 findings stored; 5 policies in 2 files`. */
export function storedReport(stored: number, read: ReadCount): string {
  return `${count(stored, "finding")} stored; ${tellRead(read)}\n`;
}

function tellRead({ policies, files }: ReadCount): string {
  const judged = policies === 0 ? "no policies" : count(policies, "policy", "policies");
  return `${judged} in ${count(files, "file")}`;
}

function block(finding: FindingInFile, colors: TerminalColors): string {
  const { severity, title, rule, message, hint } = finding;
  const head = `${paint(severity, colors)}: ${colors.bold(title)} ${colors.dim(`(${rule})`)}`;
  const advice = hint === undefined ? "" : `\n  ${colors.dim("hint:")} ${indented(hint)}`;
  return `${head}\n  ${placeOf(finding)}${statementOf(finding)}${addressOf(finding)}\n  ${indented(message)}${advice}`;
}

const COLORS = { error: "red", security: "magenta", warning: "yellow", info: "cyan" } as const;

function paint(severity: Severity, colors: TerminalColors): string {
  return colors[COLORS[severity]](severity);
}

/** `file:line:column`, or the pointer if there are no lines. */
function placeOf({ file, line, column, pointer }: FindingInFile): string {
  const name = file ?? "policy";
  return line === undefined ? `${name} ${pointer}`.trim() : `${name}:${line}:${column ?? 1}`;
}

function statementOf({ statement }: FindingInFile): string {
  return statement === undefined ? "" : `, statement ${statement.sid || statement.index + 1}`;
}

function addressOf({ address }: FindingInFile): string {
  return address === undefined ? "" : `, ${address}`;
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n  ");
}

/** `2 findings: 1 error, 1 info; 4 policies in 3 files` */
export function summary(findings: readonly FindingInFile[], read: ReadCount): string {
  if (findings.length === 0)
    return read.policies === 0 ? `no policy found in ${count(read.files, "file")}` : `nothing found; ${tellRead(read)}`;
  const counts = severities
    .map((severity) => ({ severity, total: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ total }) => total > 0)
    .map(({ severity, total }) => `${formatNumber(total)} ${severity}`);
  return `${count(findings.length, "finding")}: ${counts.join(", ")}; ${tellRead(read)}`;
}

/** Findings for programs. */
export function jsonReport(findings: readonly FindingInFile[]): string {
  return `${JSON.stringify(findings.map(plainFinding), null, 2)}\n`;
}
