import { say } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB, policyOf } from "../example-policies";
import { actionTerm } from "../parsed/action-term";
import { listOf } from "../words";

/** Rule `allow-not-action`: Allow with NotAction. */
export const allowNotAction = defineRule({
  code: "allow-not-action",
  title: "Allow with NotAction",
  severity: "security",
  what: "NotAction in an Allow statement. In a Deny it is fine.",
  why: "The statement allows every action that is not listed, including those of new services.",
  bad: { policy: policyOf({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_notaction.html`,
  accessAnalyzer: "ALLOW_WITH_NOT_ACTION",
  check: {
    types: [...GRANTED_TO_IDENTITY, "resource", "trust"],
    statement(parsed, { grants, type }) {
      const { allows, statement } = parsed;
      const { actions, notActions = [] } = statement;
      const [first] = notActions;
      // AWS refuses a statement with both, and `conflicting-elements` says so.
      if (!allows || first === undefined || actions !== undefined) return undefined;
      if (grants.isWhollyDenied(actionTerm("*"), parsed)) return undefined;
      const names = notActions.map(({ value }) => value);
      if (type === "trust")
        return {
          at: first,
          message: say`the statement allows every action that takes the role except ${listOf(names)}`,
          hint: "name the action, such as `sts:AssumeRole`",
          about: names.join(),
        };
      return {
        at: first,
        message: say`the statement allows every action except ${listOf(names)}, including those of new services`,
        hint: "name the actions, or deny these in a separate statement",
        about: names.join(),
      };
    },
  },
});
