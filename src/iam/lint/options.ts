/** What the linter is told besides the policy. */
import { fail } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { dataDate } from "../data/authorization";
import type { PolicyHolder } from "../document/policy";
import { type Severity, severities } from "./rule";
import { findRule, lintRules } from "./rules";

/** Findings that somebody has looked at and accepts. */
export interface Suppression {
  /** Code of the rule. */
  readonly rule: string;
  /** Why it is fine; it may not be empty. */
  readonly reason: string;
  /** Only in the statement of this Sid. @default everywhere */
  readonly statement?: string;
  /** Only in this file, as it is named in the findings. @default everywhere */
  readonly file?: string;
  /** The last day on which it holds: `2026-12-31`. @default for ever */
  readonly until?: string;
}

export interface LintOptions {
  /** Today's date: `2026-10-01`. Old data makes an unknown action a warning. @default the day of the data */
  readonly today?: string;
  /** Names of actions that exist though the data does not know them, wildcards allowed. @default [] */
  readonly actions?: readonly string[];
  /** Resources that the actor only reads: ARNs, wildcards allowed, or `s3://bucket/prefix`. @default [] */
  readonly readsOnly?: readonly string[];
  /** The account the policy is for, twelve digits. @default not known */
  readonly account?: string;
  /** Other severities, by code of the rule. @default those of the rules */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** What is accepted; a rule that is off is one silenced everywhere, and has a reason too. @default [] */
  readonly silence?: readonly Suppression[];
  /** How the file is named in the findings. @default no name */
  readonly file?: string;
  /** What holds a policy of an identity. @default "managed-policy" */
  readonly holder?: PolicyHolder;
  /** Most characters the policy may have. @default that of the holder for identity, 2048 trust, 20480 resource */
  readonly maxSize?: number;
}

/** The options with their defaults. @throws where a code, a date or a reason is wrong */
export function resolveOptions(options: LintOptions): LintOptions & { readonly today: string } {
  for (const code of Object.keys(options.severities ?? {})) checkRule(code, "severities");
  for (const [code, severity] of Object.entries(options.severities ?? {})) {
    if (!severities.includes(severity)) {
      fail(
        "unknown-severity",
        `severities.${code}`,
        `\`${severity}\` is no severity`,
        `one of ${severities.join(", ")}`,
      );
    }
  }
  for (const [index, silence] of (options.silence ?? []).entries()) checkSuppression(silence, `silence[${index}]`);
  if (options.today !== undefined) checkDate(options.today, "today");
  return { ...options, today: options.today ?? dataDate() };
}

/** @throws where the rule is unknown, the reason is empty or the date is none */
export function checkSuppression({ rule, reason, until }: Suppression, path: string): void {
  checkRule(rule, `${path}.rule`);
  if (reason.trim() === "") {
    fail(
      "silence-without-reason",
      `${path}.reason`,
      `\`${rule}\` is silenced without a reason`,
      "say why it is fine here",
    );
  }
  if (until !== undefined) checkDate(until, `${path}.until`);
}

function checkRule(code: string, path: string): void {
  if (findRule(code) !== undefined) return;
  const known = lintRules.map((rule) => rule.code);
  fail("unknown-rule", path, `there is no rule \`${code}\``, suggestName(code, known, "rules"));
}

/** The date that was last found to be one: a run asks for the same one again and again. */
let goodDate: string | undefined;

function checkDate(text: string, path: string): void {
  if (text === goodDate) return;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) {
    goodDate = text;
    return;
  }
  fail("not-a-date", path, `\`${text}\` is not a date`, "write it as `2026-12-31`");
}
