import { defineRule } from "../rule";
import { matchLossOf } from "./resources/destruction";

/** Reports a key or a credential that is destroyed or replaced. */
export const credentialDestroyed = defineRule({
  code: "credential-destroyed",
  section: "data-loss",
  level: "attention",
  title: "credential destroyed",
  what: "An access key, API key, client, certificate authority, key store or another resource that holds keys or credentials, destroyed or replaced. It is a danger if what depends on the key can never be read or renewed again.",
  why: "The next apply makes another one, and what uses the old one is refused.",
  bad: "`aws_cognito_user_pool_client.web` is replaced, because `generate_secret` changes.",
  good: "Its `callback_urls` are updated in place.",
  looksAt: "resource",
  types: "every",
  check: (change, facts) => matchLossOf("keys", change, facts),
});
