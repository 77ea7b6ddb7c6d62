import { defineRule } from "../rule";

/** Reports a firewall that lets out more. */
export const networkEgress = defineRule({
  code: "network-egress",
  section: "network",
  level: "note",
  title: "reaches more",
  what: "A firewall that lets out more.",
  why: "It tells where data can be sent. Everything is let out by default, so this is a note.",
  bad: "A security group gets a rule for egress to `0.0.0.0/0`.",
  good: "It gets a rule for egress that another one includes.",
  looksAt: "network",
});
