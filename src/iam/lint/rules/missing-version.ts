import { say } from "../../../text/message";
import { isFullAccess } from "../../document/guess-type";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow } from "../example-policies";
import { policyVariablesIn, textsOf } from "../parsed/policy-variable";
import { shorten } from "../words";

const HOME = "arn:aws:s3:::homes/${aws:username}/*";

/** Rule `missing-version`: missing version. */
export const missingVersion = defineRule({
  code: "missing-version",
  title: "missing version",
  severity: "warning",
  what: "A policy without Version. It is info where no policy variable stands in Resource or Condition: then both languages mean the same. The policy that AWS gives to a new VPC endpoint has none, and is fine.",
  why: "AWS then uses the policy language of 2008, in which variables such as ${aws:username} are plain text.",
  bad: { policy: { Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: HOME } } },
  good: allow("s3:GetObject", HOME),
  source: `${POLICY_ELEMENTS}_version.html`,
  accessAnalyzer: "MISSING_VERSION",
  check: {
    ofOmissions: true,
    document({ document: { version, issues, place, statements }, type }) {
      if (type === "vpc-endpoint" && statements.every(isFullAccess)) return undefined;
      if (version !== undefined || issues.some(({ element }) => element === "Version")) return undefined;
      const [variable] = statements
        .flatMap(textsOf)
        .flatMap(({ value }) => (typeof value === "string" ? policyVariablesIn(value) : []));
      const effect = variable === undefined ? [] : say`, in which ${shorten(variable)} is plain text`;
      return {
        at: place ?? { pointer: "" },
        message: say`without ${"Version"} AWS reads the policy in the language of 2008${effect}`,
        hint: 'add `"Version": "2012-10-17"`',
        severity: variable === undefined ? "info" : undefined,
        fix: { kind: "version" },
      };
    },
  },
});
