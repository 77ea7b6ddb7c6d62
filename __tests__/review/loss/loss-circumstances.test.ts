/** What the state tells about a loss. */
import type { Json } from "../../../src/json/json-value";
import { findingsOf } from "../support";

/** What stands after the loss itself in the finding of a destroyed resource. */
function circumstanceOf(type: string, before: Json): string {
  const findings = findingsOf({ changes: [{ address: `${type}.this`, before }] });
  const told = findings.find((one) => /^[a-z-]+-destroyed |^service-interrupted /.test(one)) ?? "";
  return /; ([^;]*)$/.exec(told)?.[1] ?? "";
}

test.each<[type: string, before: Json, want: string]>([
  ["aws_kms_key", {}, "deletion after 30 days"],
  ["aws_kms_key", { deletion_window_in_days: 7 }, "deletion after 7 days"],
  ["aws_kms_replica_key", { deletion_window_in_days: 9 }, "deletion after 9 days"],
  ["aws_paymentcryptography_key", { deletion_window_in_days: 3 }, "deletion after 3 days"],
  ["aws_acmpca_certificate_authority", { permanent_deletion_time_in_days: 8 }, "deletion after 8 days"],
  ["aws_kms_alias", { deletion_window_in_days: 7 }, ""],
  ["aws_s3_bucket", {}, "apply fails unless it is empty"],
  ["aws_s3_bucket", { force_destroy: true }, "`force_destroy` is set: with everything in it"],
  ["aws_s3vectors_vector_bucket", { force_destroy: false }, "apply fails unless it is empty"],
  ["aws_ecr_repository", { force_delete: true }, "`force_delete` is set: with everything in it"],
  ["aws_ecr_repository", { force_destroy: true }, "apply fails unless it is empty"],
  ["aws_vpc_ipam", { cascade: true }, "`cascade` is set: with everything in it"],
  ["aws_vpc_ipam_pool", { cascade: false }, "apply fails unless it is empty"],
  ["aws_eks_addon", { preserve: true }, "`preserve` is set: what it made stays"],
  ["aws_athena_database", {}, "apply fails unless it is empty"],
  ["aws_dynamodb_table", { force_destroy: true }, ""],
  ["aws_lb", { enable_deletion_protection: true }, "deletion protection is on: apply fails"],
  ["aws_lb", { enable_deletion_protection: false }, ""],
  ["aws_cognito_user_pool", { deletion_protection: "ACTIVE" }, "deletion protection is on: apply fails"],
  ["aws_cognito_user_pool", { deletion_protection: "INACTIVE" }, ""],
  ["aws_emr_cluster", { termination_protection: true }, "deletion protection is on: apply fails"],
  [
    "aws_db_instance",
    { deletion_protection: true, skip_final_snapshot: true },
    "deletion protection is on: apply fails",
  ],
  ["aws_dsql_cluster", { deletion_protection_enabled: true }, "deletion protection is on: apply fails"],
  ["aws_dsql_cluster", { deletion_protection_enabled: true, force_destroy: true }, ""],
  ["aws_db_instance", { skip_final_snapshot: false, final_snapshot_identifier: "a" }, "a final snapshot is made: a"],
  ["aws_db_instance", { skip_final_snapshot: true, final_snapshot_identifier: "a" }, "without a final snapshot"],
  ["aws_db_instance", { skip_final_snapshot: false }, ""],
  ["aws_elasticache_cluster", { final_snapshot_identifier: "a" }, "a final snapshot is made: a"],
  ["aws_memorydb_cluster", { final_snapshot_name: "a" }, "a final snapshot is made: a"],
  ["aws_ebs_volume", { final_snapshot: true }, "a final snapshot is made"],
  ["aws_fsx_windows_file_system", { skip_final_backup: true }, "without a final backup"],
  ["aws_cloudwatch_log_group", { skip_destroy: true }, "`skip_destroy` is set: Terraform only forgets it"],
  ["aws_cloudfront_distribution", { retain_on_delete: true }, "`retain_on_delete` is set: it is only turned off"],
  ["aws_cloudformation_stack_set_instance", { retain_stack: true }, "`retain_stack` is set: the stack stays"],
  ["aws_organizations_account", { close_on_deletion: true }, "`close_on_deletion` is set: the account is closed"],
  ["google_sql_user", { deletion_policy: "ABANDON" }, "`deletion_policy` is ABANDON: Terraform only forgets it"],
  ["google_alloydb_cluster", { deletion_policy: "PREVENT" }, "deletion protection is on: apply fails"],
  ["google_alloydb_cluster", { deletion_policy: "FORCE" }, ""],
  [
    "google_app_engine_standard_app_version",
    { noop_on_destroy: true },
    "`noop_on_destroy` is set: Terraform only forgets it",
  ],
  ["google_storage_bucket", { force_destroy: false }, "apply fails unless it is empty"],
  ["google_storage_bucket", { force_destroy: true }, "`force_destroy` is set: with everything in it"],
  [
    "google_bigquery_dataset",
    { delete_contents_on_destroy: true },
    "`delete_contents_on_destroy` is set: with everything in it",
  ],
  ["google_sql_database", { force_destroy: true }, ""],
  ["aws_secretsmanager_secret", { recovery_window_in_days: 0 }, "at once, without a recovery window"],
])("%s %j", (type, before, want) => {
  expect(circumstanceOf(type, before)).toBe(want);
});
