/**
 * Over 400 lines because it is one table. Where AWS's authorization data alone would mislead: what AWS's pages, its managed policies and its error messages
 * say instead. Data only; `authorization.ts` merges it into what it says of an action.
 *
 * Types are named as in the data. "Permission table" is `api-permissions-reference.md` of the AWS Glue developer guide
 * (awsdocs/aws-glue-developer-guide @c4620ef), "ARN page" is "Specifying AWS Glue resource ARNs" of the same guide.
 */

/** What is said of some actions in place of the data. What a row leaves out is as in the data. */
export interface Override {
  readonly actions: readonly string[];
  /** Types whose ARNs a policy of least privilege names. */
  readonly grant?: readonly string[];
  /** Types without which the action fails: an error where one is missing. */
  readonly requires?: readonly string[];
  /** Types without which it works less well than meant: a warning. */
  readonly wants?: readonly string[];
  /** Types that may be named besides those of the data. */
  readonly accepts?: readonly string[];
  /** Types below the resource that a delete needs as well. */
  readonly children?: readonly string[];
  /** The same where it is not settled: granted when somebody asks for it, never demanded. */
  readonly childrenOnRequest?: readonly string[];
  /** What to make of an ARN where the data knows only `*`. */
  readonly onlyWildcard?: "error" | "warning" | false;
  /** Where the data knows only `*`: the resource that AWS checks; what covers it is as good as `*`. */
  readonly checkedOn?: string;
  /** `*` is what AWS itself writes: no ground to ask for an ARN. */
  readonly wildcardIsFine?: true;
  /** The call names a resource only where it has one of its own; without one AWS checks `*`. */
  readonly arnIsOptional?: true;
  /** Actions that somebody who deploys needs as well. */
  readonly companions?: readonly string[];
  /** Condition keys that requests have besides those of the data. */
  readonly conditionKeys?: readonly string[];
  readonly evidence: string;
}

const integrationActions = [
  "CreateIntegration",
  "CreateIntegrationResourceProperty",
  "CreateIntegrationTableProperties",
  "DeleteIntegrationResourceProperty",
  "DeleteIntegrationTableProperties",
  "GetIntegrationResourceProperty",
  "GetIntegrationTableProperties",
  "ListIntegrationResourceProperties",
  "UpdateIntegrationResourceProperty",
  "UpdateIntegrationTableProperties",
];

export const overrides: readonly Override[] = [
  {
    actions: ["glue:DeleteDatabase"],
    grant: ["rootcatalog", "database", "table", "userdefinedfunction"],
    children: ["table", "userdefinedfunction"],
    evidence: "ARN page: all delete operations require permission on all children; permission table and data agree",
  },
  {
    actions: ["glue:DeleteCatalog"],
    grant: ["rootcatalog", "catalog"],
    childrenOnRequest: ["database", "table", "userdefinedfunction"],
    evidence: "the ARN page's rule would add the children, the API page says they are orphaned, the data has none",
  },
  {
    actions: ["glue:GetTables", "glue:SearchTables"],
    requires: ["rootcatalog", "database"],
    wants: ["table"],
    evidence: "AWS Glue guide: without a table ARN the list is empty, without the database access is denied",
  },
  {
    actions: ["glue:CreateConnection"],
    grant: ["rootcatalog", "connection"],
    accepts: ["connection"],
    evidence: "permission table: connection/NAME and catalog; data: rootcatalog and connectionType",
  },
  {
    actions: ["glue:UpdateConnection"],
    grant: ["rootcatalog", "connection"],
    evidence: "permission table: connection and catalog; the data's connectionType is optional",
  },
  {
    actions: ["glue:CreateUserDefinedFunction"],
    grant: ["rootcatalog", "database", "userdefinedfunction"],
    accepts: ["userdefinedfunction"],
    evidence: "permission table: function, database and catalog; data: database and catalog",
  },
  {
    actions: ["glue:CreateCrawler"],
    grant: ["crawler"],
    accepts: ["crawler"],
    onlyWildcard: false,
    evidence: "data: none; AccessDenied seen `glue:CreateCrawler on resource: arn:aws:glue:us-east-1:...:crawler/NAME`",
  },
  {
    actions: ["glue:CreateDevEndpoint"],
    grant: ["devendpoint"],
    accepts: ["devendpoint"],
    onlyWildcard: false,
    evidence: "data: none; permission table: devEndpoint/NAME",
  },
  {
    actions: ["glue:StartCompletion"],
    accepts: ["completion"],
    onlyWildcard: "warning",
    evidence: "data: none; the managed policy AwsGlueSessionUserRestrictedServiceRole names completion/*",
  },
  {
    actions: ["glue:GetCompletion", "route53:GetChange"],
    wildcardIsFine: true,
    evidence:
      "AWS names the completions and changes, which are known only when they are there; AwsGlueSessionUserRestrictedPolicy " +
      "has completion/* without a condition",
  },
  {
    actions: ["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"],
    wildcardIsFine: true,
    evidence: "data: job/NAME; the permission table, which is older, has `*`",
  },
  {
    actions: ["glue:GetSchemaVersion"],
    wildcardIsFine: true,
    evidence:
      "a consumer asks by the ID of a version, which is in no ARN; AWS Glue guide, IAM examples for deserializers, has `*`, and the " +
      "Amazon Data Firehose guide says that the recommended policy has no resource restrictions",
  },
  {
    actions: ["glue:DeleteResourcePolicy"],
    wildcardIsFine: true,
    evidence: "data: root catalog; permission table: `*`",
  },
  {
    actions: integrationActions.map((name) => `glue:${name}`),
    grant: [],
    requires: [],
    evidence: "data: catalog, connection, database (and property) all required; a source or target is one of them",
  },
  {
    actions: ["glue:GetTags"],
    accepts: ["dataQualityRuleset", "integration", "mlTransform", "registry", "schema", "session"],
    wildcardIsFine: true,
    companions: ["glue:GetConnection"],
    evidence:
      "AWSGlueSchemaRegistryFullAccess names schema/* and registry/*, the data has these types for TagResource; " +
      "permission table: `*`; " +
      "terraform-provider-aws#40476: refreshing a connection fails on `glue:GetConnection ...:catalog`",
  },
  {
    actions: ["glue:TagResource", "glue:UntagResource"],
    wildcardIsFine: true,
    evidence: "permission table: `*`",
  },
  {
    actions: [
      "glue:GetDataCatalogEncryptionSettings",
      "glue:PutDataCatalogEncryptionSettings",
      "glue:GetResourcePolicy",
    ],
    wildcardIsFine: true,
    evidence: "data: root catalog, of which an account has one; permission table: `*`",
  },
  {
    actions: ["cloudwatch:PutMetricData"],
    grant: [],
    wildcardIsFine: true,
    evidence: "data: the only type, dataset, is optional; metrics have no ARN, cloudwatch:namespace narrows them",
  },
  {
    actions: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],
    wildcardIsFine: true,
    evidence: "data: the only type, dataset, is optional; metrics have no ARN",
  },
  {
    actions: [
      "ce:GetCostAndUsage",
      "ce:GetCostAndUsageComparisons",
      "ce:GetCostAndUsageWithResources",
      "ce:GetCostCategories",
      "ce:GetCostComparisonDrivers",
      "ce:GetCostForecast",
      "ce:GetDimensionValues",
      "ce:GetTags",
      "ce:GetUsageForecast",
    ],
    wildcardIsFine: true,
    evidence:
      "data: billing views, since 2024; API reference: BillingViewArn may be left out; AWSBillingReadOnlyAccess and " +
      "CostOptimizationHubServiceRolePolicy have `*`",
  },
  {
    actions: ["ce:GetAnomalies", "ce:GetAnomalyMonitors", "ce:GetAnomalySubscriptions"],
    arnIsOptional: true,
    evidence: "data: monitors and subscriptions; API reference: their ARNs are parameters that a call may leave out",
  },
  {
    actions: [
      "polly:StartSpeechSynthesisStream",
      "polly:StartSpeechSynthesisTask",
      "polly:SynthesizeSpeech",
      "translate:StartTextTranslationJob",
      "translate:TranslateDocument",
      "translate:TranslateText",
      "comprehend:DetectEntities",
      "rekognition:DetectModerationLabels",
    ],
    arnIsOptional: true,
    evidence:
      "data: all types are optional; API references: lexicons, terminologies, parallel data, the endpoint and the project version are " +
      "parameters that a call may leave out",
  },
  {
    actions: [
      "guardduty:CreateMembers",
      "guardduty:CreatePublishingDestination",
      "guardduty:DeleteMembers",
      "guardduty:DisassociateMembers",
      "guardduty:UpdateMemberDetectors",
      "guardduty:UpdateOrganizationConfiguration",
      "securityhub:CreateFindingAggregator",
      "shield:CreateProtectionGroup",
    ],
    onlyWildcard: "warning",
    evidence:
      "data: none; AWS's Security Reference Architecture names detectors, aggregators and protection groups for them, and has other " +
      "statements on `*` for actions without resources",
  },
  {
    actions: ["cloudformation:RegisterType", "cloudformation:DeregisterType", "cloudformation:SetTypeDefaultVersion"],
    onlyWildcard: "warning",
    evidence: "data: none; AWS's Serverless Data Lake Framework registers its modules with `type/module/*` alone",
  },
  {
    actions: ["s3:CreateStorageLensGroup"],
    onlyWildcard: "warning",
    evidence:
      "data: none; AWS's Serverless Data Lake Framework creates its groups with `storage-lens-group/sdlf-*` alone",
  },
  ...(
    [
      ["iam:ListGroups", "group/"],
      ["iam:ListInstanceProfiles", "instance-profile/"],
      ["iam:ListRoles", "role/"],
      ["iam:ListServerCertificates", "server-certificate/"],
      ["iam:ListUsers", "user/"],
      ["iam:ListVirtualMFADevices", "mfa/"],
    ] as const
  ).map(([action, checkedOn]) => ({
    actions: [action],
    checkedOn,
    evidence:
      `data: none; AccessDenied seen \`${action} on resource: arn:aws:iam::ACCOUNT:${checkedOn}\`; the path prefix follows it: ` +
      "dlapiduz/certbot-s3front#52 was denied on `server-certificate/cloudfront/letsencrypt/`; " +
      "not so iam:ListPolicies, denied on `policy path /`",
  })),
  {
    actions: ["iam:ListOpenIDConnectProviders"],
    checkedOn: "oidc-provider/*",
    evidence: "data: none; AccessDenied seen `on resource: arn:aws:iam::ACCOUNT:oidc-provider/*`",
  },
  {
    actions: ["cloudfront:CreateDistribution"],
    checkedOn: "distribution/*",
    evidence:
      "data: none; AccessDenied seen in two repositories `on resource: arn:aws:cloudfront::ACCOUNT:distribution/*`, with the asterisk",
  },
  {
    actions: ["glue:CreateInboundIntegration", "glue:AuthorizeInboundIntegration"],
    accepts: ["rootcatalog", "catalog", "database"],
    onlyWildcard: false,
    evidence: "zero-ETL pages of the Glue and RDS guides name the target's catalog and database in both",
  },
  {
    actions: ["ec2:CreateNetworkInterface"],
    grant: ["network-interface", "subnet", "security-group"],
    evidence: "data: security-group is optional, and checked where the request names one, as Glue's does",
  },
  {
    actions: ["states:InvokeHTTPEndpoint"],
    accepts: ["statemachine"],
    onlyWildcard: false,
    wildcardIsFine: true,
    evidence:
      "data: none; AWS Step Functions guide, Call HTTPS APIs: the policy of the role names the state machine; " +
      "HttpInvoke of aws-cdk-lib writes `*` and narrows it by states:HTTPEndpoint",
  },
  {
    actions: ["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"],
    accepts: ["statemachine", "activity"],
    onlyWildcard: false,
    wildcardIsFine: true,
    evidence:
      "data: none; aws/aws-cdk#8486 tried both: the token of an activity is checked on the activity, others on the state machine; " +
      "NOAA-OWP/hydrovis#837 was denied on `stateMachine:NAME`; a token may be of any state machine, and the console writes `*`",
  },
  {
    actions: ["logs:PutIndexPolicy"],
    onlyWildcard: "warning",
    evidence:
      "data: none; API reference: it names a log group; the evaluations of Bedrock AgentCore allow it on log groups alone",
  },
  {
    actions: ["lambda:PassNetworkConnector"],
    onlyWildcard: "warning",
    evidence: "data: none, though connectors have ARNs; AWS's Serverless Patterns name those of AWS's connectors",
  },
  {
    actions: [
      "ListInstanceAssociations",
      "PutComplianceItems",
      "UpdateAssociationStatus",
      "UpdateInstanceAssociationStatus",
      "UpdateInstanceInformation",
    ].map((name) => `ssm:${name}`),
    wildcardIsFine: true,
    evidence: "what the agent does for its own instance: AmazonSSMManagedInstanceCore has them on `*`",
  },
  {
    actions: ["eks-auth:AssumeRoleForPodIdentity"],
    wildcardIsFine: true,
    evidence: "what a node does for its own pods: AmazonEKSWorkerNodePolicy has it on `*`",
  },
  {
    actions: ["dynamodb:ListStreams"],
    requires: [],
    accepts: ["stream"],
    onlyWildcard: false,
    wildcardIsFine: true,
    evidence:
      "data: no types; Amazon DynamoDB guide, identity-based policies, has it on `table/GameScores/stream/*` to allow access to a stream, " +
      "and so has DynamoDBStreamReadPolicy of AWS SAM",
  },
  {
    actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
    requires: [],
    accepts: [
      "listener-rule/app",
      "listener-rule/net",
      "listener/app",
      "listener/gwy",
      "listener/net",
      "targetgroup",
      "truststore",
    ],
    evidence:
      "Classic Load Balancer and Elastic Load Balancing V2 have actions of these names; the data has the first's types",
  },
  {
    actions: ["aws-marketplace:ListTagsForResource", "aws-marketplace:TagResource", "aws-marketplace:UntagResource"],
    requires: [],
    accepts: ["ChangeSet", "Entity"],
    evidence: "several pages of AWS Marketplace have actions of these names; the data has the types of one of them",
  },
  {
    actions: ["aws-marketplace:Subscribe", "aws-marketplace:Unsubscribe"],
    conditionKeys: ["aws-marketplace:ProductId"],
    evidence:
      "data: no keys; Amazon Bedrock guide, access to foundation models: the key restricts Subscribe to some models; " +
      "AnthropicFullAccess and ROSAManageSubscription have it on both",
  },
  {
    actions: ["ec2:CopyVolumes"],
    conditionKeys: ["aws:ResourceTag/${TagKey}", "ec2:ResourceTag/${TagKey}"],
    evidence:
      "data: the keys of the copy alone; the source is a volume too, and AmazonEBSCSIDriverPolicyV2 and " +
      "ROSAAmazonEBSCSIDriverOperatorPolicy narrow it by its tags",
  },
  {
    actions: ["cloudformation:CreateChangeSet"],
    accepts: ["transform"],
    evidence:
      "data: stack; AWS SAM guide, access to resources: a template with a transform needs the action on " +
      "arn:aws:cloudformation:*:aws:transform/Serverless-2016-10-31 too",
  },
];

/** Types of resources that exist and that the data lacks; an override says which actions accept them. */
export const extraTypes: Readonly<Record<string, string>> = {
  "cloudformation:transform": "arn:${Partition}:cloudformation:${Region}:${Account}:transform/${TransformName}",
};

/**
 * Types that an action accepts wherever it accepts another. Amazon S3 User Guide, "Permissions for Multi-Region Access
 * Points": requests through one are allowed on `arn:aws:s3::ACCOUNT:accesspoint/ALIAS`, and on `.../object/*` below it.
 */
export const alsoAccepted: Readonly<Record<string, string>> = {
  "s3:accesspoint": "multiregionaccesspoint",
  "s3:accesspointobject": "multiregionaccesspoint",
};

/**
 * Names of documents and runbooks of Systems Manager that only AWS can give. AWS Systems Manager API Reference, CreateDocument,
 * "Name": no other document's name begins so, in any case of letters.
 */
const NAMES_OF_AWS = ["AWS*", "Aws*", "aws*", "AMAZON*", "Amazon*", "amazon*", "AMZN*", "Amzn*", "amzn*"];

const ownedByAws = (start: string) => NAMES_OF_AWS.map((name) => `${start}${name}`);

/**
 * ARNs that are of a type and not of its format. What AWS owns and shares with all has no account: Systems Manager guide,
 * public parameters, documents and runbooks; CloudWatchReadOnlyAccess, views of Application Signals. AWS Backup guide: a
 * recovery point has the ARN of what it was made as, `arn:aws:ec2:us-east-1::snapshot/ID`. The format of MediaConnect has
 * a text in the place of the account. Amazon QuickSight guide, "Provisioning users for Amazon QuickSight": the Region of a user may be
 * left out; its themes of AWS are `arn:aws:quicksight::aws:theme/MIDNIGHT` (API reference, AccountCustomization). The products of partners in Security Hub belong to no
 * account: prowler-cloud/prowler#867 was denied securityhub:BatchImportFindings on `arn:aws:securityhub:REGION::product/prowler/prowler`.
 * Amazon Bedrock guide, "Global cross-Region inference": a request through a global profile is checked on the model without a Region too,
 * `arn:aws:bedrock:::foundation-model/MODEL`. Developer Tools console guide: connections that the console makes have `codeconnections` in
 * their ARN since July 2024; one page says that actions on them need the prefix `codestar-connections`, another that both must be the same.
 * API Gateway guide, "Control access to WebSocket APIs": the ARN of a route is `API/STAGE/$connect`, without a method and a path.
 */
export const otherForms: Readonly<Record<string, readonly string[]>> = {
  "backup:recoveryPoint": ["arn:*:*:*:*:*"],
  "bedrock:foundation-model": ["arn:*:bedrock:::foundation-model/*"],
  "codestar-connections:Connection": ["arn:*:codeconnections:*:*:connection/*"],
  "codestar-connections:Host": ["arn:*:codeconnections:*:*:host/*"],
  "ec2:fpga-image": ["arn:*:ec2:*::fpga-image/*"],
  "execute-api:execute-api-general": ["arn:*:execute-api:*:*:*/*/$*"],
  "mediaconnect:Offering": ["arn:*:mediaconnect:*:*:offering:*"],
  "quicksight:theme": ["arn:*:quicksight::aws:theme/*"],
  "quicksight:user": ["arn:*:quicksight::*:user/*"],
  "resource-explorer-2:view": ["arn:*:resource-explorer-2:*::view/AWSServiceView*"],
  "securityhub:product": ["arn:*:securityhub:*::product/*"],
  "ssm:automation-definition": ownedByAws("arn:*:ssm:*::automation-definition/"),
  "ssm:document": ownedByAws("arn:*:ssm:*::document/"),
  "ssm:parameter": ["arn:*:ssm:*::parameter/aws/*"],
};

/** Actions that exist and that the data lacks, with who asks for them. */
export const extraActions: Readonly<Record<string, string>> = {
  "glue:ShareResource": "Lake Formation guide, sharing across accounts: RAM needs it in the catalog's resource policy",
  "iot:AssumeRoleWithCertificate":
    "AWS IoT Core guide, authorizing direct calls to AWS services: a device needs it on the role alias, in its IoT policy",
  "sns:Receive": "Amazon SNS guide: it stands in the default policy of a topic",
};

/** Condition keys that exist and that the data lacks. */
export const extraKeys: Readonly<Record<string, { readonly type: "ARN" | "Bool"; readonly evidence: string }>> = {
  "aws:ARN": {
    type: "ARN",
    evidence:
      "no page of AWS has it; instances of github-aws-runners tag and terminate themselves by it, as ${ec2:SourceInstanceARN}",
  },
  "glue:EvaluatedByLakeFormationTags": {
    type: "Bool",
    evidence: "Lake Formation guide, sharing across accounts by tags: the catalog's resource policy has it",
  },
};
