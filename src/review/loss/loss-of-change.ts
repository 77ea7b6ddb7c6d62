/** What is lost with a resource: by its type, or by what it is where its type can be anything. */
import { jsonAt } from "../../json/json-value";
import type { ResourceChange } from "../../terraform/plan/plan";
import { destroyedObject } from "../generic/generic-object";
import type { Loss } from "./loss";
import { lossOfType } from "./loss-of-type";

const DEFINITIONS: Loss = { kind: "data", level: "danger", lost: "every object of the kind that it defines goes" };

/** An update of what another resource has made, or an action on it: to destroy it changes nothing. */
const FORGOTTEN: Loss = { kind: "empty", level: "note", lost: "Terraform only forgets it" };

/**
 * Arguments that name the source of a read replica; one that was promoted has none.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
 * @see https://cloud.google.com/sql/docs/postgres/replication
 */
const REPLICAS: ReadonlyMap<string, string> = new Map([
  ["aws_db_instance", "replicate_source_db"],
  ["google_sql_database_instance", "master_instance_name"],
]);

const REPLICA: Loss = { kind: "data", level: "attention", lost: "a read replica goes: its source keeps the data" };

function isReplica({ type, before }: ResourceChange): boolean {
  const argument = REPLICAS.get(type);
  const source = argument === undefined ? undefined : jsonAt(before.value, [argument]);
  return typeof source === "string" && source !== "";
}

/** What is lost with a resource; undefined if nobody knows what it holds. */
export function lossOfChange(change: ResourceChange): Loss | undefined {
  const { type, provider } = change;
  if (type === "azapi_update_resource") return FORGOTTEN;
  // An action may be for the destruction, and then it runs.
  if (type === "azapi_resource_action")
    return jsonAt(change.before.value, ["when"]) === "destroy" ? undefined : FORGOTTEN;
  // Unless it is set to disable the API, it leaves the project as it is.
  if (type === "google_project_service" && jsonAt(change.before.value, ["disable_on_destroy"]) !== true)
    return FORGOTTEN;
  if (isReplica(change)) return REPLICA;
  const object = destroyedObject(change);
  if (object?.kind === "CustomResourceDefinition") return DEFINITIONS;
  const likes = object?.likes ?? (type.startsWith("awscc_") ? [type.replace("awscc_", "aws_")] : []);
  const like = likes.map((one) => lossOfType(one, provider)).find((one) => one !== undefined);
  return like ?? lossOfType(type, provider);
}
