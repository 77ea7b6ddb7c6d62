/** Checks the options of the linter. */
import { fail } from "../../errors";
import { checkSuppression } from "../../findings/read-config";
import { checkDate, checkRuleCode, type RuleSet } from "../../findings/rule-set";
import { dataDate } from "../data/authorization";
import type { LintOptions, ResolvedOptions } from "./options";
import { type Severity, severities } from "./rule";
import { findRule, lintRules } from "./rules";

/** The rules of the linter, as a configuration refers to them. */
export const lintRuleSet: RuleSet<Severity> = {
  levelKey: "severity",
  levelNames: "severities",
  levels: severities,
  codes: lintRules.map(({ code }) => code),
  levelOf: (code) => findRule(code)?.severity,
  needsReason: "off",
};

/** The options with their defaults. @throws where a code, a date or a reason is wrong */
export function resolveOptions(options: LintOptions): ResolvedOptions {
  for (const [code, severity] of Object.entries(options.severities ?? {})) {
    checkRuleCode(code, "severities", lintRuleSet);
    if (!severities.includes(severity)) {
      const hint = `one of ${severities.join(", ")}`;
      fail({ code: "unknown-severity", path: `severities.${code}`, message: `\`${severity}\` is no severity`, hint });
    }
  }
  for (const [index, suppression] of (options.suppressions ?? []).entries()) {
    checkSuppression(suppression, `suppressions[${index}]`, lintRuleSet);
  }
  if (options.today !== undefined) checkDate(options.today, "today");
  return { ...options, today: options.today ?? dataDate() };
}
