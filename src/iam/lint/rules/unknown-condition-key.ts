import { say, words } from "../../../text/message";
import { serviceKnowledge } from "../../data/authorization";
import { suggestConditionKey } from "../../data/authorization-suggest";
import { type Context, ofData } from "../context";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { allow, TRIGGERS } from "../example-policies";
import { suggestOnce } from "../suggest";
import { shorten } from "../words";

/** Rule `unknown-condition-key`: unknown condition key. */
export const unknownConditionKey = defineRule({
  code: "unknown-condition-key",
  title: "unknown condition key",
  severity: "error",
  what: "Condition keys that are neither global nor in the data of their service, and tag keys without a tag name. Keys of services for which only the actions are known are not reported.",
  why: "No request has the key, so the condition never does what was intended.",
  bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "glue:resourceTag/team": "sales" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: CONDITION_KEYS,
  accessAnalyzer: "INVALID_SERVICE_CONDITION_KEY",
  check: {
    condition({ condition, key }, context) {
      if (key !== undefined) return undefined;
      const name = condition.key;
      const service = name.slice(0, Math.max(0, name.indexOf(":"))).toLowerCase();
      const knowledge = serviceKnowledge(service);
      if (service !== "aws" && (knowledge === "names" || (knowledge === undefined && !isMisspelled(context, name))))
        return undefined;
      return {
        at: condition,
        message:
          service === ""
            ? say`${shorten(name)} names no service`
            : say`${words(ofData())} knows no condition key ${shorten(name)}`,
        hint: hintFor(context, name),
        about: name,
      };
    },
  },
});

/**
 * A prefix that the data lacks, such as `catalog:ChangeType` of AWS Marketplace, may exist; a key with such a prefix is
 * misspelled only where a known key has the same name under a similar prefix.
 */
function isMisspelled(context: Context, key: string): boolean {
  if (!key.includes(":")) return true;
  const near = suggestOnce(context, "key", key, suggestConditionKey);
  const name = key.slice(key.indexOf(":"));
  return near?.toLowerCase().endsWith(name.toLowerCase()) === true;
}

function hintFor(context: Context, key: string): string {
  const tag = /^[a-z0-9-]+:(resourcetag|requesttag)\/?(.*)$/i.exec(key);
  if (tag !== null) {
    const name = /^resource/i.test(tag[1] ?? "") ? "ResourceTag" : "RequestTag";
    return `write \`aws:${name}/${tag[2] || "TAG"}\``;
  }
  const near = suggestOnce(context, "key", key, suggestConditionKey);
  return near === undefined ? "take the condition out, or use a key that the service has" : `did you mean \`${near}\`?`;
}
