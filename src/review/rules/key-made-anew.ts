import { replaces } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { defineRule } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

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
  what: "A private key, a password or another secret value that is replaced, and a password of a database or another service that changes, also one that is only written and not kept (`password_wo_version`). A new value of a secret or a parameter is a note.",
  why: "What uses it gets another value: whoever has only the old one can no longer get in, and what it encrypted may be lost.",
  bad: "`tls_private_key.ca` is replaced.",
  good: "`random_password.db` is created.",
  source: "https://registry.terraform.io/providers/hashicorp/random/latest/docs",
  looksAt: "resource",
  types: [...new Set([...VALUES.keys(), ...typesWithSettings("key-made-anew")])],
  check(change, facts) {
    const value = VALUES.get(change.type);
    if (value === undefined) return matchSettings(change, "key-made-anew", facts);
    return replaces(change.action) ? [{ message: words(`another ${value}: what uses it gets the new one`) }] : [];
  },
});
