import { say, words } from "../../../text/message";
import type { PolicyDocument } from "../../document/policy";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";

const NO_STATEMENT: Report = {
  at: { pointer: "" },
  message: words("the policy has no statement"),
  hint: "add one to `Statement`",
  about: "Statement",
};

/** Rule `invalid-element`: invalid element. */
export const invalidElement = defineRule({
  code: "invalid-element",
  title: "invalid element",
  severity: "error",
  what: "Elements that the policy language does not have or spells with other capitals, values of the wrong type, a statement without Action, a policy without statements.",
  why: "AWS rejects the policy.",
  bad: {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "glue:GetJob", Resource: JOB, Comment: "reads the job" }],
    }),
  },
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}.html`,
  accessAnalyzer: "INVALID_POLICY_ELEMENT",
  check: {
    omissions({ document }, statement) {
      if (statement === undefined) return hasStatements(document) ? undefined : NO_STATEMENT;
      if (!isEmpty(statement.actions) || !isEmpty(statement.notActions)) return undefined;
      if (hasElementIssue(statement, "Action", "NotAction")) return undefined;
      return {
        at: statement,
        message: say`the statement has no ${"Action"}`,
        hint: "say what it allows or denies",
        about: "Action",
      };
    },
  },
});

/** Whether the document has statements, or a `Statement` that could not be read. */
function hasStatements({ statements, issues }: PolicyDocument): boolean {
  return statements.length > 0 || issues.some(({ element }) => element === "Statement");
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
