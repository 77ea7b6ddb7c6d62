/**
 * What the attributes of a template's resources mean: `${Raw.Arn}` is the ARN of a bucket, where `Raw` is one. Terraform's names for
 * them are those that `pattern-tokens.ts` knows.
 *
 * Source: AWS CloudFormation guide, "Return values" of each resource type.
 */
import type { Located, PolicyDocument, Statement } from "../iam/document/policy";
import type { TemplateResource } from "./template-resources";

/**
 * By the type of a resource: its attribute that is its ARN, and the type of hashicorp/aws with the same ARN; then whether `Ref` gives
 * a name or an ID, or the ARN. Of a queue it gives the URL.
 */
const ARNS: Readonly<Record<string, readonly [attribute: string, type: string, ref?: "name" | "arn"]>> = {
  "AWS::DynamoDB::GlobalTable": ["Arn", "aws_dynamodb_table", "name"],
  "AWS::DynamoDB::Table": ["Arn", "aws_dynamodb_table", "name"],
  "AWS::IAM::Group": ["Arn", "aws_iam_group", "name"],
  "AWS::IAM::InstanceProfile": ["Arn", "aws_iam_instance_profile", "name"],
  "AWS::IAM::Role": ["Arn", "aws_iam_role", "name"],
  "AWS::IAM::User": ["Arn", "aws_iam_user", "name"],
  "AWS::KMS::Key": ["Arn", "aws_kms_key", "name"],
  "AWS::KMS::ReplicaKey": ["Arn", "aws_kms_replica_key", "name"],
  "AWS::Kinesis::Stream": ["Arn", "aws_kinesis_stream", "name"],
  "AWS::KinesisFirehose::DeliveryStream": ["Arn", "aws_kinesis_firehose_delivery_stream", "name"],
  "AWS::Lambda::Function": ["Arn", "aws_lambda_function", "name"],
  "AWS::MSK::Cluster": ["Arn", "aws_msk_cluster", "arn"],
  "AWS::S3::Bucket": ["Arn", "aws_s3_bucket", "name"],
  "AWS::SecretsManager::Secret": ["Id", "aws_secretsmanager_secret", "arn"],
  "AWS::SNS::Topic": ["TopicArn", "aws_sns_topic", "arn"],
  "AWS::SQS::Queue": ["Arn", "aws_sqs_queue"],
  "AWS::Serverless::Function": ["Arn", "aws_lambda_function", "name"],
  "AWS::Serverless::SimpleTable": ["Arn", "aws_dynamodb_table", "name"],
  "AWS::Serverless::StateMachine": ["Arn", "aws_sfn_state_machine", "arn"],
  "AWS::StepFunctions::StateMachine": ["Arn", "aws_sfn_state_machine", "arn"],
};

const REF = /\$\{([A-Za-z0-9]+)\}/g;
const ATTRIBUTE = /\$\{([A-Za-z0-9]+)\.(\w+)\}/g;

/** Says of the resources of policies what the attributes in them mean. */
export class TemplateArns {
  readonly #types: ReadonlyMap<string, string>;

  constructor(resources: readonly TemplateResource[]) {
    this.#types = new Map(resources.map(({ logicalId, type }) => [logicalId, type]));
  }

  /** The document, whose resources have meanings where there are some. */
  explain(document: PolicyDocument): PolicyDocument {
    return { ...document, statements: document.statements.map((statement) => this.#explainStatement(statement)) };
  }

  #explainStatement(statement: Statement): Statement {
    const { resources } = statement;
    if (resources?.some(({ value }) => value.includes("${")) !== true) return statement;
    return { ...statement, resources: resources.map((one) => this.#explainResource(one)) };
  }

  /** A text whose source is another has names of its own, as in `Fn::Sub` with a map. */
  #explainResource(resource: Located<string>): Located<string> {
    if (resource.source !== undefined) return resource;
    const meaning = resource.value
      .replace(ATTRIBUTE, (token, logicalId: string, attribute: string) => {
        const [known, type] = this.#arnOf(logicalId);
        return attribute === known ? `\${${type}.${logicalId}.arn}` : token;
      })
      .replace(REF, (token, logicalId: string) => {
        const [, type, ref] = this.#arnOf(logicalId);
        if (ref === "arn") return `\${${type}.${logicalId}.arn}`;
        return ref === "name" ? `\${Ref:${logicalId}}` : token;
      });
    return meaning === resource.value ? resource : { ...resource, meaning };
  }

  #arnOf(logicalId: string): readonly [attribute?: string, type?: string, ref?: "name" | "arn"] {
    return ARNS[this.#types.get(logicalId) ?? ""] ?? [];
  }
}
