import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";

/** Texts that are not JSON; the reader of JSON finds it, and `findingOfText` makes the findings. */
export const notJson = defineRule({
  code: "not-json",
  title: "not JSON",
  severity: "error",
  what: "Text that is not JSON, such as curly quotes, comments, trailing commas and keys that stand twice, and JSON without a policy. What can be read as was meant is linted nevertheless.",
  why: "AWS refuses it as a malformed policy document.",
  bad: {
    policy: `{\u201cVersion\u201d: \u201c2012-10-17\u201d, \u201cStatement\u201d: [{\u201cEffect\u201d: \u201cAllow\u201d, \u201cAction\u201d: \u201cglue:GetJob\u201d, \u201cResource\u201d: \u201c${JOB}\u201d}]}`,
  },
  good: allow("glue:GetJob", JOB),
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  accessAnalyzer: "JSON_SYNTAX_ERROR",
  check: {},
});
