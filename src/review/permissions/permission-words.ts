/** Sentences of the permission delta, short and in full. */
import {
  type Access,
  type AccessCondition,
  type ConditionChange,
  type DeniedPart,
  type DenyChange,
  type Rescoped,
  rankAction,
  sortByRisk,
} from "../../iam/delta";
import { join, listValues, type Message, mergeWords, say, value, words } from "../../text/message";
import type { FollowedResource, IntroducedFinding } from "./types";

/** The sentence that describes a change, and the lists that it shortens. */
export interface Sentence {
  readonly text: Message;
  /** The complete lists that the sentence shows only the beginning of. */
  readonly rest: readonly Message[];
}

/** The direction of a change. The remark about the unchanged part of a wildcard depends on it. */
type Way = "gained" | "lost" | "denied" | "allowed";

/** What is said of a wildcard of which only the actions change that AWS adds later. */
export const ONLY_FUTURE: Readonly<Record<Way, string>> = {
  gained: "only what AWS adds later: all of today was allowed",
  lost: "only what AWS adds later: all of today stays allowed",
  denied: "only what AWS adds later: all of today was denied",
  allowed: "only what AWS adds later: all of today stays denied",
};

const PARTLY: Readonly<Record<Way, string>> = {
  gained: "some of it was allowed before",
  lost: "some of it stays allowed",
  denied: "some of it was denied before",
  allowed: "some of it stays denied",
};

/** How many of a list a sentence names; `names` are those of a message of the linter. */
const MOST = { actions: 6, resources: 4, principals: 4, scopes: 3, conditions: 3, values: 4, names: 5 };
const LAST = 9;
/** How many values one line of the details has. Markdown leaves a line out if it is too long. */
const LINE = 12;

/** `glue:GetTable` on `arn:...` for `AWS 111111111111`, where `...` */
export function tellAccess(access: Access, way: Way): Sentence {
  const { actions, resources, principals, conditions, onlyFuture, partly, outside } = access;
  const remarks = [
    way === "gained" && hasOpenSource(access) ? " (from any account: no condition on the source)" : "",
    onlyFuture ? ` (${ONLY_FUTURE[way]})` : "",
    partly ? ` (${PARTLY[way]})` : "",
    outside && way === "gained" ? " (the boundary does not allow it)" : "",
  ].filter((remark) => remark !== "");
  const text = [...tellActions(actions), ...on(resources), ...whom(principals), ...where(conditions), ...remarks];
  return { text, rest: restOf(access, resources, conditions) };
}

/** Keys by which a resource policy says for whom a service may act. */
const SOURCE_KEY =
  /^aws:source(arn|account|orgid|orgpaths)$|^(aws:(principal|resource)|kms:(calleraccount|viaservice))/i;

/**
 * Whether a service is let in by a resource policy, whoever it acts for.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
function hasOpenSource({ layer, principals, conditions }: Access): boolean {
  return (
    layer === "resource" &&
    principals.length > 0 &&
    principals.every((principal) => principal.startsWith("Service ")) &&
    !conditions.some(({ key }) => SOURCE_KEY.test(key))
  );
}

/** `before only on arn:.../a` */
export const tellOldScope = ({ before }: Rescoped): Message => say`before only on ${listValues(before, MOST.scopes)}`;

/** `glue:GetTable` on `arn:.../*` instead of `arn:.../a` */
export function tellRescoped(change: Rescoped, way: Way): Sentence {
  const { actions, before, after, conditions, direction, principals, partly, onlyFuture } = change;
  const lead = say`${tellActions(actions)}${whom(principals)}${where(conditions)}`;
  const [old, now] = [listValues(before, MOST.scopes), listValues(after, MOST.scopes)];
  const remark = `${onlyFuture ? ` (${ONLY_FUTURE[way]})` : ""}${partly ? ` (${PARTLY[way]})` : ""}`;
  const text = {
    wider: () => say`${lead} on ${now}, before only on ${old}${words(remark)}`,
    narrower: () => say`${lead} only on ${now}, before on ${old}${words(remark)}`,
    other: () => say`${lead} on ${now} instead of ${old}${words(remark)}`,
  }[direction]();
  const scopes = [
    ...listed("now on", after, MOST.scopes, actions),
    ...listed("before on", before, MOST.scopes, actions),
  ];
  return { text, rest: [...restOf(change, [], conditions), ...scopes] };
}

/** `sts:AssumeRole` for `AWS 111111111111`: now without a condition, before where `...` */
export function tellCondition(change: ConditionChange): Sentence {
  const { actions, resources, principals } = change;
  const { before, after } = withoutCommon(change);
  const text = say`${tellActions(actions)}${on(resources)}${whom(principals)}: ${tellOtherConditions(change)}`;
  return { text, rest: restOf(change, resources, uniqueConditions([...after, ...before].flat())) };
}

/** `now where ..., before where ...` */
export function tellOtherConditions(change: ConditionChange): Message {
  const { before, after } = withoutCommon(change);
  return say`now ${tellSets(after)}, before ${tellSets(before)}`;
}

/** Of one set of conditions on each side, those that differ, if there are some on both. */
function withoutCommon({ before, after }: ConditionChange): Pick<ConditionChange, "before" | "after"> {
  const [[old = [], ...others], [now = [], ...more]] = [before, after];
  const [left, right] = [new Set(old.map(textOf)), new Set(now.map(textOf))];
  const from = old.filter((one) => !right.has(textOf(one)));
  const to = now.filter((one) => !left.has(textOf(one)));
  const isOneEach = others.length === 0 && more.length === 0;
  return isOneEach && from.length > 0 && to.length > 0 ? { before: [from], after: [to] } : { before, after };
}

function textOf(condition: AccessCondition): string {
  return JSON.stringify({ ...condition, key: condition.key.toLowerCase() });
}

/** `kms:Decrypt` on the new `aws_kms_key.lake` instead of `arn:...` */
export function tellFollowed({ address, arn, effect, actions, paths }: Omit<FollowedResource, "from">): Sentence {
  const lead = effect === "Deny" ? words("denied: ") : [];
  const what = actions.length === 0 ? [] : say`${tellActions(actions)} on `;
  const text = say`${lead}${what}the new ${address} instead of ${arn}`;
  const rest = listed("all actions", sortByRisk(actions), MOST.actions);
  if (paths === undefined) return { text, rest };
  const before = listValues(paths, MOST.scopes);
  return {
    text: say`${text}; what follows the new ARN is known only after apply, before it was ${before}`,
    rest: [...rest, ...listed("before on", paths, MOST.scopes, actions)],
  };
}

/** `s3:DeleteObject` on `*`, before only on `arn:...` */
export function tellDenied(change: DenyChange): Sentence {
  const { parts, partly: _, ...whole } = change;
  if (parts === undefined) return tellAccess(change, "denied");
  const { text, rest } = tellAccess(whole, "denied");
  return { text: say`${text}, before only ${tellDeniedParts(parts)}`, rest };
}

/** `for s3:DeleteObject on arn:...`, or `where ...`: the parts of a Deny that is narrower than it was. */
export function tellDeniedParts(parts: readonly DeniedPart[]): Message {
  const told = parts.slice(0, MOST.scopes).map(({ actions, resources, principals, conditions }) => {
    const limits = [
      ...(actions.length === 0 ? [] : [say`for ${tellActions(actions)}`]),
      ...(resources.length === 0 ? [] : [say`on ${listValues(resources, MOST.resources)}`]),
      ...(principals.length === 0 ? [] : [say`for ${listValues(principals, MOST.principals)}`]),
      ...(conditions.length === 0 ? [] : [say`where ${tellConditions(conditions)}`]),
    ];
    return join(limits, " ");
  });
  const more = parts.length > MOST.scopes ? [` and ${parts.length - MOST.scopes} more`] : [];
  return [...join(told, ", and "), ...more];
}

/** The message with the rule and the document, without its module, which the finding has in a field of its own. */
export function tellLint({ document, finding }: IntroducedFinding): Sentence {
  const rest = listed(`all of ${finding.rule}`, finding.about?.split(",") ?? [], MOST.names);
  return { text: say`${finding.parts} (${finding.rule}, in ${document})`, rest };
}

/** The riskiest first. Trust is last: an escalation reports who may assume a role. */
export function sortAccess<T extends Pick<Access, "actions" | "layer">>(list: readonly T[]): readonly T[] {
  const rank = ({ actions, layer }: T) => (layer === "trust" ? LAST : Math.min(...actions.map(rankAction)));
  return list
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** A list in lines; none if the sentence has all of it. */
export function listed(
  what: string | Message,
  values: readonly string[],
  most: number,
  actions: readonly string[] = [],
): Message[] {
  if (values.length <= most) return [];
  const [first] = sortByRisk(actions);
  const text = typeof what === "string" ? words(what) : what;
  const lead = mergeWords(first === undefined ? say`${text}: ` : say`${text} (${first}): `);
  const lines: Message[] = [];
  for (let at = 0; at < values.length; at += LINE) {
    lines.push([...lead, ...listValues(values.slice(at, at + LINE), LINE)]);
  }
  return lines;
}

function restOf(
  { actions, principals }: Pick<Access, "actions" | "principals">,
  resources: readonly string[],
  conditions: readonly AccessCondition[],
): readonly Message[] {
  return [
    ...listed("all actions", sortByRisk(actions), MOST.actions),
    ...listed("all resources", resources, MOST.resources, actions),
    ...listed("all principals", principals, MOST.principals, actions),
    ...(conditions.length > MOST.conditions ? conditions.map((one) => say`a condition: ${tellRequired(one)}`) : []),
    ...conditions.flatMap((one) => listed(say`all values of ${nameOf(one)}`, one.values, MOST.values)),
  ];
}

function tellActions(actions: readonly string[]): Message {
  return listValues(sortByRisk(actions), MOST.actions);
}

function on(resources: readonly string[]): Message {
  return resources.length === 0 ? [] : say` on ${listValues(resources, MOST.resources)}`;
}

function whom(principals: readonly string[]): Message {
  return principals.length === 0 ? [] : say` for ${listValues(principals, MOST.principals)}`;
}

function where(conditions: readonly AccessCondition[]): Message {
  return conditions.length === 0 ? [] : say`, where ${tellConditions(conditions)}`;
}

function tellSets(sets: readonly (readonly AccessCondition[])[]): Message {
  if (sets.some((set) => set.length === 0)) return words("without a condition");
  const told = sets.slice(0, MOST.scopes).map((set) => say`where ${tellConditions(set)}`);
  const more = sets.length > MOST.scopes ? [` or ${sets.length - MOST.scopes} more`] : [];
  return [...join(told, " or "), ...more];
}

function tellConditions(conditions: readonly AccessCondition[]): Message {
  const told = join(conditions.slice(0, MOST.conditions).map(tellRequired), " and ");
  const left = conditions.length - MOST.conditions;
  return left > 0 ? [...told, ` and ${left} more`] : told;
}

/** Operator and key, then each value as a part of its own: one long text would be cut in the middle. */
function tellRequired(condition: AccessCondition): Message {
  const { key, values } = condition;
  const lead = value(nameOf(condition));
  if (values.length === 0) return lead;
  // The last word of the key shows whether a value is a credential: `aws:PrincipalTag/password`.
  const path = [key.toLowerCase().split(/[/:]/).at(-1) ?? ""];
  const shown = values.slice(0, MOST.values).map((one) => value(one, path));
  const more = values.length > MOST.values ? [` and ${values.length - MOST.values} more`] : [];
  return [...lead, " ", ...join(shown, ", "), ...more];
}

function nameOf({ operator, key }: AccessCondition): string {
  return `${operator} ${key}`;
}

/** Each once: keys that differ in their case alone are the same. */
function uniqueConditions(conditions: readonly AccessCondition[]): readonly AccessCondition[] {
  const found = new Map<string, AccessCondition>();
  for (const one of conditions) {
    const id = textOf(one);
    if (!found.has(id)) found.set(id, one);
  }
  return [...found.values()];
}
