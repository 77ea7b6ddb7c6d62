/** Cuts what is too long for one policy into several that grant the same together. */
import type { Problems } from "../../errors";
import { uniqueSorted } from "../../text/unique-sorted";
import { glueAncestors } from "../arn/catalog-tree";
import type { PlainPolicy, PlainStatement } from "../document/plain-policy";
import { sizeOf } from "../document/write-policy";
import { free } from "./name-statements";
import type { NamedDraft } from "./statement";

/** The policy of some statements. */
function policyOfDrafts(drafts: readonly NamedDraft[]): PlainPolicy {
  return { Version: "2012-10-17", Statement: drafts.map(statementOf) };
}

/**
 * In order, each policy as full as it goes. A statement that fits stays whole. One that is too long by itself is cut
 * between its resources, each with its ancestors and all actions, so that every part works by itself.
 */
export function splitPolicy(
  drafts: readonly NamedDraft[],
  maxSize: number,
  problems: Problems,
): readonly PlainPolicy[] {
  const taken = new Set(drafts.map(({ sid }) => sid));
  const pieces = drafts.flatMap((draft) => cut(draft, maxSize, taken, problems));
  const policies: NamedDraft[][] = [];
  for (const piece of pieces) {
    const last = policies.at(-1);
    if (last !== undefined && sizeOf(policyOfDrafts([...last, piece])) <= maxSize) last.push(piece);
    else policies.push([piece]);
  }
  return policies.map(policyOfDrafts);
}

function statementOf({ sid, actions, resources, condition }: NamedDraft): PlainStatement {
  const base = { Sid: sid, Effect: "Allow", Action: actions, Resource: resources };
  return condition === undefined ? base : { ...base, Condition: condition };
}

/** A statement in parts that each fit, the first under the Sid of the whole. */
function cut(draft: NamedDraft, maxSize: number, taken: Set<string>, problems: Problems): readonly NamedDraft[] {
  const fits = (resources: readonly string[]) =>
    sizeOf(policyOfDrafts([{ ...draft, resources, sid: `${draft.sid}00` }])) <= maxSize;
  if (sizeOf(policyOfDrafts([draft])) <= maxSize) return [draft];
  const parts: (readonly string[])[] = [];
  for (const family of familiesOf(draft.resources)) {
    const grown = uniqueSorted([...(parts.at(-1) ?? []), ...family]);
    if (parts.length > 0 && fits(grown)) parts[parts.length - 1] = grown;
    else parts.push(family);
  }
  if (!parts.every(fits)) {
    const message = `one resource with its actions is longer than ${maxSize} characters`;
    problems.add({ code: "statement-too-long", path: draft.sid, message, hint: "ask for fewer actions at once" });
  }
  return parts.map((resources, index) => {
    const sid = index === 0 ? draft.sid : free(draft.sid, (name) => taken.has(name));
    taken.add(sid);
    return { ...draft, sid, resources };
  });
}

/** Each resource that is above no other, with those of the list that are above it. */
function familiesOf(resources: readonly string[]): readonly (readonly string[])[] {
  const families = resources.map((text) => {
    const above = new Set(glueAncestors(text).map((node) => node.arn));
    return [text, ...resources.filter((other) => other !== text && above.has(other))].sort();
  });
  const parents = new Set(resources.flatMap((text) => glueAncestors(text).map((node) => node.arn)));
  return families.filter((_, index) => !parents.has(resources[index] ?? ""));
}
