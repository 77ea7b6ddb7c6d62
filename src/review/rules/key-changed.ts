import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { findKeyChanges, isWrittenAnew, securityConfigurationChange, showKeyChange } from "./resources/kms-keys";

/** Reports another KMS key, or an alias that refers to another key. */
export const keyChanged = defineRule({
  code: "key-changed",
  section: "encryption",
  level: "attention",
  title: "another key",
  what: "Encryption with another KMS key, anywhere in a resource, or an alias that points to another key.",
  why: "Existing data stays encrypted with the old key: readers need both keys, and the old one must be kept.",
  bad: "`kms_key_id` of a log group changes to another key.",
  good: "A key is named where none was named before.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isUpdateOrReplacement(change) || isWrittenAnew(change)) return [];
    const keys = [...facts.memoized(findKeyChanges, change), ...securityConfigurationChange(change)];
    return keys.filter(({ after }) => after.length > 0).map((key) => ({ message: showKeyChange(key) }));
  },
});
