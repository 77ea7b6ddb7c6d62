import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { PolicyDocument, Statement } from "../../document/policy";
import { isOfRcp } from "../../document/rcp-services";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { hasElementIssue } from "../element-issue";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";
import { listOf, verb } from "../words";

const NO_STATEMENT: Omit<Report, "at"> = {
  message: words("the policy has no statement"),
  hint: "add one to `Statement`",
  about: "Statement",
};

/** Rule `invalid-element`: invalid element. */
export const invalidElement = defineRule({
  code: "invalid-element",
  title: "invalid element",
  severity: "error",
  what: "Elements that the policy language does not have or spells with other capitals, values of the wrong type, a statement without Action, a policy without statements. In a resource control policy, NotAction and an Action without a service; actions of services to which such policies do not apply are a warning.",
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
    form(statement, { type }) {
      return type === "rcp" ? reportsOfResourceControl(statement) : undefined;
    },
    omissions({ document }, statement) {
      if (statement === undefined)
        return hasStatements(document) ? undefined : { at: document.place ?? { pointer: "" }, ...NO_STATEMENT };
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
const MEANT = "did you mean `Statement`?";

function hasStatements({ statements, issues }: PolicyDocument): boolean {
  // A mistyped `Statements` is told by itself.
  return statements.length > 0 || issues.some(({ element, hint }) => element === "Statement" || hint === MEANT);
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

/** AWS Organizations User Guide, "RCP syntax". The one Allow that there is, RCPFullAWSAccess, names no service. */
function reportsOfResourceControl({ actions = [], notActions: [first] = [], effect }: Statement): readonly Report[] {
  const reports: Report[] = [];
  if (first !== undefined) {
    const message = say`a resource control policy takes no ${"NotAction"}`;
    reports.push({ at: first, message, hint: "name the actions in `Action`", about: "NotAction" });
  }
  if (effect?.value === "Allow") return reports;
  const all = actions.find(({ value }) => value === "*");
  if (all !== undefined) {
    const message = say`${"*"} in a resource control policy names no service`;
    reports.push({ at: all, message, hint: "name the services, such as `s3:*`", about: "Action" });
  }
  const services = actions.flatMap((at) => {
    const service = at.value.slice(0, Math.max(0, at.value.indexOf(":"))).toLowerCase();
    return service === "" || /[*?]/.test(service) || hasToken(service) || isOfRcp(service) ? [] : [{ at, service }];
  });
  const [other] = services;
  if (other !== undefined) {
    const names = services.map(({ service }) => service);
    const message = say`resource control policies do not apply to ${listOf(names)}, so nothing is denied there`;
    const hint = `use a service control policy for ${verb(names, "it", "them")}`;
    reports.push({ at: other.at, message, hint, severity: "warning", about: names.join() });
  }
  return reports;
}
