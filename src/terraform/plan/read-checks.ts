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

/** `condition_results`: pre- and postconditions as Terraform 1.2 and 1.3 wrote them, before there were `checks`. */
export function readConditionResults(plan: Fields): readonly CheckResult[] {
  return listField(plan, "condition_results", (item): CheckResult => {
    const of = fieldsOf(item);
    const message = optionalText(of, "error_message");
    const isUnknown = of.unknown === true;
    return {
      address: optionalText(of, "address") ?? "",
      kind: optionalText(of, "condition_type") ?? "",
      status: isUnknown ? "unknown" : of.result === true ? "pass" : "fail",
      problems: message === undefined || of.result === true ? [] : [message],
    };
  });
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
