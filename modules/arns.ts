/** Rules for ARNs, IDs and S3 URIs. Callers often write a name, an ID or a URL instead. */
import { shapeOf } from "./rules";

const POLICY = "^arn:[^:]+:iam::([0-9]{12}|aws):policy/.+$";
const ACCOUNT = "^[0-9]{12}$";
const PATH = "^/([!-~]+/)?$";

/** An exact role that a service assumes. */
export const roleArn = (input: string) =>
  shapeOf(
    "^arn:[^:]+:iam::[0-9]{12}:role/.+$",
    `${input} takes the ARN of a role, with its path: "arn:aws:iam::111111111111:role/NAME". Use the arn output of glue-role.`,
  );

/** A policy that limits a role. */
export const boundaryArn = shapeOf(
  orEmpty(POLICY),
  'permissions_boundary takes the ARN of a policy: "arn:aws:iam::111111111111:policy/NAME", or "arn:aws:iam::aws:policy/NAME" for an AWS managed policy.',
);

/** One of the policies to attach. */
export const policyArn = shapeOf(
  POLICY,
  'policy_arns takes ARNs of policies: { own = "arn:aws:iam::111111111111:policy/NAME" }. For AWS managed policies use aws_managed_policies, with their names.',
);

/** An account ID. As a number it would lose its leading zeros. */
export const accountNumber = (input: string) =>
  shapeOf(
    ACCOUNT,
    `${input} must be a string of 12 digits: "012345678901". Keep the quotes: without them it is a number, and a zero at the start is lost.`,
  );

/** The catalog of an account, or one below it. */
export const catalogId = (input: string) =>
  shapeOf(
    orEmpty("^[0-9]{12}$|[^0-9]"),
    `${input} must be a string that starts with an account ID of 12 digits: "012345678901". Keep the quotes: without them it is a number, and a zero at the start is lost.`,
  );

/** Path of a role or policy. */
export const iamPath = shapeOf(PATH, 'path must start and end with a slash: "/" or "/glue/".');

/** The ARN of a queue. Callers often write its URL. */
export const queueArn = (input: string) =>
  shapeOf(
    orEmpty("^arn:[^:]+:sqs:"),
    `${input} takes the ARN of an SQS queue, not its URL: "arn:aws:sqs:REGION:ACCOUNT:NAME".`,
  );

/**
 * The ARN of a secret. Callers often write its name, or the secret itself, which the message must not show. Without the six
 * characters at its end, a policy allows nothing. ? and * stand for them in policies.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
export const secretArn = (input: string) => ({
  ...shapeOf(
    "^arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:.+(-[A-Za-z0-9?]{6}|[*])$",
    `${input} takes the whole ARN of a secret, with the six characters that AWS adds to its name: "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef".`,
  ),
  shows: "element" as const,
});

/** An ID of EC2: `subnet-0a1b2c3d`. */
export const ec2Id = (input: string, prefix: string) =>
  shapeOf(`^${prefix}-[0-9a-z]+$`, `${input} takes an ID, not a name or an ARN: "${prefix}-0123456789abcdef0".`);

/** The same for an element of a list. */
export const ec2Ids = (input: string, prefix: string) =>
  shapeOf(`^${prefix}-[0-9a-z]+$`, `${input} takes IDs, not names or ARNs: "${prefix}-0123456789abcdef0".`);

/** A folder or an object in S3. */
export const s3Uri = (input: string, example: string) =>
  shapeOf("^s3a?://[^/]+", `${input} must be an S3 URI: "${example}".`);

/** The same for an element of a list. */
export const s3Uris = (input: string, example: string) =>
  shapeOf("^s3a?://[^/]+", `${input} takes S3 URIs: "${example}".`);

/** For an optional argument, the provider treats an empty string as no value. */
function orEmpty(shape: string): string {
  return `^$|${shape}`;
}
