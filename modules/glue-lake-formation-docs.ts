/** Texts of the README, the examples and the tests of `glue-lake-formation`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

const ROLE = "arn:aws:iam::111111111111:role/orders-job-role";
const READER = "arn:aws:iam::111111111111:role/analysts";

/** For the README. */
export const lakeIam = [
  "To apply this module you need `lakeformation:GrantPermissions`, `lakeformation:RevokePermissions`, `lakeformation:ListPermissions`, `lakeformation:RegisterResource`, `lakeformation:DescribeResource`, `lakeformation:UpdateResource`, `lakeformation:DeregisterResource`, `lakeformation:CreateLFTag`, `lakeformation:GetLFTag`, `lakeformation:UpdateLFTag`, `lakeformation:DeleteLFTag`, `lakeformation:CreateLakeFormationOptIn`, `lakeformation:ListLakeFormationOptIns` and `lakeformation:DeleteLakeFormationOptIn`. All of them need `*`, because Lake Formation has no ARNs. For grants on databases and tables also `glue:GetDatabase`, `glue:GetTable` and `glue:GetTables`.",
  "IAM is not enough: Lake Formation lets only a data lake administrator register locations, create LF-tags and grant what the grantor does not have. Make the deployer's role an administrator with `aws_lakeformation_data_lake_settings`. There is one such setting for a region, and this module does not touch it.",
  "With `role_arn` of `locations` you need `iam:PassRole` on that role, limited to `lakeformation.amazonaws.com`. Without it, `iam:CreateServiceLinkedRole` and `iam:PutRolePolicy` on `AWSServiceRoleForLakeFormationDataAccess`.",
  "A principal that reads tables needs `lakeformation:GetDataAccess` on `*` and reading actions on the catalog. `glue-role` grants them with `lake_formation`.",
];

/** For the README. */
export const lakeNotes = [
  "`glue-role` grants what its own `read_tables` and `write_tables` need if you set `lake_formation`. Use this module for locations, LF-tags and other principals. Do not grant the same permissions on the same table to the same principal in both: the destroy of one revokes the permissions of the other.",
  "For all tables of a database write `database.*` in `table_grants`. `column_grants` cannot do this: the provider has no columns of all tables (hashicorp/terraform-provider-aws#46245).",
  "Lake Formation merges the grants of a principal on a table. If several grants name the same principal and table, one on the table and others on columns, the provider can fail to revoke one of them, although Terraform has destroyed it (hashicorp/terraform-provider-aws#36639, #39082). Give each principal one grant for each table, and check with `aws lakeformation list-permissions` after you removed grants.",
  "Do not grant to a data lake administrator: Lake Formation adds permissions of its own, which the provider cannot revoke.",
  "New databases and tables give `ALL` to `IAM_ALLOWED_PRINCIPALS` unless the settings of the data lake say otherwise. As long as they have it, IAM alone decides and the grants of this module restrict nobody. Create databases with `create_table_default_permissions = []` (`glue-catalog-database`), and revoke it for those that exist.",
  "A location is registered without hybrid access: every access by Glue, Athena and others then needs a grant, and jobs that read the location by IAM alone fail. To move step by step, set `hybrid_access_enabled = true` and name the principals in `opt_ins`.",
  "An S3 path below a registered location needs no registration of its own.",
  "The service-linked role cannot be used for locations in other accounts, nor for locations that a customer managed KMS key encrypts, unless the key's policy allows the role. Otherwise give a `role_arn`.",
  "LF-tags must be assigned to databases and tables, with `aws_lakeformation_resource_lf_tags`. Most changes of a grant replace it, so that the principal has no access for a moment.",
];

const grant = (principal: string, ...permissions: readonly string[]) => ({ principal, permissions });

/** Calls as users write them. */
export const lakeExamples = {
  basic: {
    description: "Registers a location, lets a job create tables in it, and lets analysts read them.",
    inputs: {
      locations: { orders: { path: "s3://example-data/orders/" } },
      location_grants: { job: { principal: ROLE, path: "s3://example-data/orders/" } },
      database_grants: { job: { ...grant(ROLE, "CREATE_TABLE", "DESCRIBE"), database: "orders" } },
      table_grants: { analysts: { ...grant(READER, "DESCRIBE", "SELECT"), table: "orders.*" } },
    },
  },
  complete: {
    description: "Every kind of grant.",
    inputs: {
      locations: {
        orders: { path: "s3://example-data/orders/", role_arn: "arn:aws:iam::111111111111:role/lake" },
        invoices: { path: "s3://example-data/invoices/", hybrid_access_enabled: true },
      },
      lf_tags: { zone: ["raw", "clean"] },
      catalog_grants: { job: grant(ROLE, "CREATE_DATABASE") },
      database_grants: { job: { ...grant(ROLE, "CREATE_TABLE", "DESCRIBE"), database: "orders" } },
      table_grants: {
        account: {
          ...grant("222222222222", "DESCRIBE", "SELECT"),
          permissions_with_grant_option: ["SELECT"],
          table: "orders.lines",
        },
      },
      column_grants: {
        analysts: { ...grant(READER, "SELECT"), table: "orders.customers", columns: ["email"], excluded: true },
      },
      location_grants: { job: { principal: ROLE, path: "s3://example-data/orders/" } },
      lf_tag_grants: { job: { ...grant(ROLE, "ASSOCIATE", "DESCRIBE"), key: "zone", values: ["raw"] } },
      lf_tag_policy_grants: { analysts: { ...grant(READER, "SELECT"), expression: { zone: ["clean"] } } },
      filter_grants: {
        analysts: {
          ...grant(READER, "SELECT"),
          table: "orders.returns",
          filter: "europe",
          table_catalog_id: "111111111111",
        },
      },
      opt_ins: { analysts: { principal: READER, table: "invoices.*" } },
      catalog_id: "111111111111",
      region: "eu-west-1",
    },
  },
  adopt: {
    description: "Takes over a hand-written grant on a table without a change.",
    inputs: { table_grants: { analysts: { ...grant(READER, "SELECT"), table: "orders.lines" } } },
    moved: [
      {
        from: "aws_lakeformation_permissions.analysts",
        to: 'aws_lakeformation_permissions.tables["analysts"]',
      },
    ],
  },
};

/** Runs of `terraform test`. */
export const lakeTests: Readonly<Record<string, TestFile>> = {
  grants: {
    providers: offline,
    variables: { locations: { orders: { path: "s3://example-data/orders/" } } },
    runs: [
      {
        name: "location",
        assert: [
          {
            condition: 'aws_lakeformation_resource.this["orders"].arn == "arn:aws:s3:::example-data/orders"',
            message: "the ARN has no slash at its end",
          },
          {
            condition: 'aws_lakeformation_resource.this["orders"].hybrid_access_enabled == false',
            message: "every access needs a grant",
          },
          {
            condition: 'aws_lakeformation_resource.this["orders"].use_service_linked_role == true',
            message: "the role of Lake Formation",
          },
        ],
      },
      {
        name: "grants",
        variables: {
          table_grants: {
            all: { ...grant(READER, "SELECT"), table: "orders.*" },
            one: { ...grant(READER, "SELECT"), table: "orders.lines" },
          },
          column_grants: {
            some: { ...grant(READER, "SELECT"), table: "orders.customers", columns: ["id"] },
            others: { ...grant(ROLE, "SELECT"), table: "orders.customers", columns: ["email"], excluded: true },
          },
          location_grants: { job: { principal: ROLE, path: "s3://example-data" } },
          lf_tag_policy_grants: { clean: { ...grant(READER, "SELECT"), expression: { zone: ["clean"] } } },
          opt_ins: { analysts: { principal: READER, table: "orders.*" } },
        },
        assert: [
          {
            condition:
              'aws_lakeformation_permissions.tables["all"].table[0].wildcard == true && aws_lakeformation_permissions.tables["all"].table[0].database_name == "orders"',
            message: "all tables by a wildcard",
          },
          {
            condition: 'aws_lakeformation_permissions.tables["one"].table[0].name == "lines"',
            message: "one table",
          },
          {
            condition:
              'aws_lakeformation_permissions.columns["some"].table_with_columns[0].column_names == toset(["id"])',
            message: "these columns",
          },
          {
            condition:
              'aws_lakeformation_permissions.columns["others"].table_with_columns[0].wildcard == true && aws_lakeformation_permissions.columns["others"].table_with_columns[0].excluded_column_names == toset(["email"])',
            message: "all columns but these",
          },
          {
            condition:
              'aws_lakeformation_permissions.locations["job"].data_location[0].arn == "arn:aws:s3:::example-data"',
            message: "a whole bucket",
          },
          {
            condition:
              'aws_lakeformation_permissions.lf_tag_policies["clean"].lf_tag_policy[0].resource_type == "TABLE"',
            message: "tables with the tag",
          },
          {
            condition: 'aws_lakeformation_opt_in.this["analysts"].resource_data[0].table[0].wildcard == true',
            message: "opt-in for all tables",
          },
        ],
      },
      {
        name: "inputs_that_aws_rejects",
        variables: {
          locations: { orders: { path: "arn:aws:s3:::example-data" } },
          lf_tags: { zone: [] },
          catalog_grants: { job: grant("orders-job-role", "CREATE_DATABASE") },
          database_grants: { job: { ...grant(ROLE, "describe"), database: "Orders" } },
          table_grants: { all: { ...grant(READER, "SELECT"), table: "*.*" } },
          column_grants: { all: { ...grant(READER, "SELECT"), table: "orders.lines", columns: [] } },
          location_grants: { job: { principal: ROLE, path: "example-data" } },
          lf_tag_grants: { job: { ...grant(ROLE, "ASSOCIATE"), key: "zone", values: [] } },
          lf_tag_policy_grants: { clean: { ...grant(READER, "SELECT"), resource_type: "VIEW", expression: {} } },
          filter_grants: {
            analysts: { ...grant(READER, "SELECT"), table: "orders.*", filter: "a", table_catalog_id: "1" },
          },
          opt_ins: { analysts: { principal: READER, table: "Orders.lines" } },
          catalog_id: "1",
        },
        expectFailures: [
          "var.locations",
          "var.lf_tags",
          "var.catalog_grants",
          "var.database_grants",
          "var.table_grants",
          "var.column_grants",
          "var.location_grants",
          "var.lf_tag_grants",
          "var.lf_tag_policy_grants",
          "var.filter_grants",
          "var.opt_ins",
          "var.catalog_id",
        ],
      },
      {
        name: "values_that_a_tag_does_not_have",
        variables: {
          lf_tags: { zone: ["raw", "clean"] },
          lf_tag_grants: {
            job: { ...grant(ROLE, "ASSOCIATE"), key: "zone", values: ["raw", "rwa"] },
            other: { ...grant(ROLE, "ASSOCIATE"), key: "managed_elsewhere", values: ["a"] },
          },
          lf_tag_policy_grants: { clean: { ...grant(READER, "SELECT"), expression: { zone: ["cleaned"] } } },
        },
        expectFailures: ["aws_lakeformation_permissions.lf_tags", "aws_lakeformation_permissions.lf_tag_policies"],
      },
    ],
  },
};
