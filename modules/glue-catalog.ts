/** A catalog below the Data Catalog of the account: S3 Tables, Redshift, or a source outside AWS Glue. */
import {
  blockIf,
  blocks,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  type ListExpr,
  list,
  map,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { roleArn } from "./arns";
import { region, tags } from "./aws";
import { glueCatalogJa } from "./ja/glue-catalog";
import { GlueCatalog } from "./providers/aws-6.66/glue-catalog";
import { noArn, shapeOf } from "./rules";

const defaultPermissions = (what: string) =>
  list(
    object({
      principal: string({
        description: "Principal of Lake Formation. `IAM_ALLOWED_PRINCIPALS` means all principals that IAM allows",
      }),
      permissions: list(string(), { description: "`ALL`, `SELECT`, `CREATE_TABLE`, ..." }),
    }),
    {
      description: `Permissions of principals on new ${what} of the catalog. None if empty, as Lake Formation requires.`,
      default: [],
    },
  );

const settings = (what: string, example: string) =>
  optional(map(string(), { description: `Settings of ${what}, with AWS's keys and texts as values: \`${example}\`` }));

const variables = {
  name: string({
    description: "Name of the catalog, in lower case. For S3 Tables it must be `s3tablescatalog`.",
    validate: [
      shapeOf(
        "^[a-z0-9_-]{1,64}$",
        'name must have 1 to 64 lower-case letters, digits, _ and -: "orders". For S3 Tables it is "s3tablescatalog".',
      ),
      shapeOf(
        "[^0-9]|^.{0,11}$|^.{13,}$",
        "name must not be the ID of an account: that is the name of the account's own catalog.",
      ),
    ],
  }),
  federated: optional(
    object(
      {
        identifier: string({
          description: "What the catalog stands for: `arn:aws:s3tables:REGION:ACCOUNT:bucket/*` for S3 Tables",
          validate: [
            shapeOf("^.+$", 'identifier of federated must not be empty: "arn:aws:s3tables:REGION:ACCOUNT:bucket/*".'),
          ],
        }),
        connection_name: string({
          description: "Name of the connection to it: `aws:s3tables`, or the `name` of a Glue connection",
          validate: [noArn("connection_name of federated", "connection")],
        }),
        connection_type: optional(string({ description: "Type of the connection. AWS finds it if null" })),
      },
      { description: "Makes this a federated catalog, whose data is outside of the Data Catalog." },
    ),
  ),
  data_lake: optional(
    object(
      {
        catalog_type: optional(string({ description: "Type of the catalog" }), "aws:redshift"),
        data_lake_access: optional(bool({ description: "Whether engines outside of Redshift can use it" }), true),
        data_transfer_role_arn: optional(
          string({
            description: "ARN of a role that moves data between S3 and Redshift",
            validate: [roleArn("data_transfer_role_arn of data_lake")],
          }),
        ),
        kms_key: optional(string({ description: "KMS key of the data, by its ARN. A key of AWS if null" })),
      },
      {
        description:
          "Makes this a catalog with storage that Amazon Redshift manages. `data_lake = {}` has all defaults.",
      },
    ),
  ),
  redshift_catalog: optional(
    object(
      {
        catalog_arn: string({
          description: "ARN of the catalog",
          validate: [
            shapeOf(
              "^arn:[^:]+:(glue|redshift|redshift-serverless):.+$",
              'catalog_arn of redshift_catalog takes an ARN: "arn:aws:glue:REGION:ACCOUNT:catalog/NAME/DATABASE".',
            ),
          ],
        }),
      },
      { description: "Makes this a link to a database of Amazon Redshift." },
    ),
  ),
  iceberg_optimization: optional(
    object(
      {
        role_arn: string({
          description: "ARN of the role that optimizes",
          validate: [roleArn("role_arn of iceberg_optimization")],
        }),
        compaction: settings("compaction", '{ enabled = "true" }'),
        retention: settings("retention of snapshots", '{ enabled = "true" }'),
        orphan_file_deletion: settings(
          "the deletion of files that belong to no snapshot, which cannot be undone",
          '{ enabled = "true" }',
        ),
      },
      { description: "Optimizes the Iceberg tables of the catalog." },
    ),
  ),
  custom_properties: map(string(), { description: "Further properties of the catalog.", default: {} }),
  parameters: map(string(), { description: "Parameters of the catalog.", default: {} }),
  create_database_default_permissions: defaultPermissions("databases"),
  create_table_default_permissions: defaultPermissions("tables"),
  allow_full_table_external_data_access: optional(
    bool({
      description:
        "Whether engines outside of AWS can read whole tables in locations that are registered with Lake Formation. AWS's default if null.",
    }),
  ),
  overwrite_child_resource_permissions_with_default: optional(
    oneOf(["Accept", "Deny"], {
      description:
        "Whether the default permissions replace the permissions on databases and tables that exist: `Accept` or `Deny`. AWS's default if null.",
    }),
  ),
  description: optional(string({ description: "What the catalog contains." })),
  region,
  tags,
};

/** The inputs of the module. */
type CatalogInputs = ExprsOf<typeof variables>;

export const glueCatalog = defineModule({
  name: "glue-catalog",
  iam: [
    "To apply this module you need `glue:CreateCatalog`, `glue:GetCatalog`, `glue:UpdateCatalog`, `glue:DeleteCatalog`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:catalog` and `arn:aws:glue:REGION:ACCOUNT:catalog/NAME`, and the Lake Formation permission `CREATE_CATALOG`. With `federated` you also need `glue:GetConnection` on the connection; for S3 Tables, `glue:PassConnection` on `aws:s3tables`. With a role you need `iam:PassRole` on it.",
    "The role of `data_lake` and of `iceberg_optimization` trusts `glue.amazonaws.com`. Create it with `iam-role`.",
    "Users of the catalog need permissions of Lake Formation, and in IAM `glue:GetCatalog` on the catalog and on its parent.",
  ],
  notes: [
    "**No provider has planned this module yet.** The resource `aws_glue_catalog` came with version 6.44 of the AWS provider. The module was written from the declarations of version 6.66, but was tested without a provider. Read the first plan with care.",
    "The catalog of S3 Tables is named `s3tablescatalog`, and there is one in each region: `identifier` is `arn:aws:s3tables:REGION:ACCOUNT:bucket/*`, and `connection_name` is `aws:s3tables`.",
    "AWS cannot change a federated catalog. The provider replaces it for almost every change.",
    "A catalog with `data_lake` creates a managed workgroup of Amazon Redshift, which takes minutes. If you destroy such a catalog, its data are lost.",
    "If you destroy a catalog, AWS may leave its databases and tables behind. Delete them before.",
  ],
  examples: {
    basic: {
      description: "The tables of all S3 table buckets of the account, in the Data Catalog.",
      inputs: {
        name: "s3tablescatalog",
        federated: {
          identifier: "arn:aws:s3tables:eu-west-1:111111111111:bucket/*",
          connection_name: "aws:s3tables",
        },
      },
    },
    redshift: {
      description: "A link to a catalog of Amazon Redshift.",
      inputs: {
        name: "warehouse",
        redshift_catalog: { catalog_arn: "arn:aws:glue:eu-west-1:111111111111:catalog/warehouse/dev" },
      },
    },
    complete: {
      description: "A catalog with managed storage, which optimizes its Iceberg tables.",
      inputs: {
        name: "orders",
        description: "Orders of the shop",
        data_lake: {
          catalog_type: "aws:redshift",
          data_lake_access: true,
          data_transfer_role_arn: "arn:aws:iam::111111111111:role/orders-transfer",
          kms_key: "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555",
        },
        iceberg_optimization: {
          role_arn: "arn:aws:iam::111111111111:role/orders-optimizer",
          compaction: { enabled: "true" },
          retention: { enabled: "true" },
          orphan_file_deletion: { enabled: "false" },
        },
        custom_properties: { owner: "data-team" },
        parameters: { stage: "test" },
        create_database_default_permissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }],
        create_table_default_permissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }],
        allow_full_table_external_data_access: true,
        overwrite_child_resource_permissions_with_default: "Deny",
        region: "eu-west-1",
        tags: { owner: "data-team" },
      },
    },
    adopt: {
      description: "Takes over a hand-written catalog without a change.",
      inputs: {
        name: "s3tablescatalog",
        federated: {
          identifier: "arn:aws:s3tables:eu-west-1:111111111111:bucket/*",
          connection_name: "aws:s3tables",
        },
      },
      moved: [{ from: "aws_glue_catalog.tables", to: "aws_glue_catalog.this" }],
    },
  },
  translations: { ja: glueCatalogJa },
  title: "AWS Glue catalog",
  description:
    "A catalog in the Data Catalog of the account: S3 Tables, managed storage or a link of Amazon Redshift, or a federated source. It needs version 6.44 or newer of the AWS provider.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.44" } },
  variables,
  build(scope, v) {
    const catalog = resource(
      scope,
      GlueCatalog,
      "this",
      {
        name: v.name,
        description: v.description,
        // An empty map would differ from what AWS answers.
        parameters: when(gt(fn.length(v.parameters), 0), v.parameters, null),
        allow_full_table_external_data_access: ifNotNull(
          v.allow_full_table_external_data_access,
          (isAllowed) => when(isAllowed, "True", "False"),
          null,
        ),
        overwrite_child_resource_permissions_with_default: v.overwrite_child_resource_permissions_with_default,
        region: v.region,
        tags: v.tags,
        federated_catalog: optionalBlock(v.federated, (federated) => ({
          identifier: federated.identifier,
          connection_name: federated.connection_name,
          connection_type: federated.connection_type,
        })),
        target_redshift_catalog: optionalBlock(v.redshift_catalog, (target) => ({ catalog_arn: target.catalog_arn })),
        catalog_properties: catalogProperties(v),
        create_database_default_permissions: blocks(v.create_database_default_permissions, permissionBlock),
        create_table_default_permissions: blocks(v.create_table_default_permissions, permissionBlock),
      },
      { lifecycle: { preconditions: [isNotEmpty(v)] } },
    );
    return {
      name: output(catalog.name, { description: "Name of the catalog." }),
      arn: output(catalog.arn, { description: "ARN of the catalog." }),
      catalog_id: output(catalog.catalog_id, { description: "ID of the catalog, for databases in it." }),
    };
  },
});

/** What a catalog with tables of its own has. */
function catalogProperties(v: CatalogInputs) {
  const hasProperties = gt(fn.length(v.custom_properties), 0);
  return blockIf(or(isNotNull(v.data_lake), isNotNull(v.iceberg_optimization), hasProperties), () => ({
    custom_properties: when(hasProperties, v.custom_properties, null),
    data_lake_access_properties: optionalBlock(v.data_lake, (lake) => ({
      catalog_type: lake.catalog_type,
      data_lake_access: lake.data_lake_access,
      data_transfer_role: lake.data_transfer_role_arn,
      kms_key: lake.kms_key,
    })),
    iceberg_optimization_properties: optionalBlock(v.iceberg_optimization, (optimization) => ({
      role_arn: optimization.role_arn,
      compaction: optimization.compaction,
      retention: optimization.retention,
      orphan_file_deletion: optimization.orphan_file_deletion,
    })),
  }));
}

const permissionBlock = (permission: {
  readonly principal: Expr<string>;
  readonly permissions: ListExpr<Expr<string>>;
}) => ({
  permissions: permission.permissions,
  principal: { data_lake_principal_identifier: permission.principal },
});

const isNotEmpty = (v: CatalogInputs) => ({
  condition: or(isNotNull(v.federated), isNotNull(v.data_lake), isNotNull(v.redshift_catalog)),
  message:
    'Give federated, data_lake or redshift_catalog, because AWS has no empty catalogs. For S3 Tables give federated, with connection_name = "aws:s3tables".',
});
