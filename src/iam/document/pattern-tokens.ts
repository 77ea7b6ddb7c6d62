/**
 * `${...}` in the text of a policy: policy variables such as `${aws:username}`, and references that Terraform has not
 * resolved yet, such as `${aws_s3_bucket.raw.arn}`. The value is unknown, but a known attribute of a known resource type tells
 * whether it is an ARN, and of which format, or a plain name.
 */
import { tokenEnd } from "../../text/tokens";

/**
 * The possible values of a token: any text, a name without `/` and `:`, a fixed text, or an ARN of a format with unknown names.
 */
type TokenMeaning =
  | { readonly kind: "any" }
  | { readonly kind: "name" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "arn"; readonly format: string };

/** The text between `${` and `}` of all tokens, in order. */
function tokenContents(text: string): readonly string[] {
  const found: string[] = [];
  let at = text.indexOf("${");
  while (at >= 0) {
    const end = tokenEnd(text, at);
    if (end !== undefined) found.push(text.slice(at + 2, end - 1));
    at = text.indexOf("${", end ?? at + 2);
  }
  return found;
}

/**
 * Whether each token is a plain name, such as a Region or an account, so that the text has no colons but those that are written.
 */
export function hasNamesOnly(text: string): boolean {
  return tokenContents(text).every(
    (inside) => tokenMeaning(inside).kind !== "any" && tokenMeaning(inside).kind !== "arn",
  );
}

/**
 * The token at the start of a text, if it is known to be a name, such as `${aws_s3_bucket.raw.id}`, so that the text cannot be an
 * ARN. `arn` is the token to write instead, if the resource has an attribute `arn`.
 */
export function nameAtStart(text: string): { readonly token: string; readonly arn?: string } | undefined {
  const end = text.startsWith("${") ? tokenEnd(text, 0) : undefined;
  if (end === undefined) return undefined;
  const inside = text.slice(2, end - 1);
  if (tokenMeaning(inside).kind !== "name") return undefined;
  const ref = REF.exec(inside)?.[1];
  if (ref !== undefined) return { token: `\${${ref}}`, arn: `\${${ref}.Arn}` };
  const arn = inside.replace(/\w+$/, "arn");
  return { token: text.slice(0, end), ...(tokenMeaning(arn).kind === "arn" ? { arn: `\${${arn}}` } : {}) };
}

/**
 * Whether a text is the attribute `arn` of a log group in Terraform. The provider leaves out the `:*` at its end, so it does not
 * match the log streams.
 */
export function isLogGroupArn(text: string): boolean {
  return /^\$\{(data\.)?aws_cloudwatch_log_group\.[\w-]+(\[[^\]]*\])?\.arn\}$/.test(text);
}

/** What `template-arns.ts` writes for a `Ref` of CloudFormation that gives the name of a resource. No other token has a colon behind `Ref`. */
const REF = /^Ref:(\w+)$/;

/** The possible values of a token, from the text between its braces. */
export function tokenMeaning(inside: string): TokenMeaning {
  // IAM User Guide, "Policy variables": `${*}`, `${?}` and `${$}` are the characters themselves.
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "text", text: inside };
  if (REF.test(inside)) return { kind: "name" };
  const reference = attributeOfResource(inside);
  if (reference === undefined) return { kind: "any" };
  const { resource, attribute } = reference;
  const format = attribute === "arn" ? arnsOfResources[resource] : arnsOfAttributes[`${resource}.${attribute}`];
  if (format !== undefined) return { kind: "arn", format };
  return namesOfResources[resource]?.includes(attribute) ? { kind: "name" } : { kind: "any" };
}

/** The type of the resource and the attribute that the text between the braces of a token reads: `aws_s3_bucket.raw[0].arn`. */
export function attributeOfResource(
  inside: string,
): { readonly resource: string; readonly attribute: string } | undefined {
  const [, resource, attribute] = /^(?:data\.)?(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?\.(\w+)$/.exec(inside) ?? [];
  return resource === undefined || attribute === undefined ? undefined : { resource, attribute };
}

// hashicorp/aws, "Attribute Reference" of each resource. In a format `%` is a name without `/` and `:`, `*` any text.
const glue = (path: string) => `arn:%:glue:%:%:${path}`;

const arnsOfResources: Readonly<Record<string, string>> = {
  aws_athena_workgroup: "arn:%:athena:%:%:workgroup/%",
  aws_cloudwatch_log_group: "arn:%:logs:%:%:log-group:*",
  aws_dynamodb_table: "arn:%:dynamodb:%:%:table/%",
  aws_glue_catalog: glue("catalog/*"),
  aws_glue_catalog_database: glue("database/%"),
  aws_glue_catalog_table: glue("table/%/%"),
  aws_glue_connection: glue("connection/%"),
  aws_glue_crawler: glue("crawler/%"),
  aws_glue_data_quality_ruleset: glue("dataQualityRuleset/%"),
  aws_glue_dev_endpoint: glue("devEndpoint/%"),
  aws_glue_job: glue("job/%"),
  aws_glue_ml_transform: glue("mlTransform/%"),
  aws_glue_registry: glue("registry/%"),
  aws_glue_schema: glue("schema/%/%"),
  aws_glue_trigger: glue("trigger/%"),
  aws_glue_user_defined_function: glue("userDefinedFunction/%/%"),
  aws_glue_workflow: glue("workflow/%"),
  aws_iam_group: "arn:%:iam::%:group/*",
  aws_iam_instance_profile: "arn:%:iam::%:instance-profile/*",
  aws_iam_policy: "arn:%:iam::%:policy/*",
  aws_iam_role: "arn:%:iam::%:role/*",
  aws_iam_user: "arn:%:iam::%:user/*",
  aws_kinesis_stream: "arn:%:kinesis:%:%:stream/%",
  aws_kinesis_firehose_delivery_stream: "arn:%:firehose:%:%:deliverystream/%",
  aws_kms_alias: "arn:%:kms:%:%:alias/*",
  aws_kms_key: "arn:%:kms:%:%:key/%",
  aws_lambda_function: "arn:%:lambda:%:%:function:%",
  aws_kms_replica_key: "arn:%:kms:%:%:key/%",
  aws_msk_cluster: "arn:%:kafka:%:%:cluster/%/%",
  aws_redshift_cluster: "arn:%:redshift:%:%:*",
  aws_s3_bucket: "arn:%:s3:::%",
  aws_secretsmanager_secret: "arn:%:secretsmanager:%:%:secret:*",
  aws_s3tables_table_bucket: "arn:%:s3tables:%:%:bucket/%",
  aws_secretsmanager_secret_version: "arn:%:secretsmanager:%:%:secret:*",
  aws_security_group: "arn:%:ec2:%:%:security-group/%",
  aws_sfn_state_machine: "arn:%:states:%:%:stateMachine:%",
  aws_sns_topic: "arn:%:sns:%:%:%",
  aws_sqs_queue: "arn:%:sqs:%:%:%",
  aws_subnet: "arn:%:ec2:%:%:subnet/%",
  aws_vpc: "arn:%:ec2:%:%:vpc/%",
};

const arnsOfAttributes: Readonly<Record<string, string>> = {
  "aws_dynamodb_table.stream_arn": "arn:%:dynamodb:%:%:table/%/stream/*",
  "aws_iam_policy.id": "arn:%:iam::%:policy/*",
  "aws_kms_alias.target_key_arn": "arn:%:kms:%:%:key/%",
  "aws_lambda_function.qualified_arn": "arn:%:lambda:%:%:function:%:%",
  "aws_secretsmanager_secret.id": "arn:%:secretsmanager:%:%:secret:*",
  "aws_sns_topic.id": "arn:%:sns:%:%:%",
};

const namesOfResources: Readonly<Record<string, readonly string[]>> = {
  aws_caller_identity: ["account_id"],
  aws_dynamodb_table: ["id", "name"],
  aws_glue_catalog_database: ["name"],
  aws_glue_catalog_table: ["name", "database_name"],
  aws_glue_connection: ["name"],
  aws_glue_crawler: ["id", "name"],
  aws_glue_job: ["id", "name"],
  aws_iam_policy: ["name"],
  aws_iam_role: ["id", "name"],
  aws_kms_key: ["key_id", "id"],
  aws_partition: ["id", "partition"],
  aws_region: ["id", "name", "region"],
  aws_s3_bucket: ["bucket", "id"],
  aws_security_group: ["id"],
  aws_subnet: ["id"],
  aws_vpc: ["id"],
};
