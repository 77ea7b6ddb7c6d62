/**
 * Formats of the ARNs that tfwright builds itself, and the names of their placeholders.
 *
 * They are those of the service authorization data, by the same names of types. Here they are
 * known to TypeScript, so that a builder's values are checked.
 */

const regional = {
  athena: { datacatalog: "datacatalog/${DataCatalogName}", workgroup: "workgroup/${WorkGroupName}" },
  databrew: {
    Dataset: "dataset/${ResourceId}",
    Job: "job/${ResourceId}",
    Project: "project/${ResourceId}",
    Recipe: "recipe/${ResourceId}",
    Ruleset: "ruleset/${ResourceId}",
    Schedule: "schedule/${ResourceId}",
  },
  dynamodb: {
    index: "table/${TableName}/index/${IndexName}",
    stream: "table/${TableName}/stream/${StreamLabel}",
    table: "table/${TableName}",
  },
  ec2: {
    instance: "instance/${InstanceId}",
    "network-interface": "network-interface/${NetworkInterfaceId}",
    "route-table": "route-table/${RouteTableId}",
    "security-group": "security-group/${SecurityGroupId}",
    subnet: "subnet/${SubnetId}",
    vpc: "vpc/${VpcId}",
    "vpc-endpoint": "vpc-endpoint/${VpcEndpointId}",
  },
  glue: {
    blueprint: "blueprint/${BlueprintName}",
    catalog: "catalog/${CatalogName}",
    completion: "completion/${CompletionId}",
    connection: "connection/${ConnectionName}",
    connectionType: "connectionType:${ConnectionTypeName}",
    crawler: "crawler/${CrawlerName}",
    customEntityType: "customEntityType/${CustomEntityTypeId}",
    dataQualityRuleset: "dataQualityRuleset/${RulesetName}",
    database: "database/${DatabaseName}",
    devendpoint: "devEndpoint/${DevEndpointName}",
    integration: "integration:${IntegrationId}",
    integrationResourceProperty: "integrationresourceproperty/${ResourceType}/${ResourceName}",
    job: "job/${JobName}",
    mlTransform: "mlTransform/${TransformId}",
    registry: "registry/${RegistryName}",
    rootcatalog: "catalog",
    schema: "schema/${SchemaName}",
    session: "session/${SessionId}",
    table: "table/${DatabaseName}/${TableName}",
    tableversion: "tableVersion/${DatabaseName}/${TableName}/${TableVersionName}",
    trigger: "trigger/${TriggerName}",
    usageProfile: "usageProfile/${UsageProfileId}",
    userdefinedfunction: "userDefinedFunction/${DatabaseName}/${UserDefinedFunctionName}",
    workflow: "workflow/${WorkflowName}",
  },
  kafka: { cluster: "cluster/${ClusterName}/${Uuid}" },
  kinesis: { stream: "stream/${StreamName}" },
  kms: { alias: "alias/${Alias}", key: "key/${KeyId}" },
  lambda: { function: "function:${FunctionName}" },
  logs: {
    "log-group": "log-group:${LogGroupName}",
    "log-stream": "log-group:${LogGroupName}:log-stream:${LogStreamName}",
  },
  redshift: { cluster: "cluster:${ClusterName}" },
  s3tables: {
    TableBucket: "bucket/${TableBucketName}",
    Table: "bucket/${TableBucketName}/table/${TableID}",
  },
  secretsmanager: { Secret: "secret:${SecretId}" },
  sns: { topic: "${TopicName}" },
  sqs: { queue: "${QueueName}" },
  states: { statemachine: "stateMachine:${StateMachineName}" },
} as const;

const others = {
  iam: {
    group: "arn:${Partition}:iam::${Account}:group/${GroupNameWithPath}",
    "instance-profile": "arn:${Partition}:iam::${Account}:instance-profile/${InstanceProfileNameWithPath}",
    policy: "arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}",
    role: "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}",
    user: "arn:${Partition}:iam::${Account}:user/${UserNameWithPath}",
  },
  s3: {
    accesspoint: "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}",
    accesspointobject: "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}",
    bucket: "arn:${Partition}:s3:::${BucketName}",
    object: "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
  },
} as const;

type RegionalFormats = typeof regional;
type OtherFormats = typeof others;

/** The formats by service and type. */
export type ArnFormats = {
  readonly [S in keyof RegionalFormats]: {
    readonly [T in keyof RegionalFormats[S]]: `arn:\${Partition}:${S}:\${Region}:\${Account}:${RegionalFormats[S][T] & string}`;
  };
} & OtherFormats;

/** The formats by service and type: `arnFormats.glue.table`. */
export const arnFormats = { ...withPrefix(), ...others } as ArnFormats;

type Placeholder<F extends string> = F extends `${string}\${${infer P}}${infer Rest}` ? P | Placeholder<Rest> : never;

type PartOf<P extends string> = Uncapitalize<
  P extends `${infer N}NameWithPath` ? N : P extends `${infer N}Name` ? N : P extends `${infer N}Id` ? N : P
>;

/** The placeholders of a format: `${DatabaseName}` is `database`, `${RoleNameWithPath}` is `role`, `${KeyId}` is `key`. */
export type ArnParts<F extends string, V> = { readonly [P in Placeholder<F> as PartOf<P>]: V };

/** The literal parts of a format, or of a part of one, and the names of its placeholders, in order. */
export function formatParts(
  format: string,
  service = format.split(":", 3)[2] ?? "",
): readonly (string | { readonly part: string; readonly isName: boolean })[] {
  return format
    .split(/(\$\{[^}]*\})/)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith("${") ? placeholder(service, text.slice(2, -1)) : text));
}

function placeholder(service: string, name: string) {
  const part = name.replace(/(NameWithPath|Name|Id)$/, "");
  return { part: part.charAt(0).toLowerCase() + part.slice(1), isName: isName(service, name) };
}

/** Names without `/`. All others may have one: schemas, databases of federated catalogs, roles with a path, objects. */
function isName(service: string, name: string): boolean {
  return ["BucketName", "AccessPointName", "TableBucketName", "KeyId"].includes(name) || service === "dynamodb";
}

function withPrefix(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const services = Object.entries(regional).map(([service, types]) => {
    const prefix = `arn:\${Partition}:${service}:\${Region}:\${Account}:`;
    return [service, Object.fromEntries(Object.entries(types).map(([type, path]) => [type, prefix + path]))];
  });
  return Object.fromEntries(services);
}

/** What the resource of an ARN format begins with, before the first name in it: `job/` of a job's. */
export function startOfResource(format: string): string {
  const [start = ""] = format.split(":").slice(5).join(":").split("${");
  return start;
}
