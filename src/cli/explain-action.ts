/** The page of an action: the resources that a policy names for it, its condition keys, and what its caller needs besides. */
import { fail } from "../errors";
import {
  type ActionInfo,
  actionsMatching,
  conditionKeysOf,
  dataOrigin,
  findAction,
  resourceType,
} from "../iam/data/authorization";
import { suggestAction } from "../iam/data/authorization-suggest";
import { count } from "../text/message";

/** Whether a text is an action or a pattern of actions, and no code of a rule. */
export function isActionName(text: string): boolean {
  return text.includes(":");
}

/** The page of an action; of a pattern, the actions that it matches. @throws TfwrightError `unknown-action` */
export function explainAction(text: string): string {
  const action = findAction(text);
  if (action !== undefined) return pageOf(action);
  const matching = /[*?]/.test(text) ? actionsMatching(text.toLowerCase()) : [];
  if (matching.length > 0) return listOf(matching);
  const near = suggestAction(text).map((one) => `\`${one}\``);
  return fail({
    code: "unknown-action",
    path: "explain",
    message: `${dataOrigin(serviceIn(text)).name} knows no action \`${text}\``,
    hint: near.length === 0 ? "write it as in a policy: `glue:GetTable`" : `did you mean ${near.join(" or ")}?`,
  });
}

function pageOf(action: ActionInfo): string {
  const keys = [...conditionKeysOf(action)].sort();
  const besides = [...action.dependentActions, ...action.companions];
  const optional = action.accepts.filter((type) => !action.grant.includes(type) && !action.anyOf.includes(type));
  const parts = [
    `${action.id}\naccess: ${action.access.join(", ")}`,
    ...resourcesOf(action),
    ...(optional.length === 0 ? [] : [`Resources that may be named:\n${rowsOf(action, optional)}`]),
    ...(keys.length === 0 ? [] : [`Condition keys, besides those of every request:\n${keys.map(indented).join("\n")}`]),
    ...(besides.length === 0 ? [] : [`Actions that are needed as well:\n${besides.map(indented).join("\n")}`]),
    ...(action.evidence === undefined ? [] : [`Evidence: ${action.evidence}`]),
    sourceLine(action.id),
  ];
  return parts.join("\n\n");
}

function resourcesOf(action: ActionInfo): readonly string[] {
  if (action.onlyWildcard !== false) return ["Resource: `*` alone, because the action has no resources"];
  if (action.grant.length > 0) return [`Resources, all of them:\n${rowsOf(action, action.grant)}`];
  return action.anyOf.length === 0 ? [] : [`Resources, at least one of them:\n${rowsOf(action, action.anyOf)}`];
}

function rowsOf({ service }: ActionInfo, types: readonly string[]): string {
  const width = Math.max(...types.map((type) => type.length));
  return types
    .map((type) => indented(`${type.padEnd(width)}  ${resourceType(service, type)?.arn ?? ""}`.trimEnd()))
    .join("\n");
}

function listOf(ids: readonly string[]): string {
  const width = Math.max(...ids.map((id) => id.length));
  const rows = ids.map((id) => indented(`${id.padEnd(width)}  ${findAction(id)?.access.join(", ") ?? ""}`.trimEnd()));
  return [count(ids.length, "action"), rows.join("\n"), sourceLine(ids[0] ?? "")].join("\n\n");
}

function sourceLine(action: string): string {
  const { version, day } = dataOrigin(serviceIn(action));
  return `Source: ${version}${day === undefined ? "" : `, data of ${day}`}`;
}

/** `glue` of `glue:GetTable`. */
function serviceIn(action: string): string {
  return action.slice(0, action.indexOf(":")).toLowerCase();
}

function indented(text: string): string {
  return `  ${text}`;
}
