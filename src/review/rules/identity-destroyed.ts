import { defineRule } from "../rule";
import { matchLossOf } from "./resources/destruction";

/** Reports users, accounts, numbers or addresses that are destroyed or replaced. */
export const identityDestroyed = defineRule({
  code: "identity-destroyed",
  section: "data-loss",
  level: "danger",
  title: "identities destroyed",
  what: "A user pool, directory, user, account, phone number, public address or another resource with an identity that others rely on, destroyed or replaced. It is milder if only a group, a member or an address goes.",
  why: "The next apply makes a new one, which is not the same to those who use it.",
  bad: "`aws_cognito_user_pool.customers` is replaced, because `alias_attributes` changes.",
  good: "Its `password_policy` is updated in place.",
  looksAt: "resource",
  types: "every",
  check: (change, facts) => matchLossOf("identities", change, facts),
});
