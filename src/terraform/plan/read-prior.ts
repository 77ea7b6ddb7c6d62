/** The state before: its resources by address. */
import type { Fields, Json } from "../../json/json-value";
import { field, fieldsOf, listField, objectField, optionalText, textField, textItem, within } from "./fields";
import type { Mode, PriorResource } from "./plan";
import { readMarks } from "./read-change";

/** `prior_state`; objects that are left over from a replacement are not in it, their own changes show them. */
export function readPrior(plan: Fields): ReadonlyMap<string, PriorResource> {
  const found = new Map<string, PriorResource>();
  within("prior_state", () => {
    const values = objectField(objectField(plan, "prior_state"), "values");
    within("values.root_module", () => addModule(objectField(values, "root_module"), found));
  });
  return found;
}

function addModule(module: Fields, found: Map<string, PriorResource>): void {
  listField(module, "resources", (item) => {
    const resource = fieldsOf(item);
    if (field(resource, "deposed_key") === undefined) found.set(textField(resource, "address"), readResource(resource));
  });
  listField(module, "child_modules", (item: Json) => addModule(fieldsOf(item), found));
}

function readResource(of: Fields): PriorResource {
  return {
    address: textField(of, "address"),
    mode: (optionalText(of, "mode") ?? "managed") as Mode,
    type: textField(of, "type"),
    values: of.values ?? null,
    sensitive: readMarks(of, "sensitive_values"),
    dependsOn: listField(of, "depends_on", textItem),
  };
}
