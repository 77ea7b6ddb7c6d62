import { say } from "../../../text/message";
import type { JudgedAttachment } from "../attached-policy";
import { daysOfOldTable } from "../data-age";
import { defineRule } from "../define-rule";
import { attachment } from "../example-policies";
import type { Report } from "../report";

/** Rule `unknown-managed-policy`: unknown managed policy of AWS. */
export const unknownManagedPolicy = defineRule({
  code: "unknown-managed-policy",
  title: "unknown managed policy of AWS",
  severity: "error",
  what: "In Terraform, plans and templates: the ARN of a managed policy of AWS that is attached or set as a boundary, and that AWS does not have: another name, or another path before the name. Where the table of managed policies has no near name, or is older than 60 days and the name is not clearly misspelled, it is a warning, because AWS may have added the policy.",
  why: "Terraform and CloudFormation notice it only when they apply: AWS answers `NoSuchEntity`, and the role is left without the policy. The path is a part of the ARN: AWSGlueServiceRole is `service-role/AWSGlueServiceRole`.",
  bad: attachment("arn:aws:iam::aws:policy/AWSGlueServiceRole"),
  good: attachment("arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"),
  source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
  check: {
    attachment(judged) {
      const { lookup } = judged;
      if (lookup.kind === "known") return undefined;
      return lookup.kind === "other-path" ? reportOfPath(judged, lookup.right) : reportOfName(judged);
    },
  },
});

function reportOfPath({ at, written, address }: JudgedAttachment, right: string): Report {
  return {
    at,
    message: say`AWS has no managed policy ${written}: the path before its name is different`,
    hint: `write \`${right}\``,
    about: `${written},${address}`,
  };
}

function reportOfName({ at, written, address, lookup, options }: JudgedAttachment): Report | undefined {
  if (lookup.kind !== "unknown") return undefined;
  const { near, isMisspelled, day, source } = lookup;
  const days = daysOfOldTable(options, day);
  const isCertain = near !== undefined && (isMisspelled || days === undefined);
  const advice =
    days === undefined
      ? `if AWS added it after ${day}, ignore this finding`
      : `the table of managed policies is ${days} days old: update tfwright`;
  const meant = near === undefined ? [] : [`did you mean \`${near}\`?`];
  return {
    at,
    message: say`the managed policy ${written} is not in ${[source]}`,
    hint: (isCertain ? meant : [...meant, advice]).join(" "),
    severity: isCertain ? "error" : "warning",
    about: `${written},${address}`,
  };
}
