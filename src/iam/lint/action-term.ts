/** An entry of `Action`, parsed: which actions of AWS it names. */
import { hasToken } from "../../text/tokens";
import { hasMarkedPlaceholder } from "../arn/placeholders";
import { type ActionInfo, actionsMatching, findAction, isService } from "../data/authorization";
import { matches, type Pattern, pattern } from "../document/pattern";
import type { Located } from "../document/policy";

/** One action as it is written, and what it means. */
export interface ActionTerm {
  /** As written. */
  readonly text: string;
  /** In lower case. */
  readonly id: string;
  /**
   * - `all`: `*`
   * - `open`: a part of it is not known yet, or is to be filled in
   * - `exact`: one action, known or not
   * - `pattern`: it has wildcards
   */
  readonly kind: "all" | "open" | "exact" | "pattern";
  /** Prefix in lower case; empty if there is none. */
  readonly service: string;
  /** The action of AWS, if it names one. */
  readonly info?: ActionInfo;
  /** The actions that it allows: those that match the pattern, or the one that it names. */
  members(): readonly ActionInfo[];
  /** Names of the actions of its service that match a pattern, as AWS spells them; of an exact one none. */
  memberNames(): readonly string[];
  /** Whether it allows an action, given in lower case. */
  allows(id: string): boolean;
}

/** An action in a statement. */
export interface PlacedAction {
  readonly at: Located<string>;
  readonly term: ActionTerm;
}

const MAX_CACHED = 4096;
const MAX_CACHED_LENGTH = 128;
const terms = new Map<string, ActionTerm>();

/** Parses an action; the last few thousand are kept. */
export function actionTerm(text: string): ActionTerm {
  const present = terms.get(text);
  if (present !== undefined) return present;
  const made = readTerm(text);
  if (terms.size >= MAX_CACHED) terms.clear();
  if (text.length <= MAX_CACHED_LENGTH) terms.set(text, made);
  return made;
}

function readTerm(text: string): ActionTerm {
  const id = text.toLowerCase();
  const kind = kindOf(text);
  const service = kind === "all" ? "*" : id.slice(0, Math.max(0, id.indexOf(":")));
  const info = kind === "exact" ? findAction(id) : undefined;
  let allowed: Pattern | undefined;
  let members: readonly ActionInfo[] | undefined;
  let names: ReadonlySet<string> | undefined;
  let written: readonly string[] | undefined;
  // A pattern over several services has no members: what it is meant for can only be guessed.
  const hasMembers = kind === "pattern" && isOneService(service);
  const matchesText = (other: string) => {
    allowed ??= pattern(id);
    return matches(allowed, other);
  };
  const memberNames = () => {
    written ??= kind === "pattern" && !/[*?]/.test(service) ? actionsMatching(id) : [];
    return written;
  };
  const allMembers = () => {
    members ??= info !== undefined ? [info] : hasMembers ? memberNames().flatMap((name) => findAction(name) ?? []) : [];
    return members;
  };
  return {
    text,
    id,
    kind,
    service,
    info,
    members: allMembers,
    memberNames,
    allows(other) {
      if (kind === "all") return true;
      if (kind === "exact") return id === other;
      if (kind === "pattern" && hasMembers) {
        // An action of another service needs no look into the data, which would read the file of that service.
        if (!other.startsWith(`${service}:`)) return false;
        names ??= new Set(memberNames().map((name) => name.toLowerCase()));
        return names.has(other) || (!isKnown(other) && matchesText(other));
      }
      return matchesText(other);
    },
  };
}

function kindOf(text: string): ActionTerm["kind"] {
  if (/^\*+(:\*+)?$/.test(text)) return "all";
  if (hasToken(text) || hasMarkedPlaceholder(text)) return "open";
  return /[*?]/.test(text) ? "pattern" : "exact";
}

function isOneService(service: string): boolean {
  return !/[*?]/.test(service) && isService(service);
}

/** Whether the data has the action. A pattern allows such an action only if it is one of its members. */
function isKnown(id: string): boolean {
  return findAction(id) !== undefined;
}

/** Whether it is all actions of one service, such as `glue:*`, and the service exists. */
export function isServiceWildcard({ kind, id, service }: ActionTerm): boolean {
  if (kind !== "pattern" || service === "" || !/^\*+$/.test(id.slice(service.length + 1))) return false;
  return /[*?]/.test(service) || isService(service);
}
