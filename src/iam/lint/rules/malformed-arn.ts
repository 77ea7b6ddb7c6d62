import { bareValue, join, say } from "../../../text/message";
import { checkArn } from "../../arn/arn-check";
import { fillPlaceholders } from "../../arn/placeholders";
import type { Condition, Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import { placeholdersIn, reportOfPlaceholders } from "../placeholders";
import type { Report } from "../report";
import { type ResourceTerm, resourceTerm } from "../resource-term";

/** Rule `malformed-arn`: malformed ARN. */
export const malformedArn = defineRule({
  code: "malformed-arn",
  title: "malformed ARN",
  severity: "error",
  what: "ARNs that do not have six parts, whose partition, service, Region or account is not possible, or that have a Region or account although the service's ARNs have none. ARN conditions are checked too. In an identity policy fewer than six parts are fine where IAM completes them with `*`, and so is `execute-api:/STAGE` in the policy of an API. What is left to fill in, such as `<ACCOUNT_ID>`, is one info for the policy.",
  why: "Such an ARN matches nothing, so the statement grants nothing on it.",
  bad: allow("s3:GetObject", "arn:aws:s3::raw-zone/*"),
  good: allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  accessAnalyzer: "INVALID_ARN_RESOURCE",
  check: {
    statement({ statement, resources }, context) {
      const { notResources = [], conditions } = statement;
      const reports = [
        ...resources.flatMap(({ at, term }) => reportOf(at, term)),
        ...notResources.flatMap((at) => reportOf(at, resourceTerm(at.value, context.type))),
        ...conditions.flatMap(reportsOfCondition),
      ];
      const { values, all } = context.analyze(placeholdersIn);
      const [first] = values;
      return first?.statement === statement ? [...reports, reportOfPlaceholders(first.at, all)] : reports;
    },
  },
});

function reportOf(at: Located<string>, { text, written, problems }: ResourceTerm): readonly Report[] {
  const [problem] = problems;
  if (problem === undefined) return [];
  const widens = (text.match(/\*/g)?.length ?? 0) > (written.match(/\*/g)?.length ?? 0);
  const fix = text === written || widens ? undefined : ({ kind: "resource", from: written, to: text } as const);
  const message = join(
    problems.map(({ parts }) => parts),
    "; ",
  );
  return [{ at, message, hint: problem.hint, about: written, fix }];
}

/** The ARNs with which a condition compares. */
function reportsOfCondition({ operator, key, values }: Condition): readonly Report[] {
  if (!/^Arn/.test(operator)) return [];
  return values.flatMap(({ value, ...at }) => {
    if (typeof value !== "string" || !value.startsWith("arn:")) return [];
    const [problem] = checkArn(fillPlaceholders(value));
    if (problem === undefined) return [];
    return [{ at, message: say`${bareValue(key)}: ${problem.parts}`, hint: problem.hint, about: value }];
  });
}
