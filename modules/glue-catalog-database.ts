/** A database of the Data Catalog. */
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import {
  blocks,
  defineModule,
  fn,
  gt,
  ifNotNull,
  isNull,
  list,
  local,
  map,
  object,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  set,
  string,
  when,
} from "tfwright";
import { catalogId } from "./arns";
import { offline, providers, region, tags } from "./aws";

export const glueCatalogDatabase = defineModule({
  name: "glue-catalog-database",
  notes: ["A database takes no role: roles are for the jobs and crawlers that work with it."],
  examples: {
    basic: {
      description: "A database whose tables lie in one folder by default.",
      inputs: { name: "orders", description: "Orders of the shop", location_uri: "s3://example-data/orders/" },
    },
    adopt: {
      description: "Takes over a hand-written database without a change.",
      inputs: { name: "orders" },
      moved: [{ from: "aws_glue_catalog_database.orders", to: "aws_glue_catalog_database.this" }],
    },
  },
  tests: {
    database: {
      providers: offline,
      variables: { name: "orders" },
      runs: [
        {
          name: "plain",
          assert: [
            { condition: 'output.name == "orders"', message: "the name, not the id" },
            {
              condition: "length(local.table_permissions) == 0",
              message: "AWS's own permissions",
            },
          ],
        },
        {
          name: "table_permissions_as_given",
          variables: {
            create_table_default_permissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["SELECT"] }],
          },
          assert: [
            {
              condition:
                'tolist(aws_glue_catalog_database.this.create_table_default_permission[0].permissions) == tolist(["SELECT"])',
              message: "permissions",
            },
            {
              condition:
                'aws_glue_catalog_database.this.create_table_default_permission[0].principal[0].data_lake_principal_identifier == "IAM_ALLOWED_PRINCIPALS"',
              message: "principal",
            },
          ],
        },
        {
          name: "an_empty_list_takes_the_default_away",
          variables: { create_table_default_permissions: [] },
          assert: [
            {
              condition: "length(aws_glue_catalog_database.this.create_table_default_permission) == 1",
              message: "one entry",
            },
            {
              condition: "aws_glue_catalog_database.this.create_table_default_permission[0].permissions == null",
              message: "no permissions",
            },
            {
              condition:
                'aws_glue_catalog_database.this.create_table_default_permission[0].principal[0].data_lake_principal_identifier == "IAM_ALLOWED_PRINCIPALS"',
              message: "of all that IAM allows",
            },
          ],
        },
        {
          name: "resource_link",
          variables: { target_database: { catalog_id: "222222222222", database_name: "orders" } },
          assert: [
            {
              condition: 'aws_glue_catalog_database.this.target_database[0].catalog_id == "222222222222"',
              message: "link",
            },
          ],
        },
        {
          name: "an_account_has_12_digits",
          variables: {
            catalog_id: "11111111111",
            target_database: { catalog_id: "1234567890123", database_name: "orders" },
          },
          expectFailures: ["var.catalog_id", "var.target_database"],
        },
        { name: "upper_case_is_refused", variables: { name: "Orders" }, expectFailures: ["var.name"] },
      ],
    },
  },
  title: "AWS Glue catalog database",
  description: "A database of the Glue Data Catalog, which holds the tables that crawlers and jobs make.",
  providers,
  variables: {
    name: string({
      description: "Name of the database. The catalog stores lower case.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[^A-Z]{1,255}$", name)),
          message: 'name must have 1 to 255 characters, none of them upper case: "orders".',
        },
      ],
    }),
    description: optional(string({ description: "What the database holds." })),
    location_uri: optional(
      string({ description: "Where tables without a location of their own go: `s3://bucket/folder/`." }),
    ),
    parameters: map(string(), { description: "Parameters of the database.", default: {} }),
    catalog_id: optional(
      string({
        description: "Catalog of the database: an account id. The caller's account when null.",
        validate: [catalogId("catalog_id")],
      }),
    ),
    create_table_default_permissions: optional(
      list(
        object({
          principal: string({
            description: "Principal of Lake Formation, `IAM_ALLOWED_PRINCIPALS` for all that IAM allows",
          }),
          permissions: set(string(), { description: "`ALL`, `SELECT`, `ALTER`, `DROP`, `DELETE`, `INSERT`, ..." }),
        }),
        {
          description:
            "What principals may do on new tables. AWS's default when null; `[]` gives nothing by default, as Lake Formation wants it.",
        },
      ),
    ),
    federated_database: optional(
      object(
        {
          identifier: string({ description: "Identifier of the database outside of the catalog" }),
          connection_name: string({ description: "Glue connection to it" }),
        },
        { description: "Makes the database stand for one outside of the catalog." },
      ),
    ),
    target_database: optional(
      object(
        {
          catalog_id: string({
            description: "Catalog of the database that is linked to",
            validate: [catalogId("catalog_id of target_database")],
          }),
          database_name: string({ description: "Its name" }),
          region: optional(string({ description: "Its region" })),
        },
        { description: "Makes the database a resource link to another one." },
      ),
    ),
    region,
    tags,
  },
  build(scope, v) {
    const defaults = v.create_table_default_permissions;
    // The provider drops an empty list; an entry without permissions is what takes AWS's default away.
    const none: readonly string[] = [];
    const takenAway = [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: none }];
    const given = local(
      scope,
      "given_permissions",
      ifNotNull(defaults, (permissions) => permissions, takenAway.slice(1)),
      { comment: "create_table_default_permissions, empty where it is null" },
    );
    const permissions = local(
      scope,
      "table_permissions",
      when(or(isNull(defaults), gt(fn.length(given), 0)), given, takenAway),
      { comment: "An empty list takes AWS's default away; the provider says that by an entry without permissions." },
    );
    const database = resource(scope, GlueCatalogDatabase, "this", {
      name: v.name,
      description: v.description,
      catalogId: v.catalog_id,
      locationUri: v.location_uri,
      parameters: v.parameters,
      region: v.region,
      tags: v.tags,
      createTableDefaultPermission: blocks(permissions, (permission) => ({
        permissions: permission.permissions,
        principal: { dataLakePrincipalIdentifier: permission.principal },
      })),
      federatedDatabase: optionalBlock(v.federated_database, (federated) => ({
        identifier: federated.identifier,
        connectionName: federated.connection_name,
      })),
      targetDatabase: optionalBlock(v.target_database, (target) => ({
        catalogId: target.catalog_id,
        databaseName: target.database_name,
        region: target.region,
      })),
    });
    return {
      name: output(database.name, { description: "Name of the database." }),
      arn: output(database.arn, { description: "ARN of the database." }),
      catalog_id: output(database.catalogId, { description: "Catalog of the database." }),
    };
  },
});
