import { replaces } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Types that make a secret value, and what it is. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ["tls_private_key", "private key"],
  ["random_password", "password"],
  ["random_bytes", "random value"],
  ["aws_key_pair", "key pair"],
]);

/** Reports keys and passwords that the plan makes anew. */
export const keyMadeAnew = defineRule({
  code: "key-made-anew",
  section: "availability",
  level: "attention",
  title: "a key is made anew",
  what: "A private key, a password or another secret value that is replaced.",
  why: "What uses it gets another value: whoever has only the old one can no longer get in, and what it encrypted may be lost.",
  bad: "`tls_private_key.ca` is replaced.",
  good: "`random_password.db` is created.",
  source: "https://registry.terraform.io/providers/hashicorp/random/latest/docs",
  looksAt: "resource",
  types: [...VALUES.keys()],
  check({ type, action }) {
    return replaces(action)
      ? [{ message: words(`another ${VALUES.get(type) ?? "value"}: what uses it gets the new one`) }]
      : [];
  },
});
