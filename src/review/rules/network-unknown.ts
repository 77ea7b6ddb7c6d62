import { defineRule } from "../rule";

/** Reports a firewall rule that cannot be judged. */
export const networkUnknown = defineRule({
  code: "network-unknown",
  section: "network",
  level: "attention",
  title: "reach unknown",
  what: "A firewall rule whose addresses or ports are known only after apply, a firewall with too many rules to compare, a deny that goes where the plan does not have the other rules, or another security group of which the plan does not have the rules.",
  why: "Who will be let in cannot be told from the plan.",
  bad: "A rule for port 22 from an address that another resource gives after apply.",
  good: "A rule for port 22 from `10.0.0.0/8`.",
  looksAt: "network",
});
