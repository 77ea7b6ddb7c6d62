/** The permissions of a user of interactive sessions: a person with a notebook, or the role of a service. */
import { defineModule, eq, fn, gt, list, local, oneOf, string, when } from "tfwright";
import { ownerVariables, plainTerms, sessionClientGrants } from "tfwright/internal";
import { applyPolicy } from "./apply-docs";
import { offline, providers } from "./aws";
import { glueSessionClientJa } from "./ja/glue-session-client";
import { networkGuards } from "./network-guards";
import { onePolicy, policyVariables } from "./one-policy";
import { exactRole } from "./passed-roles";
import { arnsOf, locate, NEEDS_ACCOUNT } from "./place";
import { rowsForReadme } from "./policy-docs";
import { planTerms, statementsOf } from "./role-terms";

const ROLE = "arn:aws:iam::111111111111:role/glue/orders-session-role";
const rows = sessionClientGrants(
  plainTerms,
  { glue: "" },
  {
    runtimeRoles: [],
    owner: "",
    vpcIds: [],
    subnetIds: [],
    securityGroupIds: [],
  },
);
const statement = (sid: string) =>
  `[for s in jsondecode(output.policy_document).Statement : s if s.Sid == "${sid}"][0]`;

export const glueSessionClient = defineModule({
  name: "glue-session-client",
  iam: [
    ...rowsForReadme(rows),
    applyPolicy,
    {
      en: "The AWS managed policy `AwsGlueSessionUserRestrictedPolicy` is similar, but it allows sessions of every account and region, all roles whose names start with `AwsGlueSessionServiceRoleUserRestricted`, and completions.",
      ja: "AWS 管理ポリシーの `AwsGlueSessionUserRestrictedPolicy` も似ています。ただし、すべてのアカウントとリージョンのセッション、名前が `AwsGlueSessionServiceRoleUserRestricted` で始まるすべてのロール、コード補完を許可します。",
    },
  ],
  notes: [
    'The code of a session runs with a separate role. Create this role with `glue-role` and `used_by = ["session"]`, and add its `arn` to `runtime_role_arns`.',
    "Create each session with the tag `owner`. Its value must be the caller's `aws:userid`, or, with `owner = \"principal_tag\"`, the value of the caller's tag `owner`. Use the latter for notebooks that share a role.",
    "The provider hashicorp/aws has no resource for sessions. Create sessions with `awscc_glue_session` of hashicorp/awscc, with the AWS CLI or in a notebook.",
  ],
  creates: ["The policy, which you attach to the role or user that opens sessions"],
  examples: {
    basic: {
      description: "Lets users open sessions that run with one role.",
      inputs: { name: "orders-sessions", runtime_role_arns: [ROLE] },
    },
  },
  tests: {
    client: {
      providers: offline,
      variables: { name: "orders", account_id: "111111111111", runtime_role_arns: [ROLE] },
      runs: [
        {
          name: "own_sessions_only",
          assert: [
            {
              condition: `${statement("UseOwnSessions")}.Condition.StringEquals["aws:ResourceTag/owner"] == "$\${aws:userid}"`,
              message: "the tag identifies the caller",
            },
            {
              condition: `${statement("CreateOwnSessions")}.Resource == "arn:aws:glue:eu-west-1:111111111111:session/*"`,
              message: "sessions of this account and region",
            },
            {
              condition: `!contains(keys(${statement("CreateOwnSessions")}.Condition), "Null")`,
              message: "no guard rails",
            },
            { condition: `${statement("ListSessions")}.Resource == "*"`, message: "listing" },
            { condition: `${statement("KeepOwnerTag")}.Effect == "Deny"`, message: "the tag stays" },
          ],
        },
        {
          name: "the_exact_role",
          assert: [
            { condition: `${statement("PassRuntimeRoles")}.Resource == "${ROLE}"`, message: "role" },
            {
              condition: `${statement("PassRuntimeRoles")}.Condition.StringEquals["iam:PassedToService"] == "glue.amazonaws.com"`,
              message: "to Glue only",
            },
          ],
        },
        {
          name: "owner_by_tag",
          variables: { owner: "principal_tag" },
          assert: [
            {
              condition: `${statement("UseOwnSessions")}.Condition.StringEquals["aws:ResourceTag/owner"] == "$\${aws:PrincipalTag/owner}"`,
              message: "the caller's tag",
            },
          ],
        },
        {
          name: "guard_rails",
          variables: { vpc_ids: ["vpc-1"], security_group_ids: ["sg-1", "sg-2"] },
          assert: [
            {
              condition: `${statement("CreateOwnSessions")}.Condition["ForAllValues:StringEquals"]["glue:VpcIds"] == "vpc-1"`,
              message: "the VPC",
            },
            {
              condition: `${statement("CreateOwnSessions")}.Condition.Null["glue:SecurityGroupIds"] == "false"`,
              message: "there is at least one security group",
            },
            {
              condition: `!contains(keys(${statement("CreateOwnSessions")}.Condition.Null), "glue:SubnetIds")`,
              message: "any subnet",
            },
          ],
        },
        ...["arn:aws:iam::111111111111:role/*", "orders-session-role"].map((arn, index) => ({
          name: `a_role_is_named_by_its_arn_${index}`,
          variables: { runtime_role_arns: [arn] },
          expectFailures: ["var.runtime_role_arns"],
        })),
        { name: "a_role_is_required", variables: { runtime_role_arns: [] }, expectFailures: ["var.runtime_role_arns"] },
      ],
    },
  },
  translations: { ja: glueSessionClientJa },
  title: "AWS Glue session client",
  description: `A policy for users of AWS Glue interactive sessions. They can use only their own sessions, and pass only the named roles to Glue.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    runtime_role_arns: list(string({ validate: [exactRole("runtime_role_arns")] }), {
      description: "ARNs of the roles with which the sessions run. Use the `arn` output of `glue-role`.",
      validate: [
        { condition: (arns) => gt(fn.length(arns), 0), message: "runtime_role_arns must name at least one role." },
      ],
    }),
    owner: oneOf(["userid", "principal_tag"], {
      description:
        "How a session names its owner: `userid` means the caller's `aws:userid`, `principal_tag` the value of the caller's tag `owner`. If the value is known only after apply, the plan does not show who owns a session in the policy.",
      default: "userid",
      known: true,
    }),
    ...networkGuards,
    ...policyVariables,
  },
  build(scope, v) {
    const own = locate(scope, v.account_id, v.region);
    const owner = local(
      scope,
      "owner",
      when(eq(v.owner, "userid"), ownerVariables.userid, ownerVariables.principal_tag),
      { comment: "Policy variable that identifies the caller" },
    );
    const grants = sessionClientGrants(
      planTerms,
      { glue: arnsOf(scope, own, "glue") },
      {
        runtimeRoles: v.runtime_role_arns,
        owner,
        vpcIds: v.vpc_ids,
        subnetIds: v.subnet_ids,
        securityGroupIds: v.security_group_ids,
      },
    );
    return onePolicy(scope, v, { statement: statementsOf(grants), shorten: "runtime_role_arns" });
  },
});
