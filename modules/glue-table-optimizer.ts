/** Optimizers of Iceberg tables: compaction, retention of snapshots, deletion of orphan files. */
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { Construct } from "constructs";
import {
  at,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  isNull,
  type ListExpr,
  local,
  lte,
  map,
  number,
  object,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  toMap,
  when,
} from "tfwright";
import { catalogId, roleArn } from "./arns";
import { knownRegion, offline } from "./aws";
import { glueTableOptimizerJa } from "./ja/glue-table-optimizer";
import { GlueCatalogTableOptimizer } from "./providers/aws/glue-catalog-table-optimizer";
import { KEYS_ARE_KNOWN, shapeOf, wholeBetween, wholeFromOne } from "./rules";

const enabled = optional(bool({ description: "Whether the optimizer runs" }), true);
const runRate = (input: string) =>
  optional(
    number({
      description: "Hours between two runs, 3 to 168. AWS's default, 24, if null",
      validate: [wholeBetween(`run_rate_in_hours of ${input}`, { lowest: 3, highest: 168 })],
    }),
  );

const ROLE = "arn:aws:iam::111111111111:role/orders-optimizer";

const variables = {
  role_arn: string({
    description:
      "ARN of the role that the optimizers use. Use the `arn` output of `glue-role`, so that the optimizers are created after its policies.",
    validate: [roleArn("role_arn")],
  }),
  tables: map(
    string({
      validate: [
        shapeOf(
          "^[^.*A-Z/:]+[.][^.*A-Z/:]+$",
          'tables takes "database.table" in lower case, one table and no *: { items = "orders.items" }. Use the tables output of glue-catalog-database, or the table output of glue-iceberg-table.',
        ),
      ],
    }),
    {
      description: `Iceberg tables, as \`database.table\`. ${KEYS_ARE_KNOWN}`,
      validate: [
        {
          condition: (tables) => eq(fn.length(fn.distinct(fn.values(tables))), fn.length(tables)),
          message:
            "tables must not name a table twice: AWS has one optimizer of each type for a table. Remove one of the keys.",
        },
      ],
    },
  ),
  compaction: optional(
    object({ enabled }, { description: "Puts small files together. None if null, AWS's settings with `{}`." }),
  ),
  retention: optional(
    object(
      {
        enabled,
        snapshot_retention_period_in_days: optional(
          number({
            description: "Days for which snapshots are kept. AWS's default, 5, if null",
            validate: [wholeFromOne("snapshot_retention_period_in_days of retention", "days")],
          }),
        ),
        number_of_snapshots_to_retain: optional(
          number({
            description: "Snapshots that are kept at least. AWS's default, 1, if null",
            validate: [wholeFromOne("number_of_snapshots_to_retain of retention", "snapshots")],
          }),
        ),
        clean_expired_files: optional(
          bool({
            description: "Whether the files of deleted snapshots are deleted, too. AWS's default, no, if null",
          }),
        ),
        run_rate_in_hours: runRate("retention"),
      },
      { description: "Deletes old snapshots. None if null, AWS's settings with `{}`." },
    ),
  ),
  orphans: optional(
    object(
      {
        enabled,
        orphan_file_retention_period_in_days: optional(
          number({
            description: "Days after which an orphan file is deleted. AWS's default, 3, if null",
            validate: [wholeFromOne("orphan_file_retention_period_in_days of orphans", "days")],
          }),
        ),
        location: optional(
          string({
            description: "Folder below the table's location to which the deletion is limited. Only with one table",
            validate: [shapeOf("^s3://[^/]+", 'location of orphans must be an S3 URI: "s3://bucket/folder/".')],
          }),
        ),
        run_rate_in_hours: runRate("orphans"),
      },
      {
        description:
          "Deletes files in the tables' folders that no metadata names. Read the notes first. None if null, AWS's settings with `{}`.",
      },
    ),
  ),
  catalog_id: optional(
    string({
      description:
        "Catalog of the tables: an account ID. If null, the caller's account, which is read from AWS. Set it to plan without AWS credentials. Must be known at plan time.",
      known: true,
      validate: [catalogId("catalog_id")],
    }),
  ),
  region: knownRegion,
};

/** The inputs of the module. */
type OptimizerInputs = ExprsOf<typeof variables>;

export const glueTableOptimizer = defineModule({
  name: "glue-table-optimizer",
  iam: [
    "To apply the module: `glue:CreateTableOptimizer`, `glue:GetTableOptimizer`, `glue:UpdateTableOptimizer` and `glue:DeleteTableOptimizer` on the tables, their databases and the catalog, `glue:GetTable` on the same, and `iam:PassRole` on the role for `glue.amazonaws.com`.",
    'The optimizers run with the role in `role_arn`. It trusts `glue.amazonaws.com`, reads and writes the table\'s folder in S3, calls `glue:GetTable` and `glue:UpdateTable`, and writes logs to `/aws-glue/iceberg-compaction`, `/aws-glue/iceberg-retention` and `/aws-glue/iceberg-orphan-file-deletion`. The deletion of orphan files alone needs no `glue:UpdateTable` and no `s3:PutObject`. `glue-role` makes this role with `used_by = ["optimizer"]`.',
    "If the location of a table is registered with Lake Formation, the role also needs `lake_formation` of `glue-role`.",
  ],
  notes: [
    `The role of the optimizers, with \`glue-role\`:

\`\`\`hcl
module "optimizer_role" {
  source = "./modules/glue-role"

  name         = "orders-optimizer"
  used_by      = ["optimizer"]
  write_s3     = ["s3://example-lake/orders/"]
  write_tables = ["orders.*"]
}
\`\`\``,
    "`orphans` deletes files. AWS deletes each file in the table's folder that the table's metadata does not name and that is older than the given days. Files of other tables or programs in this folder are lost. Give each table a folder of its own, and keep the days longer than your longest write.",
    "`retention` deletes snapshots. Queries of old data (time travel) are possible only for those that are left. With `clean_expired_files = true` the files of the deleted snapshots go, too.",
    "Only Iceberg tables in the Data Catalog of the same account and region have optimizers. Resource links and tables of another account have none.",
    "AWS always compacts with `binpack` here. Other strategies need `compaction_configuration`, which is newer than the provider version for which this module was written.",
    "Without `compaction`, `retention` and `orphans` the module creates nothing.",
  ],
  examples: {
    basic: {
      description: "Compacts one table.",
      inputs: { role_arn: ROLE, tables: { items: "orders.items" }, compaction: {} },
    },
    complete: {
      description: "All three optimizers for two tables.",
      inputs: {
        role_arn: ROLE,
        tables: { items: "orders.items", customers: "orders.customers" },
        compaction: { enabled: true },
        retention: {
          snapshot_retention_period_in_days: 7,
          number_of_snapshots_to_retain: 3,
          clean_expired_files: true,
          run_rate_in_hours: 24,
        },
        orphans: { orphan_file_retention_period_in_days: 7, run_rate_in_hours: 24 },
        catalog_id: "111111111111",
      },
    },
    adopt: {
      description: "Takes over a hand-written optimizer without a change.",
      inputs: { role_arn: ROLE, tables: { items: "orders.items" }, compaction: {}, catalog_id: "111111111111" },
      moved: [
        {
          from: "aws_glue_catalog_table_optimizer.items",
          to: 'aws_glue_catalog_table_optimizer.compaction["items"]',
        },
      ],
    },
  },
  tests: {
    optimizer: {
      providers: offline,
      variables: { role_arn: ROLE, tables: { items: "orders.items" }, catalog_id: "111111111111" },
      runs: [
        {
          name: "nothing",
          assert: [
            { condition: "length(aws_glue_catalog_table_optimizer.compaction) == 0", message: "nothing is made" },
          ],
        },
        {
          name: "each_kind",
          variables: {
            compaction: {},
            retention: { number_of_snapshots_to_retain: 3 },
            orphans: { enabled: false, location: "s3://example-lake/orders/items/data/" },
          },
          assert: [
            {
              condition:
                'aws_glue_catalog_table_optimizer.compaction["items"].type == "compaction" && aws_glue_catalog_table_optimizer.compaction["items"].configuration[0].enabled',
              message: "compaction",
            },
            {
              condition:
                'aws_glue_catalog_table_optimizer.retention["items"].configuration[0].retention_configuration[0].iceberg_configuration[0].number_of_snapshots_to_retain == 3',
              message: "retention",
            },
            {
              condition:
                'aws_glue_catalog_table_optimizer.orphans["items"].type == "orphan_file_deletion" && !aws_glue_catalog_table_optimizer.orphans["items"].configuration[0].enabled',
              message: "orphans are switched off",
            },
            {
              condition:
                'aws_glue_catalog_table_optimizer.compaction["items"].database_name == "orders" && aws_glue_catalog_table_optimizer.compaction["items"].table_name == "items"',
              message: "the two parts of the name",
            },
          ],
        },
        {
          name: "values_out_of_range",
          variables: {
            role_arn: "orders-optimizer",
            tables: { items: "items" },
            retention: { run_rate_in_hours: 1 },
            orphans: { orphan_file_retention_period_in_days: 0 },
            catalog_id: "1111",
          },
          expectFailures: ["var.role_arn", "var.tables", "var.retention", "var.orphans", "var.catalog_id"],
        },
        {
          name: "no_pattern_for_tables",
          variables: { tables: { all: "orders.*" }, compaction: {} },
          expectFailures: ["var.tables"],
        },
        {
          name: "a_location_is_of_one_table",
          variables: {
            tables: { items: "orders.items", customers: "orders.customers" },
            orphans: { location: "s3://example-lake/orders/" },
          },
          expectFailures: ["aws_glue_catalog_table_optimizer.orphans"],
        },
      ],
    },
  },
  translations: { ja: glueTableOptimizerJa },
  title: "AWS Glue table optimizer",
  description:
    "Optimizers of Iceberg tables: compaction, retention of snapshots and deletion of orphan files.\n\nA plan without AWS credentials needs `catalog_id`. If it is null, the module reads the account from AWS.",
  // The first version of the provider for which `run_rate_in_hours` was seen.
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.25" } },
  variables,
  build(scope, v) {
    const caller = resource(scope, DataAwsCallerIdentity, "current", {}, { count: when(isNull(v.catalog_id), 1, 0) });
    const catalog = local(
      scope,
      "catalog_id",
      ifNotNull(v.catalog_id, (id) => id, caller.at(0).accountId),
    );
    const of = tableArguments(v, catalog);
    const made = [makeCompaction(scope, v, of), makeRetention(scope, v, of), makeOrphanDeletion(scope, v, of)];
    return {
      types: output(
        fn.concat(
          when(isNotNull(v.compaction), ["compaction"], []),
          when(isNotNull(v.retention), ["retention"], []),
          when(isNotNull(v.orphans), ["orphan_file_deletion"], []),
        ),
        { description: "Types of the optimizers that each table has.", dependsOn: made },
      ),
    };
  },
});

/** The tables, each as its database and its own name, if the optimizer is made. */
const tablesIf = (v: OptimizerInputs, isMade: Expr<boolean>) =>
  toMap(v.tables, (table, key) => [key, fn.split(".", table)], { as: "table", where: () => isMade });

/** What every optimizer of a table has. */
const tableArguments =
  (v: OptimizerInputs, catalog: Expr<string>) =>
  (type: string, { value }: { readonly value: ListExpr<Expr<string>> }) => ({
    catalog_id: catalog,
    database_name: at(value, 0),
    table_name: at(value, 1),
    type,
    region: v.region,
  });

type OfTable = ReturnType<typeof tableArguments>;

function makeCompaction(scope: Construct, v: OptimizerInputs, of: OfTable) {
  return resource(
    scope,
    GlueCatalogTableOptimizer,
    "compaction",
    (item) => ({
      ...of("compaction", item),
      configuration: optionalBlock(v.compaction, (given) => ({ enabled: given.enabled, role_arn: v.role_arn })),
    }),
    { forEach: tablesIf(v, isNotNull(v.compaction)) },
  );
}

function makeRetention(scope: Construct, v: OptimizerInputs, of: OfTable) {
  return resource(
    scope,
    GlueCatalogTableOptimizer,
    "retention",
    (item) => ({
      ...of("retention", item),
      configuration: optionalBlock(v.retention, (given) => ({
        enabled: given.enabled,
        role_arn: v.role_arn,
        retention_configuration: [
          {
            iceberg_configuration: [
              {
                snapshot_retention_period_in_days: given.snapshot_retention_period_in_days,
                number_of_snapshots_to_retain: given.number_of_snapshots_to_retain,
                clean_expired_files: given.clean_expired_files,
                run_rate_in_hours: given.run_rate_in_hours,
              },
            ],
          },
        ],
      })),
    }),
    { forEach: tablesIf(v, isNotNull(v.retention)) },
  );
}

function makeOrphanDeletion(scope: Construct, v: OptimizerInputs, of: OfTable) {
  const isOfOneTable = {
    condition: or(
      lte(fn.length(v.tables), 1),
      ifNotNull(v.orphans, (given) => isNull(given.location), true),
    ),
    message:
      "location of orphans is a folder of one table. Call the module once for each table, or leave location out.",
  };
  return resource(
    scope,
    GlueCatalogTableOptimizer,
    "orphans",
    (item) => ({
      ...of("orphan_file_deletion", item),
      configuration: optionalBlock(v.orphans, (given) => ({
        enabled: given.enabled,
        role_arn: v.role_arn,
        orphan_file_deletion_configuration: [
          {
            iceberg_configuration: [
              {
                orphan_file_retention_period_in_days: given.orphan_file_retention_period_in_days,
                location: given.location,
                run_rate_in_hours: given.run_rate_in_hours,
              },
            ],
          },
        ],
      })),
    }),
    { forEach: tablesIf(v, isNotNull(v.orphans)), lifecycle: { preconditions: [isOfOneTable] } },
  );
}
