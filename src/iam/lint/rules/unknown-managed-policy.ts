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
  what: "In Terraform, plans and templates: the ARN of a managed policy of AWS that is attached or set as a boundary, and that AWS does not have: another name, or another path before the name; also one that only a service-linked role has. Where the table of managed policies has no near name, or is older than 60 days and the name is not clearly misspelled, it is a warning, because AWS may have added the policy.",
  why: "Terraform and CloudFormation notice it only when they apply: AWS answers `NoSuchEntity`, and the role is left without the policy. The path is a part of the ARN: AWSGlueServiceRole is `service-role/AWSGlueServiceRole`. A policy below `aws-service-role/` it refuses with `PolicyNotAttachable`.",
  bad: attachment("arn:aws:iam::aws:policy/AWSGlueServiceRole"),
  good: attachment("arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"),
  source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
  check: {
    attachment(judged) {
      const { lookup } = judged;
      const path = lookup.kind === "known" ? judged.written : lookup.kind === "other-path" ? lookup.right : "";
      if (judged.use === "attached" && OF_LINKED_ROLE.test(path)) return reportOfLinkedRole(judged);
      if (lookup.kind === "known") return undefined;
      return lookup.kind === "other-path" ? reportOfPath(judged, lookup.right) : reportOfName(judged);
    },
  },
});

/** The path of policies that AWS attaches itself; no other policy has it. */
const OF_LINKED_ROLE = /^arn:.*:policy\/aws-service-role\//;

function reportOfLinkedRole({ at, written, address }: JudgedAttachment): Report {
  return {
    at,
    message: say`${written} is for the service-linked role of its service: AWS attaches it to nothing else`,
    hint: "take it out: AWS makes that role, with the policy, or by `iam:CreateServiceLinkedRole`",
    about: `${written},${address}`,
  };
}

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
