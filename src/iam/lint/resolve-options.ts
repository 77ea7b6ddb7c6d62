/** Checks the options of the linter. */
import { fail, gather } from "../../errors";
import { checkSuppression } from "../../findings/read-config";
import { checkDate, checkRuleCode, type RuleSet } from "../../findings/rule-set";
import { checkArgument } from "../../text/check-argument";
import type { OptionKinds } from "../../text/check-options";
import { suggestName } from "../../text/suggest-name";
import { readS3Uri } from "../arn/data-names";
import { dataDate } from "../data/authorization";
import type { PolicyType } from "../document/policy";
import { policyTypes } from "../document/policy-kinds";
import type { KnownRole, LintOptions, PolicyBeside, ResolvedOptions } from "./options";
import { type Severity, severities } from "./rule";
import { findRule, lintRules } from "./rules";

/** The rules of the linter, as a configuration refers to them. */
export const lintRuleSet: RuleSet<Severity> = {
  levelKey: "severity",
  levelNames: "severities",
  levels: severities,
  codes: lintRules.map(({ code }) => code),
  levelOf: (code) => findRule(code)?.severity,
  needsReason: "off",
};

/** The options of the linter; lists of objects have checks of their own below. */
export const LINT_OPTIONS: OptionKinds<LintOptions> = {
  today: "any",
  actions: "list",
  readsOnly: "list",
  roles: "list",
  beside: "list",
  hasUnknownBeside: "boolean",
  account: "any",
  severities: "object",
  suppressions: "list",
  file: "text",
  holder: "text",
  maxSize: "number",
};

/** The options with their defaults. @throws TfwrightError with all that is wrong */
export function resolveOptions(options: LintOptions): ResolvedOptions {
  const { today, account, suppressions = [], readsOnly = [], actions = [], beside = [], roles = [] } = options;
  gather([
    ...beside.map((one, index) => () => checkBeside(one, `beside[${index}]`)),
    ...roles.map((one, index) => () => checkRole(one, `roles[${index}]`)),
    ...Object.entries(options.severities ?? {}).map(
      ([code, severity]) =>
        () =>
          checkSeverity(code, severity),
    ),
    ...suppressions.map((suppression, index) => () => {
      checkSuppression(suppression, `suppressions[${index}]`, lintRuleSet);
    }),
    () => today === undefined || checkDate(today, "today"),
    () => account === undefined || checkAccount(account),
    ...readsOnly.map((resource, index) => () => checkResource(resource, `readsOnly[${index}]`)),
    ...actions.map((action, index) => () => checkAction(action, `actions[${index}]`)),
  ]);
  return { ...options, today: today ?? dataDate() };
}

/** @throws TfwrightError if a policy cannot have this type */
export function checkType(type: PolicyType | undefined): void {
  if (type === undefined || policyTypes.includes(type)) return;
  const hint = suggestName(String(type), policyTypes, "types");
  fail({ code: "bad-option", path: "type", message: `there is no policy type \`${type}\``, hint });
}

/** A policy as JSON has it would count as nothing. */
function checkBeside(given: PolicyBeside, path: string): void {
  const example = '{ name: "read", document }, with a document of `readPolicyText` or `managedPolicy`';
  checkArgument(given, "object", path, { example });
  checkArgument(given.name, "text", `${path}.name`, { example });
  checkArgument(given.document, "object", `${path}.document`, { lists: ["statements"], example });
}

function checkRole(given: KnownRole, path: string): void {
  const example = '{ name: "etl", services: ["glue.amazonaws.com"] }';
  checkArgument(given, "object", path, { lists: ["services"], example });
}

function checkSeverity(code: string, severity: Severity): void {
  checkRuleCode(code, "severities", lintRuleSet);
  if (severities.includes(severity)) return;
  const hint = `one of ${severities.join(", ")}`;
  fail({ code: "unknown-severity", path: `severities.${code}`, message: `\`${severity}\` is not a severity`, hint });
}

function checkAccount(account: string): void {
  if (/^\d{12}$/.test(account)) return;
  const message = `\`${account}\` is not an account`;
  fail({ code: "bad-option", path: "account", message, hint: "write its twelve digits" });
}

/** Another text is no resource of any policy, so that nothing would be found. */
function checkResource(text: string, path: string): void {
  if (/^(arn:|\*)/.test(text) || readS3Uri(text) !== undefined) return;
  const hint = "write an ARN, or s3://bucket/prefix";
  fail({ code: "bad-option", path, message: `\`${text}\` is not a resource`, hint });
}

function checkAction(text: string, path: string): void {
  if (/^[\w-]+:[\w*?]+$/.test(text)) return;
  const hint = "write service:Action, such as `glue:GetTable` or `glue:New*`";
  fail({ code: "bad-option", path, message: `\`${text}\` is not an action`, hint });
}
