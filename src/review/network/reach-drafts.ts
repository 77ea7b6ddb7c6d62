/** Turns what becomes reachable into findings of the review. */
import { withoutKeys } from "../../terraform/address";
import { compareTexts } from "../../text/compare-texts";
import { listValues, type Message, say, value, words } from "../../text/message";
import type { AddressDrafts, FindingDraft } from "../finding";
import { type Level, levels } from "../rule";
import { spanOfCidr } from "./address-line";
import type { Direction, FirewallTarget, ReachChange, ReachedServices, ReachScope, UnclearRule } from "./reach";
import { isIcmp, isWeb, tellServices } from "./service-words";

/** How many peers a sentence lists at most. */
const MOST_PEERS = 4;
/** How many resources a finding lists as its causes at most. */
const MOST_CAUSES = 10;

/** A change of a target, and where it comes from. */
interface TargetChange {
  readonly change: ReachChange;
  readonly target: FirewallTarget;
  readonly direction: Direction;
  /** Addresses of the changed resources, for what no rule lets through any more. */
  readonly from: readonly string[];
}

/** Findings of one target. What is about a target outside of the plan stands at the first resource that changes it. */
export function draftsOfReach(of: TargetChange): readonly AddressDrafts[] {
  const lost = of.change.lost.map((reach) => ({ ...reach, scope: "inside" as const }));
  // Of what is new, each range is told as it is written, also if some of its addresses could reach it before.
  const gained = of.change.gained.map((reach) => ({ ...reach, whole: true }));
  return [
    ...groupReaches(gained).map((group) => placeDraft(of, group, gainedDraft)),
    ...groupReaches(lost).map((group) => placeDraft(of, group, lostDraft)),
  ];
}

/** Findings of what a rule that goes no longer denies, where the plan does not have the other rules. */
export function draftsOfUndenied(of: TargetChange): readonly AddressDrafts[] {
  return groupReaches(of.change.gained).map((group) => placeDraft(of, group, undeniedDraft));
}

function placeDraft(of: TargetChange, group: ReachGroup, draftOf: typeof gainedDraft): AddressDrafts {
  const { target } = of;
  const [first] = target.shown === undefined ? [] : [...group.from].sort();
  if (first === undefined) return { address: target.address, type: target.type, drafts: [draftOf(of, group)] };
  const type = withoutKeys(first).split(".").at(-2) ?? target.type;
  const placed = { ...of, target: { ...target, address: first, type } };
  return { address: first, type, drafts: [draftOf(placed, group)] };
}

/** Peers of one scope that reach the same. */
interface ReachGroup extends Pick<ReachedServices, "scope" | "services" | "whole"> {
  readonly names: string[];
  readonly from: Set<string>;
}

/** In the order of the scopes, the widest first. */
function groupReaches(reaches: readonly ReachedServices[]): readonly ReachGroup[] {
  const groups = new Map<string, ReachGroup>();
  for (const { peer, scope, services, from, whole } of reaches) {
    const key = `${scope} ${whole} ${services.join(";")}`;
    const group: ReachGroup = groups.get(key) ?? { scope, services, whole, names: [], from: new Set() };
    groups.set(key, group);
    group.names.push(peer.name);
    for (const one of from) group.from.add(one);
  }
  const order: readonly ReachScope[] = ["internet", "public", "unknown", "inside"];
  const nameOf = ({ names }: ReachGroup) => sortNames(names)[0] ?? "";
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.scope) - order.indexOf(b.scope) ||
      (a.services[0]?.[0] ?? 0) - (b.services[0]?.[0] ?? 0) ||
      compareTexts(nameOf(a), nameOf(b)),
  );
}

const RULES = {
  internet: "network-opened",
  public: "network-widened",
  unknown: "network-unknown",
  inside: "network-inside",
} as const;

function gainedDraft(of: TargetChange, group: ReachGroup): FindingDraft {
  const { target, direction } = of;
  const details = detailsOf(of, group);
  if (direction === "egress") {
    return {
      rule: "network-egress",
      message: say`can reach ${servicesOf(group, target)} of ${peersOf(group)}`,
      details,
    };
  }
  const rule = RULES[group.scope];
  const verb = group.names.length === 1 ? "reaches" : "reach";
  const who = isSingle(group) ? say`the single address ${peersOf(group)}` : peersOf(group);
  const message = say`${who} ${words(verb)} ${servicesOf(group, target)}${ofTarget(target)}`;
  return { rule, message, level: levelOf(group, target), details };
}

/** Whether it is one public address, such as that of an office. */
function isSingle({ scope, names }: ReachGroup): boolean {
  const [only = ""] = names;
  const [first, last] = spanOfCidr(only) ?? [];
  return scope === "public" && names.length === 1 && first !== undefined && first === last;
}

/** Open to the Internet is dangerous, but for web ports; ICMP is harmless. A target may have a worst level. */
function levelOf({ scope, services }: ReachGroup, { worst = "danger", what }: FirewallTarget): Level {
  if (scope === "inside") return "note";
  if (scope === "unknown") return "attention";
  if (what === undefined && isIcmp(services)) return "note";
  const level = scope === "internet" && (what !== undefined || !isWeb(services)) ? "danger" : "attention";
  return levels.indexOf(level) < levels.indexOf(worst) ? worst : level;
}

function undeniedDraft(of: TargetChange, group: ReachGroup): FindingDraft {
  const { target, direction } = of;
  const what: Message = [...servicesOf(group, target), ...ofTarget(target)];
  const isOne = group.names.length === 1;
  const denied =
    direction === "egress"
      ? say`${servicesOf(group, target)} of ${peersOf(group)} ${words("is no longer denied to")} ${target.shown ?? target.address}`
      : say`${peersOf(group)} ${words(isOne ? "is" : "are")} no longer denied ${what}`;
  const message = say`${denied}: rules outside of the plan decide`;
  return { rule: "network-unknown", message, details: detailsOf(of, group) };
}

function lostDraft(of: TargetChange, group: ReachGroup): FindingDraft {
  const { target, direction } = of;
  const what: Message = [...servicesOf(group, target), ...(direction === "ingress" ? ofTarget(target) : [])];
  const isOne = group.names.length === 1;
  const peers = peersOf(group);
  const message = group.whole
    ? direction === "egress"
      ? say`can no longer reach ${what} of ${peers}`
      : say`${peers} no longer ${words(isOne ? "reaches" : "reach")} ${what}`
    : direction === "egress"
      ? say`can reach ${what} of only a part of ${peers}`
      : say`only a part of ${peers} still ${words(isOne ? "reaches" : "reach")} ${what}`;
  return { rule: "network-closed", message, details: detailsOf(of, group) };
}

function servicesOf({ services }: ReachGroup, { what }: FirewallTarget): Message {
  return words(what ?? tellServices(services));
}

/** The ranges that let in everybody come first. */
function sortNames(names: readonly string[]): readonly string[] {
  const rank = (name: string) => (name === "0.0.0.0/0" ? 0 : name === "::/0" ? 1 : 2);
  return [...names].sort((a, b) => rank(a) - rank(b) || compareTexts(a, b));
}

/** `0.0.0.0/0 and ::/0`, each as a value. */
function peersOf({ names }: ReachGroup): Message {
  const sorted = sortNames(names);
  const [first = "", second] = sorted;
  if (sorted.length === 2 && second !== undefined) return say`${first} and ${second}`;
  return listValues(sorted, MOST_PEERS);
}

function ofTarget({ shown, what }: FirewallTarget): Message {
  if (shown === undefined) return [];
  return what === undefined ? say` of ${shown}` : say` ${shown}`;
}

/** The resources that it comes from, unless it is the one that the finding is about. */
function detailsOf({ target, from }: TargetChange, group: ReachGroup): readonly Message[] {
  const causes = (group.from.size > 0 ? [...group.from] : from).filter((one) => one !== target.address).sort();
  return causes.length === 0 ? [] : [say`by ${listValues(causes, MOST_CAUSES)}`];
}

/** Findings of rules that nobody can read before apply, each once. */
export function draftsOfUnclear(rules: readonly UnclearRule[]): readonly AddressDrafts[] {
  const byText = new Map(rules.map((rule) => [`${rule.direction} ${rule.what} ${rule.from}`, rule]));
  return [...byText.values()].map(({ target, direction, from, what }) => {
    const where = direction === "egress" ? "what can be reached from here" : "who reaches it";
    const message = say`${words(where)} cannot be told: ${words(what)} cannot be read`;
    const level: Level = direction === "egress" ? "note" : "attention";
    const details = from === target.address ? [] : [say`by ${value(from)}`];
    return {
      address: target.address,
      type: target.type,
      drafts: [{ rule: "network-unknown", message, level, details }],
    };
  });
}

/** More rules than can be compared. */
export function draftsOfTooMany(direction: Direction): readonly FindingDraft[] {
  const level: Level = direction === "egress" ? "note" : "attention";
  return [{ rule: "network-unknown", message: words("it has too many rules to compare them"), level }];
}
