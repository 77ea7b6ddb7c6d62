import { bareValue, join, say, words } from "../../../text/message";
import { checkArn } from "../../arn/arn-check";
import { fillPlaceholders } from "../../arn/placeholders";
import type { Condition, Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import { type ResourceTerm, resourceTerm } from "../parsed/resource-term";
import { placeholdersIn, reportOfPlaceholders } from "../placeholders";
import type { Report } from "../report";
import { listOf, verb } from "../words";

/** Rule `malformed-arn`: malformed ARN. */
export const malformedArn = defineRule({
  code: "malformed-arn",
  title: "malformed ARN",
  severity: "error",
  what: "ARNs that do not have six parts, whose partition, service, Region or account is not possible, or that have a Region or account although the service's ARNs have none. ARN conditions are checked too. In an identity policy fewer than six parts are fine where IAM completes them with `*`, and so is `execute-api:/STAGE` in the policy of an API. What is left to fill in, such as `<ACCOUNT_ID>`, is one info for the policy, and `*` in place of `arn`, as in `*:*:sqs:*:*:orders`, one warning for the statement.",
  why: "Such an ARN matches nothing, so the statement grants nothing on it.",
  bad: allow("s3:GetObject", "arn:aws:s3::raw-zone/*"),
  good: allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  accessAnalyzer: "INVALID_ARN_RESOURCE",
  check: {
    statement({ statement, resources }, context) {
      const { notResources = [], conditions } = statement;
      const terms = [...resources, ...notResources.map((at) => ({ at, term: resourceTerm(at.value, context.type) }))];
      const reports = [
        ...terms.flatMap(({ at, term }) => (STARRED.test(term.written) ? [] : reportOf(at, term))),
        ...reportOfStarred(terms.map(({ at }) => at).filter(({ value }) => STARRED.test(value))),
        ...conditions.flatMap(reportsOfCondition),
      ];
      const { values, all } = context.analyze(placeholdersIn);
      const [first] = values;
      return first?.statement === statement ? [...reports, reportOfPlaceholders(first.at, all)] : reports;
    },
  },
});

/** A text with the fields of an ARN and `*` in place of `arn`. */
const STARRED = /^\*(?::[^:]*){4}:./;

/** As texts they fit ARNs, and nothing tells that IAM refuses them; IAM Access Analyzer does (INVALID_ARN_PREFIX). */
function reportOfStarred(found: readonly Located<string>[]): readonly Report[] {
  const [first] = found;
  if (first === undefined) return [];
  const names = found.map(({ value }) => value);
  const message = say`${listOf(names, 3)} ${words(verb(names, "does not begin", "do not begin"))} with ${"arn:"}, which IAM Access Analyzer does not take`;
  return [
    { at: first, message, hint: "write `arn:` in place of the first `*:`", severity: "warning", about: names.join() },
  ];
}

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
    // `impossible-value` tells of the roles of IAM Identity Center.
    if (typeof value !== "string" || !value.startsWith("arn:") || /:role\/AWSReservedSSO_/.test(value)) return [];
    const [problem] = checkArn(fillPlaceholders(value));
    if (problem === undefined) return [];
    return [{ at, message: say`${bareValue(key)}: ${problem.parts}`, hint: problem.hint, about: value }];
  });
}
