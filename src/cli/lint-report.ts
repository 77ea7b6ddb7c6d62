/** Findings as text and as JSON. */
import { plainFinding, type Severity, severities } from "../iam/lint";
import type { FindingInFile } from "../policy-files";
import { countOf } from "./count-of";
import type { TerminalColors } from "./printer";

/** Findings for people: the title, where it is, what is wrong, what to do. Without findings nobody is asked for colors. */
export function textReport(findings: readonly FindingInFile[], files: number, colors: () => TerminalColors): string {
  const [first] = findings;
  const used = first === undefined ? undefined : colors();
  const blocks = used === undefined ? [] : findings.map((finding) => block(finding, used));
  return `${[...blocks, summary(findings, files)].join("\n\n")}\n`;
}

/** What is said where a baseline was written: `3 findings stored; 1 file read`. */
export function storedReport(stored: number, files: number): string {
  return `${countOf(stored, "finding")} stored; ${countOf(files, "file")} read\n`;
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

/** `2 findings: 1 error, 1 info; 3 files read` */
export function summary(findings: readonly FindingInFile[], files: number): string {
  const read = `${countOf(files, "file")} read`;
  if (findings.length === 0) return `nothing found; ${read}`;
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  return `${countOf(findings.length, "finding")}: ${counts.join(", ")}; ${read}`;
}

/** Findings for programs. */
export function jsonReport(findings: readonly FindingInFile[]): string {
  return `${JSON.stringify(findings.map(plainFinding), null, 2)}\n`;
}
