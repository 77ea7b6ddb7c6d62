import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Statement } from "../../document/policy";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { JOB, policyOf } from "../example-policies";
import { shorten } from "../words";

/** Rule `duplicate-sid`: duplicate Sid. */
export const duplicateSid = defineRule({
  code: "duplicate-sid",
  title: "duplicate Sid",
  severity: "error",
  what: "Two statements with the same Sid. In a resource policy it is a warning. Two statements that are there only if a condition holds may be alternatives, and are not compared.",
  why: "In an identity policy each Sid must be unique. AWS rejects the policy otherwise.",
  bad: {
    policy: policyOf(
      { Sid: "Job", Effect: "Allow", Action: "glue:GetJob", Resource: JOB },
      { Sid: "Job", Effect: "Allow", Action: "glue:StartJobRun", Resource: JOB },
    ),
  },
  good: {
    policy: policyOf(
      { Sid: "ReadJob", Effect: "Allow", Action: "glue:GetJob", Resource: JOB },
      { Sid: "StartJob", Effect: "Allow", Action: "glue:StartJobRun", Resource: JOB },
    ),
  },
  source: `${POLICY_ELEMENTS}_sid.html`,
  accessAnalyzer: "UNIQUE_SIDS_REQUIRED",
  check: {
    form(statement, context) {
      const { sid } = statement;
      const first = sid === undefined ? undefined : context.analyze(firstBySid).get(sid.value);
      if (sid === undefined || first === undefined || first === statement) return undefined;
      // One may be there where the other is not.
      if (statement.isConditional && first.isConditional) return undefined;
      return {
        at: sid,
        message: say`the Sid ${shorten(sid.value)} is already used by statement ${words(String(first.index + 1))}`,
        hint: "give each statement a different Sid",
        severity: context.type === "resource" ? "warning" : undefined,
      };
    },
  },
});

/** The first statement of each Sid. An empty Sid is what the console writes, and one that is not known yet may differ. */
function firstBySid({ document }: Context): ReadonlyMap<string, Statement> {
  const first = new Map<string, Statement>();
  for (const statement of document.statements) {
    const { sid } = statement;
    if (sid === undefined || sid.value === "" || hasToken(sid.value) || first.has(sid.value)) continue;
    first.set(sid.value, statement);
  }
  return first;
}
