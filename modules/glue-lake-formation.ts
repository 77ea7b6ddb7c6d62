/** Locations, tags, grants and opt-ins of Lake Formation. */
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import type { Construct } from "constructs";
import {
  at,
  blocks,
  type Dependency,
  defineModule,
  type Expr,
  each,
  eq,
  fn,
  isNull,
  type ListExpr,
  type MapExpr,
  output,
  resource,
  when,
} from "tfwright";
import { providers } from "./aws";
import { lakeExamples, lakeIam, lakeNotes, lakeTests } from "./glue-lake-formation-docs";
import { type LakeFormationInputs, lakeFormationVariables } from "./glue-lake-formation-variables";
import { glueLakeFormationJa } from "./ja/glue-lake-formation";
import { LakeformationLfTag } from "./providers/aws/lakeformation-lf-tag";
import { LakeformationOptIn } from "./providers/aws/lakeformation-opt-in";
import { LakeformationPermissions } from "./providers/aws/lakeformation-permissions";
import { LakeformationResource } from "./providers/aws/lakeformation-resource";

/** What every grant has. */
interface Granted {
  readonly principal: Expr<string>;
  readonly permissions: ListExpr<Expr<string>>;
  readonly permissions_with_grant_option: ListExpr<Expr<string>>;
}

export const glueLakeFormation = defineModule({
  name: "glue-lake-formation",
  translations: { ja: glueLakeFormationJa },
  title: "AWS Lake Formation grants",
  description:
    "Registers S3 locations with Lake Formation, and grants permissions on databases, tables, columns, locations and LF-tags of the Data Catalog.",
  providers,
  iam: lakeIam,
  notes: lakeNotes,
  examples: lakeExamples,
  tests: lakeTests,
  variables: lakeFormationVariables,
  build(scope, v) {
    const { partition } = resource(scope, DataAwsPartition, "current", {});
    const arnOf: ArnOf = (path) => `arn:${partition}:s3:::${fn.trimsuffix(fn.trimprefix(path, "s3://"), "/")}`;
    const locations = registerLocations(scope, v, arnOf);
    const lfTags = makeTags(scope, v);
    grantOnCatalog(scope, v);
    grantOnDatabases(scope, v);
    grantOnTables(scope, v);
    grantOnColumns(scope, v);
    grantOnLocations(scope, v, arnOf, locations);
    grantOnTags(scope, v, lfTags);
    grantOnTagged(scope, v, lfTags);
    grantOnFilters(scope, v);
    optIn(scope, v);
    return {
      location_arns: output(
        locations.all((one) => one.arn),
        {
          description:
            "ARNs of the registered locations, by key. For `lake_formation` of `glue-role`: `{ data_locations = values(module.NAME.location_arns) }`.",
        },
      ),
      lf_tags: output(
        lfTags.all((tag) => tag.values),
        { description: "Values of the LF-tags, by key." },
      ),
    };
  },
});

/** The ARN of an S3 URI. */
type ArnOf = (path: Expr<string>) => string;

/** The catalog and the region of a resource. */
const placeOf = (v: LakeFormationInputs) => ({ catalog_id: v.catalog_id, region: v.region });

/** The arguments that all grants of permissions have. */
const grantOf = (v: LakeFormationInputs, { value }: { value: Granted }) => ({
  principal: value.principal,
  permissions: value.permissions,
  permissions_with_grant_option: value.permissions_with_grant_option,
  ...placeOf(v),
});

const databaseOf = (table: Expr<string>) => at(fn.split(".", table), 0);

/** The name of a table without its database. */
const tableOf = (table: Expr<string>) => at(fn.split(".", table), 1);

/** A table with all its columns, or all tables of its database. */
const wholeTable = (v: LakeFormationInputs, table: Expr<string>) => {
  const isAll = eq(tableOf(table), "*");
  return {
    catalog_id: v.catalog_id,
    database_name: databaseOf(table),
    name: when(isAll, null, tableOf(table)),
    wildcard: when(isAll, true, null),
  };
};

/** The values that a tag of `lf_tags` does not have. A tag that is managed elsewhere may have any. */
const withoutTag = (lfTags: MapExpr<ListExpr<Expr<string>>>, key: Expr<string>, values: ListExpr<Expr<string>>) =>
  fn.setsubtract(values, fn.lookup(lfTags, key, values));

function registerLocations(scope: Construct, v: LakeFormationInputs, arnOf: ArnOf) {
  return resource(
    scope,
    LakeformationResource,
    "this",
    ({ value }) => ({
      arn: arnOf(value.path),
      role_arn: value.role_arn,
      use_service_linked_role: when(isNull(value.role_arn), true, null),
      hybrid_access_enabled: value.hybrid_access_enabled,
      with_federation: value.with_federation,
      region: v.region,
    }),
    { forEach: v.locations },
  );
}

function makeTags(scope: Construct, v: LakeFormationInputs) {
  return resource(scope, LakeformationLfTag, "this", (tag) => ({ key: tag.key, values: tag.value, ...placeOf(v) }), {
    forEach: v.lf_tags,
  });
}

function grantOnCatalog(scope: Construct, v: LakeFormationInputs): void {
  resource(scope, LakeformationPermissions, "catalog", (grant) => ({ ...grantOf(v, grant), catalog_resource: true }), {
    forEach: v.catalog_grants,
  });
}

function grantOnDatabases(scope: Construct, v: LakeFormationInputs): void {
  resource(
    scope,
    LakeformationPermissions,
    "databases",
    (grant) => ({ ...grantOf(v, grant), database: { catalog_id: v.catalog_id, name: grant.value.database } }),
    { forEach: v.database_grants },
  );
}

function grantOnTables(scope: Construct, v: LakeFormationInputs): void {
  resource(
    scope,
    LakeformationPermissions,
    "tables",
    (grant) => ({ ...grantOf(v, grant), table: wholeTable(v, grant.value.table) }),
    { forEach: v.table_grants },
  );
}

function grantOnColumns(scope: Construct, v: LakeFormationInputs): void {
  resource(
    scope,
    LakeformationPermissions,
    "columns",
    (grant) => ({
      ...grantOf(v, grant),
      table_with_columns: {
        catalog_id: v.catalog_id,
        database_name: databaseOf(grant.value.table),
        name: tableOf(grant.value.table),
        column_names: when(grant.value.excluded, null, grant.value.columns),
        excluded_column_names: when(grant.value.excluded, grant.value.columns, null),
        wildcard: when(grant.value.excluded, true, null),
      },
    }),
    { forEach: v.column_grants },
  );
}

function grantOnLocations(scope: Construct, v: LakeFormationInputs, arnOf: ArnOf, locations: Dependency): void {
  resource(
    scope,
    LakeformationPermissions,
    "locations",
    ({ value }) => ({
      principal: value.principal,
      permissions: ["DATA_LOCATION_ACCESS"],
      permissions_with_grant_option: when(value.can_grant, ["DATA_LOCATION_ACCESS"], []),
      ...placeOf(v),
      data_location: { catalog_id: v.catalog_id, arn: arnOf(value.path) },
    }),
    { forEach: v.location_grants, dependsOn: [locations] },
  );
}

function grantOnTags(scope: Construct, v: LakeFormationInputs, lfTags: Dependency): void {
  resource(
    scope,
    LakeformationPermissions,
    "lf_tags",
    (grant) => ({
      ...grantOf(v, grant),
      lf_tag: { catalog_id: v.catalog_id, key: grant.value.key, values: grant.value.values },
    }),
    {
      forEach: v.lf_tag_grants,
      dependsOn: [lfTags],
      lifecycle: {
        preconditions: [
          {
            condition: ({ value }) => eq(fn.length(withoutTag(v.lf_tags, value.key, value.values)), 0),
            message: ({ key, value }) =>
              `values of lf_tag_grants.${key} must be among those of ${value.key} in lf_tags.`,
          },
        ],
      },
    },
  );
}

/** Permissions on whatever has LF-tags. */
function grantOnTagged(scope: Construct, v: LakeFormationInputs, lfTags: Dependency): void {
  resource(
    scope,
    LakeformationPermissions,
    "lf_tag_policies",
    (grant) => ({
      ...grantOf(v, grant),
      lf_tag_policy: {
        catalog_id: v.catalog_id,
        resource_type: grant.value.resource_type,
        expression: blocks(grant.value.expression, (values, key) => ({ key, values })),
      },
    }),
    {
      forEach: v.lf_tag_policy_grants,
      dependsOn: [lfTags],
      lifecycle: {
        preconditions: [
          {
            condition: (grant) =>
              fn.alltrue(
                each(grant.value.expression, (values, key) => eq(fn.length(withoutTag(v.lf_tags, key, values)), 0)),
              ),
            message: ({ key }) =>
              `expression of lf_tag_policy_grants.${key} must have values that its LF-tags have in lf_tags.`,
          },
        ],
      },
    },
  );
}

function grantOnFilters(scope: Construct, v: LakeFormationInputs): void {
  resource(
    scope,
    LakeformationPermissions,
    "filters",
    (grant) => ({
      ...grantOf(v, grant),
      data_cells_filter: {
        table_catalog_id: grant.value.table_catalog_id,
        database_name: databaseOf(grant.value.table),
        table_name: tableOf(grant.value.table),
        name: grant.value.filter,
      },
    }),
    { forEach: v.filter_grants },
  );
}

function optIn(scope: Construct, v: LakeFormationInputs): void {
  resource(
    scope,
    LakeformationOptIn,
    "this",
    ({ value }) => ({
      region: v.region,
      principal: [{ data_lake_principal_identifier: value.principal }],
      resource_data: [{ table: [wholeTable(v, value.table)] }],
    }),
    { forEach: v.opt_ins },
  );
}
