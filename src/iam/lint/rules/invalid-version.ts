import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { shorten } from "../words";

const VERSIONS = ["2012-10-17", "2008-10-17"];

/** Reports a `Version` that is not a version of the policy language. */
export const invalidVersion = defineRule({
  code: "invalid-version",
  title: "invalid version",
  severity: "error",
  what: "A Version other than 2012-10-17 or 2008-10-17.",
  why: "Version is the version of the policy language, not the date of the policy. AWS rejects all other values.",
  bad: { policy: { Version: "2024-01-01", Statement: { Effect: "Allow", Action: "glue:GetJob", Resource: JOB } } },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_version.html`,
  accessAnalyzer: "INVALID_VERSION",
  check: {
    elements: ["Version"],
    document({ document: { version } }) {
      if (version === undefined || VERSIONS.includes(version.value) || hasToken(version.value)) return undefined;
      return {
        at: version,
        message: say`there is no version ${shorten(version.value)} of the policy language`,
        hint: 'write `"Version": "2012-10-17"`; it is the version of the policy language, not the date of your policy',
        fix: { kind: "version", from: version.value },
      };
    },
  },
});
