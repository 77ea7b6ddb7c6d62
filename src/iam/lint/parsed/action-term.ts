/** An entry of `Action`, parsed: which actions of AWS it names. */
import { Memo } from "../../../text/memo";
import { hasToken } from "../../../text/tokens";
import { hasMarkedPlaceholder } from "../../arn/placeholders";
import { type ActionInfo, actionsMatching, findAction, isService } from "../../data/authorization";
import { matches, type Pattern, pattern } from "../../document/pattern";
import type { Located } from "../../document/policy";

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

const terms = new Memo<string, ActionTerm>(4096, 128);

/** Parses an action; the last few thousand are kept. */
export function actionTerm(text: string): ActionTerm {
  return terms.get(text, (written) => new ReadTerm(written));
}

/** What is asked of few terms is worked out when it is asked. */
class ReadTerm implements ActionTerm {
  readonly id: string;
  readonly kind: ActionTerm["kind"];
  readonly service: string;
  readonly info?: ActionInfo;
  #pattern: Pattern | undefined;
  #members: readonly ActionInfo[] | undefined;
  #names: readonly string[] | undefined;
  #ids: ReadonlySet<string> | undefined;

  constructor(readonly text: string) {
    this.id = text.toLowerCase();
    this.kind = kindOf(text);
    this.service = this.kind === "all" ? "*" : this.id.slice(0, Math.max(0, this.id.indexOf(":")));
    this.info = this.kind === "exact" ? findAction(this.id) : undefined;
  }

  members(): readonly ActionInfo[] {
    this.#members ??= this.info !== undefined ? [this.info] : this.#findMembers();
    return this.#members;
  }

  memberNames(): readonly string[] {
    this.#names ??= this.kind === "pattern" && !/[*?]/.test(this.service) ? actionsMatching(this.id) : [];
    return this.#names;
  }

  allows(id: string): boolean {
    if (this.kind === "all") return true;
    if (this.kind === "exact") return this.id === id;
    if (!this.#hasMembers()) return this.#matchesText(id);
    // An action of another service needs no look into the data, which would read the file of that service.
    if (!id.startsWith(`${this.service}:`)) return false;
    this.#ids ??= new Set(this.memberNames().map((name) => name.toLowerCase()));
    return this.#ids.has(id) || (!isKnown(id) && this.#matchesText(id));
  }

  /** A pattern over several services has no members: what it is meant for can only be guessed. */
  #hasMembers(): boolean {
    return this.kind === "pattern" && isOneService(this.service);
  }

  #findMembers(): readonly ActionInfo[] {
    return this.#hasMembers() ? this.memberNames().flatMap((name) => findAction(name) ?? []) : [];
  }

  #matchesText(id: string): boolean {
    this.#pattern ??= pattern(this.id);
    return matches(this.#pattern, id);
  }
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
