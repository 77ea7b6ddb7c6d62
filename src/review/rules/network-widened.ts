import { defineRule } from "../rule";

/** Reports a firewall that lets in more public addresses. */
export const networkWidened = defineRule({
  code: "network-widened",
  section: "network",
  level: "attention",
  title: "public addresses let in",
  what: "A firewall that lets in more public addresses, a prefix list that is not in the plan, or the services of a cloud.",
  why: "Whoever has these addresses can reach what is behind the firewall.",
  bad: "A security group gets a rule for port 5432 from `198.51.100.7/32`.",
  good: "It gets a rule for port 5432 from another security group.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  looksAt: "network",
});
