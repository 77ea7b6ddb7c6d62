import { isList, type Json } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { accountsOfPlan } from "../access/outside-principals";
import type { Facts } from "../facts";
import { differs, fieldAt, itemsAt, pairAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { imageTypes, matchImages } from "./resources/image-sources";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Arguments that hold a script of a machine, of which only a hash or its base64 text is known. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  aws_instance: ["user_data", "user_data_base64"],
  aws_launch_template: ["user_data"],
  aws_launch_configuration: ["user_data", "user_data_base64"],
  aws_spot_instance_request: ["user_data", "user_data_base64"],
  aws_ssm_document: ["content"],
  aws_ssm_association: ["parameters", "targets", "name"],
  aws_imagebuilder_component: ["data", "uri"],
  aws_sagemaker_notebook_instance_lifecycle_configuration: ["on_create", "on_start"],
  google_compute_instance: ["metadata_startup_script"],
  google_compute_instance_template: ["metadata_startup_script"],
  azurerm_linux_virtual_machine: ["custom_data", "user_data"],
  azurerm_windows_virtual_machine: ["custom_data", "user_data"],
};

const IMAGE_TYPES: ReadonlySet<string> = new Set(imageTypes);
const FUNCTION = "aws_lambda_function";
const ASSOCIATION = "aws_ssm_association";

/** Reports scripts of machines that change, and code of other accounts in functions. */
export const machineCode = defineRule({
  code: "machine-code",
  section: "code",
  level: "note",
  title: "other code runs",
  what: "Scripts of machines that change: user data, documents and associations of Systems Manager, start-up scripts, code of functions and steps at the edge. An image of another registry, account or organization than before is attention, and so is a package or source of a pipeline from another bucket or repository. A layer of a function that another account owns is attention, and so is one whose account is not known to be the plan's own.",
  why: "It runs with the permissions of the machine or the function.",
  bad: "A function gets a layer of another account.",
  good: "A function gets a new version of a layer of its own account.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html",
  looksAt: "resource",
  types: [...new Set([...Object.keys(SCRIPTS), FUNCTION, ...imageTypes, ...typesWithSettings("machine-code")])],
  check(change, facts) {
    const hasImages = IMAGE_TYPES.has(change.type) && isUpdateOrReplacement(change);
    const settings = matchSettings(change, "machine-code", facts);
    const code = [...settings, ...(hasImages ? matchImages(change, facts.ofPlan(accountsOfPlan), facts) : [])];
    if (change.type === FUNCTION) return [...matchLayers(change, facts), ...code];
    if (change.type === ASSOCIATION && change.action === "create")
      return [{ message: say`${String(fieldAt(change.after, ["name"]).value ?? "a document")} runs on machines` }];
    const changed = isUpdateOrReplacement(change)
      ? (SCRIPTS[change.type] ?? []).filter((name) => differs(pairAt(change, [name])))
      : [];
    if (changed.length === 0) return code;
    return [...code, { message: say`${listValues(changed, 3)} ${words(changed.length > 1 ? "change" : "changes")}` }];
  },
});

/** Layers of accounts other than the plan's own, by the layer without its version: a new version is no other code. */
function matchLayers(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (change.action !== "create" && !isUpdateOrReplacement(change)) return [];
  const own = facts.ofPlan(accountsOfPlan);
  const before = new Set(itemsAt(change.before.value, ["layers"]).map(layerOf));
  const layers = fieldAt(change.after, ["layers"]).value;
  const foreign = (isList(layers) ? layers : []).filter(
    (layer) => isForeign(layer, own) && !before.has(layerOf(layer)),
  );
  const whose = words(own.length > 0 ? " of another account" : "; the plan does not tell its own account");
  return foreign.map((layer) => ({
    message: say`runs the layer ${String(layer)}${whose}`,
    level: "attention",
  }));
}

/** AWS and vendors such as Datadog publish layers, too: a person decides once whether to trust their account. */
function isForeign(layer: Json, own: readonly string[]): boolean {
  const account = /^arn:[^:]*:lambda:[^:]*:(\d{12}):layer:/.exec(String(layer))?.[1];
  return account !== undefined && !own.includes(account);
}

function layerOf(layer: Json): string {
  return String(layer).replace(/:\d+$/, "");
}
