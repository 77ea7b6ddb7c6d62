/** The principals of services that take roles: which one is meant by an `iam:PassRole` beside actions of the service. */
import { uniqueSorted } from "../../../text/unique-sorted";
import type { Context } from "../context";

/** Services that take the role under another name than the prefix of their actions. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ecs: "ecs-tasks",
  rds: "monitoring.rds",
};

/**
 * Services whose actions take a role. IAM User Guide, "Grant a user permissions to pass a role to an AWS service", and the pages of the
 * services about their roles.
 */
const TAKERS = new Set([
  "appsync",
  "backup",
  "batch",
  "bedrock",
  "cloudformation",
  "cloudtrail",
  "codebuild",
  "codedeploy",
  "codepipeline",
  "config",
  "databrew",
  "dlm",
  "dms",
  "ec2",
  "ecs",
  "eks",
  "elasticmapreduce",
  "emr-serverless",
  "events",
  "firehose",
  "glue",
  "imagebuilder",
  "iot",
  "kinesisanalytics",
  "lambda",
  "pipes",
  "rds",
  "redshift",
  "sagemaker",
  "scheduler",
  "ssm",
  "states",
  "transfer",
]);

/** The principals of services to which the actions of a policy may hand a role, sorted. */
export function principalsOfTakers({ parsedStatements }: Context): readonly string[] {
  const terms = parsedStatements
    .filter(({ allows }) => allows)
    .flatMap(({ actions }) => actions.map(({ term }) => term));
  const services = terms
    .filter((term) => TAKERS.has(term.service) && term.members().some(({ access }) => access.includes("Write")))
    .map(({ service }) => `${OTHER_NAMES[service] ?? service}.amazonaws.com`);
  return uniqueSorted(services);
}
