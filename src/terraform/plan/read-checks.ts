/** Results of checks: `check` blocks, pre- and postconditions, validations of variables. */
import type { Fields, Json } from "../../json/json-value";
import { fieldsOf, listField, objectField, optionalText } from "./fields";
import type { CheckResult } from "./plan";
import type { Unknowns } from "./read-change";

const STATUSES: ReadonlySet<string> = new Set(["pass", "fail", "error", "unknown"]);

/** `checks`: one result for each instance, or for the object where it has no instances. */
export function readChecks(plan: Fields, unknowns: Unknowns): readonly CheckResult[] {
  return listField(plan, "checks", (item) => readCheck(fieldsOf(item), unknowns)).flat();
}

function readCheck(of: Fields, unknowns: Unknowns): readonly CheckResult[] {
  const kind = optionalText(objectField(of, "address"), "kind") ?? "";
  const instances = listField(of, "instances", (item) => readResult(fieldsOf(item), kind, unknowns));
  return instances.length > 0 ? instances : [readResult(of, kind, unknowns)];
}

function readResult(of: Fields, kind: string, unknowns: Unknowns): CheckResult {
  const address = optionalText(objectField(of, "address"), "to_display") ?? "";
  const status = optionalText(of, "status") ?? "unknown";
  if (!STATUSES.has(status)) unknowns.add(`status ${status} of ${address}`);
  return {
    address,
    kind,
    status: STATUSES.has(status) ? (status as CheckResult["status"]) : "unknown",
    problems: listField(of, "problems", readMessage),
  };
}

function readMessage(problem: Json): string {
  return optionalText(fieldsOf(problem), "message") ?? "";
}
