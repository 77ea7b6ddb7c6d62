/** One change of a resource or an output, as Terraform writes it. Values are passed on as they are, never copied. */
import { type Fields, isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import {
  field,
  fieldsOf,
  listField,
  objectField,
  optionalFlag,
  optionalText,
  textField,
  textItem,
  within,
} from "./fields";
import type { Action, Marked, Mode, OutputChange, ResourceChange } from "./plan";

/** Where the readers say what they do not know. */
export type Unknowns = Set<string>;

/** Terraform's actions, joined by a blank. */
const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["no-op", "no-op"],
  ["create", "create"],
  ["read", "read"],
  ["update", "update"],
  ["delete", "delete"],
  ["delete create", "replace-delete-first"],
  ["create delete", "replace-create-first"],
  ["forget", "forget"],
  ["create forget", "forget-create"],
  ["forget create", "forget-create"],
]);

const MODES: ReadonlySet<string> = new Set<Mode>(["managed", "data", "ephemeral"]);
const NO_PATHS: readonly never[] = [];

/** A change of `resource_changes`, `resource_drift` or `deferred_changes`. */
export function readResourceChange(json: Json, unknowns: Unknowns): ResourceChange {
  const of = fieldsOf(json);
  const address = textField(of, "address");
  const change = objectField(of, "change");
  const actions = listField(change, "actions", textItem);
  const action = readAction(actions, address, unknowns);
  return {
    address,
    previousAddress: optionalText(of, "previous_address"),
    module: optionalText(of, "module_address") ?? "",
    mode: readMode(of, address, unknowns),
    type: textField(of, "type"),
    name: optionalText(of, "name") ?? "",
    index: readIndex(of),
    provider: optionalText(of, "provider_name") ?? "",
    deposed: optionalText(of, "deposed"),
    action,
    actions,
    reason: optionalText(of, "action_reason"),
    before: readMarked(change, "before"),
    after: readMarked(change, "after"),
    replacePaths: readPaths(change),
    importing: readImporting(change),
    generatedConfig: optionalText(change, "generated_config"),
  };
}

/** The outputs of the root module, in the order of their names. */
export function readOutputs(of: Fields, unknowns: Unknowns): readonly OutputChange[] {
  const outputs = objectField(of, "output_changes");
  const declared = objectField(objectField(objectField(of, "configuration"), "root_module"), "outputs");
  return Object.keys(outputs)
    .sort()
    .map((name) =>
      within(`output_changes.${name}`, () => {
        const change = readOutput(name, fieldsOf(outputs[name]), unknowns);
        return losesSensitive(change, declared) ? { ...change, losesSensitive: true } : change;
      }),
    );
}

/** Terraform refuses a root module whose output has a sensitive value and does not say so, so that the declaration is exact. */
function losesSensitive({ name, action, before, after }: OutputChange, declared: Fields): boolean {
  const isUpdate = action === "update" && before.sensitive === true && after.sensitive === true;
  return isUpdate && Object.hasOwn(declared, name) && field(fieldsOf(declared[name]), "sensitive") !== true;
}

function readOutput(name: string, change: Fields, unknowns: Unknowns): OutputChange {
  const actions = listField(change, "actions", textItem);
  const action = readAction(actions, `output.${name}`, unknowns);
  return { name, action, before: readMarked(change, "before"), after: readMarked(change, "after") };
}

function readAction(actions: readonly string[], address: string, unknowns: Unknowns): Action {
  const known = actions.some((one) => one.includes(" ")) ? undefined : ACTIONS.get(actions.join(" "));
  if (known === undefined) unknowns.add(`action ${actions.length === 0 ? "(none)" : actions.join(", ")} of ${address}`);
  return known ?? "unknown";
}

function readMode(of: Fields, address: string, unknowns: Unknowns): Mode {
  const mode = textField(of, "mode");
  if (MODES.has(mode)) return mode as Mode;
  unknowns.add(`mode ${mode} of ${address}`);
  return "managed";
}

function readIndex(of: Fields): string | number | undefined {
  const index = field(of, "index");
  return typeof index === "string" || typeof index === "number" ? index : undefined;
}

function readMarked(change: Fields, side: "before" | "after"): Marked {
  return {
    value: Object.hasOwn(change, side) ? change[side] : undefined,
    unknown: side === "after" ? readMarks(change, "after_unknown") : undefined,
    sensitive: readMarks(change, `${side}_sensitive`),
  };
}

/** Parses marks. Terraform writes `false` if nothing is marked. */
export function readMarks(of: Fields, name: string): Json | undefined {
  const marks = field(of, name);
  return marks === false ? undefined : marks;
}

function readPaths(change: Fields): readonly ValuePath[] {
  const paths = field(change, "replace_paths");
  return isList(paths) ? paths.map(readPath) : NO_PATHS;
}

/** A path; a step that is neither text nor a number (an element of a set) is left out. */
export function readPath(path: Json): ValuePath {
  if (!isList(path)) return [];
  return path.filter((step): step is string | number => typeof step === "string" || typeof step === "number");
}

function readImporting(change: Fields): ResourceChange["importing"] {
  const importing = field(change, "importing");
  if (!isFields(importing)) return undefined;
  return {
    id: optionalText(importing, "id"),
    identity: field(importing, "identity"),
    unknown: optionalFlag(importing, "unknown"),
  };
}
