/** What makes the loss of a data store worse or milder, according to the state. */
import type { Plan, ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { fieldAt, numberIn, show, stringIn } from "../../field";

/** At most one circumstance: a protection, a waiting time, or where the files stay. */
export function lossCircumstances({ type, before }: ResourceChange, { plan }: Pick<Facts, "plan">): readonly Message[] {
  if (type === "azurerm_resource_group") return resourceGroup(plan);
  const attribute = (name: string) => fieldAt(before, [name]).value;
  const daysOf = (name: string) => {
    const field = fieldAt(before, [name]);
    return field.secret ? show(field) : words(`${numberIn(field) ?? 30}`);
  };
  if (type === "aws_s3_bucket" || type === "aws_s3tables_table_bucket") {
    const isForced = attribute("force_destroy") === true;
    return [words(isForced ? "`force_destroy` is set: with everything in it" : "apply fails unless it is empty")];
  }
  if (type.startsWith("aws_kms_")) return [say`deletion after ${daysOf("deletion_window_in_days")} days`];
  if (type === "aws_secretsmanager_secret") {
    if (attribute("recovery_window_in_days") === 0) return [words("at once, without a recovery window")];
    return [say`can be restored for ${daysOf("recovery_window_in_days")} days`];
  }
  const snapshot = stringIn(fieldAt(before, ["final_snapshot_identifier"]));
  if (attribute("skip_final_snapshot") === false && snapshot !== undefined) {
    return [say`a final snapshot is made: ${show(fieldAt(before, ["final_snapshot_identifier"]))}`];
  }
  if (attribute("skip_final_snapshot") === true) return [words("without a final snapshot")];
  if (attribute("deletion_protection") === true || attribute("deletion_protection_enabled") === true) {
    return [words("deletion protection is on: apply fails")];
  }
  const location = fieldAt(before, ["storage_descriptor", 0, "location"]);
  const hasFiles = type === "aws_glue_catalog_table" && stringIn(location) !== undefined;
  return hasFiles ? [say`files in ${show(location)}`] : [];
}

/**
 * By default the provider refuses to destroy a resource group that has something in it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block
 */
function resourceGroup({ providers }: Plan): readonly Message[] {
  const setting = "prevent_deletion_if_contains_resources";
  const isOff = providers.some(
    ({ name, constants }) =>
      /^azurerm\b/.test(name) && constants.get(`features.0.resource_group.0.${setting}`) === false,
  );
  return isOff ? [say`${setting} is off: also what Terraform does not manage`] : [];
}
