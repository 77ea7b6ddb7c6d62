/** Collects the rules that the readers of all kinds of firewalls find. */
import type { Side } from "../../policy-files/principals/instances";
import type { FirewallRule, UnclearRule } from "./reach";

/** The rules of a plan on both sides, and those that nobody can read before apply. */
export class FirewallRules {
  readonly before: FirewallRule[] = [];
  readonly after: FirewallRule[] = [];
  readonly unclear: UnclearRule[] = [];

  /** Adds a rule of one side. A rule that lets nobody through, or no service, says nothing. */
  add(side: Side, rule: FirewallRule): void {
    if (rule.peers.length > 0 && rule.services.length > 0) this[side].push(rule);
  }

  /** Adds a rule that cannot be read. */
  addUnclear(rule: UnclearRule): void {
    this.unclear.push(rule);
  }
}
