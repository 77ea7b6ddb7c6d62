/** Policies in the state of Terraform: the file itself, or `terraform show -json` of it. */
import { fail } from "../../errors";
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { joinAddress } from "../../terraform/address";
import { writeKey } from "../../terraform/instance-key";

/** The version of the state file since Terraform 0.12. */
const FILE_VERSION = 4;

/**
 * The managed resources of a state, as a plan has those that do not change; undefined if a value is no state.
 *
 * @throws TfwrightError if it is a state that cannot be read
 */
export function planOfState(state: Fields, source: string): Fields | undefined {
  if (isStateFile(state)) {
    checkFile(state, source);
    return { resource_changes: listIn(state, "resources").flatMap(resourcesOfBlock) };
  }
  const { format_version, values, configuration } = state;
  if (typeof format_version !== "string" || !isFields(values) || configuration !== undefined) return undefined;
  return { resource_changes: resourcesInModule(fieldsIn(values.root_module)) };
}

function isStateFile({ serial, lineage, resources, version }: Fields): boolean {
  return (
    typeof serial === "number" && typeof version === "number" && (typeof lineage === "string" || isList(resources))
  );
}

function checkFile({ version, resources }: Fields, path: string): void {
  const hint = "run `terraform show -json > state.json`, and give state.json";
  if (version !== FILE_VERSION) fail({ code: "state-format", path, message: "is a state of an older Terraform", hint });
  if (!isList(resources))
    fail({
      code: "state-unreadable",
      path,
      message: "is a state whose resources cannot be read, as in an encrypted one",
      hint,
    });
}

/** A block of the file has all of its instances. */
function resourcesOfBlock(block: Json): readonly Json[] {
  const { mode, type, name, module, instances } = fieldsIn(block);
  if (mode !== "managed") return [];
  const address = joinAddress(typeof module === "string" ? module : "", `${String(type)}.${String(name)}`);
  return (isList(instances) ? instances : []).map((instance) => {
    const { index_key: key, attributes } = fieldsIn(instance);
    const isKey = typeof key === "string" || typeof key === "number";
    const own = isKey ? `${address}[${writeKey(key)}]` : address;
    return unchanged({ address: own, mode, type: type ?? null }, attributes);
  });
}

function resourcesInModule(module: Fields): readonly Json[] {
  const own = listIn(module, "resources").flatMap((resource) => {
    const { values, ...rest } = fieldsIn(resource);
    return rest.mode === "managed" ? [unchanged(rest, values)] : [];
  });
  return [...own, ...listIn(module, "child_modules").flatMap((child) => resourcesInModule(fieldsIn(child)))];
}

function unchanged(resource: Fields, values: Json | undefined): Json {
  return { ...resource, change: { actions: ["no-op"], after: values ?? null } };
}

function listIn(of: Fields, name: string): readonly Json[] {
  const list = of[name];
  return isList(list) ? list : [];
}
