import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { isNameToFillIn } from "../../arn/placeholders";
import type { Statement } from "../../document/policy";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { placeholdersIn, reportOfPlaceholders } from "../placeholders";
import type { Reports } from "../report";
import { shorten } from "../words";

/** Rule `invalid-sid`: invalid Sid. */
export const invalidSid = defineRule({
  code: "invalid-sid",
  title: "invalid Sid",
  severity: "error",
  what: "A Sid of an identity or trust policy that has characters other than letters and digits. An empty Sid is fine. What is left to fill in, such as `Read{{random}}`, is one info for the policy. Other services accept more characters in their own policies.",
  why: "AWS rejects the policy.",
  bad: allow("glue:GetJob", JOB, { Sid: "read-job" }),
  good: allow("glue:GetJob", JOB, { Sid: "ReadJob" }),
  source: `${POLICY_ELEMENTS}_sid.html`,
  accessAnalyzer: "UNSUPPORTED_SID",
  check: {
    elements: ["Sid"],
    types: [...OF_AN_IDENTITY, "trust"],
    form(statement, context) {
      const { sid } = statement;
      if (sid === undefined || sid.value === "" || hasToken(sid.value) || /^[A-Za-z0-9]+$/.test(sid.value))
        return undefined;
      if (isNameToFillIn(sid.value)) return placeholderOf(statement, context);
      const to = sid.value.replace(/[^A-Za-z0-9]/g, "");
      return {
        at: sid,
        message: say`the Sid ${shorten(sid.value)} has characters other than letters and digits`,
        hint: `write \`${shorten(to)}\``,
        fix: to === "" ? undefined : { kind: "sid", from: sid.value, to },
      };
    },
  },
});

/** What is to be filled in is told by `malformed-arn` or `unknown-action`, where there is something in a value or in an action too. */
function placeholderOf(statement: Statement, context: Context): Reports {
  const { actions, values, sids, all } = context.analyze(placeholdersIn);
  const [first] = sids;
  if (first?.statement !== statement || actions.length > 0 || values.length > 0) return undefined;
  return reportOfPlaceholders(first.at, all);
}
