import { say, words } from "../../../text/message";
import { isPositive } from "../../document/condition-operator";
import type { Condition, PolicyType } from "../../document/policy";
import {
  actionsNeverWithKey,
  actionsWithoutKey,
  remedyFor,
  reportOfSome,
  reportOfSomeDenied,
  TAG_KEYS,
} from "../conditions/key-support";
import { type DeniedAnyway, deniedAnyway, hasKeyNowhere } from "../conditions/resources-without-key";
import { defineRule } from "../define-rule";
import { allow, TRIGGERS } from "../example-policies";
import type { ParsedCondition } from "../parsed/parsed-condition";
import type { Report } from "../report";
import { listOf, verb } from "../words";

/** Rule `unsupported-condition-key`: condition key without effect. */
export const unsupportedConditionKey = defineRule({
  code: "unsupported-condition-key",
  title: "condition key without effect",
  severity: "error",
  what: "A condition key that no action of the statement supports. If some of the actions support it, the finding is a warning that lists the others, an info beside the encryption context of AWS KMS, as in AWS's guides, and an error in the policy of a bucket, which Amazon S3 refuses; in a Deny it lists those that are written out. With IfExists, which holds where the key is absent, it is a warning, and tags are exempt. Also a Deny with a negated operator on a key that only some resources of a request have: ec2:RunInstances with StringNotEquals on ec2:InstanceType and `*`, which AWS checks on the image too.",
  why: "The key is absent from each request, so the statement grants nothing, or the condition has no effect.",
  bad: allow("glue:GetTriggers", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
  accessAnalyzer: "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
  check: {
    comparesEntries: true,
    condition(parsedCondition, { type }) {
      const { condition, parsed } = parsedCondition;
      if (condition.ifExists) return reportOfIfExists(parsedCondition);
      const names = actionsWithoutKey(parsedCondition);
      const nowhere = names.length === 0 ? hasKeyNowhere(parsedCondition) : [];
      if (nowhere.length > 0) return reportOfNowhere(parsedCondition, nowhere);
      if (names.length === 0) return deniedAnyway(parsedCondition).map((one) => reportOfDenied(condition, one));
      if (names.length === parsed.actions.length) return reportOfAll(parsedCondition, names);
      const isTag = TAG_KEYS.test(condition.key);
      if (isTag || !isPositive(condition)) return undefined;
      return reportOfOthers(parsedCondition, names, type);
    },
  },
});

/**
 * Some actions have the key, and these have not. Amazon S3 refuses such a policy of a bucket: "Conditions do not apply to combination of
 * actions and resources in statement" (humanmade/S3-Uploads#239).
 */
function reportOfOthers(parsedCondition: ParsedCondition, names: readonly string[], type: PolicyType) {
  const { condition, parsed } = parsedCondition;
  const report = parsed.allows ? reportOfSome(condition, names) : reportOfSomeDenied(parsedCondition, names);
  const isOfBucket = type === "resource" && parsed.allows && parsed.actions.every(({ term }) => term.service === "s3");
  if (report === undefined) return undefined;
  const severity = OF_AWS_GUIDES.test(condition.key) ? ("info" as const) : ("warning" as const);
  if (!isOfBucket) return { ...report, severity };
  return {
    ...report,
    message: say`no request for ${listOf(names)} has the key ${condition.key}, so Amazon S3 refuses the policy`,
    severity: "error" as const,
  };
}

/**
 * AWS's own guides have `kms:Describe*` beside these keys, and the services do without it. CloudWatch Logs guide, "Encrypt log data using AWS
 * KMS".
 */
const OF_AWS_GUIDES = /^kms:EncryptionContext(?::|Keys$)/i;

/** Only for an action on other resources the key is there. */
function reportOfNowhere({ condition, parsed }: ParsedCondition, names: readonly string[]): Report {
  return {
    at: condition,
    message: say`none of the resources that the statement names for ${listOf(names)} has ${condition.key}, so this ${words(parsed.allows ? "allows" : "denies")} nothing there`,
    hint: "name the resources that have the key: `tfwright explain ACTION` lists the keys of an action",
    about: condition.key,
  };
}

/** With IfExists a condition holds for a request without the key, and so for each. */
function reportOfIfExists(parsedCondition: ParsedCondition): Report | undefined {
  const { condition, parsed } = parsedCondition;
  const names = actionsNeverWithKey(parsedCondition);
  if (names.length === 0 || names.length < parsed.actions.length || TAG_KEYS.test(condition.key)) return undefined;
  const effect = parsed.denies ? deniedAlways(names) : "the condition says nothing";
  return {
    at: condition,
    message: say`no request for ${listOf(names)} has the key ${condition.key}, so with ${"IfExists"} ${words(effect)}`,
    hint: remedyFor(parsed, "use a key that the action has"),
    severity: "warning",
    about: condition.key,
  };
}

function deniedAlways(names: readonly string[]): string {
  return `the statement denies ${verb(names, "it", "them")} whatever the condition says`;
}

function reportOfDenied(condition: Condition, { action, without, arns }: DeniedAnyway): Report {
  return {
    at: condition,
    message: say`${action} is denied whatever the condition says: a request also names resources of type ${listOf(without, 4)}, which never have ${condition.key}`,
    hint: `name only resources that have the key: ${arns.map((arn) => `\`${arn}\``).join(", ")}`,
    about: `${condition.key} ${action}`,
  };
}

function reportOfAll({ condition, parsed }: ParsedCondition, names: readonly string[]): Report {
  const effect = isPositive(condition)
    ? `so the statement ${parsed.allows ? "allows" : "denies"} nothing`
    : `so ${parsed.denies ? deniedAlways(names) : "the condition says nothing"}`;
  return {
    at: condition,
    message: say`no request for ${listOf(names)} has the key ${condition.key}, ${words(effect)}`,
    hint: remedyFor(
      parsed,
      TAG_KEYS.test(condition.key) ? "use actions that work on tagged resources" : "use a key that the action has",
    ),
    about: condition.key,
  };
}
