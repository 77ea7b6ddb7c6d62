import { defineRule } from "../rule";
import { matchLossOf } from "./resources/destruction";
import { REMOVED_GUARDS, REMOVED_LOGS } from "./resources/removed-guards";
import { describeLostName, losesItsName } from "./resources/replaced-principals";

/** Reports a resource that is destroyed or replaced, while others use it. */
export const serviceInterrupted = defineRule({
  code: "service-interrupted",
  section: "availability",
  level: "attention",
  title: "service interrupted",
  what: "An instance, service, function, network, load balancer, domain name or another resource that others use, destroyed or replaced. It is a note if the new one is made first.",
  why: "What uses it does not work until it is back, and some of it must then be told the new name or address.",
  bad: "`aws_lb.web` is replaced, because `internal` changes.",
  good: "It is replaced with `create_before_destroy`.",
  source: "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    // That a guard or a log is gone is told as such.
    if (change.action === "delete" && (REMOVED_GUARDS.has(change.type) || REMOVED_LOGS.has(change.type))) return [];
    if (losesItsName(change)) return [describeLostName(change, facts)];
    const matches = matchLossOf("outage", change, facts);
    return change.action === "replace-create-first" ? matches.map((match) => ({ ...match, level: "note" })) : matches;
  },
});
