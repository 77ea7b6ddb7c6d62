/** Rules of ways to permissions that somebody does not have. */
import type { Rule } from "../rule";
import { allow, glue, JOB } from "./examples";

const PASS_ROLE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html";
const ROLE = "arn:aws:iam::123456789012:role/service-role/orders-job";
const PASSED_TO_GLUE = { Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } } };
const good = allow("iam:PassRole", ROLE, PASSED_TO_GLUE);

export const escalationRules: readonly Rule[] = [
  {
    code: "pass-role-wildcard",
    title: "PassRole on any role",
    severity: "security",
    what: "iam:PassRole on `*` or on `role/*`, with or without a condition. A prefix of a name is fine.",
    why: "Whoever has it starts a job with the role of an administrator.",
    bad: allow("iam:PassRole", "arn:aws:iam::123456789012:role/*", PASSED_TO_GLUE),
    good,
    source: PASS_ROLE,
    accessAnalyzer: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
  },
  {
    code: "pass-role-without-service",
    title: "PassRole to any service",
    severity: "security",
    what: "iam:PassRole without a condition on iam:PassedToService; one with IfExists, or with `*` or `*.amazonaws.com`, is none.",
    why: "The role can be passed to every service that it trusts.",
    bad: allow("iam:PassRole", ROLE),
    good,
    source: PASS_ROLE,
    accessAnalyzer: "PASS_ROLE_WITH_STAR_IN_RESOURCE",
  },
  {
    code: "privilege-escalation",
    title: "privilege escalation",
    severity: "security",
    what: "glue:UpdateDevEndpoint; and with a PassRole that is not scoped to a service and to named roles: CreateDevEndpoint, CreateJob or UpdateJob with StartJobRun, CreateSession with RunStatement. Over all statements.",
    why: "Whoever has them runs code with a role that is not theirs.",
    bad: allow("glue:UpdateDevEndpoint", glue("devEndpoint/dev-1")),
    good: allow("glue:GetDevEndpoint", glue("devEndpoint/dev-1")),
    source: "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
  },
  {
    code: "permissions-management",
    title: "permissions management",
    severity: "security",
    what: "Actions that change who may use the Data Catalog: glue:PutResourcePolicy, glue:DeleteResourcePolicy. The access level of the data is no ground: it calls 36 actions of Glue so.",
    why: "Whoever has them opens the catalog to other accounts.",
    bad: allow("glue:PutResourcePolicy", glue("catalog")),
    good: allow("glue:GetResourcePolicy", glue("catalog")),
    source: "https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html",
  },
  {
    code: "create-slr-wildcard",
    title: "service-linked role of any service",
    severity: "security",
    what: "iam:CreateServiceLinkedRole on `*` or `role/*` without a condition on iam:AWSServiceName that names a service.",
    why: "Any service can be given its role in the account.",
    bad: allow("iam:CreateServiceLinkedRole", "*"),
    good: allow("iam:CreateServiceLinkedRole", "*", {
      Condition: { StringEquals: { "iam:AWSServiceName": "lakeformation.amazonaws.com" } },
    }),
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html",
    accessAnalyzer: "CREATE_SLR_WITH_STAR_IN_RESOURCE",
  },
  {
    code: "action-in-trust",
    title: "action of another service in a trust policy",
    severity: "error",
    what: "Actions of other services than sts in a trust policy.",
    why: "AWS refuses it: a trust policy says only who may assume the role.",
    bad: {
      ...allow("glue:StartJobRun", JOB, { Principal: { Service: "glue.amazonaws.com" }, Resource: undefined }),
      type: "trust",
    },
    good: {
      ...allow("sts:AssumeRole", JOB, { Principal: { Service: "glue.amazonaws.com" }, Resource: undefined }),
      type: "trust",
    },
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html",
  },
];
