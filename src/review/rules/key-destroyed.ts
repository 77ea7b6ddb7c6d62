import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports a KMS key whose deletion is scheduled. */
export const keyDestroyed = defineRule({
  code: "key-destroyed",
  section: "data-loss",
  level: "danger",
  title: "key destroyed",
  what: "A KMS key whose deletion is scheduled, also if another key replaces it.",
  why: "After the waiting period, nothing that was encrypted with it can be read.",
  bad: "`aws_kms_key.lake` is destroyed.",
  good: "Its `description` is updated in place.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  looksAt: "resource",
  types: dataStoreTypes("key-destroyed"),
  check: matchLoss,
});
