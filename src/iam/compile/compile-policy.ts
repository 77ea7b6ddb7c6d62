/** From requests to the least policies that grant them. */

import { type Problem, Problems } from "../../errors";
import { checkListOfObjects } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { uniqueSorted } from "../../text/unique-sorted";
import { checkArn } from "../arn/arn-check";
import { actionHasKey, actionName, dataDate, findAction, isService } from "../data/authorization";
import { suggestAction, suggestService } from "../data/authorization-suggest";
import type { PlainConditions, PlainPolicy } from "../document/plain-policy";
import { requestsOfIntent } from "./intent";
import { mergeNeeds } from "./merge-statements";
import { nameStatements } from "./name-statements";
import { type ActionRequest, type CompileOptions, namesActions, type Request } from "./request";
import { accepts, type Resolved, resolveAction, typesAmong } from "./resolve-action";
import { splitPolicy } from "./split-policy";
import type { Need } from "./statement";
import { libraryWording, type RequestWording } from "./wording";

/** AWS's limit for a managed policy, in characters without white space (IAM User Guide, "IAM and AWS STS quotas"). */
export const MAX_POLICY_SIZE = 6144;

/** The reason of a statement. */
export interface StatementReason {
  readonly sid: string;
  readonly reason: string;
}

/** The policies and what there is to say about them. */
export interface CompiledPolicies {
  /** One policy, or several if one would be too long. Together they grant all requests. */
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
  checkListOfObjects(requests, "compilePolicy(requests)");
  checkOptions(
    options,
    {
      maxSize: "number",
      disputedChildren: "boolean",
      partition: "text",
      region: "text",
      account: "text",
    } satisfies OptionKinds<CompileOptions>,
    { place: "compilePolicy(options)" },
  );
  return compileWorded(requests, { ...options, wording: libraryWording });
}

/** {@link compilePolicy} with messages in the words of the caller. */
export function compileWorded(
  requests: readonly Request[],
  options: CompileOptions & { readonly wording: RequestWording },
): CompiledPolicies {
  const problems = new Problems();
  const asked = requests.flatMap((request) => {
    const before = problems.size;
    const all = namesActions(request) ? [request] : requestsOfIntent(request, options, problems);
    return problems.size > before ? [] : all.map((one) => needsOf(one, options, problems));
  });
  if (requests.length === 0) problems.add({ code: "empty-request", path: "", message: "nothing was asked for" });
  problems.throwIfAny();
  const drafts = nameStatements(mergeNeeds(asked.flatMap(({ needs }) => needs)));
  const policies = splitPolicy(drafts, options.maxSize ?? MAX_POLICY_SIZE, problems);
  problems.throwIfAny();
  const notes = new Set(asked.flatMap((one) => one.notes));
  const reasons = drafts.map(({ sid, reasons: list }) => ({ sid, reason: list.join("; ") }));
  return { policies, reasons, notes: [...notes] };
}

/** What the actions of a request need, and what there is to say about it. */
interface RequestNeeds {
  readonly needs: readonly Need[];
  readonly notes: readonly string[];
}

function needsOf(request: ActionRequest, options: CompileOptions, problems: Problems): RequestNeeds {
  const { resources = [], sid, condition } = request;
  const before = problems.size;
  checkRequest(request, problems);
  const actions = request.actions.flatMap((text) => knownAction(text, problems) ?? []);
  if (problems.size > before) return { needs: [], notes: [] };
  const used = new Set<string>(["*"]);
  const notes: string[] = [];
  const needs = actions.flatMap((id): readonly Need[] => {
    const granted = grantedOn(id, resources, options, problems);
    if (granted === undefined) return [];
    for (const text of granted.used) used.add(text);
    notes.push(...granted.notes);
    checkCondition(id, granted.resources, request, problems);
    if (id === "iam:PassRole" && !limitsService(condition)) notes.push(ANY_SERVICE);
    const reason = request.reason ?? request.actions.join(", ");
    return [{ action: id, resources: granted.resources, condition, sid, reason }];
  });
  for (const text of resources) {
    if (problems.size > before || used.has(text)) continue;
    problems.add(noActionForResource(text, actions));
  }
  return { needs, notes };
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
  problems: Problems,
): Resolved | undefined {
  const action = findAction(id);
  if (action === undefined) {
    // Only the names of this service's actions are known.
    if (resources.length > 0) return { resources: uniqueSorted(resources), used: resources, notes: [] };
    problems.add({
      code: "no-resource-for-action",
      path: id,
      message: "the action needs a resource",
      hint: "name one",
    });
    return undefined;
  }
  return resolveAction(action, resources, problems, options);
}

/** The action as AWS spells it. */
function knownAction(text: string, problems: Problems): string | undefined {
  const name = actionName(text);
  if (name !== undefined) return name;
  problems.add(unknownAction(text));
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
  if (!isService(service)) {
    const near = suggestService(path);
    const hint = near === undefined ? undefined : `did you mean \`${near}\`?`;
    return { code: "unknown-service", path, message: `there is no service \`${service}\``, hint };
  }
  const meant = suggestAction(path);
  const hint = meant.length === 0 ? undefined : `did you mean ${meant.map((one) => `\`${one}\``).join(" and ")}?`;
  return { code: "unknown-action", path, message: `there is no such action in AWS's data of ${dataDate()}`, hint };
}

function checkRequest({ actions, resources = [], sid }: ActionRequest, problems: Problems): void {
  if (actions.length === 0) {
    const message = "resources are named, but no actions";
    problems.add({ code: "empty-request", path: resources[0] ?? "", message });
  }
  if (sid !== undefined && !/^[A-Za-z0-9]+$/.test(sid)) {
    problems.add({ code: "invalid-sid", path: sid, message: "a Sid has letters and digits only" });
  }
  for (const text of resources) {
    for (const { message, hint } of checkArn(text)) problems.add({ code: "malformed-arn", path: text, message, hint });
  }
}

/** A condition on a key that the request never has grants nothing. */
function checkCondition(
  id: string,
  resources: readonly string[],
  { condition = {} }: ActionRequest,
  problems: Problems,
): void {
  const action = findAction(id);
  if (action === undefined) return;
  const types = action.onlyWildcard === false && !resources.includes("*") ? typesAmong(action, resources) : undefined;
  for (const key of new Set(Object.values(condition).flatMap(Object.keys))) {
    if (actionHasKey(action, key, types)) continue;
    const message = `the action has no condition key \`${key}\` on these resources, so that it would never be allowed`;
    problems.add({ code: "unsupported-condition-key", path: id, message });
  }
}

function noActionForResource(path: string, actions: readonly string[]): Problem {
  const takes = actions.flatMap((id) => {
    const action = findAction(id);
    return action === undefined || accepts(action, path)
      ? []
      : `${id} takes ${action.accepts.join(", ") || "only `*`"}`;
  });
  return { code: "no-action-for-resource", path, message: "none of the actions works on it", hint: takes.join("\n") };
}
