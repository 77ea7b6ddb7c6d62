/**
 * Actions that apply runs beside the changes of resources: `action` blocks of Terraform 1.14 and later.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/action
 */
import type { Fields, Json } from "../../json/json-value";
import { field, fieldsOf, listField, objectField, optionalText } from "./fields";
import type { ActionInvocation } from "./plan";
import { readMarks } from "./read-change";

/** `action_invocations`, and those that are put off. */
export function readActions(plan: Fields): readonly ActionInvocation[] {
  return [
    ...listField(plan, "action_invocations", (item) => ({ ...readAction(item), isDeferred: false })),
    ...listField(plan, "deferred_action_invocations", (item) => ({
      ...readAction(objectField(fieldsOf(item), "action_invocation")),
      isDeferred: true,
    })),
  ];
}

function readAction(item: Json): Omit<ActionInvocation, "isDeferred"> {
  const of = fieldsOf(item);
  const trigger = objectField(of, "lifecycle_action_trigger");
  const resource = optionalText(trigger, "triggering_resource_address");
  const event = optionalText(trigger, "action_trigger_event");
  return {
    address: optionalText(of, "address") ?? "",
    type: optionalText(of, "type") ?? "",
    ...(resource !== undefined && { resource }),
    ...(event !== undefined && { event }),
    config: {
      value: field(of, "config_values"),
      unknown: readMarks(of, "config_unknown"),
      sensitive: readMarks(of, "config_sensitive"),
    },
  };
}
