import { replaces } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { defineRule } from "../rule";
import { matchLossOf } from "./resources/destruction";

/** Reports a key or a credential that is destroyed or replaced. */
export const credentialDestroyed = defineRule({
  code: "credential-destroyed",
  section: "data-loss",
  level: "attention",
  title: "credential destroyed",
  what: "An access key, API key, client, certificate authority, key store or another resource that holds keys or credentials, destroyed or replaced. It is a danger if what depends on the key can never be read or renewed again, and a note if a new version of a secret replaces it.",
  why: "The next apply makes another one, and what uses the old one is refused.",
  bad: "`aws_cognito_user_pool_client.web` is replaced, because `generate_secret` changes.",
  good: "Its `callback_urls` are updated in place.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    const matches = matchLossOf("keys", change, facts);
    return isNewVersion(change) ? matches.map((match) => ({ ...match, level: "note" })) : matches;
  },
});

/** A version of a secret cannot be updated: the provider replaces it wherever the value changes. */
function isNewVersion({ type, action }: ResourceChange): boolean {
  return type === "aws_secretsmanager_secret_version" && replaces(action);
}
