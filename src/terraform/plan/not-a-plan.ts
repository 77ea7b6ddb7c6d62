/**
 * Recognises files that are not the JSON of a plan, and says what to do about each. Messages never quote the text, because it
 * may be secret.
 */

import { fail } from "../../errors";
import { findJsonError } from "../../json/find-json-error";
import { type Fields, isFields, isList, type Json, kindOf } from "../../json/json-value";
import { checkArgument } from "../../text/check-argument";
import { LineIndex, withoutByteOrderMark } from "../../text/line-index";
import { field } from "./fields";

const MAKE_IT =
  "run `terraform plan -out=plan.bin`, then `terraform show -json plan.bin > plan.json`, and give plan.json";

/** The JSON of a plan, of whatever format; undefined if a text is anything else. */
export function planIn(text: string): Fields | undefined {
  checkArgument(text, "text", "planIn(text)");
  const value = objectIn(text);
  return value !== undefined && isPlan(value) ? value : undefined;
}

/** The object of JSON in a text; undefined if a text is anything else. */
export function objectIn(text: string): Fields | undefined {
  try {
    const value = JSON.parse(withoutByteOrderMark(text)) as Json;
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses what Terraform writes beside the JSON of a plan: the binary file, and the log of `terraform plan -json`. */
export function refuseOtherOutput(text: string, source: string): void {
  refuseBinary(text, source);
  if (isStream(text)) refuseStream(source);
  if (isPlanForPeople(text)) refusePlanForPeople(source);
}

/** Refuses text that cannot be JSON of any kind; gives it without a byte order mark. */
export function checkText(text: string, source: string): string {
  if (text.trimStart() === "") fail({ code: "plan-empty", path: source, message: "is empty", hint: MAKE_IT });
  refuseBinary(text, source);
  if (text.slice(0, 200).includes("\u0000")) {
    const hint = "PowerShell's `>` writes UTF-16: pipe into `Out-File -Encoding utf8` in its place";
    fail({ code: "plan-encoding", path: source, message: "is not UTF-8 text", hint });
  }
  return withoutByteOrderMark(text);
}

function refuseBinary(text: string, source: string): void {
  if (text.startsWith("PK\u0003\u0004")) {
    const hint = "run `terraform show -json plan.bin > plan.json` where the plan was made, and give plan.json";
    fail({
      code: "plan-binary",
      path: source,
      message: "is a binary plan file, and only its Terraform can read it",
      hint,
    });
  }
}

/** Lines of what `terraform plan` prints, which may be colored. */
const PLAN_FOR_PEOPLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC starts a color.
  /^(?:[ \t]|\u001b\[[\d;]*m)*(?:Plan: \d+ to (?:add|import)|No changes\. |(?:Terraform|OpenTofu)(?:\u001b\[[\d;]*m)* (?:used the selected|will perform the following))/m;

/** Whether a text is what `terraform plan` prints for people. */
function isPlanForPeople(text: string): boolean {
  return PLAN_FOR_PEOPLE.test(text);
}

function refusePlanForPeople(source: string): never {
  const message = "is not JSON, but what `terraform plan` prints for people";
  fail({ code: "plan-not-json", path: source, message, hint: MAKE_IT });
}

/** How the JSON of a plan begins. */
const STARTS = /^\s*\{\s*"format_version"/m;

/** Refuses text that is not JSON. */
export function refuseText(text: string, source: string): never {
  if (isStream(text)) refuseStream(source);
  if (isPlanForPeople(text)) refusePlanForPeople(source);
  refuseWrapper(text, source);
  refusePage(text, source);
  const offset = findJsonError(text) ?? text.length;
  if (offset >= text.trimEnd().length)
    fail({ code: "plan-not-json", path: source, message: "is not whole: the JSON ends in the middle", hint: MAKE_IT });
  const { line, column } = new LineIndex(text).at(offset);
  const message = `is not JSON at ${line}:${column}`;
  const isBefore = offset < (STARTS.exec(text)?.index ?? 0);
  const place = planIn(text.slice(0, offset)) !== undefined ? "follows" : isBefore ? "stands before" : undefined;
  if (place === undefined) fail({ code: "plan-not-json", path: source, message, hint: MAKE_IT });
  const hint = "make the JSON again with `terraform show -json plan.bin`, whose standard output alone goes to the file";
  fail({ code: "plan-not-json", path: source, message: `${message}, where other text ${place} the plan`, hint });
}

/** Refuses JSON that is something else, or a format that is not read. */
export function checkKind(value: Json, source: string): Fields {
  if (!isFields(value))
    fail({
      code: "plan-not-a-plan",
      path: source,
      message: `must be an object, but is ${kindOf(value)}`,
      hint: MAKE_IT,
    });
  if (field(value, "@message") !== undefined || field(value, "@level") !== undefined) refuseStream(source);
  if (isState(value)) fail({ code: "plan-state", path: source, message: "is a state, not a plan", hint: MAKE_IT });
  if (field(value, "plan_format_version") !== undefined && field(value, "format_version") === undefined)
    refuseRedacted(source);
  const version = field(value, "format_version");
  if (typeof version === "string" && !/^(?:1|0\.[12])(\.|$)/.test(version)) refuseVersion(version, source);
  if (isPolicy(value)) {
    const hint = "`tfwright lint` reads policies; give `review` the JSON of a plan";
    fail({ code: "plan-not-a-plan", path: source, message: "is an IAM policy, not a plan", hint });
  }
  if (!isPlan(value))
    fail({ code: "plan-not-a-plan", path: source, message: "is JSON, but not a plan's", hint: MAKE_IT });
  return value;
}

/** Whether a value is the JSON of a plan, of whatever format. */
export function isPlan(value: Json): value is Fields {
  if (!isFields(value) || typeof field(value, "format_version") !== "string") return false;
  return ["planned_values", "resource_changes", "configuration"].some((name) => field(value, name) !== undefined);
}

function refuseVersion(version: string, source: string): never {
  const shown = /^[\d.]{1,20}$/.test(version) ? version : "that it does not know";
  const hint = version.startsWith("0")
    ? "plan with Terraform 0.12 or later, or with OpenTofu"
    : "update tfwright, or plan with a Terraform that writes format 1.x (1.1 to at least 1.16 do)";
  const message = `is a plan of format ${shown}; tfwright reads format 1.x, and 0.1 and 0.2 of old versions`;
  fail({ code: "plan-format", path: source, message, hint });
}

/** The action `hashicorp/setup-terraform` puts a script in the place of `terraform`, which prints the command first. */
function refuseWrapper(text: string, source: string): void {
  if (!/^\s*\[command\]/.test(text)) return;
  const message = "begins with the line `[command]...` that the wrapper of hashicorp/setup-terraform prints";
  const hint = "set `terraform_wrapper: false` at that step of the workflow, and make the JSON again";
  fail({ code: "plan-wrapper", path: source, message, hint });
}

/** What a server sends where it wants a sign-in, or has no such file. */
function refusePage(text: string, source: string): void {
  if (!/^\s*<(?:!doctype html|html|\?xml)\b/i.test(text)) return;
  const message = "is a page of HTML or XML, as a server sends for a sign-in or an error";
  const hint = "look at what was downloaded: the address may need a token, or the file may be gone";
  fail({ code: "plan-not-json", path: source, message, hint });
}

/** A policy has statements, and nothing of a plan. */
function isPolicy(value: Fields): boolean {
  return field(value, "Statement") !== undefined && field(value, "format_version") === undefined;
}

function refuseRedacted(source: string): never {
  fail({
    code: "plan-redacted",
    path: source,
    message:
      "is the redacted plan of HCP Terraform (`json-output-redacted`): it has neither the configuration nor the state",
    hint: "download `json-output` of the plan with a token that may read it, or run `terraform show -json` where the plan was made",
  });
}

function refuseStream(source: string): never {
  const message = "is the log of `terraform plan -json`, one message a line; it has no values in it";
  fail({ code: "plan-stream", path: source, message, hint: MAKE_IT });
}

function isStream(text: string): boolean {
  const [line = ""] = text.slice(0, 20_000).trimStart().split("\n", 1);
  try {
    const first = JSON.parse(line) as Json;
    return isFields(first) && (field(first, "@message") !== undefined || field(first, "@level") !== undefined);
  } catch {
    return false;
  }
}

/** A state file (`terraform.tfstate`), or `terraform show -json` without a plan. */
function isState(value: Fields): boolean {
  if (
    field(value, "lineage") !== undefined ||
    (field(value, "serial") !== undefined && isList(field(value, "resources")))
  )
    return true;
  const onlyValues = field(value, "values") !== undefined && field(value, "planned_values") === undefined;
  return onlyValues && field(value, "format_version") !== undefined && field(value, "configuration") === undefined;
}
