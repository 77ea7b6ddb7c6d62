/** A crawler and its targets. */
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import type { Construct } from "constructs";
import {
  add,
  and,
  defineModule,
  type Expr,
  eq,
  fn,
  gt,
  isNull,
  ne,
  not,
  nullOrValid,
  optionalBlock,
  or,
  output,
  resource,
  when,
} from "tfwright";
import { providers } from "./aws";
import { checkovNote } from "./checkov-findings";
import { settingsAsJson } from "./crawler-output";
import { crawlerDifferences, crawlerExamples, crawlerIam, crawlerNotes, crawlerTests } from "./glue-crawler-docs";
import { countOtherTargets, hasQueue, targetBlocks } from "./glue-crawler-targets";
import { type CrawlerInputs, crawlerVariables } from "./glue-crawler-variables";
import { glueCrawlerJa } from "./ja/glue-crawler";

export const glueCrawler = defineModule({
  name: "glue-crawler",
  wrapper: true,
  differences: crawlerDifferences,
  iam: crawlerIam,
  notes: [...crawlerNotes, checkovNote("glue-crawler", "en")],
  examples: crawlerExamples,
  tests: crawlerTests,
  translations: { ja: glueCrawlerJa },
  title: "AWS Glue crawler",
  description:
    "A Glue crawler for any number of targets of eight kinds, with its schedule and its schema change policy.",
  providers,
  variables: crawlerVariables,
  build(scope, v) {
    const others = countOtherTargets(scope, v);
    const settings = settingsAsJson(scope, v.output_settings, v.configuration);
    const crawler = makeCrawler(scope, v, settings, others);
    return {
      name: output(crawler.name, { description: "Name of the crawler." }),
      arn: output(crawler.arn, { description: "ARN of the crawler." }),
    };
  },
});

type OutputSettings = ReturnType<typeof settingsAsJson>;

function makeCrawler(scope: Construct, v: CrawlerInputs, settings: OutputSettings, others: Expr<number>) {
  return resource(
    scope,
    GlueCrawler,
    "this",
    {
      name: v.name,
      description: v.description,
      databaseName: v.database_name,
      role: v.role_arn,
      schedule: v.schedule,
      tablePrefix: v.table_prefix,
      classifiers: v.classifiers,
      configuration: settings.json,
      securityConfiguration: v.security_configuration,
      region: v.region,
      tags: v.tags,
      ...targetBlocks(v),
      schemaChangePolicy: { deleteBehavior: v.delete_behavior, updateBehavior: v.update_behavior },
      recrawlPolicy: { recrawlBehavior: v.recrawl_behavior },
      lineageConfiguration: { crawlerLineageSettings: when(v.lineage_enabled, "ENABLE", "DISABLE") },
      lakeFormationConfiguration: optionalBlock(v.lake_formation_configuration, (lake) => ({
        useLakeFormationCredentials: lake.use_lake_formation_credentials,
        accountId: lake.account_id,
      })),
    },
    { lifecycle: { preconditions: preconditionsOf(v, settings, others) } },
  );
}

/** What AWS rejects across the variables. */
function preconditionsOf(v: CrawlerInputs, settings: OutputSettings, others: Expr<number>) {
  return [
    {
      condition: gt(add(others, fn.length(v.catalog_targets)), 0),
      message:
        "The crawler needs at least one target: s3_targets, jdbc_targets, catalog_targets, delta_targets, iceberg_targets, hudi_targets, dynamodb_targets or mongodb_targets.",
    },
    {
      condition: or(
        ne(v.recrawl_behavior, "CRAWL_NEW_FOLDERS_ONLY"),
        and(eq(v.delete_behavior, "LOG"), eq(v.update_behavior, "LOG")),
      ),
      message:
        'recrawl_behavior = "CRAWL_NEW_FOLDERS_ONLY" needs delete_behavior = "LOG" and update_behavior = "LOG": AWS rejects other values.',
    },
    {
      condition: or(eq(fn.length(v.catalog_targets), 0), eq(v.delete_behavior, "LOG")),
      message: 'catalog_targets need delete_behavior = "LOG": AWS rejects other values.',
    },
    {
      condition: or(eq(fn.length(v.catalog_targets), 0), eq(others, 0)),
      message: "A crawler with catalog_targets cannot have other targets. Make a second crawler for them.",
    },
    {
      condition: or(isNull(v.output_settings), isNull(v.configuration)),
      message:
        "output_settings and configuration cannot be used together, because the module makes the JSON of configuration from output_settings. Give one of them.",
    },
    {
      condition: or(
        eq(fn.length(v.catalog_targets), 0),
        and(
          settings.isUngrouped,
          nullOrValid(v.configuration, (json) => not(fn.can(fn.regex('"Grouping"', json)))),
        ),
      ),
      message:
        "A crawler with catalog_targets cannot group tables: leave combine_compatible_schemas and table_level of output_settings out, and Grouping of configuration.",
    },
    {
      condition: or(ne(v.recrawl_behavior, "CRAWL_EVENT_MODE"), hasQueue(v.s3_targets), hasQueue(v.catalog_targets)),
      message:
        'recrawl_behavior = "CRAWL_EVENT_MODE" needs the queue with the events: event_queue_arn in s3_targets or catalog_targets.',
    },
  ];
}
