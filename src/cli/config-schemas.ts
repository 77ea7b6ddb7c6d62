/** The JSON schemas of `tfwright.lint.json` and `tfwright.review.json`, which `npm run schemas` writes to `docs/`. */
import { configSchema } from "../findings/config-schema";
import { findRule as findLintRule, lintRuleSet, severities } from "../iam/lint";
import type { Json } from "../json/json-value";
import { CONFIG_NAME as REVIEW_CONFIG, REVIEW_PLACES, reviewRuleSet } from "../review/config";
import { failSections } from "../review/rule";
import { findRule as findReviewRule } from "../review/rules";
import { CONFIG_NAME as LINT_CONFIG, LINT_PLACES, type LintSetting } from "./lint/lint-config";

const texts = (description: string): Json => ({ description, type: "array", items: { type: "string" } });
const text = (description: string): Json => ({ description, type: "string" });

const LINT_SETTINGS: Readonly<Record<LintSetting, Json>> = {
  readsOnly: texts("Resources that the policies should only read: ARNs, or s3://BUCKET/PREFIX."),
  actions: texts("Actions that exist, though the data does not have them. Wildcards are allowed."),
  account: text("The account that the policies are for."),
  baseline: text("A file with the findings that are not reported."),
  exclude: texts(
    "Files and folders that are not linted: patterns as in .gitignore, relative to the folder of this file.",
  ),
  data: text("A folder of newer authorization data."),
  failOn: {
    description: "The severities that make the command exit with 1.",
    type: "array",
    items: { enum: [...severities] },
  },
};

/** The schemas by the names of their files. */
export function configSchemas(): Readonly<Record<string, Json>> {
  return {
    "lint-config.schema.json": configSchema({
      title: LINT_CONFIG,
      rules: lintRuleSet,
      titleOf: (code) => findLintRule(code)?.title ?? code,
      places: LINT_PLACES,
      settings: LINT_SETTINGS,
    }),
    "review-config.schema.json": configSchema({
      title: REVIEW_CONFIG,
      rules: reviewRuleSet,
      titleOf: (code) => findReviewRule(code)?.what ?? code,
      places: REVIEW_PLACES,
      settings: {
        failOn: {
          description:
            "The sections that make the command exit with 1, and `destroys>N`: more than N resources destroyed or replaced.",
          type: "array",
          items: { anyOf: [{ enum: [...failSections] }, { type: "string", pattern: "^destroys>[0-9]{1,9}$" }] },
        },
      },
    }),
  };
}
