/** The permissions of a deployer of what stands around Glue: networks, log groups, event rules, Lake Formation. */
import { defineModule, fn, gt, list, or, string } from "tfwright";
import { plainTerms, platformDeployerGrants } from "tfwright/internal";
import { applyPolicy } from "./apply-docs";
import { ec2Ids } from "./arns";
import { offline, providers } from "./aws";
import { allowDelete, names, wholeKind } from "./deployer-names";
import { gluePlatformDeployerJa } from "./ja/glue-platform-deployer";
import { onePolicy, policyVariables } from "./one-policy";
import { arnsOf, locate, NEEDS_ACCOUNT } from "./place";
import { rowsForReadme } from "./policy-docs";
import { planTerms, statementsOf } from "./role-terms";

const statements = "jsondecode(output.policy_document).Statement";
const statement = (sid: string) => `[for s in ${statements} : s if s.Sid == "${sid}"][0]`;

const rows = platformDeployerGrants(
  plainTerms,
  { logs: "", ec2: "", events: "" },
  {
    eventRules: [],
    logGroups: [],
    lakeFormation: true,
    readSubnets: true,
    networkVpcs: ["id"],
    mayDelete: true,
  },
);

const everything = {
  event_rules: ["orders-*"],
  log_groups: ["/aws-glue/jobs/*"],
  lake_formation: true,
  read_subnets: true,
  network_vpc_ids: ["vpc-0123456789abcdef0"],
};

export const gluePlatformDeployer = defineModule({
  name: "glue-platform-deployer",
  iam: [...rowsForReadme(rows), applyPolicy],
  notes: [
    "Jobs, crawlers, triggers, databases and connections are in `glue-deployer`, all other resources of AWS Glue in `glue-catalog-deployer`.",
    "A deployer with `lake_formation` can also give permissions to others, as far as Lake Formation lets it grant them.",
    "Objects in S3, topics and keys are not covered.",
  ],
  creates: ["The policy, which you attach to the deployer's role or user"],
  examples: {
    basic: {
      description: "Lets a pipeline deploy alerts and log groups of its jobs, and networks in one VPC.",
      inputs: {
        name: "orders-platform-deployer",
        event_rules: ["orders-*"],
        log_groups: ["/aws-glue/jobs/*"],
        network_vpc_ids: ["vpc-0123456789abcdef0"],
      },
    },
    complete: {
      description: "Each kind of resource.",
      inputs: { name: "orders-platform-deployer", ...everything, allow_delete: false, account_id: "111111111111" },
    },
  },
  tests: {
    deployer: {
      providers: offline,
      variables: { name: "orders", account_id: "111111111111" },
      runs: [
        {
          name: "everything",
          variables: everything,
          assert: [
            {
              condition: `${statement("ManageSecurityGroups")}.Condition.ArnEquals["ec2:Vpc"] == "arn:aws:ec2:eu-west-1:111111111111:vpc/vpc-0123456789abcdef0"`,
              message: "groups in this VPC",
            },
            {
              condition: `${statement("ManageEventRules")}.Resource == "arn:aws:events:eu-west-1:111111111111:rule/orders-*"`,
              message: "these rules",
            },
            {
              condition: `[for s in ${statements} : s.Sid if s.Resource == "*"] == ["ReadLogGroups", "ManageLakeFormation", "ReadNetwork"]`,
              message: "no other statement on everything",
            },
          ],
        },
        {
          name: "subnets_alone",
          variables: { read_subnets: true },
          assert: [
            { condition: `${statement("ReadNetwork")}.Action == "ec2:DescribeSubnets"`, message: "one action" },
            { condition: `length(${statements}) == 1`, message: "nothing else" },
          ],
        },
        {
          name: "without_deletes",
          variables: { ...everything, lake_formation: false, allow_delete: false },
          assert: [
            {
              condition: `length(setintersection(flatten([for s in ${statements} : s.Action]), ["events:DeleteRule", "logs:DeleteLogGroup", "ec2:DeleteSecurityGroup", "ec2:DeleteVpcEndpoints"])) == 0`,
              message: "nothing is deleted",
            },
          ],
        },
        { name: "something_is_deployed", expectFailures: ["aws_iam_policy.this"] },
        {
          name: "names_and_ids",
          variables: { event_rules: ["*"], log_groups: ["or*ders"], network_vpc_ids: ["main"] },
          expectFailures: ["var.event_rules", "var.log_groups", "var.network_vpc_ids"],
        },
      ],
    },
  },
  translations: { ja: gluePlatformDeployerJa },
  title: "AWS Glue platform deployer",
  description: `A policy for a deployer of what stands around AWS Glue: networks, log groups, event rules and Lake Formation.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    event_rules: names("EventBridge rules", "event_rules", "orders-*"),
    log_groups: names("log groups", "log_groups", "/aws-glue/jobs/*"),
    lake_formation: wholeKind(
      "Whether permissions, locations and tags of Lake Formation can be deployed. They can then also be removed.",
    ),
    read_subnets: wholeKind("Whether subnets can be read, for connections without an availability zone."),
    network_vpc_ids: list(string({ validate: [ec2Ids("network_vpc_ids", "vpc")] }), {
      description: "IDs of the VPCs in which security groups and endpoints of `glue-network` can be deployed.",
      default: [],
    }),
    allow_delete: allowDelete,
    ...policyVariables,
  },
  build(scope, v) {
    const own = locate(scope, v.account_id, v.region);
    const grants = platformDeployerGrants(
      planTerms,
      {
        logs: arnsOf(scope, own, "logs"),
        ec2: arnsOf(scope, own, "ec2"),
        events: arnsOf(scope, own, "events"),
      },
      {
        eventRules: v.event_rules,
        logGroups: v.log_groups,
        lakeFormation: v.lake_formation,
        readSubnets: v.read_subnets,
        networkVpcs: v.network_vpc_ids,
        mayDelete: v.allow_delete,
      },
    );
    const named = fn.concat(v.event_rules, v.log_groups, v.network_vpc_ids);
    return onePolicy(scope, v, {
      statement: statementsOf(grants),
      shorten: "the lists of names: use names that end with `*`",
      rule: {
        condition: or(gt(fn.length(named), 0), v.lake_formation, v.read_subnets),
        message: 'Name at least one resource to deploy, for example event_rules = ["orders-*"].',
      },
    });
  },
});
