import { say } from "../../../text/message";
import { isFullAccess } from "../../document/guess-type";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";

/** Rule `missing-version`: missing version. */
export const missingVersion = defineRule({
  code: "missing-version",
  title: "missing version",
  severity: "warning",
  what: "A policy without Version. The policy that AWS gives to a new VPC endpoint has none, and is fine.",
  why: "AWS then uses the policy language of 2008, in which variables such as ${aws:username} are plain text.",
  bad: { policy: { Statement: { Effect: "Allow", Action: "glue:GetJob", Resource: JOB } } },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_version.html`,
  accessAnalyzer: "MISSING_VERSION",
  check: {
    ofOmissions: true,
    document({ document: { version, issues, place, statements }, type }) {
      if (type === "vpc-endpoint" && statements.every(isFullAccess)) return undefined;
      if (version !== undefined || issues.some(({ element }) => element === "Version")) return undefined;
      const variables = type === "trust" ? [] : say`, in which ${"${aws:username}"} is plain text`;
      return {
        at: place ?? { pointer: "" },
        message: say`without ${"Version"} AWS reads the policy in the language of 2008${variables}`,
        hint: 'add `"Version": "2012-10-17"`',
        fix: { kind: "version" },
      };
    },
  },
});
