/**
 * Names that are written where an action is meant: operations of AWS's APIs that another action authorizes, and names of
 * AWS's own pages and of common tools that no service has.
 */

/** Names of one source, in any case of letters, each with the actions that it means; empty where no action does it. */
interface AliasSource {
  readonly source: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const sources: readonly AliasSource[] = [
  {
    source: "Amazon S3 User Guide, Required permissions for Amazon S3 API operations",
    names: {
      "s3:CompleteMultipartUpload": ["s3:PutObject"],
      "s3:CopyObject": ["s3:GetObject", "s3:PutObject"],
      "s3:CreateMultipartUpload": ["s3:PutObject"],
      "s3:DeleteBucketAnalyticsConfiguration": ["s3:PutAnalyticsConfiguration"],
      "s3:DeleteBucketCors": ["s3:PutBucketCORS"],
      "s3:DeleteBucketEncryption": ["s3:PutEncryptionConfiguration"],
      "s3:DeleteBucketIntelligentTieringConfiguration": ["s3:PutIntelligentTieringConfiguration"],
      "s3:DeleteBucketInventoryConfiguration": ["s3:PutInventoryConfiguration"],
      "s3:DeleteBucketLifecycle": ["s3:PutLifecycleConfiguration"],
      "s3:DeleteBucketMetricsConfiguration": ["s3:PutMetricsConfiguration"],
      "s3:DeleteBucketOwnershipControls": ["s3:PutBucketOwnershipControls"],
      "s3:DeleteBucketReplication": ["s3:PutReplicationConfiguration"],
      "s3:DeleteBucketTagging": ["s3:PutBucketTagging"],
      "s3:DeleteObjects": ["s3:DeleteObject"],
      "s3:DeletePublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
      "s3:GetBucketAccelerateConfiguration": ["s3:GetAccelerateConfiguration"],
      "s3:GetBucketAnalyticsConfiguration": ["s3:GetAnalyticsConfiguration"],
      "s3:GetBucketEncryption": ["s3:GetEncryptionConfiguration"],
      "s3:GetBucketIntelligentTieringConfiguration": ["s3:GetIntelligentTieringConfiguration"],
      "s3:GetBucketInventoryConfiguration": ["s3:GetInventoryConfiguration"],
      "s3:GetBucketLifecycle": ["s3:GetLifecycleConfiguration"],
      "s3:GetBucketLifecycleConfiguration": ["s3:GetLifecycleConfiguration"],
      "s3:GetBucketMetricsConfiguration": ["s3:GetMetricsConfiguration"],
      "s3:GetBucketNotificationConfiguration": ["s3:GetBucketNotification"],
      "s3:GetBucketReplication": ["s3:GetReplicationConfiguration"],
      "s3:GetObjectLockConfiguration": ["s3:GetBucketObjectLockConfiguration"],
      "s3:GetObjectMetadata": ["s3:GetObject"],
      "s3:GetPublicAccessBlock": ["s3:GetBucketPublicAccessBlock"],
      "s3:HeadBucket": ["s3:ListBucket"],
      "s3:HeadObject": ["s3:GetObject"],
      "s3:ListBucketAnalyticsConfigurations": ["s3:GetAnalyticsConfiguration"],
      "s3:ListBucketInventoryConfigurations": ["s3:GetInventoryConfiguration"],
      "s3:ListBucketMetricsConfigurations": ["s3:GetMetricsConfiguration"],
      "s3:ListBuckets": ["s3:ListAllMyBuckets"],
      "s3:ListMultipartUploads": ["s3:ListBucketMultipartUploads"],
      "s3:ListObjects": ["s3:ListBucket"],
      "s3:ListObjectsV2": ["s3:ListBucket"],
      "s3:ListObjectVersions": ["s3:ListBucketVersions"],
      "s3:ListParts": ["s3:ListMultipartUploadParts"],
      "s3:PutBucketAccelerateConfiguration": ["s3:PutAccelerateConfiguration"],
      "s3:PutBucketAnalyticsConfiguration": ["s3:PutAnalyticsConfiguration"],
      "s3:PutBucketEncryption": ["s3:PutEncryptionConfiguration"],
      "s3:PutBucketIntelligentTieringConfiguration": ["s3:PutIntelligentTieringConfiguration"],
      "s3:PutBucketInventoryConfiguration": ["s3:PutInventoryConfiguration"],
      "s3:PutBucketLifecycle": ["s3:PutLifecycleConfiguration"],
      "s3:PutBucketLifecycleConfiguration": ["s3:PutLifecycleConfiguration"],
      "s3:PutBucketMetricsConfiguration": ["s3:PutMetricsConfiguration"],
      "s3:PutBucketNotificationConfiguration": ["s3:PutBucketNotification"],
      "s3:PutBucketReplication": ["s3:PutReplicationConfiguration"],
      "s3:PutObjectLockConfiguration": ["s3:PutBucketObjectLockConfiguration"],
      "s3:PutPublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
      "s3:SelectObjectContent": ["s3:GetObject"],
      "s3:UploadPart": ["s3:PutObject"],
      "s3:UploadPartCopy": ["s3:GetObject", "s3:PutObject"],
    },
  },
  {
    source: "Amazon S3 User Guide, Authorizing Regional and Zonal endpoint API operations: a session authorizes them",
    names: {
      "s3express:DeleteObject": ["s3express:CreateSession"],
      "s3express:GetObject": ["s3express:CreateSession"],
      "s3express:ListObjectsV2": ["s3express:CreateSession"],
      "s3express:PutObject": ["s3express:CreateSession"],
    },
  },
  {
    source:
      "AWS KMS Developer Guide, AWS KMS permissions: ReEncrypt checks the key of the source and that of the destination",
    names: { "kms:ReEncrypt": ["kms:ReEncryptFrom", "kms:ReEncryptTo"] },
  },
  {
    source: "AWS Lambda API Reference, Invoke and InvokeWithResponseStream: both need lambda:InvokeFunction",
    names: {
      "lambda:Invoke": ["lambda:InvokeFunction"],
      "lambda:InvokeWithResponseStream": ["lambda:InvokeFunction"],
    },
  },
  {
    source: "Amazon DynamoDB Developer Guide, IAM security policies with PartiQL, and IAM with transactions",
    names: {
      "dynamodb:BatchExecuteStatement": [
        "dynamodb:PartiQLSelect",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:PartiQLDelete",
      ],
      "dynamodb:ExecuteStatement": [
        "dynamodb:PartiQLSelect",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:PartiQLDelete",
      ],
      "dynamodb:TransactGetItems": ["dynamodb:GetItem"],
      "dynamodb:TransactWriteItems": [
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
      ],
    },
  },
  {
    source:
      "Amazon SQS Developer Guide, Amazon SQS API permissions: a batch needs the permission of the single operation",
    names: {
      "sqs:ChangeMessageVisibilityBatch": ["sqs:ChangeMessageVisibility"],
      "sqs:DeleteMessageBatch": ["sqs:DeleteMessage"],
      "sqs:SendMessageBatch": ["sqs:SendMessage"],
    },
  },
  {
    source:
      "Amazon S3 User Guide, Required permissions for Amazon S3 API operations: listing needs s3:ListBucket; Setting up permissions " +
      "for live replication: s3:ReplicateTags",
    names: {
      "s3:ListObject": ["s3:ListBucket"],
      "s3:ReplicateTag": ["s3:ReplicateTags"],
      "s3:ReplicationTags": ["s3:ReplicateTags"],
    },
  },
  {
    source: "Amazon CloudWatch Logs API Reference, PutLogEvents: it takes a batch of events",
    names: { "logs:PutLogEventsBatch": ["logs:PutLogEvents"] },
  },
  {
    source: "Amazon Kinesis Data Streams and Amazon Data Firehose API References: PutRecords and PutRecordBatch",
    names: {
      "firehose:PutRecords": ["firehose:PutRecordBatch"],
      "kinesis:PutRecordBatch": ["kinesis:PutRecords"],
    },
  },
  {
    source: "Amazon SNS API Reference, PublishBatch: sns:Publish authorizes it",
    names: { "sns:PublishBatch": ["sns:Publish"] },
  },
  {
    source: "Amazon Bedrock User Guide, Prerequisites for running model inference: the actions that invoke a model",
    names: {
      "bedrock:Converse": ["bedrock:InvokeModel"],
      "bedrock:ConverseStream": ["bedrock:InvokeModelWithResponseStream"],
    },
  },
  {
    source: "Amazon API Gateway Developer Guide, Amazon API Gateway IAM actions: they are the methods of HTTP",
    names: {
      "apigateway:CreateDeployment": ["apigateway:POST"],
      "apigateway:CreateRestApi": ["apigateway:POST"],
      "apigateway:DeleteRestApi": ["apigateway:DELETE"],
      "apigateway:GetRestApi": ["apigateway:GET"],
      "apigateway:GetRestApis": ["apigateway:GET"],
      "apigateway:UpdateRestApi": ["apigateway:PATCH"],
    },
  },
  {
    source: "Amazon Timestream Developer Guide, Query: timestream:Select authorizes it",
    names: { "timestream:Query": ["timestream:Select"] },
  },
  {
    source:
      "Amazon EventBridge Scheduler API Reference: tags have TagResource, UntagResource and ListTagsForResource alone",
    names: {
      "scheduler:TagSchedule": ["scheduler:TagResource"],
      "scheduler:UntagSchedule": ["scheduler:UntagResource"],
    },
  },
  {
    source: "AWS CLI Command Reference, ecr get-login and get-login-password: both ask for a token",
    names: {
      "ecr:GetLogin": ["ecr:GetAuthorizationToken"],
      "ecr:GetLoginPassword": ["ecr:GetAuthorizationToken"],
    },
  },
  {
    source: "AWS Glue Developer Guide, Specifying AWS Glue resource ARNs",
    names: {
      "glue:BatchCreatePartitions": ["glue:BatchCreatePartition"],
      "glue:CreateUpdateDevEndpoint": ["glue:CreateDevEndpoint", "glue:UpdateDevEndpoint"],
    },
  },
  {
    source: "AWS Glue API, GetUnfiltered...: the public action of the operation is glue:GetTable, and its kin",
    names: {
      "glue:GetUnfilteredPartitionMetadata": ["glue:GetPartition"],
      "glue:GetUnfilteredPartitionsMetadata": ["glue:GetPartitions"],
      "glue:GetUnfilteredTableMetadata": ["glue:GetTable"],
    },
  },
  {
    source: "AWS Glue Developer Guide, Create an IAM policy for notebook servers",
    names: {
      "glue:CreateBookmark": [],
      "glue:GetBookmark": ["glue:GetJobBookmark"],
      "glue:GetMetric": [],
      "glue:PutMetric": [],
      "glue:UpdateBookmark": [],
    },
  },
  {
    source: "AWS Glue Studio, minimum permissions",
    names: {
      "glue:CreateDag": [],
      "glue:DeleteDag": [],
      "glue:GetDag": [],
      "glue:GetInferredSchema": [],
      "glue:QueryJobRuns": [],
      "glue:QueryJobRunsAggregated": [],
      "glue:QueryJobs": [],
      "glue:SaveJob": [],
      "glue:UpdateDag": [],
    },
  },
  {
    source:
      "Service Authorization Reference: the action is that of another service, which is used together with this one",
    names: {
      "cloudwatch:CreateLogGroup": ["logs:CreateLogGroup"],
      "cloudwatch:CreateLogStream": ["logs:CreateLogStream"],
      "cloudwatch:DescribeLogGroups": ["logs:DescribeLogGroups"],
      "cloudwatch:DescribeLogStreams": ["logs:DescribeLogStreams"],
      "cloudwatch:FilterLogEvents": ["logs:FilterLogEvents"],
      "cloudwatch:GetLogEvents": ["logs:GetLogEvents"],
      "cloudwatch:PutLogEvents": ["logs:PutLogEvents"],
      "ec2:DescribeAutoScalingGroups": ["autoscaling:DescribeAutoScalingGroups"],
      "ec2:DescribeLoadBalancers": ["elasticloadbalancing:DescribeLoadBalancers"],
      "ec2:DescribeTargetHealth": ["elasticloadbalancing:DescribeTargetHealth"],
      "ecs:BatchGetImage": ["ecr:BatchGetImage"],
      "ecs:GetAuthorizationToken": ["ecr:GetAuthorizationToken"],
      "events:StartExecution": ["states:StartExecution"],
      "iam:AssumeRole": ["sts:AssumeRole"],
      "iam:GetCallerIdentity": ["sts:GetCallerIdentity"],
      "kms:GetSecretValue": ["secretsmanager:GetSecretValue"],
      "lambda:StartExecution": ["states:StartExecution"],
      "logs:GetMetricData": ["cloudwatch:GetMetricData"],
      "logs:PutMetricData": ["cloudwatch:PutMetricData"],
      "opensearch:ESHttpDelete": ["es:ESHttpDelete"],
      "opensearch:ESHttpGet": ["es:ESHttpGet"],
      "opensearch:ESHttpHead": ["es:ESHttpHead"],
      "opensearch:ESHttpPatch": ["es:ESHttpPatch"],
      "opensearch:ESHttpPost": ["es:ESHttpPost"],
      "opensearch:ESHttpPut": ["es:ESHttpPut"],
      "s3:Decrypt": ["kms:Decrypt"],
      "s3:GenerateDataKey": ["kms:GenerateDataKey"],
      "secretsmanager:GetParameter": ["ssm:GetParameter"],
      "sns:SendMessage": ["sqs:SendMessage"],
      "sqs:Publish": ["sns:Publish"],
      "vpc-lattice:Invoke": ["vpc-lattice-svcs:Invoke"],
      "ssm:GetSecretValue": ["secretsmanager:GetSecretValue"],
      ...Object.fromEntries(
        ["ec2", "ecs", "glue", "lambda", "s3", "sagemaker", "states", "sts"].map((service) => [
          `${service}:PassRole`,
          ["iam:PassRole"],
        ]),
      ),
    },
  },
  { source: "Prowler", names: { "glue:UpdateDevEndpoints": ["glue:UpdateDevEndpoint"] } },
];

/** The actions that each name means, as they are written in their source. */
export const actionAliases: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...sources.map(({ names }) => names),
);

const byName = new Map(Object.entries(actionAliases).map(([name, meant]) => [name.toLowerCase(), meant]));

/** The actions that a name means, in any case of letters; undefined where no source tells it. */
export function actionsMeantBy(name: string): readonly string[] | undefined {
  return byName.get(name.toLowerCase());
}
