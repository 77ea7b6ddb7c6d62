/** From requests to the least policies that grant them. */
import { type Problem, TfwrightError } from "../../errors";
import { checkArn } from "../arn/arn-check";
import { actionHasKey, actionName, dataDate, findAction, serviceKnowledge } from "../data/authorization";
import { suggestAction, suggestService } from "../data/authorization-suggest";
import type { PlainConditions, PlainPolicy } from "../document/plain-policy";
import { requestsOfIntent } from "./intent";
import { mergeNeeds } from "./merge-statements";
import { nameStatements } from "./name-statements";
import { type ActionRequest, type CompileOptions, namesActions, type Request } from "./request";
import { accepts, resolveAction, typesAmong } from "./resolve-action";
import { splitPolicy } from "./split-policy";
import type { Need } from "./statement";

/** AWS's limit for a managed policy, in characters without white space (IAM User Guide, "IAM and AWS STS quotas"). */
export const MAX_POLICY_SIZE = 6144;

/** What a statement is for. */
export interface StatementReason {
  readonly sid: string;
  readonly reason: string;
}

/** The policies and what there is to say about them. */
export interface CompiledPolicies {
  /** One, or several where one would be too long; together they grant what was asked for. */
  readonly policies: readonly PlainPolicy[];
  readonly reasons: readonly StatementReason[];
  /** Where something else was granted than was written, and why. */
  readonly notes: readonly string[];
}

/**
 * The least policies for the requests: each resource with its ancestors, deletes with the children, `*` only for what
 * accepts nothing else and in a statement of its own.
 *
 * @throws TfwrightError with everything that is wrong
 */
export function compilePolicy(requests: readonly Request[], options: CompileOptions = {}): CompiledPolicies {
  const problems: Problem[] = [];
  const notes = new Set<string>();
  const needs = requests.flatMap((request) => {
    const before = problems.length;
    const asked = namesActions(request) ? [request] : requestsOfIntent(request, options, problems);
    if (problems.length > before) return [];
    return asked.flatMap((one) => needsOf(one, options, problems, notes));
  });
  if (requests.length === 0) problems.push({ code: "empty-request", path: "", message: "nothing was asked for" });
  refuse(problems);
  const drafts = nameStatements(mergeNeeds(needs));
  const policies = splitPolicy(drafts, options.maxSize ?? MAX_POLICY_SIZE, problems);
  refuse(problems);
  const reasons = drafts.map(({ sid, reasons: list }) => ({ sid, reason: list.join("; ") }));
  return { policies, reasons, notes: [...notes] };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new TfwrightError(problems);
}

function needsOf(
  request: ActionRequest,
  options: CompileOptions,
  problems: Problem[],
  notes: Set<string>,
): readonly Need[] {
  const { resources = [], sid, condition } = request;
  const before = problems.length;
  checkRequest(request, problems);
  const actions = request.actions.flatMap((text) => knownAction(text, problems) ?? []);
  if (problems.length > before) return [];
  const used = new Set<string>(["*"]);
  const needs = actions.flatMap((id): readonly Need[] => {
    const granted = grantedOn(id, resources, options, problems, used, notes);
    if (granted === undefined) return [];
    checkCondition(id, granted, request, problems);
    if (id === "iam:PassRole" && !limitsService(condition)) notes.add(ANY_SERVICE);
    return [{ action: id, resources: granted, condition, sid, reason: request.reason ?? request.actions.join(", ") }];
  });
  for (const text of resources) {
    if (problems.length > before || used.has(text)) continue;
    problems.push(ofNoUse(text, actions));
  }
  return needs;
}

const ANY_SERVICE =
  "`iam:PassRole` is granted for every service: add a condition on `iam:PassedToService`, which `tfwright lint` asks for";

function limitsService(condition: PlainConditions = {}): boolean {
  return Object.values(condition).some((keys) => Object.keys(keys).some((key) => /^iam:PassedToService$/i.test(key)));
}

function grantedOn(
  id: string,
  resources: readonly string[],
  options: CompileOptions,
  problems: Problem[],
  used: Set<string>,
  notes: Set<string>,
): readonly string[] | undefined {
  const action = findAction(id);
  if (action === undefined) {
    // Only the names of this service's actions are known.
    for (const text of resources) used.add(text);
    if (resources.length > 0) return [...new Set(resources)].sort();
    problems.push({
      code: "no-resource-for-action",
      path: id,
      message: "the action needs a resource",
      hint: "name one",
    });
    return undefined;
  }
  const resolved = resolveAction(action, resources, problems, options);
  for (const text of resolved?.used ?? []) used.add(text);
  for (const note of resolved?.notes ?? []) notes.add(note);
  return resolved?.resources;
}

/** The action as AWS spells it. */
function knownAction(text: string, problems: Problem[]): string | undefined {
  const name = actionName(text);
  if (name !== undefined) return name;
  problems.push(unknownAction(text));
  return undefined;
}

function unknownAction(path: string): Problem {
  if (/[*?]/.test(path)) {
    const hint = "name each action: the least policy has no others";
    return { code: "wildcard-action", path, message: "an action is named without wildcards", hint };
  }
  const [service = "", name] = path.split(":");
  if (name === undefined) {
    return { code: "unknown-action", path, message: "an action is SERVICE:Name", hint: `write \`glue:${service}\`` };
  }
  if (serviceKnowledge(service) === undefined) {
    const near = suggestService(service);
    const hint = near === undefined ? undefined : `did you mean \`${near}\`?`;
    return { code: "unknown-service", path, message: `there is no service \`${service}\``, hint };
  }
  const meant = suggestAction(path);
  const hint = meant.length === 0 ? undefined : `did you mean ${meant.map((one) => `\`${one}\``).join(" and ")}?`;
  return { code: "unknown-action", path, message: `there is no such action in AWS's data of ${dataDate()}`, hint };
}

function checkRequest({ actions, resources = [], sid }: ActionRequest, problems: Problem[]): void {
  if (actions.length === 0) {
    const message = "resources are named, but no actions";
    problems.push({ code: "empty-request", path: resources[0] ?? "", message });
  }
  if (sid !== undefined && !/^[A-Za-z0-9]+$/.test(sid)) {
    problems.push({ code: "invalid-sid", path: sid, message: "a Sid has letters and digits only" });
  }
  for (const text of resources) {
    for (const { message, hint } of checkArn(text)) problems.push({ code: "malformed-arn", path: text, message, hint });
  }
}

/** A condition on a key that the request never has grants nothing. */
function checkCondition(
  id: string,
  resources: readonly string[],
  { condition = {} }: ActionRequest,
  problems: Problem[],
): void {
  const action = findAction(id);
  if (action === undefined) return;
  const types = action.onlyWildcard === false && !resources.includes("*") ? typesAmong(action, resources) : undefined;
  for (const key of new Set(Object.values(condition).flatMap(Object.keys))) {
    if (actionHasKey(action, key, types)) continue;
    const message = `the action has no condition key \`${key}\` on these resources, so that it would never be allowed`;
    problems.push({ code: "unsupported-condition-key", path: id, message });
  }
}

function ofNoUse(path: string, actions: readonly string[]): Problem {
  const takes = actions.flatMap((id) => {
    const action = findAction(id);
    return action === undefined || accepts(action, path)
      ? []
      : `${id} takes ${action.accepts.join(", ") || "only `*`"}`;
  });
  return { code: "no-action-for-resource", path, message: "none of the actions works on it", hint: takes.join("\n") };
}
