import { defineRule } from "../rule";

/** Reports a firewall that lets in more of the own network. */
export const networkInside = defineRule({
  code: "network-inside",
  section: "network",
  level: "note",
  title: "reached from inside",
  what: "A firewall that lets in more private addresses, or members of a security group.",
  why: "It tells what can talk to what.",
  bad: "A security group gets a rule for port 5432 from another security group.",
  good: "That rule is split in two rules, or moved to a resource of its own.",
  looksAt: "network",
});
