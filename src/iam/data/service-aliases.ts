/**
 * What is written in place of a service's prefix: its name in the console, in the AWS CLI or in an SDK. Source: Service
 * Authorization Reference, where the page of each service begins with its prefix, and the list of commands in the AWS CLI
 * Command Reference.
 */
const aliases: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancing",
  amp: "aps",
  apigatewayv2: "apigateway",
  apigw: "apigateway",
  cloudcontrol: "cloudformation",
  cloudcontrolapi: "cloudformation",
  "cloudwatch-logs": "logs",
  cloudwatchlogs: "logs",
  cognito: "cognito-idp",
  configservice: "config",
  cw: "cloudwatch",
  ddb: "dynamodb",
  docdb: "rds",
  documentdb: "rds",
  efs: "elasticfilesystem",
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  emr: "elasticmapreduce",
  eventbridge: "events",
  mwaa: "airflow",
  msk: "kafka",
  neptune: "rds",
  opensearchserverless: "aoss",
  resourcegroupstaggingapi: "tag",
  s3api: "s3",
  sesv2: "ses",
  sfn: "states",
  "sso-admin": "sso",
  stepfunctions: "states",
  systemsmanager: "ssm",
};

/** The prefix of the service that another name means. */
export function serviceMeantBy(name: string): string | undefined {
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}
