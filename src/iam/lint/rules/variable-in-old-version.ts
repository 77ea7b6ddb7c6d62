import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { policyVariablesIn, textsOf } from "../parsed/policy-variable";
import { shorten } from "../words";

const home = (Version: string) => ({
  policy: {
    Version,
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::homes/${aws:username}/*" }],
  },
});

/** Rule `variable-in-old-version`: policy variable in an old version. */
export const variableInOldVersion = defineRule({
  code: "variable-in-old-version",
  title: "policy variable in an old version",
  severity: "warning",
  what: "A policy variable in Resource or Condition of a policy with the Version 2008-10-17.",
  why: "The policy language of 2008 has no variables. AWS compares the text as it stands, and no request meets it.",
  bad: home("2008-10-17"),
  good: home("2012-10-17"),
  source: `${POLICY_ELEMENTS}_version.html`,
  check: {
    document({ document: { version, statements } }) {
      if (version?.value !== "2008-10-17") return undefined;
      const variable = statements
        .flatMap(textsOf)
        .flatMap(({ value }) => (typeof value === "string" ? policyVariablesIn(value) : []))[0];
      if (variable === undefined) return undefined;
      return {
        at: version,
        message: say`${shorten(variable)} is plain text here, because the policy language of ${"2008-10-17"} has no variables`,
        hint: 'write `"Version": "2012-10-17"`',
        fix: { kind: "version" },
      };
    },
  },
});
