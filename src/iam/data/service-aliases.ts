/**
 * What is written in place of a service's prefix: its name in the console, in the AWS CLI or in an SDK. Source: Service
 * Authorization Reference, where the page of each service begins with its prefix, and the list of commands in the AWS CLI
 * Command Reference.
 */
const aliases: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancing",
  amp: "aps",
  apigatewaymanagementapi: "execute-api",
  apigatewayv2: "apigateway",
  "bedrock-agent": "bedrock",
  "bedrock-agent-runtime": "bedrock",
  "bedrock-runtime": "bedrock",
  cloudcontrol: "cloudformation",
  cloudcontrolapi: "cloudformation",
  cloudhsmv2: "cloudhsm",
  cloudsearchdomain: "cloudsearch",
  "cloudwatch-logs": "logs",
  cloudwatchevents: "events",
  cloudwatchlogs: "logs",
  cognito: "cognito-idp",
  configservice: "config",
  docdb: "rds",
  documentdb: "rds",
  dynamodbstreams: "dynamodb",
  efs: "elasticfilesystem",
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  emr: "elasticmapreduce",
  eventbridge: "events",
  forecastquery: "forecast",
  "iot-data": "iot",
  "lex-models": "lex",
  "lex-runtime": "lex",
  "lexv2-models": "lex",
  "lexv2-runtime": "lex",
  "marketplace-catalog": "aws-marketplace",
  "marketplace-entitlement": "aws-marketplace",
  "mediastore-data": "mediastore",
  msk: "kafka",
  mwaa: "airflow",
  neptune: "rds",
  opensearchserverless: "aoss",
  "personalize-runtime": "personalize",
  pinpoint: "mobiletargeting",
  "qldb-session": "qldb",
  resourcegroupstaggingapi: "tag",
  s3api: "s3",
  s3control: "s3",
  "sagemaker-runtime": "sagemaker",
  sesv2: "ses",
  sfn: "states",
  "sso-admin": "sso",
  stepfunction: "states",
  stepfunctions: "states",
  "timestream-query": "timestream",
  "timestream-write": "timestream",
};

/** The prefix of the service that another name means. */
export function serviceMeantBy(name: string): string | undefined {
  return Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}
