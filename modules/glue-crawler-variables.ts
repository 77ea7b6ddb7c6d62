/** The variables of a crawler. Those of its targets are in `glue-crawler-targets.ts`. */
import { bool, type ExprsOf, fn, list, object, oneOf, optional, string } from "tfwright";
import { accountNumber } from "./arns";
import { region, tags } from "./aws";
import { outputSettings } from "./crawler-output";
import { crawlerTargets } from "./glue-crawler-targets";
import { databaseName, noArn, shapeOf } from "./rules";
import { optionalScheduleRules } from "./schedule";

/** The variables of a crawler. */
export const crawlerVariables = {
  name: string({
    description: "Name of the crawler.",
    validate: [
      { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
    ],
  }),
  role_arn: string({
    description:
      "ARN of the role that the crawler assumes. Use the `arn` output of `glue-role`, so that the crawler is created after the role's policies. AWS also takes the name of a role with its path, `orders` or `glue/orders`, but with a name Terraform does not wait for the policies.",
    validate: [
      shapeOf(
        "^(arn:[^:]+:iam::[0-9]{12}:role/.+|[\\w+=,.@/-]+)$",
        'role_arn takes the ARN of a role, with its path: "arn:aws:iam::111111111111:role/NAME". Use the arn output of glue-role. The name of a role is possible too, but nothing else.',
      ),
    ],
  }),
  database_name: string({
    description:
      "Name of the catalog database that the crawler writes tables to. Use the `name` output of `glue-catalog-database`.",
    validate: [databaseName("database_name")],
  }),
  description: optional(string({ description: "What the crawler is for." })),
  ...crawlerTargets,
  schedule: optional(
    string({
      description:
        "When the crawler runs, in UTC: `cron(15 12 * * ? *)`. On demand if null. Leave it out if a trigger runs jobs `after` this crawler: AWS Glue fires such a trigger only if another trigger started the crawler.",
      validate: optionalScheduleRules,
    }),
  ),
  table_prefix: optional(string({ description: "Prefix of the name of each table." })),
  classifiers: list(string({ validate: [noArn("Each element of classifiers", "classifier")] }), {
    description: "Names of custom classifiers. AWS tries them in this order, before the built-in classifiers.",
    default: [],
  }),
  output_settings: outputSettings,
  configuration: optional(
    string({
      description:
        "Configuration of the crawler as JSON, for settings that `output_settings` does not have: `jsonencode({ Version = 1.0, ... })`.",
      validate: [
        {
          condition: (json) => fn.can(fn.jsondecode(json)),
          message: "configuration must be JSON: write jsonencode({ Version = 1.0, ... }).",
        },
      ],
    }),
  ),
  security_configuration: optional(
    string({
      description: "Name of the security configuration.",
      validate: [noArn("security_configuration", "security configuration")],
    }),
  ),
  delete_behavior: oneOf(["LOG", "DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE"], {
    description:
      "What happens to a table whose data is gone: `LOG` only logs it, `DELETE_FROM_DATABASE` deletes the table, `DEPRECATE_IN_DATABASE` marks it as deprecated.",
    default: "LOG",
  }),
  update_behavior: oneOf(["LOG", "UPDATE_IN_DATABASE"], {
    description:
      "What happens to a table whose schema changed: `LOG` only logs it, `UPDATE_IN_DATABASE` updates the table.",
    default: "UPDATE_IN_DATABASE",
  }),
  recrawl_behavior: oneOf(["CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"], {
    description:
      "What the next run reads: `CRAWL_EVERYTHING`, `CRAWL_NEW_FOLDERS_ONLY`, or `CRAWL_EVENT_MODE` (what S3 events name, from the queue in `event_queue_arn`). With `CRAWL_NEW_FOLDERS_ONLY`, AWS requires `LOG` for `delete_behavior` and `update_behavior`.",
    default: "CRAWL_EVERYTHING",
  }),
  lineage_enabled: bool({ description: "Whether the crawler records data lineage.", default: false }),
  lake_formation_configuration: optional(
    object(
      {
        use_lake_formation_credentials: optional(
          bool({ description: "Whether the crawler reads with Lake Formation credentials" }),
          true,
        ),
        account_id: optional(
          string({
            description: "Account of the data, if it is another account",
            validate: [accountNumber("account_id of lake_formation_configuration")],
          }),
        ),
      },
      { description: "Settings to read the data with Lake Formation permissions." },
    ),
  ),
  region,
  tags,
};

/** The inputs of a crawler. */
export type CrawlerInputs = ExprsOf<typeof crawlerVariables>;
