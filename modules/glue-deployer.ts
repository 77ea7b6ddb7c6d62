/** The permissions of a deployer of jobs, crawlers, triggers, databases and connections. */
import { add, bool, defineModule, type Expr, fn, gt, list, string } from "tfwright";
import { deployerGrants, plainTerms } from "tfwright/internal";
import { applyPolicy } from "./apply-docs";
import { offline, providers } from "./aws";
import { databaseNames, names } from "./deployer-names";
import { glueDeployerJa } from "./ja/glue-deployer";
import { networkGuards } from "./network-guards";
import { onePolicy, policyVariables } from "./one-policy";
import { exactRole } from "./passed-roles";
import { arnsOf, locate, NEEDS_ACCOUNT } from "./place";
import { rowsForReadme } from "./policy-docs";
import { planTerms, statementsOf } from "./role-terms";

const ROLE = "arn:aws:iam::111111111111:role/glue/orders-job-role";
const GLUE = "arn:aws:glue:eu-west-1:111111111111";
const none = { roles: [], jobs: [], crawlers: [], triggers: [], databases: [], connections: [] };
const rows = deployerGrants(
  plainTerms,
  { glue: "" },
  {
    ...none,
    mayDelete: true,
    vpcIds: [],
    subnetIds: [],
    securityGroupIds: [],
  },
);
const statements = "jsondecode(output.policy_document).Statement";
const statement = (sid: string) => `[for s in ${statements} : s if s.Sid == "${sid}"][0]`;
const everything = {
  role_arns: [ROLE],
  jobs: ["orders-*"],
  crawlers: ["orders"],
  triggers: ["orders-*"],
  databases: ["orders"],
  connections: ["orders-db"],
};

export const glueDeployer = defineModule({
  name: "glue-deployer",
  iam: [
    ...rowsForReadme(rows),
    applyPolicy,
    {
      en: "The AWS managed policy `AWSGlueConsoleFullAccess` allows all of this and far more: `glue:*` on `*`, passing every role whose name starts with `AWSGlueServiceRole`, and starting EC2 instances.",
      ja: "AWS 管理ポリシーの `AWSGlueConsoleFullAccess` は、これらすべてと、はるかに多くを許可します。`*` に対する `glue:*`、名前が `AWSGlueServiceRole` で始まるすべてのロールの受け渡し、EC2 インスタンスの起動などです。",
    },
  ],
  notes: [
    "Give the exact ARN of each role, with its path: `role/NAME` does not cover `role/service-role/NAME`.",
    "With `vpc_ids`, `subnet_ids` or `security_group_ids`, a job without a VPC connection cannot be deployed.",
    "`glue-catalog-deployer` covers tables and all other resources of AWS Glue, `glue-platform-deployer` networks, log groups, event rules and Lake Formation. A role can have all three policies.",
    "The policy does not cover roles, buckets and scripts. Write your own policies for everything else that Terraform does.",
  ],
  creates: ["The policy, which you attach to the deployer's role or user"],
  examples: {
    basic: {
      description:
        "Lets a pipeline deploy jobs, crawlers and triggers whose names start with `orders-`, and one database.",
      inputs: {
        name: "orders-deployer",
        role_arns: [ROLE],
        jobs: ["orders-*"],
        crawlers: ["orders-*"],
        triggers: ["orders-*"],
        databases: ["orders"],
      },
    },
  },
  tests: {
    deployer: {
      providers: offline,
      variables: { name: "orders", account_id: "111111111111", role_arns: [ROLE], jobs: ["orders-*"] },
      runs: [
        {
          name: "jobs",
          assert: [
            {
              condition: `[for s in ${statements} : s.Sid] == ["PassRoles", "WriteJobs", "ManageJobs"]`,
              message: "statements",
            },
            { condition: `${statement("PassRoles")}.Resource == "${ROLE}"`, message: "the exact role" },
            {
              condition: `${statement("PassRoles")}.Condition.StringEquals["iam:PassedToService"] == "glue.amazonaws.com"`,
              message: "to Glue only",
            },
            { condition: `${statement("WriteJobs")}.Resource == "${GLUE}:job/orders-*"`, message: "these jobs" },
            { condition: `!contains(keys(${statement("WriteJobs")}), "Condition")`, message: "any network" },
          ],
        },
        {
          name: "everything",
          variables: everything,
          assert: [
            {
              condition: `toset(${statement("DeleteDatabases")}.Resource) == toset(["${GLUE}:catalog", "${GLUE}:database/orders", "${GLUE}:table/orders/*", "${GLUE}:userDefinedFunction/orders/*"])`,
              message: "a database is deleted with everything in it",
            },
            {
              condition: `toset(${statement("ManageConnections")}.Resource) == toset(["${GLUE}:catalog", "${GLUE}:connection/orders-db"])`,
              message: "a connection and the catalog",
            },
            { condition: `contains(${statement("ManageCrawlers")}.Action, "glue:DeleteCrawler")`, message: "deletes" },
          ],
        },
        {
          name: "without_deletes",
          variables: { ...everything, allow_delete: false },
          assert: [
            {
              condition: `length([for action in flatten([for s in ${statements} : s.Action]) : action if strcontains(action, "Delete")]) == 0`,
              message: "nothing is deleted",
            },
          ],
        },
        {
          name: "guard_rails",
          variables: { vpc_ids: ["vpc-1"], subnet_ids: ["subnet-1"] },
          assert: [
            {
              condition: `${statement("WriteJobs")}.Condition["ForAllValues:StringEquals"]["glue:SubnetIds"] == "subnet-1"`,
              message: "the subnet",
            },
            { condition: `${statement("WriteJobs")}.Condition.Null["glue:VpcIds"] == "false"`, message: "in a VPC" },
            {
              condition: `!contains(keys(${statement("ManageJobs")}), "Condition")`,
              message: "only for actions that support it",
            },
          ],
        },
        {
          name: "something_is_deployed",
          variables: { role_arns: [], jobs: [] },
          expectFailures: ["aws_iam_policy.this"],
        },
        ...["*", "or*ders", "orders?"].map((name, index) => ({
          name: `a_name_is_a_name_${index}`,
          variables: { jobs: [name], databases: [name] },
          expectFailures: ["var.jobs", "var.databases"],
        })),
        {
          name: "names_and_ids",
          variables: {
            jobs: ["arn:aws:glue:eu-west-1:111111111111:job/orders"],
            vpc_ids: ["main"],
            subnet_ids: ["private"],
            security_group_ids: ["default"],
            path: "glue",
          },
          expectFailures: ["var.jobs", "var.vpc_ids", "var.subnet_ids", "var.security_group_ids", "var.path"],
        },
        {
          name: "a_role_has_no_wildcard",
          variables: { role_arns: ["arn:aws:iam::111111111111:role/*"] },
          expectFailures: ["var.role_arns"],
        },
      ],
    },
  },
  translations: { ja: glueDeployerJa },
  title: "AWS Glue deployer",
  description: `A policy for a deployer of AWS Glue: it manages the named jobs, crawlers, triggers, databases and connections, and passes only the named roles to Glue.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    role_arns: list(string({ validate: [exactRole("role_arns")] }), {
      description: "ARNs of the roles of the jobs and crawlers. Use the `arn` output of `glue-role`.",
      default: [],
    }),
    jobs: names("jobs", "jobs", "orders-*"),
    crawlers: names("crawlers", "crawlers", "orders-*"),
    triggers: names("triggers", "triggers", "orders-*"),
    databases: databaseNames("databases", "databases"),
    connections: names("connections", "connections", "orders-*"),
    allow_delete: bool({ description: "Whether these resources can also be deleted.", default: true }),
    ...networkGuards,
    ...policyVariables,
  },
  build(scope, v) {
    const own = locate(scope, v.account_id, v.region);
    const grants = deployerGrants(
      planTerms,
      { glue: arnsOf(scope, own, "glue") },
      {
        roles: v.role_arns,
        jobs: v.jobs,
        crawlers: v.crawlers,
        triggers: v.triggers,
        databases: v.databases,
        connections: v.connections,
        mayDelete: v.allow_delete,
        vpcIds: v.vpc_ids,
        subnetIds: v.subnet_ids,
        securityGroupIds: v.security_group_ids,
      },
    );
    const named = [v.jobs, v.crawlers, v.triggers, v.databases, v.connections];
    const count = named.reduce<Expr<number>>((sum, list) => add(sum, fn.length(list)), fn.length(v.role_arns));
    return onePolicy(scope, v, {
      statement: statementsOf(grants),
      shorten: "the lists of names: use names that end with `*`",
      rule: {
        condition: gt(count, 0),
        message:
          "Name at least one resource to deploy, in role_arns, jobs, crawlers, triggers, databases or connections.",
      },
    });
  },
});
