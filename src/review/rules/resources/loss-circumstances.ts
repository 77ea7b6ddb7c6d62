/** What makes the loss of a resource worse or milder, according to the state. */
import type { Plan, ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { fieldAt, numberIn, show, stringIn } from "../../field";

/** Arguments that protect a resource: the deletion fails while one of them has one of the values `PROTECTED`. */
const PROTECTIONS: readonly string[] = [
  "deletion_protection",
  "deletion_protection_enabled",
  "enable_deletion_protection",
  "deletion_protected",
  "delete_protection",
  "termination_protection",
  "enable_termination_protection",
  "termination_protection_enabled",
  "deletion_policy",
];
const PROTECTED: readonly unknown[] = [true, "ACTIVE", "ENABLED", "PREVENT"];

/** Arguments that, set to `true`, decide what the destruction does. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ["skip_destroy", "`skip_destroy` is set: Terraform only forgets it"],
  ["retain_on_delete", "`retain_on_delete` is set: it is only turned off"],
  ["retain_stack", "`retain_stack` is set: the stack stays"],
  ["retain_stacks", "`retain_stacks` is set: the stacks stay"],
  ["retain_physical_resources", "`retain_physical_resources` is set: what it made stays"],
  ["noop_on_destroy", "`noop_on_destroy` is set: Terraform only forgets it"],
  ["preserve", "`preserve` is set: what it made stays"],
  ["close_on_deletion", "`close_on_deletion` is set: the account is closed"],
  ["final_snapshot", "a final snapshot is made"],
  ["skip_final_snapshot", "without a final snapshot"],
  ["skip_final_backup", "without a final backup"],
]);

/** Types that are deleted only while nothing is in them, and the argument by which the provider empties them first. */
const EMPTIED_FIRST: ReadonlyMap<string, string> = new Map([
  ["aws_athena_database", "force_destroy"],
  ["aws_athena_workgroup", "force_destroy"],
  ["aws_backup_vault", "force_destroy"],
  ["aws_datazone_domain", "skip_deletion_check"],
  ["aws_ecr_repository", "force_delete"],
  ["aws_ecrpublic_repository", "force_destroy"],
  ["aws_lightsail_bucket", "force_delete"],
  ["aws_route53_zone", "force_destroy"],
  ["aws_s3_bucket", "force_destroy"],
  ["aws_s3_directory_bucket", "force_destroy"],
  ["aws_s3tables_table_bucket", "force_destroy"],
  ["aws_s3vectors_vector_bucket", "force_destroy"],
  ["aws_vpc_ipam", "cascade"],
  ["aws_vpc_ipam_pool", "cascade"],
  ["google_bigquery_dataset", "delete_contents_on_destroy"],
  ["google_storage_bucket", "force_destroy"],
  ["google_storage_folder", "force_destroy"],
]);

/** Types that AWS deletes after a waiting time, and the argument with its days. */
const WAITS: ReadonlyMap<string, string> = new Map([
  ["aws_acmpca_certificate_authority", "permanent_deletion_time_in_days"],
  ["aws_kms_external_key", "deletion_window_in_days"],
  ["aws_kms_key", "deletion_window_in_days"],
  ["aws_kms_replica_external_key", "deletion_window_in_days"],
  ["aws_kms_replica_key", "deletion_window_in_days"],
  ["aws_paymentcryptography_key", "deletion_window_in_days"],
]);
/** The waiting time of AWS where the argument is not set. */
const DEFAULT_DAYS = 30;

/** At most one circumstance, the first that holds: a protection, a waiting time, what is kept, or where the files stay. */
export function lossCircumstances(change: ResourceChange, { plan }: Pick<Facts, "plan">): readonly Message[] {
  if (change.type === "azurerm_resource_group") return tellResourceGroup(plan);
  const found =
    tellProtection(change) ??
    tellEmptying(change) ??
    tellWaitingTime(change) ??
    tellFlag(change) ??
    tellSnapshot(change) ??
    tellFiles(change);
  return found === undefined ? [] : [found];
}

function attributeOf({ before }: ResourceChange, name: string) {
  return fieldAt(before, [name]).value;
}

function tellProtection(change: ResourceChange): Message | undefined {
  // The provider of Aurora DSQL takes the protection away itself where it destroys by force.
  if (change.type === "aws_dsql_cluster" && attributeOf(change, "force_destroy") === true) return undefined;
  const isProtected = PROTECTIONS.some((name) => PROTECTED.includes(attributeOf(change, name)));
  return isProtected ? words("deletion protection is on: apply fails") : undefined;
}

function tellEmptying(change: ResourceChange): Message | undefined {
  const argument = EMPTIED_FIRST.get(change.type);
  if (argument === undefined) return undefined;
  const isEmptied = attributeOf(change, argument) === true;
  return words(isEmptied ? `\`${argument}\` is set: with everything in it` : "apply fails unless it is empty");
}

function tellWaitingTime(change: ResourceChange): Message | undefined {
  const argument = WAITS.get(change.type);
  if (argument !== undefined) return say`deletion after ${daysOf(change, argument)} days`;
  if (change.type !== "aws_secretsmanager_secret") return undefined;
  if (attributeOf(change, "recovery_window_in_days") === 0) return words("at once, without a recovery window");
  return say`can be restored for ${daysOf(change, "recovery_window_in_days")} days`;
}

function daysOf({ before }: ResourceChange, argument: string): Message {
  const field = fieldAt(before, [argument]);
  return field.secret ? show(field) : words(`${numberIn(field) ?? DEFAULT_DAYS}`);
}

function tellFlag(change: ResourceChange): Message | undefined {
  // Types of Google Cloud have it.
  if (attributeOf(change, "deletion_policy") === "ABANDON")
    return words("`deletion_policy` is ABANDON: Terraform only forgets it");
  const found = [...FLAGS].find(([name]) => attributeOf(change, name) === true);
  return found === undefined ? undefined : words(found[1]);
}

function tellSnapshot({ before }: ResourceChange): Message | undefined {
  const found = ["final_snapshot_identifier", "final_snapshot_name"]
    .map((name) => fieldAt(before, [name]))
    .find((field) => stringIn(field) !== undefined);
  return found === undefined ? undefined : say`a final snapshot is made: ${show(found)}`;
}

function tellFiles({ type, before }: ResourceChange): Message | undefined {
  const location = fieldAt(before, ["storage_descriptor", 0, "location"]);
  const hasFiles = type === "aws_glue_catalog_table" && stringIn(location) !== undefined;
  return hasFiles ? say`files in ${show(location)}` : undefined;
}

/**
 * By default the provider refuses to destroy a resource group that has something in it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block
 */
function tellResourceGroup({ providers }: Plan): readonly Message[] {
  const setting = "prevent_deletion_if_contains_resources";
  const isOff = providers.some(
    ({ name, constants }) =>
      /^azurerm\b/.test(name) && constants.get(`features.0.resource_group.0.${setting}`) === false,
  );
  return isOff ? [say`${setting} is off: also what Terraform does not manage`] : [];
}
