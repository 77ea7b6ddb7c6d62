/** The policies that a caller attaches to a role: AWS managed policies by name with path, others by ARN, inline policies as JSON. */
import { and, type Expr, fn, type ListExpr, map, not, set, string } from "tfwright";
import { policyArn } from "./arns";
import { POLICIES_BELOW_PATHS } from "./aws-managed-policies";
import { KEYS_ARE_KNOWN, shapeOf } from "./rules";

/** AWS managed policies that people attach to roles of Glue and related services. A list of all would be too long for the HCL. */
const CHECKED_IN_HCL: Readonly<Record<string, readonly string[]>> = {
  "service-role/": [
    "AWSGlueServiceRole",
    "AWSGlueDataBrewServiceRole",
    "AWSGlueServiceNotebookRole",
    "AWSLambdaBasicExecutionRole",
    "AWSLambdaSQSQueueExecutionRole",
    "AWSLambdaVPCAccessExecutionRole",
    "AWSQuicksightAthenaAccess",
    "AmazonDMSCloudWatchLogsRole",
    "AmazonDMSRedshiftS3Role",
    "AmazonDMSVPCManagementRole",
    "AmazonECSTaskExecutionRolePolicy",
    "AmazonEMRServicePolicy_v2",
    "AmazonElasticMapReduceRole",
    "AmazonElasticMapReduceforEC2Role",
    "AmazonRDSEnhancedMonitoringRole",
    "AmazonS3TablesLakeFormationServiceRole",
    "AwsGlueSessionUserRestrictedNotebookServiceRole",
    "AwsGlueSessionUserRestrictedServiceRole",
  ],
  "job-function/": ["DataScientist", "DatabaseAdministrator", "ViewOnlyAccess"],
};

const nameWithPath = shapeOf(
  "^([\\w+=,.@-]+/)*[\\w+=,.@-]+$",
  'aws_managed_policies takes names with their path, not ARNs: "service-role/AWSGlueServiceRole" for arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole. For your own policies use policy_arns, with their ARNs.',
);

const withTheirPath = Object.entries(CHECKED_IN_HCL).map(([path, names]) => ({
  condition: (policy: Expr<string>) => not(fn.contains(names, policy)),
  message: `aws_managed_policies takes names with their path. One of these policies has the path ${path}: write "${path}${names[0]}", for example, not the name alone.`,
}));

/** All others, if the names are known in TypeScript. */
const inTypeScript = Object.entries(POLICIES_BELOW_PATHS).flatMap(([path, names]) =>
  names
    .filter((name) => CHECKED_IN_HCL[path]?.includes(name) !== true)
    .map((name) => ({
      condition: (policies: ListExpr<Expr<string>>) => not(fn.contains(policies, name)),
      message: `aws_managed_policies takes names with their path: write "${path}${name}", not "${name}".`,
      only: "typescript" as const,
    })),
);

/** `aws_managed_policies` of a role module; `note` is added to the end of its description. */
export const awsManagedPolicies = (note = "") =>
  set(string({ validate: [nameWithPath, ...withTheirPath] }), {
    description: `AWS managed policies to attach, by name with path: \`service-role/AWSGlueServiceRole\`. The names must be known at plan time, because each creates an attachment.${note}`,
    default: [],
    known: true,
    validate: inTypeScript,
  });

/** The message names the policy, but does not repeat it: it can be long. */
const policyJson = {
  condition: (json: Expr<string>) => and(fn.can(fn.jsondecode(json)), fn.can(fn.regex('"Statement"\\s*:', json))),
  message:
    'inline_policies takes the JSON of a policy for each name: jsonencode({ Version = "2012-10-17", Statement = [...] }), or the json of a data "aws_iam_policy_document".',
  shows: "element" as const,
};

/** `policy_arns` and `inline_policies` of a role module. */
export const attachedPolicies = (inline: string) => ({
  policy_arns: map(string({ validate: [policyArn] }), {
    description: `Additional policies to attach: a name that you choose, and the ARN of each. ${KEYS_ARE_KNOWN}`,
    default: {},
  }),
  inline_policies: map(string({ validate: [policyJson] }), {
    description: `${inline} ${KEYS_ARE_KNOWN}`,
    default: {},
  }),
});
