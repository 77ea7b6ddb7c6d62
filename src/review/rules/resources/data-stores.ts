/** Types of resources that hold data, and what is lost with each. */
import type { Level } from "../../rule";

/** Codes of the rules that report a destroyed data store. */
type DataStoreRule =
  | "database-destroyed"
  | "table-destroyed"
  | "bucket-destroyed"
  | "key-destroyed"
  | "secret-destroyed"
  | "log-group-destroyed"
  | "data-store-destroyed";

/** What is lost with a data store, and which rule reports it. */
export interface DataStore {
  readonly rule: DataStoreRule;
  /** What is lost, in words that can follow the title of the rule. */
  readonly lost: string;
  /** @default that of the rule */
  readonly level?: Level;
}

const of = (rule: DataStoreRule, lost: string, level?: Level): DataStore => ({ rule, lost, ...(level && { level }) });
const data = (lost: string, level?: Level) => of("data-store-destroyed", lost, level);

const ROWS: readonly (readonly [type: string, store: DataStore])[] = [
  [
    "aws_glue_catalog_database",
    of("database-destroyed", "every table in it goes too, also those that Terraform does not manage"),
  ],
  ["aws_athena_database", of("database-destroyed", "every table in it goes too")],
  ["aws_glue_catalog_table", of("table-destroyed", "its definition and its partitions go; files in S3 stay")],
  ["aws_s3tables_table", of("table-destroyed", "its data goes too")],
  ["aws_s3tables_namespace", of("database-destroyed", "the namespace goes")],
  ["aws_glue_partition", data("the partition is no longer found; files in S3 stay", "attention")],
  ["aws_glue_registry", data("every schema in it goes too")],
  ["aws_glue_schema", data("all its versions go; readers cannot decode what was written with them")],
  ["aws_glue_ml_transform", data("its labels and its training go", "attention")],
  ["aws_glue_data_quality_ruleset", data("the ruleset and its history go", "attention")],
  ["aws_s3_bucket", of("bucket-destroyed", "the bucket goes")],
  ["aws_s3_directory_bucket", of("bucket-destroyed", "the bucket goes")],
  ["aws_s3tables_table_bucket", of("bucket-destroyed", "the bucket and its tables go")],
  ["aws_s3_object", data("the object goes", "attention")],
  ["aws_s3_bucket_object", data("the object goes", "attention")],
  ["aws_kms_key", of("key-destroyed", "what is encrypted with it can then never be read again")],
  ["aws_kms_replica_key", of("key-destroyed", "what is encrypted with it here can then never be read again")],
  ["aws_kms_external_key", of("key-destroyed", "what is encrypted with it can then never be read again")],
  ["aws_secretsmanager_secret", of("secret-destroyed", "the secret and its versions go")],
  ["aws_ssm_parameter", of("secret-destroyed", "the parameter and its history go", "attention")],
  ["aws_cloudwatch_log_group", of("log-group-destroyed", "its logs go")],
  ["aws_dynamodb_table", data("the table and its items go")],
  ["aws_dynamodb_global_table", data("the table and its items go")],
  ["aws_db_instance", data("the database goes")],
  ["aws_rds_cluster", data("the cluster's databases go")],
  ["aws_rds_global_cluster", data("the global cluster goes")],
  ["aws_rds_cluster_instance", data("the instance goes; the cluster's data stays", "attention")],
  ["aws_docdb_cluster", data("the cluster's data goes")],
  ["aws_neptune_cluster", data("the cluster's data goes")],
  ["aws_redshift_cluster", data("the cluster's data goes")],
  ["aws_redshiftserverless_namespace", data("the namespace's data goes")],
  ["aws_elasticache_cluster", data("what it holds goes", "attention")],
  ["aws_elasticache_replication_group", data("what it holds goes", "attention")],
  ["aws_memorydb_cluster", data("what it holds goes")],
  ["aws_opensearch_domain", data("its indices go")],
  ["aws_elasticsearch_domain", data("its indices go")],
  ["aws_opensearchserverless_collection", data("the collection goes")],
  ["aws_kinesis_stream", data("records that are not read yet go")],
  ["aws_kinesis_firehose_delivery_stream", data("records that are not delivered yet go", "attention")],
  ["aws_msk_cluster", data("its topics go")],
  ["aws_msk_serverless_cluster", data("its topics go")],
  ["aws_sqs_queue", data("messages that are not read yet go", "attention")],
  ["aws_efs_file_system", data("its files go")],
  ["aws_fsx_lustre_file_system", data("its files go")],
  ["aws_ebs_volume", data("the volume goes")],
  ["aws_backup_vault", data("the vault goes")],
  ["aws_ecr_repository", data("its images go", "attention")],
  ["aws_timestreamwrite_database", data("the database goes")],
  ["aws_timestreamwrite_table", data("the table goes")],
  ["aws_athena_workgroup", data("its query history and named queries go", "attention")],
  ["aws_qldb_ledger", data("the ledger goes")],
  ["aws_keyspaces_table", data("the table goes")],
  ["aws_keyspaces_keyspace", data("the keyspace goes")],
];

/** The data stores, by their type. */
export const dataStores: ReadonlyMap<string, DataStore> = new Map(ROWS);

/** The types of which a rule reports the destruction. */
export function dataStoreTypes(rule: DataStoreRule): readonly string[] {
  return ROWS.filter(([, store]) => store.rule === rule).map(([type]) => type);
}

/** Providers whose resources hold no data. */
const EMPTY_PROVIDERS = /\/(null|random|time|tls|local|archive|external|http|cloudinit|terraform)$/;

/** Whether the review knows that a type which is not in the table holds no data: it wires, permits or configures. */
export function holdsNoData(type: string, provider: string): boolean {
  if (dataStores.has(type)) return false;
  return type.startsWith("aws_") || type === "terraform_data" || EMPTY_PROVIDERS.test(provider);
}
