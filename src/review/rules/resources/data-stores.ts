/** Which rule reports the loss of which type. What is lost is in `src/review/loss`. */
import { lossOfType } from "../../loss/loss-of-type";

/** Types whose loss has a rule of its own, by the code of that rule. */
const TYPES = {
  "database-destroyed": ["aws_glue_catalog_database", "aws_athena_database", "aws_s3tables_namespace"],
  "table-destroyed": ["aws_glue_catalog_table", "aws_s3tables_table"],
  "bucket-destroyed": ["aws_s3_bucket", "aws_s3_directory_bucket", "aws_s3tables_table_bucket"],
  "key-destroyed": ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"],
  "secret-destroyed": ["aws_secretsmanager_secret", "aws_ssm_parameter"],
  "log-group-destroyed": ["aws_cloudwatch_log_group"],
} as const;

const SPECIAL: ReadonlySet<string> = new Set(Object.values(TYPES).flat());

/** The types of which a rule reports the loss. */
export function dataStoreTypes(rule: keyof typeof TYPES): readonly string[] {
  return TYPES[rule];
}

/** Whether the loss of a type has a rule of its own, so that the general rules leave it out. */
export function hasOwnRule(type: string): boolean {
  return SPECIAL.has(type);
}

/** The types that hold data, keys or identities. */
export const dataStores = {
  /** Whether the type is one of them. */
  has(type: string): boolean {
    const kind = lossOfType(type, "")?.kind;
    return kind === "data" || kind === "keys" || kind === "identities";
  },
};
