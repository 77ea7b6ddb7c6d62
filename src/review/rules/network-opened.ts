import { defineRule } from "../rule";

/** Reports a firewall that lets in the Internet. */
export const networkOpened = defineRule({
  code: "network-opened",
  section: "network",
  level: "danger",
  title: "opened to the Internet",
  what: "A firewall that lets in all of the Internet, or a large part of it, or a security group that does and is attached to what exists. HTTP and HTTPS alone and network ACLs are attention, ICMP alone is a note.",
  why: "Everybody can try what listens there, and somebody will within minutes.",
  bad: "A security group gets a rule for port 22 from `0.0.0.0/0`.",
  good: "It gets a rule for port 22 from `10.0.0.0/8`.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  looksAt: "network",
});
