/** Checks the options of the linter. */
import { fail } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { dataDate } from "../data/authorization";
import type { LintOptions, ResolvedOptions, Suppression } from "./options";
import { severities } from "./rule";
import { findRule, lintRules } from "./rules";

/** The options with their defaults. @throws where a code, a date or a reason is wrong */
export function resolveOptions(options: LintOptions): ResolvedOptions {
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
  for (const [index, suppression] of (options.silence ?? []).entries())
    checkSuppression(suppression, `silence[${index}]`);
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

/** The date that was last found to be correct: a run asks for the same date again and again. */
let goodDate: string | undefined;

function checkDate(text: string, path: string): void {
  if (text === goodDate) return;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) {
    goodDate = text;
    return;
  }
  fail("not-a-date", path, `\`${text}\` is not a date`, "write it as `2026-12-31`");
}
