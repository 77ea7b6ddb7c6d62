/** Plans to the text of a review, in one step that always ends with the search for secrets. */

import { fail, gather } from "../errors";
import { checkAccount, checkDate } from "../findings/rule-set";
import type { Plan } from "../terraform/plan/plan";
import { checkArgument } from "../text/check-argument";
import { checkOptions, type OptionKinds } from "../text/check-options";
import { suggestName } from "../text/suggest-name";
import { checkPlans } from "./check-plans";
import { checkReviewConfig, checkSections, type PlanSuppression } from "./config";
import { createRedactor } from "./redact/redactor";
import { replaceLeaks } from "./report/replace-leaks";
import type { Review } from "./report/report";
import { type Colors, renderTerminal } from "./report/terminal";
import { failedSections, type ReviewOptions, reviewWithUnused } from "./review";
import type { FailCondition } from "./rule";

/** Formats of a review. */
export const reviewFormats = ["markdown", "json", "text", "sarif"] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

/** The options of {@link reviewToText}. */
export interface ReviewTextOptions extends Partial<Omit<ReviewOptions, "redactor">> {
  readonly format: ReviewFormat;
  /** Sections in which nothing may need a person; JSON lists the sections that fail. @default the sections of the config */
  readonly failOn?: readonly FailCondition[];
  /** Version of the tool that SARIF names. @default "0.0.0" */
  readonly version?: string;
  /** Colors of the format `text`. @default none */
  readonly colors?: Colors;
}

/** A finished review. */
export interface ReviewText {
  readonly text: string;
  /** Sections of `failOn` in which something needs a person. */
  readonly failed: readonly string[];
  /** How many secrets the last search found and replaced: each is a fault of ours. */
  readonly leaks: number;
  /** Suppressions of the config that match no finding of these plans, and are about a module or a type that they have. */
  readonly unusedSuppressions: readonly PlanSuppression[];
}

/**
 * Reviews plans and gives the text. Whatever the format, the finished text is searched once more for the plans' secrets.
 *
 * @example
 * ```ts
 * const plans = [readPlan(readFileSync("plan.json", "utf8"), "plan.json")];
 * process.stdout.write(reviewToText(plans, { format: "markdown" }));
 * ```
 * @throws TfwrightError if there is no such format, section, rule or date
 */
export function reviewToText(plans: readonly Plan[], options: ReviewTextOptions): string {
  checkCall(plans, options, "reviewToText");
  return reviewToTextAndFailures(plans, options).text;
}

/** {@link reviewToText}, and on what a pipeline fails. @throws TfwrightError if there is no such format, section, rule or date */
export function reviewToTextAndFailures(plans: readonly Plan[], options: ReviewTextOptions): ReviewText {
  checkCall(plans, options, "reviewToTextAndFailures");
  if (plans.length === 0)
    fail({
      code: "no-plans",
      path: "reviewToTextAndFailures(plans)",
      message: "there is nothing to review",
      hint: "give the plans that `readPlan` returns; of no plan nobody can say that it is safe",
    });
  const { config = {}, failOn = config.failOn ?? [], today = todayInUtc(), account } = options;
  // A misspelled section would never fail a pipeline, and a misspelled rule would suppress nothing.
  gather([
    () => checkFormat(options.format),
    () => checkSections(failOn, "failOn"),
    () => checkDate(today, "today"),
    () => account === undefined || checkAccount(account, "account"),
    () => checkReviewConfig(config, "config"),
  ]);
  const redactor = createRedactor(plans);
  const { review: made, unusedSuppressions } = reviewWithUnused(plans, { ...options, config, today, redactor });
  const failed = failedSections(made, failOn);
  return { ...replaceLeaks(made, (one) => render(one, failed, options), redactor), failed, unusedSuppressions };
}

const OPTIONS: OptionKinds<ReviewTextOptions> = {
  format: "any",
  failOn: "any",
  version: "text",
  colors: "object",
  config: "any",
  changed: "object",
  today: "any",
  account: "any",
  folderOf: "function",
};

function checkCall(plans: readonly Plan[], options: ReviewTextOptions, name: string): void {
  checkPlans(plans, `${name}(plans)`);
  checkArgument(options, "object", `${name}(options)`, { example: `${name}(plans, { format: "markdown" })` });
  checkOptions(options, OPTIONS, { place: `${name}(options)` });
}

/** The format of this name. @throws TfwrightError if there is none */
export function checkFormat(given: string, path = "format"): ReviewFormat {
  return (
    reviewFormats.find((name) => name === given) ??
    fail({
      code: "bad-option",
      path,
      message: `there is no \`${given}\``,
      hint: suggestName(given, reviewFormats, "formats"),
    })
  );
}

// Each format is loaded only if it is used, to keep the start of the command fast.
function render(made: Review, failed: readonly string[], { format, version = "0.0.0", colors }: ReviewTextOptions) {
  if (format === "markdown")
    return (require("./report/markdown") as typeof import("./report/markdown")).renderMarkdown(made);
  if (format === "json") return (require("./report/json") as typeof import("./report/json")).renderJson(made, failed);
  if (format === "sarif")
    return (require("./report/sarif") as typeof import("./report/sarif")).renderSarif(made, version);
  return renderTerminal(made, colors);
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
