/** Lists the properties of CloudFormation and SAM resource types that contain a policy. `kinds.ts` does the same for Terraform. */

import type { PolicyHolder } from "../iam/document/policy";
import { lookUp } from "../text/look-up";
import type { ManagedPolicyUse, PrincipalArgument, PrincipalKind } from "./iam-attachments";
import type { PolicyPlace } from "./kinds";

const resource: PolicyPlace = { kind: "resource" };
const other: PolicyPlace = { kind: "other" };
const trust: PolicyPlace = { kind: "trust" };
const ofRole: PolicyPlace = { kind: "identity", holder: "role" };
const ofUser: PolicyPlace = { kind: "identity", holder: "user" };
const ofGroup: PolicyPlace = { kind: "identity", holder: "group" };

/**
 * `AWS::Serverless::Function` creates a role from these properties. Its `Policies` mixes policy documents with names of managed
 * policies and SAM policy templates.
 */
const SAM_ROLE = { Policies: ofRole, AssumeRolePolicyDocument: trust };

/**
 * The properties that contain a policy, by resource type. A nested property is a dotted path: `Policies.PolicyDocument`. List items
 * have no index in the path. `*` matches every property.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, PolicyPlace>>>> = {
  "AWS::IAM::Group": { "Policies.PolicyDocument": ofGroup },
  "AWS::IAM::GroupPolicy": { PolicyDocument: ofGroup },
  "AWS::IAM::ManagedPolicy": { PolicyDocument: { kind: "identity", holder: "managed-policy" } },
  // The policy is added to roles, users and groups. The size limit of a role is used, because it is the largest of the three.
  "AWS::IAM::Policy": { PolicyDocument: ofRole },
  "AWS::IAM::Role": { "Policies.PolicyDocument": ofRole, AssumeRolePolicyDocument: trust },
  "AWS::IAM::RolePolicy": { PolicyDocument: ofRole },
  "AWS::IAM::User": { "Policies.PolicyDocument": ofUser },
  "AWS::IAM::UserPolicy": { PolicyDocument: ofUser },
  "AWS::SSO::PermissionSet": { InlinePolicy: { kind: "permission-set", holder: "permission-set" } },
  "AWS::EKS::PodIdentityAssociation": { Policy: { kind: "session" } },
  "AWS::IoT::Policy": { PolicyDocument: { kind: "identity" } },
  "AWS::RolesAnywhere::Profile": { SessionPolicy: { kind: "session" } },
  "AWS::Transfer::User": { Policy: { kind: "session" } },
  "AWS::Serverless::Function": SAM_ROLE,
  "AWS::Serverless::StateMachine": { Policies: ofRole },

  "AWS::AIOps::InvestigationGroup": { InvestigationGroupPolicy: resource },
  "AWS::APS::ResourcePolicy": { PolicyDocument: resource },
  "AWS::ApiGateway::DomainNameV2": { Policy: resource },
  "AWS::ApiGateway::RestApi": { Policy: resource },
  "AWS::Backup::BackupVault": { AccessPolicy: resource },
  "AWS::CloudTrail::ResourcePolicy": { ResourcePolicy: resource },
  "AWS::CodeArtifact::Domain": { PermissionsPolicyDocument: resource },
  "AWS::CodeArtifact::Repository": { PermissionsPolicyDocument: resource },
  "AWS::DynamoDB::GlobalTable": {
    "Replicas.ResourcePolicy.PolicyDocument": resource,
    "Replicas.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument": resource,
  },
  "AWS::Backup::LogicallyAirGappedBackupVault": { AccessPolicy: resource },
  "AWS::Bedrock::KnowledgeBasePolicy": { PolicyDocument: resource },
  "AWS::Bedrock::ResourcePolicy": { PolicyDocument: resource },
  "AWS::BedrockAgentCore::ResourcePolicy": { Policy: resource },
  "AWS::DSQL::Cluster": { PolicyDocument: resource },
  "AWS::DynamoDB::Table": {
    "ResourcePolicy.PolicyDocument": resource,
    "StreamSpecification.ResourcePolicy.PolicyDocument": resource,
  },
  "AWS::EC2::VPCEndpoint": { PolicyDocument: { kind: "vpc-endpoint" } },
  "AWS::ECR::PublicRepository": { RepositoryPolicyText: resource },
  "AWS::ECR::RegistryPolicy": { PolicyText: resource },
  "AWS::ECR::Repository": { RepositoryPolicyText: resource },
  "AWS::ECR::RepositoryCreationTemplate": { RepositoryPolicy: resource },
  "AWS::EFS::FileSystem": { FileSystemPolicy: resource },
  "AWS::Elasticsearch::Domain": { AccessPolicies: resource },
  "AWS::EventSchemas::RegistryPolicy": { Policy: resource },
  "AWS::Events::EventBus": { Policy: resource },
  "AWS::Events::EventBusPolicy": { Statement: resource },
  "AWS::FSx::S3AccessPointAttachment": { "S3AccessPoint.Policy": resource },
  "AWS::KMS::Key": { KeyPolicy: resource },
  "AWS::KMS::ReplicaKey": { KeyPolicy: resource },
  "AWS::Kinesis::ResourcePolicy": { ResourcePolicy: resource },
  "AWS::Lex::ResourcePolicy": { Policy: resource },
  "AWS::Logs::DeliveryDestination": { "DeliveryDestinationPolicy.DeliveryDestinationPolicy": resource },
  "AWS::Logs::Destination": { DestinationPolicy: resource },
  "AWS::Logs::ResourcePolicy": { PolicyDocument: resource },
  "AWS::MSK::ClusterPolicy": { Policy: resource },
  "AWS::MediaPackageV2::ChannelPolicy": { Policy: resource },
  "AWS::MediaPackageV2::OriginEndpointPolicy": { Policy: resource },
  "AWS::MediaStore::Container": { Policy: resource },
  "AWS::MediaTailor::ChannelPolicy": { Policy: resource },
  "AWS::OSIS::Pipeline": { "ResourcePolicy.Policy": resource },
  "AWS::Oam::Sink": { Policy: resource },
  "AWS::Omics::SequenceStore": { S3AccessPolicy: resource },
  "AWS::OpenSearchService::Domain": { AccessPolicies: resource },
  "AWS::Organizations::ResourcePolicy": { Content: resource },
  "AWS::RUM::AppMonitor": { "ResourcePolicy.PolicyDocument": resource },
  "AWS::Redshift::Cluster": { NamespaceResourcePolicy: resource },
  "AWS::RedshiftServerless::Namespace": { NamespaceResourcePolicy: resource },
  "AWS::S3::AccessGrantsInstance": { "*": other },
  "AWS::S3::AccessPoint": { Policy: resource },
  "AWS::S3::BucketPolicy": { PolicyDocument: resource },
  "AWS::S3::MultiRegionAccessPointPolicy": { Policy: resource },
  "AWS::S3Express::AccessPoint": { Policy: resource },
  "AWS::S3Express::BucketPolicy": { PolicyDocument: resource },
  "AWS::S3Files::FileSystemPolicy": { Policy: resource },
  "AWS::S3ObjectLambda::AccessPointPolicy": { PolicyDocument: resource },
  "AWS::S3Outposts::AccessPoint": { Policy: resource },
  "AWS::S3Outposts::BucketPolicy": { PolicyDocument: resource },
  "AWS::S3Tables::TableBucketPolicy": { ResourcePolicy: resource },
  "AWS::S3Tables::TablePolicy": { ResourcePolicy: resource },
  "AWS::S3Vectors::VectorBucketPolicy": { Policy: resource },
  "AWS::SMSVOICE::ResourcePolicy": { PolicyDocument: resource },
  "AWS::SNS::Topic": { DataProtectionPolicy: other },
  "AWS::SNS::TopicInlinePolicy": { PolicyDocument: resource },
  "AWS::SNS::TopicPolicy": { PolicyDocument: resource },
  "AWS::SQS::QueueInlinePolicy": { PolicyDocument: resource },
  "AWS::SQS::QueuePolicy": { PolicyDocument: resource },
  "AWS::SSM::ResourcePolicy": { Policy: resource },
  "AWS::SageMaker::ModelPackageGroup": { ModelPackageGroupPolicy: resource },
  "AWS::SecretsManager::ResourcePolicy": { ResourcePolicy: resource },
  "AWS::Serverless::Api": { "Auth.ResourcePolicy.CustomStatements": resource },
  "AWS::VpcLattice::AuthPolicy": { Policy: resource },
  "AWS::VpcLattice::ResourcePolicy": { Policy: resource },
  "AWS::XRay::ResourcePolicy": { PolicyDocument: resource },

  "AWS::Logs::AccountPolicy": { "*": other },
  "AWS::Logs::LogGroup": { DataProtectionPolicy: other, ResourcePolicyDocument: resource },
  "AWS::NetworkFirewall::FirewallPolicy": { "*": other },
  "AWS::NetworkFirewall::RuleGroup": { "*": other },
  "AWS::NetworkManager::CoreNetwork": { PolicyDocument: other },
  "AWS::OpenSearchServerless::AccessPolicy": { "*": other },
  "AWS::OpenSearchServerless::SecurityPolicy": { "*": other },
  "AWS::Organizations::Policy": { Content: { kind: "organization" } },
  "AWS::RAM::Permission": { PolicyTemplate: other },
  "AWS::VerifiedPermissions::Policy": { "*": other },
  "AWS::WAFv2::RuleGroup": { "*": other },
  "AWS::WAFv2::WebACL": { "*": other },
};

/** Properties whose value is a statement or a list of statements, without the document around it. */
const STATEMENTS: ReadonlySet<string> = new Set([
  "AWS::Events::EventBusPolicy.Statement",
  "AWS::Serverless::Api.Auth.ResourcePolicy.CustomStatements",
]);

const OF_ROLE_OR_USER = { ManagedPolicyArns: "attached", PermissionsBoundary: "boundary" } as const;
/** `Policies` mixes names and ARNs of managed policies with policies and templates of policies. */
const OF_SAM = { Policies: "attached", PermissionsBoundary: "boundary" } as const;

/** The properties that name managed policies: by their ARNs, in SAM also by their names. */
const MANAGED_POLICIES: Readonly<Record<string, Readonly<Record<string, ManagedPolicyUse>>>> = {
  "AWS::IAM::Group": { ManagedPolicyArns: "attached" },
  "AWS::IAM::Role": OF_ROLE_OR_USER,
  "AWS::IAM::User": OF_ROLE_OR_USER,
  "AWS::SSO::PermissionSet": { ManagedPolicies: "attached", "PermissionsBoundary.ManagedPolicyArn": "boundary" },
  "AWS::Serverless::Function": OF_SAM,
  "AWS::Serverless::StateMachine": OF_SAM,
};

/** What the managed policies are for that a property names; undefined if it names none. `path` is dotted. */
export function managedPolicyUseIn(type: string, path: string): ManagedPolicyUse | undefined {
  return lookUp(lookUp(MANAGED_POLICIES, type) ?? {}, path);
}

/** Whether a property inside of this one names managed policies. */
export function namesManagedPoliciesBelow(type: string, path: string): boolean {
  return Object.keys(lookUp(MANAGED_POLICIES, type) ?? {}).some((name) => name.startsWith(`${path}.`));
}

/** The policy that a property contains; undefined if the property is not known to contain one. `path` is dotted. */
export function policyPlaceOf(type: string, path: string): PolicyPlace | undefined {
  const properties = lookUp(PROPERTIES, type) ?? {};
  return lookUp(properties, path) ?? properties["*"];
}

/** Whether a property inside of this one is known to hold a policy. */
export function holdsPoliciesBelow(type: string, path: string): boolean {
  return Object.keys(lookUp(PROPERTIES, type) ?? {}).some((name) => name.startsWith(`${path}.`));
}

/** Whether the value of a property is a list of statements, without `Version` and `Statement` around it. */
export function holdsStatements(type: string, path: string): boolean {
  return STATEMENTS.has(`${type}.${path}`);
}

/** Types that are, or make, a principal, and the property with its name. SAM makes a role for each function that has none. */
const PRINCIPALS: Readonly<Record<string, { readonly kind: PrincipalKind; readonly name?: string }>> = {
  "AWS::IAM::Group": { kind: "group", name: "GroupName" },
  "AWS::IAM::Role": { kind: "role", name: "RoleName" },
  "AWS::IAM::User": { kind: "user", name: "UserName" },
  "AWS::SSO::PermissionSet": { kind: "permission-set" },
  "AWS::Serverless::Function": { kind: "role" },
  "AWS::Serverless::StateMachine": { kind: "role" },
};

/** Whom a type gives its policy to. */
export interface PolicyTargets {
  /** The properties that name principals. */
  readonly principals: readonly PrincipalArgument[];
  /** What holds the policy. @default the principal */
  readonly holder?: PolicyHolder;
}

const OF_THREE_KINDS: readonly PrincipalArgument[] = [
  ["Roles", "role"],
  ["Users", "user"],
  ["Groups", "group"],
];

const TARGETS: Readonly<Record<string, PolicyTargets>> = {
  "AWS::IAM::GroupPolicy": { principals: [["GroupName", "group"]] },
  "AWS::IAM::ManagedPolicy": { principals: OF_THREE_KINDS, holder: "managed-policy" },
  "AWS::IAM::Policy": { principals: OF_THREE_KINDS },
  "AWS::IAM::RolePolicy": { principals: [["RoleName", "role"]] },
  "AWS::IAM::UserPolicy": { principals: [["UserName", "user"]] },
};

/** Types that put users into groups: the properties that name the users, if it is not the resource itself, and the groups. */
const MEMBERSHIPS: Readonly<Record<string, { readonly users?: string; readonly groups: string }>> = {
  "AWS::IAM::User": { groups: "Groups" },
  "AWS::IAM::UserToGroupAddition": { users: "Users", groups: "GroupName" },
};

/** Which principal a type is or makes, and the property with its name; undefined if it is none. */
export function principalOfTemplate(
  type: string,
): { readonly kind: PrincipalKind; readonly name?: string } | undefined {
  return lookUp(PRINCIPALS, type);
}

/** Whom a type gives its policy to; undefined if it gives none. */
export function policyTargetsOf(type: string): PolicyTargets | undefined {
  return lookUp(TARGETS, type);
}

/** The properties of a type that put users into groups. */
export function membershipOfTemplate(type: string): { readonly users?: string; readonly groups: string } | undefined {
  return lookUp(MEMBERSHIPS, type);
}
