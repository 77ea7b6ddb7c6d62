/** `tfwright.review.json`: the decisions of a team about the rules. This file checks its content; the caller reads the file. */
import { fail } from "../errors";
import {
  parseConfigText,
  type RuleSetting,
  readRuleSettings,
  readSuppressions,
  refuseUnknown,
} from "../findings/read-config";
import type { RuleSet } from "../findings/rule-set";
import type { Suppression } from "../findings/suppression";
import { suggestName } from "../text/suggest-name";
import { type FailSection, failSections, type Level, levels } from "./rule";
import { findRule, rules } from "./rules";

export const CONFIG_NAME = "tfwright.review.json";

/** Findings of plans that were examined and accepted. */
export interface PlanSuppression extends Suppression {
  /** Only at this address; one without keys means all its instances. @default everywhere */
  readonly address?: string;
}

export interface ReviewConfig {
  /** By the code of the rule. @default none */
  readonly rules?: Readonly<Record<string, RuleSetting<Level>>>;
  /** @default none */
  readonly suppressions?: readonly PlanSuppression[];
  /** The sections of `--fail-on` if the command has no such option. @default none */
  readonly failOn?: readonly FailSection[];
}

/** The rules of the review, as a configuration refers to them. */
export const reviewRuleSet: RuleSet<Level> = {
  levelKey: "level",
  levelNames: "levels",
  levels,
  codes: rules.map(({ code }) => code),
  levelOf: (code) => findRule(code)?.level,
  needsReason: "milder",
};

/** The fields that say where a suppression holds. */
export const REVIEW_PLACES = { address: "an address" };

const SUPPRESSIONS = {
  rules: reviewRuleSet,
  places: REVIEW_PLACES,
  example: '{ "rule": "column-dropped", "address": "...", "reason": "..." }',
};

/** The config in a text. @throws TfwrightError if a rule, a level, a date or a reason is wrong */
export function parseConfig(text: string, path: string): ReviewConfig {
  const config = parseConfigText(text, path);
  refuseUnknown(config, path, ["rules", "suppressions", "failOn", "$schema"], ": ");
  const { rules: settings = {}, suppressions = [], failOn } = config;
  return {
    rules: readRuleSettings(settings, `${path}: rules`, reviewRuleSet),
    suppressions: readSuppressions<PlanSuppression>(suppressions, `${path}: suppressions`, SUPPRESSIONS),
    ...(failOn === undefined ? {} : { failOn: readSections(failOn, `${path}: failOn`) }),
  };
}

function readSections(given: unknown, path: string): readonly FailSection[] {
  return Array.isArray(given) && given.every((item) => typeof item === "string")
    ? checkSections(given, path)
    : fail({ code: "bad-config", path, message: "a list of sections is expected" });
}

/** Names of sections. @throws where one is none */
export function checkSections(given: readonly string[], path: string): readonly FailSection[] {
  for (const name of given) {
    if (!failSections.some((section) => section === name)) {
      fail({
        code: "unknown-section",
        path,
        message: `there is no section \`${name}\``,
        hint: suggestName(name, failSections, "sections"),
      });
    }
  }
  return given as readonly FailSection[];
}
