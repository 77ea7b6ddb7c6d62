/** Rules of operators and values. */
import type { Rule } from "../rule";
import { allow, glue, trust } from "./examples";

const OPERATORS =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html";
const SETS =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html";
const INTERFACES = "arn:aws:ec2:us-east-1:123456789012:network-interface/*";
const TRIGGERS = glue("trigger/*");
const JOBS = "arn:aws:glue:us-east-1:123456789012:job/*";
const anyJob = trust({ Condition: { ArnLike: { "aws:SourceArn": JOBS } } });

export const conditionFormRules: readonly Rule[] = [
  {
    code: "for-all-values-allow",
    title: "ForAllValues in an Allow",
    severity: "security",
    what: "ForAllValues on a key with several values in an Allow, without a test that the key is there. Operators that exclude values are exempt.",
    why: "It also holds for a request without the key, so the statement allows that too.",
    bad: allow("ec2:CreateTags", INTERFACES, {
      Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "aws-glue-service-resource" } },
    }),
    good: allow("ec2:CreateTags", INTERFACES, {
      Condition: {
        "ForAllValues:StringEquals": { "aws:TagKeys": "aws-glue-service-resource" },
        Null: { "aws:TagKeys": "false" },
      },
    }),
    source: SETS,
  },
  {
    code: "for-all-values-single",
    title: "ForAllValues on a single value",
    severity: "warning",
    what: "ForAllValues on a key of which a request has one value at most.",
    why: "It holds where the key is absent, which a plain operator does not.",
    bad: allow("glue:GetTrigger", TRIGGERS, {
      Condition: { "ForAllValues:StringEquals": { "aws:ResourceTag/team": "sales" } },
    }),
    good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
    source: SETS,
    accessAnalyzer: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
  },
  {
    code: "type-mismatch",
    title: "operator and value do not fit",
    severity: "warning",
    what: "Values that are no number, date, address or truth value where the operator compares these, and operators of another kind than the key.",
    why: "The comparison never holds.",
    bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:SourceIp": "203.0.113.0/24" } } }),
    good: allow("glue:GetTrigger", TRIGGERS, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
    source: OPERATORS,
    accessAnalyzer: "TYPE_MISMATCH",
  },
  {
    code: "string-like-on-arn-key",
    title: "StringLike on an ARN",
    severity: "warning",
    what: "StringLike and StringNotLike on a key whose values are ARNs.",
    why: "Its wildcards cross the colons, so an account or Region can be matched that was not meant.",
    bad: trust({ Condition: { StringLike: { "aws:SourceArn": JOBS } } }),
    good: anyJob,
    source: OPERATORS,
    accessAnalyzer: "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
  },
  {
    code: "wildcard-without-like",
    title: "wildcard without Like",
    severity: "warning",
    what: "`*` or `?` in a value of StringEquals and its kin.",
    why: "There it is a character, so the condition never holds.",
    bad: trust({ Condition: { StringEquals: { "aws:SourceArn": JOBS } } }),
    good: anyJob,
    source: OPERATORS,
    accessAnalyzer: "WILDCARD_WITHOUT_LIKE_OPERATOR",
  },
  {
    code: "equivalent-to-null",
    title: "the same as Null",
    severity: "info",
    what: "StringLike and StringNotLike with `*` alone.",
    why: "It asks whether the key is there, and Null says so.",
    bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringLike: { "aws:ResourceTag/team": "*" } } }),
    good: allow("glue:GetTrigger", TRIGGERS, { Condition: { Null: { "aws:ResourceTag/team": "false" } } }),
    source: OPERATORS,
    accessAnalyzer: "EQUIVALENT_TO_NULL_FALSE",
  },
];
