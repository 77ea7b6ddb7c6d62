/** The linter of policies: pure, without files and without Terraform. */
export { type Finding, type Fix, type PlainFinding, plainFinding, type StatementRef } from "./finding";
export { type FixOptions, fixPolicy, type Mended } from "./fix/fix-policy";
export { createTextLinter, type LintTextOptions, lintPolicy, lintText } from "./lint";
export { checkSilence, type LintOptions, type Silence } from "./options";
export { type Example, type Rule, type Severity, severities } from "./rule";
export { findRule, rules } from "./rules";
export { fingerprintOf, onlyNew, type Sifted, siftFindings } from "./silence";
