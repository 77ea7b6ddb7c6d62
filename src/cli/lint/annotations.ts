/** Findings for the CI of GitHub and of GitLab, which show them at the lines of a pull request. */
import { relative, resolve, sep } from "node:path";
import { fingerprintOf, type Severity, severities } from "../../iam/lint";
import type { FindingInFile } from "../../policy-files";
import { hashText } from "../../text/hash";
import { STDIN } from "./lint-files";
import { type ReadCount, summary } from "./lint-report";

/** Where the repository is, as the CI says it; paths are given from there. */
interface Repository {
  /** @default the working directory */
  readonly root: string | undefined;
}

const COMMANDS = { error: "error", security: "error", warning: "warning", info: "notice" } as const;

/**
 * Workflow commands of GitHub Actions, and the summary. GitHub shows ten errors and ten warnings of a step, so that the worst come first.
 * Source: docs.github.com, "Workflow commands for GitHub Actions".
 *
 * @example `::error title=unknown action (unknown-action),file=main.tf,line=3,col=9::...`
 */
export function githubReport(findings: readonly FindingInFile[], read: ReadCount, { root }: Repository): string {
  const rank = ({ severity }: FindingInFile) => severities.indexOf(severity);
  const lines = [...findings].sort((a, b) => rank(a) - rank(b)).map((finding) => commandOf(finding, root));
  return `${[...lines, summary(findings, read)].join("\n")}\n`;
}

function commandOf(finding: FindingInFile, root: string | undefined): string {
  const { severity, title, rule, message, hint, file, line, column } = finding;
  const properties = {
    title: `${title} (${rule})`,
    ...(file !== undefined && file !== STDIN && { file: pathFrom(root, file) }),
    ...(line !== undefined && { line: String(line), col: String(column ?? 1) }),
  };
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
  return `::${COMMANDS[severity]} ${given.join(",")}::${escapeData(text)}`;
}

const escapeData = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

const GITLAB_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "critical",
  security: "major",
  warning: "minor",
  info: "info",
};

/**
 * A report for the Code Quality of GitLab. Of findings with the same fingerprint it shows the first alone, so that each has its own.
 * Source: docs.gitlab.com, "Code Quality", "Code Quality report format".
 */
export function gitlabReport(findings: readonly FindingInFile[], { root }: Repository): string {
  const times = new Map<string, number>();
  const issues = findings.map((finding) => {
    const { severity, rule, message, hint, file = "policy", line } = finding;
    const path = pathFrom(root, file);
    const identity = `${path}\n${fingerprintOf(finding)}`;
    const before = times.get(identity) ?? 0;
    times.set(identity, before + 1);
    return {
      description: hint === undefined ? message : `${message}; ${hint}`,
      check_name: rule,
      fingerprint: hashText(before === 0 ? identity : `${identity}\n${before}`),
      severity: GITLAB_SEVERITIES[severity],
      location: { path, lines: { begin: line ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** The path of a file from the root of the repository, where it is in there. */
function pathFrom(root: string | undefined, file: string): string {
  if (root === undefined || root === "") return file;
  const path = relative(root, resolve(file));
  return path.startsWith("..") ? file : path.split(sep).join("/");
}
