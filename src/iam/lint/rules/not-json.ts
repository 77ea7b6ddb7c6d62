import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";

/** Texts that are not JSON; the reader of JSON finds it, and `findingOfText` makes the findings. */
export const notJson = defineRule({
  code: "not-json",
  title: "not JSON",
  severity: "error",
  what: "Text that is not JSON (curly quotes, comments, trailing commas, duplicate keys), and JSON that has no policy. If the intended policy can be recognized, it is linted too.",
  why: "AWS rejects it as a malformed policy document.",
  bad: {
    policy: `{\u201cVersion\u201d: \u201c2012-10-17\u201d, \u201cStatement\u201d: [{\u201cEffect\u201d: \u201cAllow\u201d, \u201cAction\u201d: \u201cglue:GetJob\u201d, \u201cResource\u201d: \u201c${JOB}\u201d}]}`,
  },
  good: allow("glue:GetJob", JOB),
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  accessAnalyzer: "JSON_SYNTAX_ERROR",
  check: {},
});
