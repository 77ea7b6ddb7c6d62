/** The linter of policies: pure, without files and without Terraform. */
export { type Finding, type Fix, type PlainFinding, plainFinding, type StatementRef } from "./finding";
export { type FixOptions, fixPolicy, type Mended } from "./fix/fix-policy";
export { createTextLinter, type LintTextOptions, lintPolicy, lintText } from "./lint";
export { checkSuppression as checkSilence, type LintOptions, type Suppression as Silence } from "./options";
export { type Example, type Rule, type Severity, severities } from "./rule";
export { findRule, lintRules as rules } from "./rules";
export {
  applySuppressions as siftFindings,
  fingerprintOf,
  type Sifted,
  withoutBaseline as onlyNew,
} from "./suppressions";
