import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { shorten } from "../words";

/** Rule `invalid-sid`: invalid Sid. */
export const invalidSid = defineRule({
  code: "invalid-sid",
  title: "invalid Sid",
  severity: "error",
  what: "A Sid of an identity or trust policy that has characters other than letters and digits. An empty Sid is fine. Other services accept more characters in their own policies.",
  why: "AWS rejects the policy.",
  bad: allow("glue:GetJob", JOB, { Sid: "read-job" }),
  good: allow("glue:GetJob", JOB, { Sid: "ReadJob" }),
  source: `${POLICY_ELEMENTS}_sid.html`,
  accessAnalyzer: "UNSUPPORTED_SID",
  check: {
    elements: ["Sid"],
    types: [...OF_AN_IDENTITY, "trust"],
    form({ sid }) {
      if (sid === undefined || sid.value === "" || hasToken(sid.value) || /^[A-Za-z0-9]+$/.test(sid.value))
        return undefined;
      const to = sid.value.replace(/[^A-Za-z0-9]/g, "");
      return {
        at: sid,
        message: say`the Sid ${shorten(sid.value)} has characters other than letters and digits`,
        hint: `write \`${shorten(to)}\``,
        fix: to === "" ? undefined : { kind: "sid", to },
      };
    },
  },
});
