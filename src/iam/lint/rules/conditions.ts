/** Rules of condition keys. */
import type { Rule } from "../rule";
import { allow, glue } from "./examples";

const KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
const TRIGGERS = glue("trigger/*");
const ACCESS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

export const conditionRules: readonly Rule[] = [
  {
    code: "unknown-condition-key",
    title: "unknown condition key",
    severity: "error",
    what: "Keys that are neither global nor in the data of their service, and tag keys without a tag. Keys of services of which only the actions are known pass.",
    why: "No request has the key, so the condition never holds as it was meant.",
    bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "glue:resourceTag/team": "sales" } } }),
    good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
    source: KEYS,
    accessAnalyzer: "INVALID_SERVICE_CONDITION_KEY",
  },
  {
    code: "unsupported-condition-key",
    title: "condition key without effect",
    severity: "error",
    what: "A key that no action of the statement has. Where some have it, it is info and names the others. IfExists is exempt.",
    why: "The key is absent from each request, so the statement grants nothing, or the condition says nothing.",
    bad: allow("glue:GetTriggers", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
    good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    accessAnalyzer: "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
  },
  {
    code: "unsupported-tag-condition",
    title: "tag condition on an action without tags",
    severity: "info",
    what: "A condition on tags in an Allow, of which some actions work on tagged resources and others do not.",
    why: "The others are not allowed.",
    bad: allow(["glue:StartTrigger", "glue:ListTriggers"], "*", {
      Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } },
    }),
    good: allow("glue:StartTrigger", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
    source: ACCESS,
    accessAnalyzer: "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  },
  {
    code: "missing-qualifier",
    title: "missing ForAnyValue or ForAllValues",
    severity: "error",
    what: "A key with several values, such as aws:TagKeys and glue:VpcIds, under an operator without a set prefix. Null needs none.",
    why: "AWS refuses it, or compares in a way that nobody means.",
    bad: allow("glue:CreateTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:TagKeys": "team" } } }),
    good: allow("glue:CreateTrigger", TRIGGERS, {
      Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } },
    }),
    source:
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
    accessAnalyzer: "MISSING_QUALIFIER",
  },
];
