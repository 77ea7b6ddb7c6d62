import { say, words } from "../../../text/message";
import { isService } from "../../data/authorization";
import { isMistypedKey, suggestConditionKey } from "../../data/authorization-suggest";
import { remedyFor } from "../conditions/key-support";
import type { Context } from "../context";
import { adviceForOldData, daysOfOldData, ofData, severityOfUnknown } from "../data-age";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { allow, TRIGGERS } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { suggestOnce } from "../suggest";
import { shorten } from "../words";

/** Rule `unknown-condition-key`: unknown condition key. */
export const unknownConditionKey = defineRule({
  code: "unknown-condition-key",
  title: "unknown condition key",
  severity: "error",
  what: "Condition keys that are neither global nor in the data of a service of the statement, and tag keys without a tag name. If the data is older than 60 days, a key of a service is a warning, unless it differs from a known key in one letter only.",
  why: "No request has the key, so the condition never does what was intended.",
  bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "glue:resourceTag/team": "sales" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: CONDITION_KEYS,
  accessAnalyzer: "INVALID_SERVICE_CONDITION_KEY",
  check: {
    condition({ condition, key, parsed }, context) {
      if (key !== undefined) return undefined;
      const name = condition.key;
      const service = name.slice(0, Math.max(0, name.indexOf(":"))).toLowerCase();
      const isOfAws = service === "aws" || service === "saml" || isService(service);
      if (!isOfAws && !isMisspelled(context, name)) return undefined;
      const days = daysWithoutKey(context, name);
      return {
        at: condition,
        message:
          service === ""
            ? say`${shorten(name)} names no service`
            : say`${words(ofData(service))} knows no condition key ${shorten(name)}`,
        hint: hintFor(context, name, parsed, days),
        severity: severityOfUnknown(days),
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
  const near = suggestOnce(context, "key", key, (text) => suggestConditionKey(text));
  const name = key.slice(key.indexOf(":"));
  return near?.toLowerCase().endsWith(name.toLowerCase()) === true;
}

/**
 * The age of the data of the key's service, where it may be too old to have the key: in ten months AWS added 254 keys to
 * services that there were. See `unknown-action`.
 */
function daysWithoutKey({ options }: Context, key: string): number | undefined {
  const service = key.slice(0, Math.max(0, key.indexOf(":"))).toLowerCase();
  const days = isService(service) ? daysOfOldData(options, service) : undefined;
  return days === undefined || tagOf(key) !== undefined || isMistypedKey(key) ? undefined : days;
}

/** What stands behind the tag key of a service, written as one of all services: `glue:resourceTag/team`. */
function tagOf(key: string): RegExpExecArray | undefined {
  return /^[a-z0-9-]+:(resourcetag|requesttag)\/?(.*)$/i.exec(key) ?? undefined;
}

function hintFor(context: Context, key: string, parsed: ParsedStatement, days: number | undefined): string {
  const tag = tagOf(key);
  if (tag !== undefined) {
    const name = /^resource/i.test(tag[1] ?? "") ? "ResourceTag" : "RequestTag";
    return `write \`aws:${name}/${tag[2] || "TAG"}\``;
  }
  if (/^aws:Resource(?:Arn|s)?$/i.test(key))
    return "name the resources in `Resource` or `NotResource`: AWS has no such key";
  const services = [...new Set(parsed.actions.map(({ term }) => term.service))].sort();
  const suggest = (text: string) => suggestConditionKey(text, services);
  const near = suggestOnce(context, `key with ${services.join()}`, key, suggest);
  const advice = days === undefined ? [] : [adviceForOldData(days)];
  if (near !== undefined) return [`did you mean \`${near}\`?`, ...advice].join(" ");
  return [...advice, remedyFor(parsed, "use a key that the service has")].join("; ");
}
