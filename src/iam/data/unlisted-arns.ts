/**
 * Actions for which the data has no ARNs, though policies that AWS maintains name ARNs of the action's service for them: AWS
 * managed policies in their version of the day of the data. Whether AWS checks those ARNs nobody says, so that an ARN is a
 * warning there. Actions that list are not among them: their names stand beside others in long lists.
 */
const byPolicy: Readonly<Record<string, string>> = {
  AWSApplicationMigrationNetworkMigrationMultiAccount: "ram:GetResourceShares",
  AWSBackupServiceRolePolicyForBackup: "timestream:GetAwsBackupStatus",
  AWSBackupServiceRolePolicyForRestores: "elasticfilesystem:CreateFileSystem timestream:GetAwsRestoreStatus",
  AWSCodeBuildAdminAccess:
    "codestar-connections:CreateConnection codestar-connections:GetIndividualAccessToken codestar-connections:GetInstallationUrl codestar-connections:StartOAuthHandshake",
  AWSControlTowerServiceRolePolicy:
    "cloudformation:ActivateType cloudformation:DeactivateType cloudformation:SetTypeConfiguration",
  AWSElasticBeanstalkServiceRolePolicy: "eks:CreateCluster",
  AWSIdentitySyncFullAccess: "identity-sync:CreateSyncProfile",
  AWSMigrationHubSMSAccess: "mgh:NotifyApplicationState",
  AWSOpsWorksCMServiceRole: "opsworks-cm:DeleteServer opsworks-cm:StartMaintenance",
  AWSQuickSetupEnableAREXExecutionPolicy: "resource-explorer-2:CreateView",
  AWSQuickSightAssetBundleImportPolicy: "quicksight:CreateDataSource quicksight:CreateVPCConnection",
  AWSRolesAnywhereFullAccess: "rolesanywhere:CreateProfile rolesanywhere:CreateTrustAnchor rolesanywhere:ImportCrl",
  AWSSecurityHubServiceRolePolicy: "config:PutServiceLinkedConfigurationRecorder",
  AWSSecurityHubV2ServiceRolePolicy:
    "securityhub:CreateConnector securityhub:DisableSecurityHubV2 securityhub:EnableSecurityHubV2",
  AWSServiceCatalogAdminFullAccess: "cloudformation:CreateStackSet",
  AWSServiceCatalogEndUserFullAccess: "cloudformation:ValidateTemplate",
  AWSSupplyChainFederationAdminAccess: "appflow:CreateConnectorProfile appflow:CreateFlow chime:CreateAppInstanceUser",
  AWSSystemsManagerJustInTimeNodeAccessRolePropagationPolicy: "ram:CreateResourceShare",
  AWSTransformRevenueAttributionPolicy: "partnercentral:CreateRevenueAttribution",
  AWSWAFFullAccess: "appsync:SetWebACL elasticloadbalancing:SetWebAcl",
  AWSWAFReadOnlyAccess: "wafv2:CheckCapacity",
  AmazonCloudWatchRUMFullAccess: "cognito-identity:CreateIdentityPool cognito-identity:SetIdentityPoolRoles",
  AmazonCodeGuruProfilerAgentAccess: "codeguru-profiler:CreateProfilingGroup",
  AmazonDataZoneBedrockModelConsumptionPolicy: "bedrock:CreateSession",
  AmazonDataZoneFullAccess: "bedrock:GetFoundationModelAvailability",
  AmazonDataZoneSageMakerManageAccessRolePolicy:
    "sagemaker:DeleteResourcePolicy sagemaker:GetResourcePolicy sagemaker:PutResourcePolicy",
  AmazonDetectiveFullAccess: "guardduty:ArchiveFindings",
  AmazonECSInfrastructureRoleforExpressGatewayServices: "acm:RequestCertificate",
  AmazonSSMServiceRolePolicy: "resource-explorer-2:CreateManagedView",
  AmazonSageMakerCanvasFullAccess: "emr-serverless:CreateApplication",
  AmazonSageMakerPipelinesIntegrations: "elasticmapreduce:RunJobFlow",
  CloudFrontFullAccess:
    "pricingplanmanager:ApprovePaidSubscription pricingplanmanager:AssociateResourcesToSubscription pricingplanmanager:CancelSubscription pricingplanmanager:CancelSubscriptionChange pricingplanmanager:DisassociateResourcesFromSubscription pricingplanmanager:GetSubscription pricingplanmanager:UpdateSubscription",
  CloudWatchFullAccessV2: "resource-explorer-2:CreateIndex",
  CloudWatchOpenSearchDashboardsFullAccess: "aoss:TagResource",
  DBModProvisioningAndMigration: "dms:CreateDataProvider dms:CreateInstanceProfile",
  NetworkSecurityManagerServiceRolePolicy:
    "wafv2:ValidateNetworkSecurityManagerRuleConfiguration wafv2:ValidateNetworkSecurityManagerWebACLConfiguration",
  PartnerCentralIncentiveBenefitManagement: "partnercentral:CreateBenefitApplication",
  SageMakerStudioDomainExecutionRolePolicy: "datazone:GetAccountPool datazone:GetProjectProfile",
  SageMakerStudioProjectUserRolePolicy:
    "datazone:CreateConnection datazone:DeleteConnection datazone:GetConnection datazone:GetDomainExecutionRoleCredentials datazone:GetEnvironment datazone:GetEnvironmentBlueprintConfiguration datazone:GetProject datazone:GetUserProfile datazone:PostLineageEvent datazone:UpdateConnection",
  ServerMigrationServiceLaunchRole: "resource-groups:CreateGroup",
};

/** Action -> a managed policy that names ARNs for it. */
export const unlistedArns: ReadonlyMap<string, string> = new Map(
  Object.entries(byPolicy).flatMap(([policy, actions]) =>
    actions.split(" ").map((action) => [action, policy] as const),
  ),
);
