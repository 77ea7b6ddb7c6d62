/**
 * What a deployer needs for the other resources of the pack: each kind only where it is asked for.
 *
 * Source: the calls of the resources of hashicorp/aws, and the resource types of the service authorization data. Actions without
 * resource types are allowed on `*` in statements of their own.
 */
import { TAGS } from "./deployer-grants";
import { arnsIn, type GluePlace, type Place } from "./place";
import type { SingleGrant, Terms } from "./terms";

/** Names, each of which may end with `*`, and kinds whose names AWS does not let a policy name. */
interface CatalogDeployerWiring<L, B> {
  readonly workflows: L;
  readonly registries: L;
  readonly dataQualityRulesets: L;
  /** The databases whose tables are deployed. */
  readonly tablesIn: L;
  readonly mlTransforms: B;
  readonly securityConfigurations: B;
  readonly classifiers: B;
  readonly accountSettings: B;
  readonly mayDelete: B;
}

/** What stands around Glue. */
interface PlatformDeployerWiring<L, B> {
  readonly eventRules: L;
  readonly logGroups: L;
  readonly lakeFormation: B;
  readonly readSubnets: B;
  /** IDs of the VPCs in which there are security groups and endpoints of `glue-network`. */
  readonly networkVpcs: L;
  readonly mayDelete: B;
}

type PlatformPlace<T> = Pick<Place<T>, "logs" | "ec2"> & { readonly events: T };

const ofGlue = (...actions: readonly string[]) => actions.map((action) => `glue:${action}`);

/** The statements for resources of Glue, besides those of `deployerGrants`. */
export function catalogDeployerGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  wiring: CatalogDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  return [
    tableGrant(terms, place, wiring),
    ...glueNamedGrants(terms, place, wiring),
    ...glueWholeGrants(terms, place, wiring),
  ];
}

/** The statements for what stands around Glue. */
export function platformDeployerGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: PlatformPlace<T>,
  wiring: PlatformDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  return [...besideGlueGrants(terms, place, wiring), ...networkGrantsOf(terms, place, wiring)];
}

/** What stands in databases. */
function tableGrant<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  { tablesIn, mayDelete }: CatalogDeployerWiring<L, B>,
): SingleGrant<L, B> {
  const arnOf = arnsIn(terms, place);
  const inDatabases = (type: "database" | "table" | "userdefinedfunction", ...end: readonly string[]) =>
    terms.each(tablesIn, "name", (name) => arnOf("glue", type, name, ...end));
  const actions = [
    ...ofGlue("CreateTable", "GetTable", "UpdateTable", "CreatePartition", "GetPartition", "UpdatePartition"),
    ...ofGlue("CreatePartitionIndex", "GetPartitionIndexes"),
    ...ofGlue("CreateUserDefinedFunction", "GetUserDefinedFunction", "UpdateUserDefinedFunction"),
    ...ofGlue("CreateTableOptimizer", "GetTableOptimizer", "UpdateTableOptimizer"),
  ];
  const removals = [
    ...ofGlue("DeleteTable", "DeletePartition", "DeletePartitionIndex"),
    ...ofGlue("DeleteUserDefinedFunction", "DeleteTableOptimizer"),
  ];
  return {
    sid: "ManageTables",
    reason:
      "Tables, views, partitions, indexes, functions and optimizers in the databases. AWS checks the database and the catalog too.",
    actions: terms.concat(terms.list(actions), terms.when(mayDelete, terms.list(removals))),
    resources: terms.concat(
      terms.list([arnOf("glue", "rootcatalog")]),
      inDatabases("database"),
      inDatabases("table", "/*"),
      inDatabases("userdefinedfunction", "/*"),
    ),
    isNeeded: terms.hasAny(tablesIn),
  };
}

/** What a policy can allow by name. */
function glueNamedGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  { workflows, registries, dataQualityRulesets, mayDelete }: CatalogDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  const withDelete = (actions: readonly string[], remove: readonly string[]) =>
    terms.concat(terms.list(actions), terms.when(mayDelete, terms.list(remove)));
  return [
    {
      sid: "ManageWorkflows",
      reason: "Workflows, with their tags.",
      actions: withDelete(
        [...ofGlue("CreateWorkflow", "GetWorkflow", "UpdateWorkflow"), ...TAGS],
        ofGlue("DeleteWorkflow"),
      ),
      resources: terms.each(workflows, "name", (name) => arnOf("glue", "workflow", name)),
      isNeeded: terms.hasAny(workflows),
    },
    {
      sid: "ManageRegistries",
      reason: "Registries and the schemas in them. An action on a schema needs its registry too.",
      actions: withDelete(
        [
          ...ofGlue("CreateRegistry", "GetRegistry", "UpdateRegistry", "CreateSchema", "GetSchema", "UpdateSchema"),
          ...ofGlue("RegisterSchemaVersion", "GetSchemaVersion"),
          ...TAGS,
        ],
        ofGlue("DeleteRegistry", "DeleteSchema"),
      ),
      resources: terms.concat(
        terms.each(registries, "name", (name) => arnOf("glue", "registry", name)),
        terms.each(registries, "name", (name) => arnOf("glue", "schema", name, "/*")),
      ),
      isNeeded: terms.hasAny(registries),
    },
    {
      sid: "ManageRulesets",
      reason: "Data quality rulesets, with their tags.",
      actions: withDelete(
        [...ofGlue("GetDataQualityRuleset", "UpdateDataQualityRuleset"), ...TAGS],
        ofGlue("DeleteDataQualityRuleset"),
      ),
      resources: terms.each(dataQualityRulesets, "name", (name) => arnOf("glue", "dataQualityRuleset", name)),
      isNeeded: terms.hasAny(dataQualityRulesets),
    },
  ];
}

/** What AWS lets a policy allow as a whole only. */
function glueWholeGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  wiring: CatalogDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const { dataQualityRulesets, mlTransforms, securityConfigurations, classifiers, accountSettings } = wiring;
  const arnOf = arnsIn(terms, place);
  const removes = (...actions: readonly string[]) => terms.when(wiring.mayDelete, terms.list(ofGlue(...actions)));
  const lists = (...actions: readonly string[]) => terms.list(ofGlue(...actions));
  return [
    {
      sid: "ManageTransforms",
      reason: "ML transforms. Their ARNs have an ID that AWS chooses, not the name.",
      actions: terms.concat(
        terms.list([...ofGlue("GetMLTransform", "UpdateMLTransform"), ...TAGS]),
        removes("DeleteMLTransform"),
      ),
      resources: terms.list([arnOf("glue", "mlTransform", "*")]),
      isNeeded: mlTransforms,
    },
    {
      sid: "WithoutResourceTypes",
      reason: "These actions have no resource types. They are allowed only for the kinds that you name.",
      actions: terms.concat(
        terms.when(terms.hasAny(dataQualityRulesets), lists("CreateDataQualityRuleset")),
        terms.when(mlTransforms, lists("CreateMLTransform")),
        terms.when(
          securityConfigurations,
          terms.concat(
            lists("CreateSecurityConfiguration", "GetSecurityConfiguration"),
            removes("DeleteSecurityConfiguration"),
          ),
        ),
        terms.when(
          classifiers,
          terms.concat(lists("CreateClassifier", "GetClassifier", "UpdateClassifier"), removes("DeleteClassifier")),
        ),
      ),
      resources: terms.list(["*"]),
      isNeeded: terms.or(terms.hasAny(dataQualityRulesets), mlTransforms, securityConfigurations, classifiers),
    },
    {
      sid: "ManageAccountSettings",
      reason:
        "The encryption settings and the resource policy of the Data Catalog. Who can write the policy can open the catalog to other accounts.",
      actions: terms.concat(
        lists(
          "GetDataCatalogEncryptionSettings",
          "PutDataCatalogEncryptionSettings",
          "GetResourcePolicy",
          "PutResourcePolicy",
        ),
        removes("DeleteResourcePolicy"),
      ),
      resources: terms.list([arnOf("glue", "rootcatalog")]),
      isNeeded: accountSettings,
    },
  ];
}

function besideGlueGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: PlatformPlace<T>,
  { eventRules, logGroups, lakeFormation, mayDelete }: PlatformDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  const of = (service: string, actions: readonly string[]) =>
    terms.list(actions.map((action) => `${service}:${action}`));
  return [
    {
      sid: "ManageEventRules",
      reason: "EventBridge rules and their targets.",
      actions: terms.concat(
        of("events", ["PutRule", "DescribeRule", "EnableRule", "DisableRule", "PutTargets", "ListTargetsByRule"]),
        of("events", ["RemoveTargets", "ListTagsForResource", "TagResource", "UntagResource"]),
        terms.when(mayDelete, of("events", ["DeleteRule"])),
      ),
      resources: terms.each(eventRules, "name", (name) => terms.join(place.events, ":rule/", name)),
      isNeeded: terms.hasAny(eventRules),
    },
    {
      sid: "ManageLogGroups",
      reason: "Log groups, their retention, keys and tags.",
      actions: terms.concat(
        of("logs", ["CreateLogGroup", "PutRetentionPolicy", "DeleteRetentionPolicy"]),
        of("logs", ["AssociateKmsKey", "DisassociateKmsKey", "ListTagsForResource", "TagResource", "UntagResource"]),
        terms.when(mayDelete, of("logs", ["DeleteLogGroup"])),
      ),
      resources: terms.concat(
        terms.each(logGroups, "name", (name) => arnOf("logs", "log-group", name)),
        terms.each(logGroups, "name", (name) => arnOf("logs", "log-group", name, ":*")),
      ),
      isNeeded: terms.hasAny(logGroups),
    },
    {
      sid: "ReadLogGroups",
      reason: "A list of log groups, in which the provider looks for each of them.",
      actions: of("logs", ["DescribeLogGroups"]),
      resources: terms.list(["*"]),
      isNeeded: terms.hasAny(logGroups),
    },
    {
      sid: "ManageLakeFormation",
      reason:
        "Permissions, registered locations and tags of Lake Formation, whose actions have no resource types. Lake Formation itself checks what the deployer may grant.",
      actions: terms.concat(
        of("lakeformation", ["GrantPermissions", "RevokePermissions", "ListPermissions"]),
        of("lakeformation", ["RegisterResource", "DescribeResource", "UpdateResource", "DeregisterResource"]),
        of("lakeformation", ["CreateLFTag", "GetLFTag", "UpdateLFTag", "DeleteLFTag"]),
        of("lakeformation", ["CreateLakeFormationOptIn", "ListLakeFormationOptIns", "DeleteLakeFormationOptIn"]),
      ),
      resources: terms.list(["*"]),
      isNeeded: lakeFormation,
    },
  ];
}

function networkGrantsOf<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: PlatformPlace<T>,
  { networkVpcs, readSubnets, mayDelete }: PlatformDeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const ec2 = (...actions: readonly string[]) => terms.list(actions.map((action) => `ec2:${action}`));
  const arnOf = arnsIn(terms, place);
  const hasNetworks = terms.hasAny(networkVpcs);
  const vpcs = terms.each(networkVpcs, "id", (id) => arnOf("ec2", "vpc", id));
  const groups = arnOf("ec2", "security-group", "*");
  const rules = terms.join(place.ec2, ":security-group-rule/*");
  const endpoints = arnOf("ec2", "vpc-endpoint", "*");
  const inVpcs = { test: "ArnEquals", variable: "ec2:Vpc", values: vpcs };
  return [
    {
      sid: "ReadNetwork",
      reason: "Actions that read networks have no resource types.",
      actions: terms.concat(
        terms.when(terms.or(readSubnets, hasNetworks), ec2("DescribeSubnets")),
        terms.when(
          hasNetworks,
          ec2(
            "DescribeSecurityGroups",
            "DescribeSecurityGroupRules",
            "DescribeNetworkInterfaces",
            "DescribeVpcEndpoints",
            "DescribePrefixLists",
          ),
        ),
      ),
      resources: terms.list(["*"]),
      isNeeded: terms.or(readSubnets, hasNetworks),
    },
    {
      sid: "WriteInVpcs",
      reason: "Security groups and endpoints, in these VPCs only: AWS also checks the VPC itself.",
      actions: ec2("CreateSecurityGroup", "CreateVpcEndpoint", "ModifyVpcEndpoint"),
      resources: terms.concat(
        vpcs,
        terms.list([groups, endpoints, arnOf("ec2", "subnet", "*"), arnOf("ec2", "route-table", "*")]),
      ),
      isNeeded: hasNetworks,
    },
    {
      sid: "ManageSecurityGroups",
      reason: "Rules of security groups in these VPCs.",
      actions: terms.concat(
        ec2("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "ModifySecurityGroupRules"),
        ec2("RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress"),
        terms.when(mayDelete, ec2("DeleteSecurityGroup")),
      ),
      resources: terms.list([groups]),
      conditions: [inVpcs],
      isNeeded: hasNetworks,
    },
    {
      sid: "ManageEndpoints",
      reason: "Tags, and deleting endpoints. AWS has no condition on the VPC for endpoints.",
      actions: terms.concat(ec2("CreateTags", "DeleteTags"), terms.when(mayDelete, ec2("DeleteVpcEndpoints"))),
      resources: terms.list([endpoints, groups, rules]),
      isNeeded: hasNetworks,
    },
  ];
}
