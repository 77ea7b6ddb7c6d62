/** Rules on ARNs, ids and S3 URIs: what people write in their place is the name, the id or the URL. */
import { shapeOf, shapeOfEach, shapeOfValues } from "./rules";

const POLICY = "^arn:[^:]+:iam::([0-9]{12}|aws):policy/.+$";
const ACCOUNT = "^[0-9]{12}$";
const PATH = "^/([!-~]+/)?$";

/** An exact role that a service takes. */
export const roleArn = (input: string) =>
  shapeOf(
    "^arn:[^:]+:iam::[0-9]{12}:role/.+$",
    `${input} takes the ARN of a role, with its path: "arn:aws:iam::111111111111:role/NAME". Use the arn output of glue-role.`,
  );

/** A policy that limits a role. */
export const boundaryArn = shapeOf(
  orEmpty(POLICY),
  'permissions_boundary takes the ARN of a policy: "arn:aws:iam::111111111111:policy/NAME", or "arn:aws:iam::aws:policy/NAME" for one of AWS.',
);

/** Policies to attach. */
export const policyArns = shapeOfValues(
  POLICY,
  'policy_arns takes ARNs of policies: { own = "arn:aws:iam::111111111111:policy/NAME" }. Those of AWS go by name into aws_managed_policies.',
);

/** An account, where a number would lose its zeros. */
export const accountNumber = (input: string) =>
  shapeOf(
    ACCOUNT,
    `${input} is text of 12 digits: "012345678901". Keep the quotes: without them it is a number, and loses a zero at its start.`,
  );

/** The catalog of an account, or one below it. */
export const catalogId = (input: string) =>
  shapeOf(
    orEmpty("^[0-9]{12}$|[^0-9]"),
    `${input} is text that begins with an account of 12 digits: "012345678901". Keep the quotes: without them it is a number, and loses a zero at its start.`,
  );

/** Path of a role or policy. */
export const iamPath = shapeOf(PATH, 'path starts and ends with a slash: "/" or "/glue/".');

/** A queue, where people write its URL. */
export const queueArn = (input: string) =>
  shapeOf(
    orEmpty("^arn:[^:]+:sqs:"),
    `${input} takes the ARN of an SQS queue, not its URL: "arn:aws:sqs:REGION:ACCOUNT:NAME".`,
  );

/** A secret, where people write its name. */
export const secretArn = (input: string) =>
  shapeOf(
    "^arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:.+$",
    `${input} takes the ARN of a secret, not its name: "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef".`,
  );

/** Ids of EC2: `subnet-0a1b2c3d`. */
export const ec2Id = (input: string, prefix: string) =>
  shapeOf(`^${prefix}-[0-9a-z]+$`, `${input} takes an id, not a name or an ARN: "${prefix}-0123456789abcdef0".`);

/** The same for each of a list. */
export const ec2Ids = (input: string, prefix: string) =>
  shapeOfEach(`^${prefix}-[0-9a-z]+$`, `${input} takes ids, not names or ARNs: "${prefix}-0123456789abcdef0".`);

/** A folder or an object in S3. */
export const s3Uri = (input: string, example: string) =>
  shapeOf("^s3a?://[^/]+", `${input} is an S3 URI: "${example}".`);

/** The same for each of a list. */
export const s3Uris = (input: string, example: string) =>
  shapeOfEach("^s3a?://[^/]+", `${input} takes S3 URIs: "${example}".`);

/** The provider takes an empty text for none where the argument is optional. */
function orEmpty(shape: string): string {
  return `^$|${shape}`;
}
