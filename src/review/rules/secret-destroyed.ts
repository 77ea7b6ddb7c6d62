import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports a secret or a parameter that is destroyed or replaced. */
export const secretDestroyed = defineRule({
  code: "secret-destroyed",
  section: "data-loss",
  level: "danger",
  title: "secret destroyed",
  what: "A secret or a parameter that is destroyed or replaced.",
  why: "The next apply does not bring its content back.",
  bad: "`aws_secretsmanager_secret.database` is destroyed.",
  good: "Its `description` is updated in place.",
  source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  looksAt: "resource",
  types: dataStoreTypes("secret-destroyed"),
  check: matchLoss,
});
