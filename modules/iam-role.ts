/** A role for any AWS service. */
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import {
  and,
  blockIf,
  blockList,
  defineModule,
  type Expr,
  fn,
  gt,
  gte,
  list,
  lte,
  not,
  number,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
} from "tfwright";
import { applyRole, passRole } from "./apply-docs";
import { accountNumber, boundaryArn, iamPath } from "./arns";
import { attachedPolicies, awsManagedPolicies } from "./attached-policies";
import { offline, providers, tags } from "./aws";
import { iamRoleJa } from "./ja/iam-role";
import { takingOver } from "./role-docs";
import { shapeOf } from "./rules";
import { type StatementCondition, trustPolicy } from "./trust";

/** A policy with nothing in it, for tests. */
const STATEMENTS = '{"Version":"2012-10-17","Statement":[]}';

const servicePrincipal = shapeOf(
  "^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$",
  'services takes service principals: "glue.amazonaws.com", not "glue".',
);

/** Names of Alexa end so, and no other. */
const ofAws = {
  condition: (service: Expr<string>) =>
    or(not(fn.can(fn.regex("[.]amazon[.]com$", service))), fn.can(fn.regex("^alexa-", service))),
  message: 'services takes service principals, which end in amazonaws.com: "glue.amazonaws.com".',
};

const sourceArn = shapeOf(
  "^(arn:.+|[*])$",
  'source_arns takes ARNs, which can contain *: "arn:aws:glue:eu-west-1:111111111111:job/*".',
);

export const iamRole = defineModule({
  name: "iam-role",
  iam: [
    ...applyRole,
    passRole({ en: "the services in `services`", ja: " `services` のサービス" }),
    {
      en: "To run, the role needs no permission of yours: its trust policy lets only the services in `services` assume it. `source_account` and `source_arns` limit this to your own resources.",
      ja: "ロールの使用に、ほかの許可は不要です。信頼ポリシーにより、`services` のサービスだけがロールを引き受けられます。`source_account` と `source_arns` を指定すると、ロールを引き受けられる対象を自分のリソースに限定できます。",
    },
  ],
  notes: [takingOver("names the statement of the trust policy (`Sid`)")],
  examples: {
    basic: {
      description: "A role for Glue with one AWS managed policy.",
      inputs: {
        name: "orders",
        services: ["glue.amazonaws.com"],
        aws_managed_policies: ["service-role/AWSGlueServiceRole"],
      },
    },
  },
  tests: {
    role: {
      providers: offline,
      variables: { name: "orders", services: ["glue.amazonaws.com"] },
      runs: [
        {
          name: "trust",
          assert: [
            {
              condition:
                'jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "glue.amazonaws.com"',
              message: "the service assumes the role",
            },
            {
              condition: '!contains(keys(jsondecode(aws_iam_role.this.assume_role_policy).Statement[0]), "Condition")',
              message: "no condition",
            },
          ],
        },
        {
          name: "limited_to_sources",
          variables: { source_account: "111111111111", source_arns: ["arn:aws:glue:eu-west-1:111111111111:job/*"] },
          assert: [
            {
              condition:
                'jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111111111111"',
              message: "account",
            },
            {
              condition:
                'jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.ArnLike["aws:SourceArn"] == "arn:aws:glue:eu-west-1:111111111111:job/*"',
              message: "source",
            },
          ],
        },
        {
          name: "attached",
          variables: {
            aws_managed_policies: ["service-role/AWSGlueServiceRole"],
            policy_arns: { own: "arn:aws:iam::111111111111:policy/own" },
            inline_policies: { extra: STATEMENTS },
          },
          assert: [
            {
              condition:
                'aws_iam_role_policy_attachment.aws_managed["service-role/AWSGlueServiceRole"].policy_arn == "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"',
              message: "managed",
            },
            {
              condition:
                'aws_iam_role_policy_attachment.this["own"].policy_arn == "arn:aws:iam::111111111111:policy/own"',
              message: "own",
            },
            { condition: 'aws_iam_role_policy.this["extra"].name == "extra"', message: "inline" },
          ],
        },
        { name: "a_service_is_required", variables: { services: [] }, expectFailures: ["var.services"] },
        {
          name: "a_policy_has_statements",
          variables: { inline_policies: { topic: '{"Version":"2012-10-17"}' } },
          expectFailures: ["var.inline_policies"],
        },
        {
          name: "invalid_values_are_rejected",
          variables: {
            services: ["glue"],
            source_arns: ["orders"],
            source_account: "11111111111",
            aws_managed_policies: ["AWSGlueServiceRole"],
            policy_arns: { own: "orders" },
            inline_policies: { topic: "sns:Publish" },
            path: "glue",
            permissions_boundary: "orders",
          },
          expectFailures: [
            "var.services",
            "var.source_arns",
            "var.source_account",
            "var.aws_managed_policies",
            "var.policy_arns",
            "var.inline_policies",
            "var.path",
            "var.permissions_boundary",
          ],
        },
        {
          name: "a_session_has_limits",
          variables: { max_session_duration: 60 },
          expectFailures: ["var.max_session_duration"],
        },
      ],
    },
  },
  translations: { ja: iamRoleJa },
  title: "IAM role for AWS services",
  description: "A role that one or more AWS services can assume, with the policies that you name.",
  providers,
  variables: {
    name: string({
      description: "Name of the role.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[\\w+=,.@-]{1,64}$", name)),
          message: "name must have 1 to 64 characters: letters, digits and +=,.@_-.",
        },
      ],
    }),
    services: list(string({ validate: [servicePrincipal, ofAws] }), {
      description: "Service principals that can assume the role: `glue.amazonaws.com`.",
      validate: [
        {
          condition: (services) => gt(fn.length(services), 0),
          message: "services must name at least one service principal, such as glue.amazonaws.com.",
        },
      ],
    }),
    source_account: optional(
      string({
        description:
          "If set, the services can assume the role only for resources of this account (aws:SourceAccount). If the value is known only after apply, the plan does not show the condition.",
        known: true,
        validate: [accountNumber("source_account")],
      }),
    ),
    source_arns: list(string({ validate: [sourceArn] }), {
      description:
        "If set, the services can assume the role only for resources with these ARNs (aws:SourceArn). They can contain `*`.",
      default: [],
    }),
    aws_managed_policies: awsManagedPolicies(),
    ...attachedPolicies("Inline policies: a name and the JSON of each."),
    path: string({ description: "Path of the role.", default: "/", validate: [iamPath] }),
    permissions_boundary: optional(
      string({
        description: "ARN of the policy that is the permissions boundary of the role.",
        validate: [boundaryArn],
      }),
    ),
    max_session_duration: number({
      description: "Maximum length of a session of the role in seconds, 3600 to 43200.",
      default: 3600,
      validate: [
        {
          condition: (seconds) => and(gte(seconds, 3600), lte(seconds, 43200)),
          message: "max_session_duration must be between 3600 and 43200 seconds.",
        },
      ],
    }),
    description: optional(string({ description: "What the role is for." })),
    tags,
  },
  build(scope, v) {
    const partition = resource(scope, DataAwsPartition, "current", {});
    const trust = trustPolicy(
      scope,
      v.services,
      blockList<StatementCondition>(
        optionalBlock(v.source_account, (account) => ({
          test: "StringEquals",
          variable: "aws:SourceAccount",
          values: [account],
        })),
        blockIf(gt(fn.length(v.source_arns), 0), () => ({
          test: "ArnLike",
          variable: "aws:SourceArn",
          values: v.source_arns,
        })),
      ),
    );
    const role = resource(scope, IamRole, "this", {
      name: v.name,
      path: v.path,
      description: v.description,
      assumeRolePolicy: trust,
      maxSessionDuration: v.max_session_duration,
      permissionsBoundary: v.permissions_boundary,
      tags: v.tags,
    });
    const managed = resource(
      scope,
      IamRolePolicyAttachment,
      "aws_managed",
      (each) => ({ role: role.name, policyArn: `arn:${partition.partition}:iam::aws:policy/${each.value}` }),
      { forEach: v.aws_managed_policies },
    );
    const customManaged = resource(
      scope,
      IamRolePolicyAttachment,
      "this",
      (each) => ({ role: role.name, policyArn: each.value }),
      { forEach: v.policy_arns },
    );
    const inline = resource(
      scope,
      IamRolePolicy,
      "this",
      (each) => ({ name: each.key, role: role.name, policy: each.value }),
      { forEach: v.inline_policies },
    );
    return {
      arn: output(role.arn, {
        description: "ARN of the role. Resources that use it are created after all policies are attached.",
        dependsOn: [managed, customManaged, inline],
      }),
      name: output(role.name, { description: "Name of the role." }),
    };
  },
});
