/** Keys of conditions: whether they exist, and whether a request for the actions has them. */

import { hasToken } from "../../../text/tokens";
import {
  type ActionInfo,
  actionHasKey,
  type ConditionKey,
  findConditionKey,
  serviceKnowledge,
} from "../../data/authorization";
import { suggestConditionKey } from "../../data/authorization-suggest";
import type { Condition } from "../../document/policy";
import type { ActionTerm } from "../action-term";
import { type Context, ofData } from "../context";
import { isPositive, type ParsedStatement } from "../parsed-statement";
import { suggestOnce } from "../suggest";
import { listOf, shorten, verb } from "../words";
import { checkConditionForm } from "./condition-form";

const TAG_KEYS = /^(aws:(ResourceTag|RequestTag)\/|aws:TagKeys$|[a-z0-9-]+:ResourceTag\/)/i;

const keys = new Map<string, ConditionKey | undefined>();
const support = new Map<string, boolean>();
const KEPT = 8192;

/** Reports keys that no request has, and operators and values that do not fit the key. */
export function checkConditions(context: Context): void {
  for (const parsed of context.parsedStatements) {
    for (const condition of parsed.statement.conditions) {
      if (hasToken(condition.key)) continue;
      const key = findKey(condition.key);
      if (key === undefined) reportUnknown(context, parsed, condition);
      else checkSupport(context, parsed, condition, key);
      checkConditionForm(context, parsed, condition, key);
    }
  }
}

/** A key by its name; looked up once. */
export function findKey(name: string): ConditionKey | undefined {
  if (!keys.has(name)) {
    if (keys.size >= KEPT) keys.clear();
    if (name.length > 256) return undefined;
    keys.set(name, isCut(name) ? undefined : findConditionKey(name));
  }
  return keys.get(name);
}

/** `aws:ResourceTag/` names no tag. */
function isCut(name: string): boolean {
  return name.endsWith("/");
}

function reportUnknown(context: Context, { statement }: ParsedStatement, condition: Condition): void {
  const { key } = condition;
  const service = key.slice(0, Math.max(0, key.indexOf(":"))).toLowerCase();
  const knowledge = serviceKnowledge(service);
  if (service !== "aws" && (knowledge === "names" || (knowledge === undefined && !isSlip(context, key)))) return;
  const message =
    service === "" ? `\`${shorten(key)}\` names no service` : `${ofData()} knows no condition key \`${shorten(key)}\``;
  context.report(
    "unknown-condition-key",
    condition,
    { message, hint: hintForKey(context, key), about: key },
    statement,
  );
}

/** Of a prefix that the data lacks, `catalog:ChangeType` of AWS Marketplace, only one that is near to another is a slip. */
function isSlip(context: Context, key: string): boolean {
  if (!key.includes(":")) return true;
  const near = suggestOnce(context, "key", key, suggestConditionKey);
  const name = key.slice(key.indexOf(":"));
  return near?.toLowerCase().endsWith(name.toLowerCase()) === true;
}

function hintForKey(context: Context, key: string): string {
  const tag = /^[a-z0-9-]+:(resourcetag|requesttag)\/?(.*)$/i.exec(key);
  if (tag !== null) {
    const name = /^resource/i.test(tag[1] ?? "") ? "ResourceTag" : "RequestTag";
    return `write \`aws:${name}/${tag[2] || "TAG"}\``;
  }
  const near = suggestOnce(context, "key", key, suggestConditionKey);
  return near === undefined ? "take the condition out, or use a key that the service has" : `did you mean \`${near}\`?`;
}

/** Whether some action has the key; where only some have it, that is said as info. */
function checkSupport(context: Context, parsed: ParsedStatement, condition: Condition, key: ConditionKey): void {
  if ((key.global && !key.perService) || parsed.statement.notActions !== undefined || parsed.actions.length === 0)
    return;
  const without = parsed.actions.filter(({ term }) => !mayHaveKey(term, condition.key));
  if (without.length === 0 || condition.ifExists) return;
  const names = without.map(({ at }) => at.value);
  if (without.length === parsed.actions.length) reportUnsupported(context, parsed, condition, names);
  else if (parsed.allows && isPositive(condition)) reportPartly(context, parsed, condition, names);
}

function reportUnsupported(
  context: Context,
  { statement, allows }: ParsedStatement,
  condition: Condition,
  names: readonly string[],
): void {
  const effect = isPositive(condition)
    ? `so the statement ${allows ? "allows" : "denies"} nothing`
    : "so the condition says nothing";
  const message = `no request for ${listOf(names)} has the key \`${condition.key}\`, ${effect}`;
  const hint = TAG_KEYS.test(condition.key)
    ? "take the condition out, or use actions that work on tagged resources"
    : "take the condition out, or use a key that the action has";
  context.report("unsupported-condition-key", condition, { message, hint, about: condition.key }, statement);
}

function reportPartly(
  context: Context,
  { statement }: ParsedStatement,
  condition: Condition,
  names: readonly string[],
): void {
  const isTag = TAG_KEYS.test(condition.key);
  const message = `no request for ${listOf(names)} has the key \`${condition.key}\`, so the condition keeps ${verb(names, "it", "them")} from being allowed`;
  const hint = `give ${verb(names, "it", "them")} a statement without this condition`;
  const code = isTag ? "unsupported-tag-condition" : "unsupported-condition-key";
  context.report(
    code,
    condition,
    { message, hint, severity: "info", about: `${condition.key} ${names.join()}` },
    statement,
  );
}

/** Whether a request for an action may have the key; of what is not known in full, it may. */
function mayHaveKey(term: ActionTerm, key: string): boolean {
  const members = term.members();
  return members.length === 0 || members.some((member) => hasKey(member, key));
}

function hasKey(action: ActionInfo, key: string): boolean {
  const name = `${action.id} ${key}`;
  let has = support.get(name);
  if (has === undefined) {
    if (support.size >= KEPT) support.clear();
    has = actionHasKey(action, key);
    support.set(name, has);
  }
  return has;
}
