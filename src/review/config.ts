/** `tfwright.review.json`: the decisions of a team about the rules. This file checks its content; the caller reads the file. */

import { fail, gather, Problems } from "../errors";
import {
  checkSuppression,
  parseConfigText,
  type RuleSetting,
  readRuleSettings,
  readSuppressions,
  refuseUnknown,
} from "../findings/read-config";
import { checkRuleCode, type RuleSet } from "../findings/rule-set";
import type { Suppression } from "../findings/suppression";
import { checkArgument } from "../text/check-argument";
import { suggestName } from "../text/suggest-name";
import { loadRules } from "./load-rules";
import { type FailCondition, failSections, type Level, levels, mostDestroys } from "./rule";

export const CONFIG_NAME = "tfwright.review.json";

/** Findings of plans that were examined and accepted. */
export interface PlanSuppression extends Suppression {
  /** Only at this address; one without keys means all its instances, and `*` outside of quotes any text. @default everywhere */
  readonly address?: string;
}

export interface ReviewConfig {
  /** By the code of the rule. @default none */
  readonly rules?: Readonly<Record<string, RuleSetting<Level>>>;
  /** @default none */
  readonly suppressions?: readonly PlanSuppression[];
  /** What fails a pipeline, where the caller names nothing: sections in which something needs a person, `destroys>N`. @default none */
  readonly failOn?: readonly FailCondition[];
}

/** The rules of the review, as a configuration refers to them. */
export const reviewRuleSet: RuleSet<Level> = {
  levelKey: "level",
  levelNames: "levels",
  levels,
  get codes() {
    return loadRules().rules.map(({ code }) => code);
  },
  levelOf: (code) => loadRules().findRule(code)?.level,
  needsReason: "milder",
};

/** The fields that say where a suppression holds. */
export const REVIEW_PLACES = { address: "an address" };

const SUPPRESSIONS = {
  rules: reviewRuleSet,
  places: REVIEW_PLACES,
  example: '{ "rule": "column-dropped", "address": "...", "reason": "..." }',
};

/**
 * The config in a text.
 *
 * @param path how messages name its file. @default "tfwright.review.json"
 * @throws TfwrightError if a rule, a level, a date or a reason is wrong
 */
export function parseConfig(text: string, path = CONFIG_NAME): ReviewConfig {
  checkArgument(text, "text", "parseConfig(text)");
  const config = parseConfigText(text, path);
  const { rules: settings = {}, suppressions = [], failOn } = config;
  const problems = new Problems();
  problems.attempt(() => refuseUnknown(config, path, ["rules", "suppressions", "failOn", "$schema"], ": "));
  const read = {
    rules: problems.attempt(() => readRuleSettings(settings, `${path}: rules`, reviewRuleSet)),
    suppressions: problems.attempt(() =>
      readSuppressions<PlanSuppression>(suppressions, `${path}: suppressions`, SUPPRESSIONS),
    ),
    failOn: failOn === undefined ? undefined : problems.attempt(() => readSections(failOn, `${path}: failOn`)),
  };
  problems.throwIfAny();
  const { rules: changed = {}, suppressions: accepted = [], failOn: sections } = read;
  return { rules: changed, suppressions: accepted, ...(sections !== undefined && { failOn: sections }) };
}

function readSections(given: unknown, path: string): readonly FailCondition[] {
  return Array.isArray(given) && given.every((item) => typeof item === "string")
    ? checkSections(given, path)
    : fail({ code: "bad-config", path, message: "a list of sections is expected" });
}

/** Checks a config that did not come from {@link parseConfig}. @throws TfwrightError with all that is wrong */
export function checkReviewConfig(config: ReviewConfig, path: string): void {
  if (typeof config !== "object" || config === null) {
    fail({
      code: "bad-config",
      path,
      message: `a config is expected, not ${typeof config === "string" ? "a text" : String(config)}`,
      hint: "`parseConfig` reads one from its text",
    });
  }
  const { rules: settings = {}, suppressions = [], failOn = [] } = config;
  gather([
    ...Object.entries(settings).map(([code, setting]) => () => {
      checkRuleCode(code, `${path}.rules`, reviewRuleSet);
      checkLevel(setting, `${path}.rules.${code}`);
    }),
    ...suppressions.map(
      (suppression, index) => () => checkSuppression(suppression, `${path}.suppressions[${index}]`, reviewRuleSet),
    ),
    () => checkSections(failOn, `${path}.failOn`),
  ]);
}

function checkLevel(setting: Partial<RuleSetting<Level>>, path: string): void {
  const known: readonly unknown[] = [...levels, "off"];
  if (known.includes(setting.level)) return;
  const hint = 'write { level: "off", reason: "..." }, or read the text of a config with `parseConfig`';
  fail({ code: "bad-config", path, message: `${JSON.stringify(setting)} is not a setting of a rule`, hint });
}

/** Checks names of sections. @throws TfwrightError if a name is not a section */
export function checkSections(given: readonly string[], path: string): readonly FailCondition[] {
  if (!Array.isArray(given) || given.some((name) => typeof name !== "string"))
    fail({ code: "bad-config", path, message: "a list of sections is expected" });
  const isKnown = (name: string) =>
    failSections.some((section) => section === name) || mostDestroys(name) !== undefined;
  const unknown = given.filter((name) => !isKnown(name));
  gather(
    unknown.map(
      (name) => () =>
        fail({
          code: "unknown-section",
          path,
          message: `there is no section \`${name}\``,
          hint:
            name === "permissions-lost"
              ? "its findings are notes, which never fail"
              : name.startsWith("destroys")
                ? "write a number behind `destroys>`, such as `destroys>0`"
                : suggestName(name, [...failSections, "destroys>N"], "sections"),
        }),
    ),
  );
  return given as readonly FailCondition[];
}
