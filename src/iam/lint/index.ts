/** The linter of policies: pure, without files and without Terraform. */
export { type Finding, type PlainFinding, plainFinding, type StatementRef } from "./finding";
export type { Fix } from "./fix/fix";
export { type FixOptions, fixPolicy, type Mended } from "./fix/fix-policy";
export { createTextLinter, findingOfText, type LintTextOptions, lintPolicy, lintText } from "./lint";
export type { KnownRole, LintOptions, PolicyBeside, PolicySuppression } from "./options";
export { lintRuleSet } from "./resolve-options";
export { type Rule, type RuleExample as Example, type Severity, severities } from "./rule";
export { findRule, lintRules, type RuleCode } from "./rules";
export { fingerprintOf, suppressFindings } from "./suppressions";
