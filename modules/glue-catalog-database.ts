/** A database of the Data Catalog, with what it contains. */
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import {
  blocks,
  defineModule,
  eq,
  fn,
  gt,
  ifNotNull,
  list,
  local,
  map,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  set,
  string,
  when,
} from "tfwright";
import { catalogId } from "./arns";
import { offline, providers, region, tags } from "./aws";
import { makeContents, repeatedNames } from "./glue-catalog-contents";
import { contentsExamples, contentsNotes, contentsRuns, databaseIam } from "./glue-catalog-docs";
import { contents } from "./glue-catalog-tables";
import { glueCatalogDatabaseJa } from "./ja/glue-catalog-database";
import { databaseName, shapeOf } from "./rules";

export const glueCatalogDatabase = defineModule({
  name: "glue-catalog-database",
  wrapper: true,
  iam: databaseIam,
  notes: ["A database has no role. The jobs and crawlers that use it have roles.", ...contentsNotes],
  examples: {
    basic: {
      description: "A database whose tables are in one folder by default.",
      inputs: { name: "orders", description: "Orders of the shop", location_uri: "s3://example-data/orders/" },
    },
    ...contentsExamples,
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
          name: "an_empty_list_removes_the_default",
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
              message: "for all principals that IAM allows",
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
        {
          name: "a_location_is_a_uri",
          variables: { location_uri: "example-data/orders/" },
          expectFailures: ["var.location_uri"],
        },
        {
          name: "a_linked_database_is_in_lower_case",
          variables: { target_database: { catalog_id: "222222222222", database_name: "Orders" } },
          expectFailures: ["var.target_database"],
        },
        { name: "a_space_at_the_end_is_rejected", variables: { name: "orders " }, expectFailures: ["var.name"] },
        { name: "upper_case_is_rejected", variables: { name: "Orders" }, expectFailures: ["var.name"] },
        ...contentsRuns,
      ],
    },
  },
  translations: { ja: glueCatalogDatabaseJa },
  title: "AWS Glue catalog database",
  description:
    "A database of the Glue Data Catalog, for the tables that crawlers and jobs create, and with tables, views, resource links and functions of its own.",
  providers,
  variables: {
    name: string({
      description: "Name of the database, in lower case.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[^A-Z\\s]([^A-Z]{0,253}[^A-Z\\s])?$", name)),
          message:
            'name must have 1 to 255 characters, none of them upper case, and no space at its start or end: "orders".',
        },
      ],
    }),
    description: optional(string({ description: "What the database contains." })),
    location_uri: optional(
      string({
        description: "Location of tables that have no location of their own: `s3://bucket/folder/`.",
        validate: [
          // The catalog also takes locations that are not in S3, such as those of HDFS.
          shapeOf("^$|^[A-Za-z][A-Za-z0-9+.-]*:/", 'location_uri must be a URI: "s3://bucket/folder/".'),
        ],
      }),
    ),
    parameters: map(string(), { description: "Parameters of the database.", default: {} }),
    catalog_id: optional(
      string({
        description: "Catalog of the database: an account ID. The caller's account if null.",
        validate: [catalogId("catalog_id")],
      }),
    ),
    create_table_default_permissions: optional(
      list(
        object({
          principal: string({
            description: "Principal of Lake Formation. `IAM_ALLOWED_PRINCIPALS` means all principals that IAM allows",
          }),
          permissions: set(string(), { description: "`ALL`, `SELECT`, `ALTER`, `DROP`, `DELETE`, `INSERT`, ..." }),
        }),
        {
          description:
            "Permissions of principals on new tables. AWS's default if null. `[]` grants nothing by default, as Lake Formation requires.",
        },
      ),
    ),
    federated_database: optional(
      object(
        {
          identifier: string({ description: "Identifier of the database outside the catalog" }),
          connection_name: string({ description: "Name of the Glue connection to it" }),
        },
        { description: "Makes this a federated database, which is outside the catalog." },
      ),
    ),
    target_database: optional(
      object(
        {
          catalog_id: string({
            description: "Catalog of the linked database",
            validate: [catalogId("catalog_id of target_database")],
          }),
          database_name: string({
            description: "Its name",
            validate: [databaseName("database_name of target_database")],
          }),
          region: optional(string({ description: "Its region" })),
        },
        { description: "Makes this database a resource link to another database." },
      ),
    ),
    ...contents,
    region,
    tags,
  },
  build(scope, v) {
    const defaults = v.create_table_default_permissions;
    // The provider ignores an empty list. An entry without permissions removes AWS's default.
    const none: readonly string[] = [];
    const takenAway = [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: none }];
    const permissions = local(
      scope,
      "table_permissions",
      ifNotNull(defaults, (given) => when(gt(fn.length(given), 0), given, takenAway), takenAway.slice(1)),
      { comment: "An empty list removes AWS's default. The provider needs an entry without permissions for that." },
    );
    const repeated = repeatedNames(scope, v);
    const database = resource(
      scope,
      GlueCatalogDatabase,
      "this",
      {
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
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: eq(fn.length(repeated), 0),
              message: `tables, views and links need names that differ, because a database has one table of a name: ${fn.join(", ", repeated)}.`,
            },
          ],
        },
      },
    );
    const all = makeContents(scope, v, { database_name: database.name, catalog_id: v.catalog_id, region: v.region });
    return {
      name: output(database.name, { description: "Name of the database." }),
      arn: output(database.arn, { description: "ARN of the database." }),
      catalog_id: output(database.catalogId, { description: "Catalog of the database." }),
      tables: output(all, {
        description:
          "Tables, views and links as `database.table`, by name: for `read_tables` and `write_tables` of `glue-role`.",
      }),
    };
  },
});
