/**
 * What the attributes of a template's resources mean: `${Raw.Arn}` is the ARN of a bucket, where `Raw` is one. Terraform's names for
 * them are those that `pattern-tokens.ts` knows.
 *
 * Source: AWS CloudFormation guide, "Return values" of each resource type.
 */
import type { Located, PolicyDocument, Statement } from "../iam/document/policy";
import { type JsonNode, membersOf } from "../json/json-node";

/** By the type of a resource: its attribute that is its ARN, and the type of hashicorp/aws with the same ARN. */
const ARNS: Readonly<Record<string, readonly [attribute: string, type: string]>> = {
  "AWS::DynamoDB::GlobalTable": ["Arn", "aws_dynamodb_table"],
  "AWS::DynamoDB::Table": ["Arn", "aws_dynamodb_table"],
  "AWS::IAM::Group": ["Arn", "aws_iam_group"],
  "AWS::IAM::InstanceProfile": ["Arn", "aws_iam_instance_profile"],
  "AWS::IAM::Role": ["Arn", "aws_iam_role"],
  "AWS::IAM::User": ["Arn", "aws_iam_user"],
  "AWS::KMS::Key": ["Arn", "aws_kms_key"],
  "AWS::KMS::ReplicaKey": ["Arn", "aws_kms_replica_key"],
  "AWS::Kinesis::Stream": ["Arn", "aws_kinesis_stream"],
  "AWS::KinesisFirehose::DeliveryStream": ["Arn", "aws_kinesis_firehose_delivery_stream"],
  "AWS::Lambda::Function": ["Arn", "aws_lambda_function"],
  "AWS::MSK::Cluster": ["Arn", "aws_msk_cluster"],
  "AWS::S3::Bucket": ["Arn", "aws_s3_bucket"],
  "AWS::SNS::Topic": ["TopicArn", "aws_sns_topic"],
  "AWS::SQS::Queue": ["Arn", "aws_sqs_queue"],
  "AWS::Serverless::Function": ["Arn", "aws_lambda_function"],
  "AWS::Serverless::SimpleTable": ["Arn", "aws_dynamodb_table"],
  "AWS::Serverless::StateMachine": ["Arn", "aws_sfn_state_machine"],
  "AWS::StepFunctions::StateMachine": ["Arn", "aws_sfn_state_machine"],
};

const ATTRIBUTE = /\$\{([A-Za-z0-9]+)\.(\w+)\}/g;

/** Says of the resources of policies what the attributes in them mean. */
export class TemplateArns {
  readonly #types: ReadonlyMap<string, string>;

  /** @param resources what the template has under `Resources` */
  constructor(resources: JsonNode) {
    const members = resources.kind === "object" ? membersOf(resources) : [];
    this.#types = new Map(
      members.flatMap(({ key, value }) => {
        const type =
          value.kind === "object" ? membersOf(value).findLast((one) => one.key === "Type")?.value : undefined;
        return type?.kind === "string" ? [[key, type.value] as const] : [];
      }),
    );
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
    const meaning = resource.value.replace(ATTRIBUTE, (token, logicalId: string, attribute: string) => {
      const [known, type] = ARNS[this.#types.get(logicalId) ?? ""] ?? [];
      return attribute === known ? `\${${type}.${logicalId}.arn}` : token;
    });
    return meaning === resource.value ? resource : { ...resource, meaning };
  }
}
