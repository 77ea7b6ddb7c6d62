/** Names of services as principals: `glue.amazonaws.com`. */
import { type Message, say } from "../../../text/message";
import { isOneEditFrom } from "../../../text/suggest-name";
import { isService } from "../../data/authorization";
import { shorten } from "../words";
import { GLUE_PRINCIPALS } from "./glue-principals";

/** A problem of a principal. */
export interface PrincipalFault {
  readonly message: Message;
  readonly hint?: string;
  /** @default that of the rule */
  readonly severity?: "warning";
}

/**
 * What names of services end with, by partition. The partitions apart from `aws` and `aws-cn` have names of both kinds.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
const ENDINGS = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "amazonaws.eu",
  "c2s.ic.gov",
  "sc2s.sgov.gov",
  "csp.hci.ic.gov",
  "cloud.adc-e.uk",
  "aws.internal",
  "api.aws",
  "aws",
  "amazon.com",
];
const FORM = new RegExp(`^([a-z0-9][a-z0-9.-]*?)\\.(?:${ENDINGS.join("|").replaceAll(".", "\\.")})$`);

/** What is wrong with the name of a service as a principal; undefined for one that may exist. */
export function faultOfService(value: string): PrincipalFault | undefined {
  const other = MISNAMED.get(FORM.exec(value)?.[1] ?? "");
  if (other !== undefined)
    return {
      message: say`no page of AWS has the service principal ${shorten(value)}`,
      hint: `did you mean \`${other}.amazonaws.com\`?`,
    };
  const meant = meantByForm(value) ?? misspelled(value);
  if (meant === undefined) return undefined;
  if (meant === "") return { message: notAService(value), hint: "write one such as `glue.amazonaws.com`" };
  const message = FORM.test(value) ? noSuchService(value) : notAService(value);
  return { message, hint: `did you mean \`${meant}\`?` };
}

/**
 * Names of products in place of those that their principals have. None of them is among the 464 names that
 * towardsthecloud/vscode-iam-service-principal-snippets gathers from the pages of AWS and its policy generator (2026-06), and of
 * `stepfunctions.amazonaws.com` IAM says "Invalid principal in policy". AWS's pages on the roles of each service have the right ones.
 */
const MISNAMED: ReadonlyMap<string, string> = new Map([
  ["cloudwatch-events", "events"],
  ["cloudwatch-logs", "logs"],
  ["code-build", "codebuild"],
  ["code-deploy", "codedeploy"],
  ["code-pipeline", "codepipeline"],
  ["ecs.tasks", "ecs-tasks"],
  ["efs", "elasticfilesystem"],
  ["event-bridge", "events"],
  ["eventbridge", "events"],
  ["eventbridge-scheduler", "scheduler"],
  ["kinesis-firehose", "firehose"],
  ["kinesisfirehose", "firehose"],
  ["lambda-edge", "edgelambda"],
  ["lambdaedge", "edgelambda"],
  ["rds-monitoring", "monitoring.rds"],
  ["step-functions", "states"],
  ["stepfunctions", "states"],
]);

/** The same for `kms:ViaService`, which has the Region in the name: `s3.eu-west-1.amazonaws.com`. */
export function faultOfViaService(value: string): PrincipalFault | undefined {
  const [given = "", region = "eu-west-1"] = value.toLowerCase().split(".");
  const meant = misspelled(`${given}.amazonaws.com`)?.split(".")[0];
  if (meant === undefined && meantByForm(value) === undefined) return undefined;
  const isRegion = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region);
  return {
    message: meant === undefined ? notAService(value) : noSuchService(value),
    hint: `did you mean \`${meant ?? given}.${isRegion ? region : "eu-west-1"}.amazonaws.com\`?`,
  };
}

function noSuchService(value: string): Message {
  return say`there is no service principal ${shorten(value)}`;
}

function notAService(value: string): Message {
  return say`${shorten(value)} is not a service principal`;
}

/** For a value that has not the form of a name: the name that was meant, empty if nobody knows; undefined if it has the form. */
function meantByForm(value: string): string | undefined {
  const first = value.toLowerCase().split(".")[0] ?? "";
  const known = GLUE_PRINCIPALS.find((name) => first.startsWith(name.split(".")[0] ?? name));
  const named = known ?? (!isService(first) ? "" : `${first}.amazonaws.com`);
  if (!FORM.test(value)) return named;
  // Alexa's names end with amazon.com, and `lightsail.aws.amazon.com` is a name; of the other services that IAM knows none has this ending.
  return /\.amazon\.com$/.test(value) && value !== "lightsail.aws.amazon.com" && named !== "" ? named : undefined;
}

/** What was meant by a name of the Glue family that none of its services has, or by one that differs in a letter from a common one. */
function misspelled(value: string): string | undefined {
  const full = FORM.exec(value)?.[1] ?? value;
  const [name = "", ...rest] = full.split(".");
  if (COMMON.includes(`${full}.amazonaws.com`)) return undefined;
  if (/databrew/.test(full)) return "databrew.amazonaws.com";
  if (/(^|[.-])(aws)?glue/.test(full)) return "glue.amazonaws.com";
  if (rest.length > 0 || isService(name)) return undefined;
  return COMMON.find((known) => isMistyped(name, known.split(".")[0] ?? ""));
}

/** In long names one letter in place of another is a typo too. */
const LONG_NAME = 8;

function isMistyped(name: string, known: string): boolean {
  return isSwapped(name, known) || (known.length >= LONG_NAME && isOneEditFrom(name, known));
}

/** Names that policies have most often, long enough for a typo to be told from another name. */
const COMMON = [
  ...GLUE_PRINCIPALS,
  ...[
    "apigateway",
    "application-autoscaling",
    "appsync",
    "athena",
    "autoscaling",
    "backup",
    "bedrock",
    "cloudformation",
    "cloudfront",
    "cloudtrail",
    "cloudwatch",
    "codebuild",
    "codedeploy",
    "codepipeline",
    "dynamodb",
    "ecs-tasks",
    "elasticache",
    "elasticbeanstalk",
    "elasticfilesystem",
    "elasticloadbalancing",
    "elasticmapreduce",
    "events",
    "firehose",
    "guardduty",
    "imagebuilder",
    "kinesis",
    "lambda",
    "redshift",
    "rekognition",
    "sagemaker",
    "scheduler",
    "secretsmanager",
    "securityhub",
    "servicecatalog",
    "states",
    "transfer",
    "vpc-flow-logs",
    "workspaces",
    "ec2",
    "ecs",
    "eks",
    "logs",
    "sns",
    "sqs",
    "ssm",
  ].map((name) => `${name}.amazonaws.com`),
];

/** Whether two words have the same letters in another order, or one letter is left out or added. */
function isSwapped(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join("") === [...b].sort().join("");
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
