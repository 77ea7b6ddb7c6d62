/** A machine learning transform, which finds records that match. */
import {
  and,
  blocks,
  bool,
  defineModule,
  type Expr,
  fn,
  gt,
  gte,
  isNull,
  list,
  lte,
  number,
  object,
  optional,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { catalogId, roleArn } from "./arns";
import { offline, providers, region, tags } from "./aws";
import { glueMlTransformJa } from "./ja/glue-ml-transform";
import { GlueMlTransform } from "./providers/aws/glue-ml-transform";
import { between, connectionNameRule, databaseName, runMinutes, shapeOf, wholeBetween, wholeFromOne } from "./rules";

const ROLE = "arn:aws:iam::111111111111:role/orders-matching-role";
const customers = { database_name: "shop", table_name: "customers" };

/** A number from 0 to 1, whose ends are two aims. */
const tradeOff = <const D extends string>(input: string, description: D) =>
  number({
    description,
    default: 0.5,
    validate: [
      {
        condition: (value: Expr<number>) => and(gte(value, 0), lte(value, 1)),
        message: `${input} must be a number from 0 to 1: 0.5 for the middle.`,
      },
    ],
  });

const parameters = "aws_glue_ml_transform.this.parameters[0].find_matches_parameters[0]";

export const glueMlTransform = defineModule({
  name: "glue-ml-transform",
  differences: [
    {
      input: "worker_type, number_of_workers",
      theirs: "10 DPUs",
      ours: "2 workers of G.1X",
      undo: "max_capacity = 10",
    },
    {
      input: "precision_recall_trade_off, accuracy_cost_trade_off",
      theirs: "0, which the provider sends if they are left out",
      ours: "0.5, the middle",
      undo: "precision_recall_trade_off = 0",
    },
  ],
  iam: [
    "The role of `role_arn` trusts `glue.amazonaws.com`, and reads the tables and their data. Create it with `glue-role` and `read_tables`, `read_s3` and, for labels and results, `write_s3`.",
    "To apply this module you need `glue:CreateMLTransform` on `*`, `glue:GetMLTransform`, `glue:UpdateMLTransform`, `glue:DeleteMLTransform`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:mlTransform/*`, `glue:GetTable` on the tables, their databases and the catalog, and `iam:PassRole` on the ARN of the role, including its path, limited to `glue.amazonaws.com`.",
    "A job that uses the transform needs `glue:GetMLTransform` on its ARN. Give it to the job's role with `inline_policies` of `glue-role`.",
  ],
  notes: [
    "AWS Glue has one type of transform, `FIND_MATCHES`. The transform must be taught with labels before a job can use it: generate a labeling file, fill in the labels, and import it, in the console or with `aws glue start-ml-labeling-set-generation-task-run`. Terraform does not do this.",
    "Other tables replace the transform, and its labels are lost.",
    "The provider has no argument for the encryption of user data of a transform. Set it with `aws glue create-ml-transform`, if you need it.",
  ],
  examples: {
    basic: {
      description: "Finds customers that are the same person.",
      inputs: { name: "customers", role_arn: ROLE, input_tables: [customers], primary_key_column_name: "id" },
    },
    complete: {
      description: "Prefers precise matches, with workers for large tables.",
      inputs: {
        name: "customers",
        role_arn: ROLE,
        description: "Finds customers that are the same person",
        input_tables: [{ ...customers, catalog_id: "111111111111", connection_name: "shop" }],
        primary_key_column_name: "id",
        precision_recall_trade_off: 0.9,
        accuracy_cost_trade_off: 0.3,
        enforce_provided_labels: true,
        glue_version: "2.0",
        worker_type: "G.2X",
        number_of_workers: 5,
        timeout: 480,
        max_retries: 1,
        region: "eu-west-1",
        tags: { owner: "data-team" },
      },
    },
    adopt: {
      description:
        "Takes over a hand-written transform without a change. If a default differs from AWS's default, an input sets AWS's value.",
      inputs: {
        name: "customers",
        role_arn: ROLE,
        input_tables: [customers],
        precision_recall_trade_off: 0,
        accuracy_cost_trade_off: 0,
        max_capacity: 10,
      },
      moved: [{ from: "aws_glue_ml_transform.customers", to: "aws_glue_ml_transform.this" }],
    },
  },
  tests: {
    transform: {
      providers: offline,
      variables: { name: "customers", role_arn: ROLE, input_tables: [customers] },
      runs: [
        {
          name: "defaults",
          assert: [
            { condition: 'aws_glue_ml_transform.this.parameters[0].transform_type == "FIND_MATCHES"', message: "type" },
            { condition: `${parameters}.precision_recall_trade_off == 0.5`, message: "the middle" },
            { condition: `${parameters}.accuracy_cost_trade_off == 0.5`, message: "the middle of cost" },
            { condition: 'aws_glue_ml_transform.this.worker_type == "G.1X"', message: "workers" },
            { condition: "aws_glue_ml_transform.this.number_of_workers == 2", message: "number of workers" },
          ],
        },
        {
          name: "capacity_instead_of_workers",
          variables: { max_capacity: 10, primary_key_column_name: "id" },
          assert: [
            { condition: "aws_glue_ml_transform.this.max_capacity == 10", message: "capacity" },
            { condition: "aws_glue_ml_transform.this.worker_type == null", message: "no workers" },
            { condition: `${parameters}.primary_key_column_name == "id"`, message: "key" },
          ],
        },
        {
          name: "values_that_aws_rejects",
          variables: {
            name: "",
            role_arn: "orders-matching-role",
            input_tables: [],
            precision_recall_trade_off: 1.1,
            accuracy_cost_trade_off: -0.1,
            glue_version: "2",
            worker_type: "G1X",
            number_of_workers: 0,
            max_capacity: 1,
            timeout: 0,
            max_retries: 11,
          },
          expectFailures: [
            "var.name",
            "var.role_arn",
            "var.input_tables",
            "var.precision_recall_trade_off",
            "var.accuracy_cost_trade_off",
            "var.glue_version",
            "var.worker_type",
            "var.number_of_workers",
            "var.max_capacity",
            "var.timeout",
            "var.max_retries",
          ],
        },
        {
          name: "names_of_tables",
          variables: { input_tables: [{ database_name: "Shop", table_name: "shop.customers" }] },
          expectFailures: ["var.input_tables"],
        },
      ],
    },
  },
  translations: { ja: glueMlTransformJa },
  title: "AWS Glue machine learning transform",
  description: "A machine learning transform that finds matching records in a table (FindMatches).",
  providers,
  variables: {
    name: string({
      description: "Name of the transform.",
      validate: [shapeOf("^.{1,255}$", 'name must have 1 to 255 characters: "customers".')],
    }),
    role_arn: string({
      description:
        "ARN of the role that the transform runs with. Use the `arn` output of `glue-role`, so that the transform is created after the role's policies.",
      validate: [roleArn("role_arn")],
    }),
    input_tables: list(
      object({
        database_name: string({
          description: "Database of the table: the `name` output of `glue-catalog-database`",
          validate: [databaseName("database_name of input_tables")],
        }),
        table_name: string({
          description: "Name of the table",
          validate: [
            shapeOf(
              "^[^A-Z.]{1,255}$",
              'table_name of input_tables is the name of a table in lower case, without its database: "customers".',
            ),
          ],
        }),
        catalog_id: optional(
          string({
            description: "Catalog of the table: an account ID. The caller's account if null",
            validate: [catalogId("catalog_id of input_tables")],
          }),
        ),
        connection_name: optional(
          string({
            description: "Connection to read the table with",
            validate: [connectionNameRule("connection_name of input_tables")],
          }),
        ),
      }),
      {
        description: "Tables with the records to match. Other tables replace the transform.",
        validate: [
          { condition: (tables) => gt(fn.length(tables), 0), message: "input_tables must name at least one table." },
          { condition: (tables) => lte(fn.length(tables), 10), message: "input_tables can have at most 10 tables." },
        ],
      },
    ),
    primary_key_column_name: optional(string({ description: "Column that identifies a record." })),
    precision_recall_trade_off: tradeOff(
      "precision_recall_trade_off",
      "What is worse: 1 means that found matches must be right (precision), 0 that no match must be missed (recall).",
    ),
    accuracy_cost_trade_off: tradeOff(
      "accuracy_cost_trade_off",
      "What the transform saves: 1 means accuracy, with longer runs, 0 means cost.",
    ),
    enforce_provided_labels: bool({
      description: "Whether the result must agree with your labels, which takes longer.",
      default: false,
    }),
    glue_version: optional(
      string({
        description: 'Version of Glue, as a string: `"2.0"`. AWS\'s default if null.',
        validate: [
          shapeOf(
            "^[0-9]+[.][0-9]+$",
            'glue_version must be a string with one dot: write "2.0". Without the quotes 2.0 is a number, and Terraform changes it to 2.',
          ),
        ],
      }),
    ),
    worker_type: string({
      description: "Type of the workers: `G.1X`, `G.2X`, `Standard`. Not used with `max_capacity`.",
      default: "G.1X",
      validate: [
        shapeOf(
          "^(Standard|[A-Z][.][0-9]+X)$",
          'worker_type must be Standard, or a capital letter, a dot, a number and a capital X: "G.1X".',
        ),
      ],
    }),
    number_of_workers: number({
      description: "Number of workers. Not used with `max_capacity`.",
      default: 2,
      validate: [wholeFromOne("number_of_workers", "workers")],
    }),
    max_capacity: optional(
      number({
        description: "Number of DPUs, 2 to 100, instead of workers.",
        validate: [between("max_capacity", { lowest: 2, highest: 100 })],
      }),
    ),
    timeout: number({
      description: "Minutes after which a run is stopped.",
      default: 2880,
      validate: [runMinutes("timeout", 1)],
    }),
    max_retries: number({
      description: "Maximum number of retries of a failed run, 0 to 10.",
      default: 0,
      validate: [wholeBetween("max_retries", { lowest: 0, highest: 10 })],
    }),
    description: optional(string({ description: "What the transform is for." })),
    region,
    tags,
  },
  build(scope, v) {
    const hasWorkers = isNull(v.max_capacity);
    const transform = resource(scope, GlueMlTransform, "this", {
      name: v.name,
      role_arn: v.role_arn,
      description: v.description,
      glue_version: v.glue_version,
      worker_type: when(hasWorkers, v.worker_type, null),
      number_of_workers: when(hasWorkers, v.number_of_workers, null),
      max_capacity: v.max_capacity,
      timeout: v.timeout,
      max_retries: v.max_retries,
      region: v.region,
      tags: v.tags,
      input_record_tables: blocks(v.input_tables, (table) => ({
        database_name: table.database_name,
        table_name: table.table_name,
        catalog_id: table.catalog_id,
        connection_name: table.connection_name,
      })),
      parameters: {
        transform_type: "FIND_MATCHES",
        find_matches_parameters: {
          primary_key_column_name: v.primary_key_column_name,
          precision_recall_trade_off: v.precision_recall_trade_off,
          accuracy_cost_trade_off: v.accuracy_cost_trade_off,
          enforce_provided_labels: v.enforce_provided_labels,
        },
      },
    });
    return {
      transform_id: output(transform.id, { description: "ID of the transform, which jobs and labeling tasks take." }),
      arn: output(transform.arn, { description: "ARN of the transform." }),
      name: output(transform.name, { description: "Name of the transform." }),
    };
  },
});
