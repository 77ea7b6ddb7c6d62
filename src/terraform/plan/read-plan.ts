/** Reads a plan: `terraform show -json plan.bin`, or the same of OpenTofu. Values are shared with the JSON, not copied. */

import { fail } from "../../errors";
import { type Fields, isFields, isList, type Json } from "../../json/json-value";
import { checkArgument } from "../../text/check-argument";
import {
  field,
  fieldsOf,
  listField,
  objectField,
  optionalFlag,
  optionalText,
  PlanFormatError,
  textField,
  within,
} from "./fields";
import { checkKind, checkText, refuseText } from "./not-a-plan";
import type { DeferredChange, Plan, ResourceChange } from "./plan";
import { readActions } from "./read-actions";
import { readOutputs, readResourceChange, type Unknowns } from "./read-change";
import { readChecks, readConditionResults } from "./read-checks";
import { readConfiguration, readProviders } from "./read-configuration";
import { readDrift } from "./read-drift";
import { readPrior } from "./read-prior";

/** Fields of format 1.x that are read, or that repeat what others say. */
const KNOWN: ReadonlySet<string> = new Set([
  "action_invocations",
  "applyable",
  "checks",
  "complete",
  "condition_results",
  "configuration",
  "deferred_action_invocations",
  "deferred_changes",
  "errored",
  "format_version",
  "output_changes",
  "planned_values",
  "prior_state",
  "provider_format_version",
  "provider_schemas",
  "proposed_unknown",
  "relevant_attributes",
  "resource_changes",
  "resource_drift",
  "terraform_version",
  "timestamp",
  "variables",
  "//",
]);

/**
 * The plan in a text.
 *
 * @throws TfwrightError if the text is not a plan of format 1.x: what it is in its place, and what to do
 */
export function readPlan(text: string, source: string): Plan {
  checkArgument(text, "text", "readPlan(text)");
  checkArgument(source, "text", "readPlan(source)");
  return readPlanValue(parse(checkText(text, source), source), source);
}

function parse(text: string, source: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuseText(text, source);
  }
}

/** The same for JSON that is parsed already. */
export function readPlanValue(json: Json, source: string): Plan {
  const of = checkKind(json, source);
  try {
    return readFields(of, source);
  } catch (error) {
    if (!(error instanceof PlanFormatError)) throw error;
    return fail({
      code: "plan-malformed",
      path: source,
      message: error.message,
      hint: "make the JSON again with `terraform show -json plan.bin`",
    });
  }
}

/**
 * The changes alone, of a plan of any format.
 *
 * @throws PlanFormatError if one is not what the format says
 */
export function readChanges(plan: Fields, unknowns: Unknowns = new Set()): readonly ResourceChange[] {
  return listField(plan, "resource_changes", (item) => readResourceChange(item, unknowns));
}

function readFields(of: Fields, source: string): Plan {
  const unknowns: Unknowns = new Set();
  const errored = optionalFlag(of, "errored") ?? false;
  const applyable = optionalFlag(of, "applyable");
  const terraformVersion = optionalText(of, "terraform_version");
  const [resources, providers, prior] = [readChanges(of, unknowns), readProviders(of), readPrior(of)];
  const isByOpenTofu = isOpenTofu(of, providers);
  const isComplete = optionalFlag(of, "complete") ?? !(errored || (isByOpenTofu && leavesOut(resources, prior)));
  return {
    source,
    formatVersion: textField(of, "format_version"),
    terraformVersion,
    ...(isByOpenTofu && { isOpenTofu: true }),
    complete: isComplete,
    errored,
    applyable,
    resources,
    drift: readDrift(of, unknowns),
    outputs: readOutputs(of, unknowns),
    deferred: listField(of, "deferred_changes", (item) => readDeferred(fieldsOf(item), unknowns)),
    checks: [...readChecks(of, unknowns), ...readConditionResults(of)],
    actions: readActions(of),
    variables: readVariables(of),
    configuration: readConfiguration(of),
    providers,
    prior,
    unknown: [...unknownFields(of), ...unknowns].sort(),
  };
}

/**
 * Both write whether a plan ended in an error, and Terraform since 1.8 also whether it is complete and can be applied. The registry of providers tells
 * older versions of OpenTofu, and plans without these fields.
 */
function isOpenTofu(of: Fields, providers: Plan["providers"]): boolean {
  if (field(of, "applyable") !== undefined || field(of, "complete") !== undefined) return false;
  const [major = 0, minor = 0] = optionalText(of, "terraform_version")?.split(".").map(Number) ?? [];
  const isNewer = major > 1 || (major === 1 && minor >= 8);
  const isWhole = field(of, "errored") !== undefined;
  return (isNewer && isWhole) || providers.some(({ fullName }) => fullName.startsWith("registry.opentofu.org/"));
}

/**
 * Whether `-target` or `-exclude` left resources out, which OpenTofu does not write: a plan has each resource of the state, also one
 * that does not change. A refresh-only plan has none.
 */
function leavesOut(resources: Plan["resources"], prior: Plan["prior"]): boolean {
  if (resources.length === 0 || prior.size === 0) return false;
  const seen = new Set<string | undefined>();
  for (const { address, previousAddress } of resources) seen.add(address).add(previousAddress);
  for (const { address, mode } of prior.values()) if (mode === "managed" && !seen.has(address)) return true;
  return false;
}

function readDeferred(of: Fields, unknowns: Unknowns): DeferredChange {
  const change = within("resource_change", () => readResourceChange(objectField(of, "resource_change"), unknowns));
  return { reason: optionalText(of, "reason") ?? "unknown", change };
}

function readVariables(of: Fields): ReadonlyMap<string, Json> {
  const variables = objectField(of, "variables");
  return new Map(Object.keys(variables).map((name) => [name, fieldsOf(variables[name]).value ?? null]));
}

/** Fields at the top that are not known and hold something: a newer Terraform may tell changes in them. */
function unknownFields(of: Fields): readonly string[] {
  return Object.keys(of).flatMap((name) => {
    const value = KNOWN.has(name) ? undefined : field(of, name);
    if (isList(value) ? value.length === 0 : isFields(value) ? Object.keys(value).length === 0 : !value) return [];
    return [`field ${name}${isList(value) ? ` (${value.length} of it)` : ""}`];
  });
}
