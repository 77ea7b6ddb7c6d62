import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";

/** Rule `conflicting-elements`: conflicting elements. */
export const conflictingElements = defineRule({
  code: "conflicting-elements",
  title: "conflicting elements",
  severity: "error",
  what: "Action and NotAction, Resource and NotResource, or Principal and NotPrincipal in one statement.",
  why: "A statement can have only one of the two. AWS rejects a policy that has both.",
  bad: allow("glue:GetJob", JOB, { NotAction: "glue:DeleteJob" }),
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_notaction.html`,
  accessAnalyzer: "UNSUPPORTED_ELEMENT_COMBINATION",
  check: {
    form(statement) {
      const { actions, notActions, resources, notResources, principals, notPrincipals } = statement;
      const both = [
        ...(actions !== undefined && notActions !== undefined ? ["Action"] : []),
        ...(resources !== undefined && notResources !== undefined ? ["Resource"] : []),
        ...(principals !== undefined && notPrincipals !== undefined ? ["Principal"] : []),
      ];
      if (both.length === 0) return undefined;
      return both.map((name) => ({
        at: statement,
        message: say`the statement has both ${name} and ${`Not${name}`}`,
        hint: "keep one of them",
        about: name,
      }));
    },
  },
});
