/** Grants of roles outside of AWS, as they are compared: who gets which role on what. */
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, type Message, say, words } from "../../text/message";
import { type Field, show } from "../field";
import { type Level, levels, type RuleMatch } from "../rule";

/** One role of one member. */
export interface RoleGrant {
  /** Compared as a whole: the same target, role, member and condition are the same grant, whichever resource makes it. */
  readonly id: string;
  readonly level: Level;
  readonly role: Message;
  readonly member: string;
  /** Other words than the name, where the member is not known or is secret. */
  readonly memberWords?: Message;
  /** What follows the member: the scope, or why it is dangerous. */
  readonly suffix: Message;
}

const MOST_MEMBERS = 4;

/** One match for each role, with its members. */
export function matchGrants(grants: readonly RoleGrant[]): readonly RuleMatch[] {
  const groups = new Map<string, RoleGrant[]>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.level, grant.role, grant.suffix, grant.memberWords]);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  const matches = [...groups.values()].map((group) => {
    const [first] = group as [RoleGrant, ...RoleGrant[]];
    const members = first.memberWords ?? listValues(group.map(({ member }) => member).sort(), MOST_MEMBERS);
    return {
      message: say`${members} ${words(group.length > 1 ? "get" : "gets")} ${first.role}${first.suffix}`,
      level: first.level,
    };
  });
  return matches.sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}

/** A value as text to compare, and as words where it cannot be named. */
export function nameOf(field: Field, noun: string): { readonly text: string; readonly shown: Message | undefined } {
  if (field.secret) return { text: "(sensitive)", shown: words(`${noun} that is sensitive`) };
  if (field.unknown) return { text: "(unknown)", shown: words(`${noun} that is known only after apply`) };
  const text = typeof field.value === "string" ? field.value : "";
  return { text, shown: text === "" ? show(field) : undefined };
}

/** Whether an argument refers to a resource or data source of one of these types; false if the plan does not tell. */
export function refersTo(references: readonly string[], type: RegExp): boolean {
  return references.some((name) => type.test(name));
}

/** Whether the change leaves or makes something, so that it can grant. */
export function grantsAfter({ action }: ResourceChange): boolean {
  return action !== "delete" && action !== "forget" && action !== "no-op" && action !== "read" && action !== "unknown";
}
