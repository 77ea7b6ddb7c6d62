import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports "key destroyed". */
export const keyDestroyed = defineRule({
  code: "key-destroyed",
  section: "data-loss",
  level: "danger",
  title: "key destroyed",
  what: "A KMS key of which the deletion is scheduled, also where another takes its place.",
  why: "After the waiting time nothing that was encrypted with it can be read.",
  bad: "`aws_kms_key.lake` is destroyed.",
  good: "Its `description` is updated in place.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  looksAt: "resource",
  types: dataStoreTypes("key-destroyed"),
  check: matchLoss,
});
