/**
 * What the attributes of a template's resources mean: `${Raw.Arn}` is the ARN of a bucket, where `Raw` is one. Terraform's names for
 * them are those that `pattern-tokens.ts` knows.
 *
 * Source: AWS CloudFormation guide, "Return values" of each resource type.
 */
import { textOfIntrinsic } from "../../iam/document/intrinsics";
import { takenToken, unreplacedToken, withPseudoParameters } from "../../iam/document/pattern-tokens";
import type { Located, PolicyDocument, Statement } from "../../iam/document/policy";
import { type JsonNode, type JsonObject, memberIn } from "../../json/json-node";
import { lookUp } from "../../text/look-up";
import type { TemplateResource } from "./template-resources";

/** What the values of a type of resources are. */
interface TemplateValues {
  /** The attribute that is the ARN; absent if there is none. */
  readonly arn?: string;
  /** The type of hashicorp/aws whose attribute `arn` has the same form. */
  readonly type: string;
  /** What `Ref` gives. @default anything */
  readonly ref?: "name" | "path" | "arn" | "URL";
  /** Attributes that are names. */
  readonly names?: readonly string[];
  /** Other attributes that are ARNs, as attributes of the type. */
  readonly others?: Readonly<Record<string, string>>;
}

const TABLE: TemplateValues = {
  arn: "Arn",
  type: "aws_dynamodb_table",
  ref: "name",
  others: { StreamArn: "stream_arn" },
};
const FUNCTION: TemplateValues = { arn: "Arn", type: "aws_lambda_function", ref: "name" };
const STATE_MACHINE: TemplateValues = { arn: "Arn", type: "aws_sfn_state_machine", ref: "arn", names: ["Name"] };

const VALUES: Readonly<Record<string, TemplateValues>> = {
  "AWS::ApiGateway::RestApi": { type: "aws_api_gateway_rest_api", ref: "name" },
  "AWS::ApiGatewayV2::Api": { type: "aws_apigatewayv2_api", ref: "name" },
  "AWS::Cognito::UserPool": { arn: "Arn", type: "aws_cognito_user_pool", ref: "name" },
  "AWS::DynamoDB::GlobalTable": TABLE,
  "AWS::DynamoDB::Table": TABLE,
  "AWS::ECR::Repository": { arn: "Arn", type: "aws_ecr_repository", ref: "path" },
  "AWS::ECS::Cluster": { arn: "Arn", type: "aws_ecs_cluster", ref: "name" },
  "AWS::ECS::TaskDefinition": { type: "aws_ecs_task_definition", ref: "arn" },
  "AWS::Elasticsearch::Domain": { arn: "Arn", type: "aws_elasticsearch_domain", ref: "name" },
  "AWS::Events::EventBus": { arn: "Arn", type: "aws_cloudwatch_event_bus", ref: "path" },
  "AWS::IAM::Group": { arn: "Arn", type: "aws_iam_group", ref: "name" },
  "AWS::IAM::InstanceProfile": { arn: "Arn", type: "aws_iam_instance_profile", ref: "name" },
  "AWS::IAM::Role": { arn: "Arn", type: "aws_iam_role", ref: "name" },
  "AWS::IAM::User": { arn: "Arn", type: "aws_iam_user", ref: "name" },
  "AWS::KMS::Key": { arn: "Arn", type: "aws_kms_key", ref: "name" },
  "AWS::KMS::ReplicaKey": { arn: "Arn", type: "aws_kms_replica_key", ref: "name" },
  "AWS::Kinesis::Stream": { arn: "Arn", type: "aws_kinesis_stream", ref: "name" },
  "AWS::KinesisFirehose::DeliveryStream": { arn: "Arn", type: "aws_kinesis_firehose_delivery_stream", ref: "name" },
  "AWS::Lambda::Function": FUNCTION,
  "AWS::Logs::LogGroup": { type: "aws_cloudwatch_log_group", ref: "path", others: { Arn: "arn_with_streams" } },
  "AWS::MSK::Cluster": { arn: "Arn", type: "aws_msk_cluster", ref: "arn" },
  "AWS::OpenSearchService::Domain": { arn: "Arn", type: "aws_opensearch_domain", ref: "name" },
  "AWS::S3::Bucket": { arn: "Arn", type: "aws_s3_bucket", ref: "name" },
  "AWS::SNS::Topic": { arn: "TopicArn", type: "aws_sns_topic", ref: "arn", names: ["TopicName"] },
  "AWS::SQS::Queue": { arn: "Arn", type: "aws_sqs_queue", ref: "URL", names: ["QueueName"] },
  "AWS::SecretsManager::Secret": { arn: "Id", type: "aws_secretsmanager_secret", ref: "arn" },
  "AWS::Serverless::Function": FUNCTION,
  "AWS::Serverless::SimpleTable": TABLE,
  "AWS::Serverless::StateMachine": STATE_MACHINE,
  "AWS::StepFunctions::StateMachine": STATE_MACHINE,
};

/** A pseudo parameter, or the name of a resource or a parameter with or without an attribute. */
const NAMED = /\$\{(?:(AWS::\w+)|([A-Za-z0-9]+)(?:\.[\w.]+)?)\}/g;

function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<JsonNode | undefined>((node, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return node?.kind === "array" ? node.items[Number(name)] : memberIn(node, name);
  }, root);
}

/** Properties that say on what a policy is set, by the type of the resource that sets it. */
const SET_ON: Readonly<Record<string, string>> = {
  "AWS::S3::BucketPolicy": "Bucket",
  "AWS::SNS::TopicInlinePolicy": "TopicArn",
  "AWS::SNS::TopicPolicy": "Topics",
  "AWS::SQS::QueueInlinePolicy": "Queue",
  "AWS::SQS::QueuePolicy": "Queues",
  "AWS::SecretsManager::ResourcePolicy": "SecretId",
};

const REF = /\$\{([A-Za-z0-9]+)\}/g;
const ATTRIBUTE = /\$\{([A-Za-z0-9]+)\.(\w+)\}/g;

/** Says of the resources of policies what the attributes in them mean. */
export class TemplateArns {
  readonly #types: ReadonlyMap<string, string>;

  /** Names that `${...}` in `Fn::Sub` may have: those of resources and of parameters. */
  readonly #names: ReadonlySet<string>;

  constructor(resources: readonly TemplateResource[], parameters: readonly string[] = []) {
    this.#types = new Map(resources.map(({ logicalId, type }) => [logicalId, type]));
    this.#names = new Set([...this.#types.keys(), ...parameters]);
  }

  /** The document, whose texts have meanings where there are some. `node` is what the document was read from. */
  explain(document: PolicyDocument, node?: JsonNode): PolicyDocument {
    return { ...document, statements: document.statements.map((statement) => this.#explainStatement(statement, node)) };
  }

  /** The resource of the template on which another one sets its policy, in the words of Terraform; undefined where there are several. */
  targetOf(type: string, properties: JsonNode): string | undefined {
    const written = memberIn(properties, lookUp(SET_ON, type) ?? "");
    const [node, ...others] = written?.kind === "array" ? written.items : [written];
    if (node === undefined || others.length > 0) return undefined;
    const name = /^\$\{([A-Za-z0-9]+)(?:\.\w+)?\}$/.exec(textOfIntrinsic(node) ?? "")?.[1];
    const known = name === undefined ? undefined : this.#valuesOf(name);
    return known === undefined ? undefined : `\${${known.type}.${name}.arn}`;
  }

  #explainStatement(statement: Statement, node: JsonNode | undefined): Statement {
    const { resources, conditions, principals } = statement;
    const unreplaced = <T extends Located<unknown>>(one: T): T => this.#markUnreplaced(this.#explainText(one), node);
    const explained = resources?.some(({ value }) => value.includes("${")) === true;
    return {
      ...statement,
      ...(explained ? { resources: resources.map(unreplaced) } : {}),
      ...(conditions.length === 0
        ? {}
        : { conditions: conditions.map((one) => ({ ...one, values: one.values.map(unreplaced) })) }),
      ...(principals === undefined
        ? {}
        : { principals: principals.map((one) => ({ ...one, values: one.values.map(unreplaced) })) }),
    };
  }

  /** A text that is no argument of `Fn::Sub`, and has names in it that only `Fn::Sub` replaces. */
  #markUnreplaced<T extends Located<unknown>>(one: T, root: JsonNode | undefined): T {
    const { value, pointer } = one;
    if (typeof value !== "string" || !value.includes("${") || root === undefined || pointer === undefined) return one;
    const node = nodeAt(root, pointer);
    if (node?.kind === "object") return markTaken(one, node);
    if (node?.kind !== "string") return one;
    const [token] = [...value.matchAll(NAMED)].flatMap(([whole, pseudo, name = ""]) =>
      pseudo !== undefined || this.#names.has(name) ? [whole] : [],
    );
    return token === undefined ? one : { ...one, meaning: value.replace(token, unreplacedToken(token)) };
  }

  /** A text whose source is another has names of its own, as in `Fn::Sub` with a map. */
  #explainText<T extends Located<unknown>>(text: T): T {
    const { value } = text;
    if (text.source !== undefined || typeof value !== "string" || !value.includes("${")) return text;
    const meaning = withPseudoParameters(value)
      .replace(ATTRIBUTE, (token, logicalId: string, attribute: string) => {
        const known = this.#valuesOf(logicalId);
        if (known?.names?.includes(attribute)) return nameToken("Name", `${logicalId}.${attribute}`, logicalId, known);
        const meant = attribute === known?.arn ? "arn" : known?.others && lookUp(known.others, attribute);
        return known === undefined || meant === undefined ? token : `\${${known.type}.${logicalId}.${meant}}`;
      })
      .replace(REF, (token, logicalId: string) => {
        const known = this.#valuesOf(logicalId);
        if (known?.ref === undefined) return token;
        if (known.ref === "arn") return `\${${known.type}.${logicalId}.arn}`;
        return nameToken(KINDS[known.ref], logicalId, logicalId, known);
      });
    return meaning === value ? text : { ...text, meaning };
  }

  #valuesOf(logicalId: string): TemplateValues | undefined {
    return lookUp(VALUES, this.#types.get(logicalId) ?? "");
  }
}

/**
 * A policy variable in `Fn::Sub`. AWS CloudFormation guide, "Fn::Sub": `${!Literal}` stays as `${Literal}`, and any other name has to be one of
 * the template or of the map.
 */
function markTaken<T extends Located<unknown>>(one: T, node: JsonObject): T {
  const [only, ...others] = node.members;
  if (only?.key !== "Fn::Sub" || others.length > 0) return one;
  const text = only.value.kind === "array" ? only.value.items[0] : only.value;
  const token = text?.kind === "string" ? /\$\{(?:aws|saml):(?!:)[^{}]*\}/.exec(text.value)?.[0] : undefined;
  return token === undefined ? one : { ...one, meaning: String(one.value).replace(token, takenToken(token)) };
}

const KINDS = { name: "Name", path: "Path", URL: "URL" } as const;

/** A token that is no ARN, for `pattern-tokens.ts`: what is written, and what the ARN would be. */
function nameToken(
  kind: "Name" | "Path" | "URL",
  written: string,
  logicalId: string,
  { arn, ref }: TemplateValues,
): string {
  const meant = ref === "arn" ? logicalId : arn === undefined ? undefined : `${logicalId}.${arn}`;
  return `\${${kind}:${written}${meant === undefined ? "" : `:${meant}`}}`;
}
