/** A database of the Data Catalog. */
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { blocks, defineModule, fn, gt, ifSet, list, local, map, object, optional, optionalBlock, output, resource, set, string, when } from "tfwright";
import { providers, region, tags } from "./aws";

export const glueCatalogDatabase = defineModule({
  name: "glue-catalog-database",
  title: "AWS Glue catalog database",
  description: "A database of the Glue Data Catalog, which holds the tables that crawlers and jobs make.",
  providers,
  variables: {
    name: string({
      description: "Name of the database. The catalog stores lower case.",
      validate: [{ condition: (name) => fn.can(fn.regex("^[^A-Z]{1,255}$", name)), message: "name must have 1 to 255 characters, none of them upper case." }],
    }),
    description: optional(string({ description: "What the database holds." })),
    location_uri: optional(string({ description: "Where tables without a location of their own go: `s3://bucket/folder/`." })),
    parameters: map(string(), { description: "Parameters of the database.", default: {} }),
    catalog_id: optional(string({ description: "Catalog of the database: an account id. The caller's account when null." })),
    create_table_default_permissions: optional(
      list(
        object({
          principal: string({ description: "Principal of Lake Formation, `IAM_ALLOWED_PRINCIPALS` for all that IAM allows" }),
          permissions: set(string(), { description: "`ALL`, `SELECT`, `ALTER`, `DROP`, `DELETE`, `INSERT`, ..." }),
        }),
        { description: "What principals may do on new tables. AWS's default when null; `[]` gives nothing by default, as Lake Formation wants it." },
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
          catalog_id: string({ description: "Catalog of the database that is linked to" }),
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
    const permissions = local(
      scope,
      "table_permissions",
      ifSet(defaults, (given) => when(gt(fn.length(given), 0), given, takenAway), takenAway.slice(1)),
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
