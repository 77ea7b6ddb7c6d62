import { defineRule } from "../rule";

/** Reports a firewall that lets through less. */
export const networkClosed = defineRule({
  code: "network-closed",
  section: "network",
  level: "note",
  title: "no longer reached",
  what: "A firewall that lets through less than before.",
  why: "What used the way is cut off.",
  bad: "A security group loses its rule for port 443.",
  good: "The rule is moved to a resource of its own.",
  looksAt: "network",
});
