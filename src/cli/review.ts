/** `tfwright review`: plans in, a review out. */

import { fail, gather } from "../errors";
import { checkDate } from "../findings/rule-set";
import { checkSections, type ReviewConfig } from "../review/config";
import { replaceLeaks } from "../review/redact/replace-leaks";
import { createRedactor } from "../review/redact/secrets";
import type { Review } from "../review/report/report";
import { type Colors, renderTerminal } from "../review/report/terminal";
import { failedSections, review } from "../review/review";
import type { Plan } from "../terraform/plan/plan";
import { readPlan } from "../terraform/plan/read-plan";
import { suggestName } from "../text/suggest-name";
import { readConfigs, readInput } from "./review-files";
import { folderFinder } from "./review-folders";

/** The options of the command, as they are given. */
export interface ReviewFlags {
  readonly format?: string;
  readonly failOn?: string;
  readonly base?: string;
  readonly root?: string;
  readonly config?: string;
  readonly today?: string;
}

/** What the command has to print. */
export interface ReviewResult {
  readonly text: string;
  /** Sections on which the run fails. */
  readonly failed: readonly string[];
  /** Secrets that the last scan found and replaced: a fault of ours. */
  readonly leaks: number;
}

const FORMATS = ["markdown", "json", "text", "sarif"] as const;
type ReviewFormat = (typeof FORMATS)[number];

/** What a format prints with. */
export interface ReviewPrinting {
  readonly version: string;
  readonly colors?: Colors;
}

/** Runs it. @throws TfwrightError where an option, the config or a plan is wrong */
export function reviewPlans(paths: readonly string[], flags: ReviewFlags, printing: ReviewPrinting): ReviewResult {
  const format = formatOf(flags.format ?? "text");
  const root = flags.root ?? ".";
  const { config, changed } = readConfigs(flags);
  const failOn = flags.failOn === undefined ? (config.failOn ?? []) : sectionsOf(flags.failOn);
  if (flags.today !== undefined) checkDate(flags.today, "--today");
  const plans = readPlans(paths);
  const redactor = createRedactor(plans);
  const made = review(plans, {
    ...configured(config, changed),
    today: flags.today ?? todayInUtc(),
    folderOf: folderFinder(plans, root),
    redactor,
  });
  const failed = failedSections(made, failOn);
  const { text, leaks } = replaceLeaks(made, (one) => render(one, format, failed, printing), redactor);
  return { text, failed, leaks };
}

function configured(config: ReviewConfig, changed: ReviewConfig | undefined) {
  return changed === undefined ? { config } : { config, changed };
}

/** A plan's text is let go before the next is read. */
function readPlans(paths: readonly string[]): readonly Plan[] {
  if (paths.length === 0) {
    fail({
      code: "no-input",
      path: "review",
      message: "there is nothing to review",
      hint: "give files of `terraform show -json plan.bin`, or `-` for standard input",
    });
  }
  const plans: Plan[] = [];
  gather(
    paths.map((path) => () => {
      plans.push(readPlan(readInput(path), path));
    }),
  );
  return plans;
}

function render(
  made: Review,
  format: ReviewFormat,
  failed: readonly string[],
  { version, colors }: ReviewPrinting,
): string {
  if (format === "markdown")
    return (require("../review/report/markdown") as typeof import("../review/report/markdown")).renderMarkdown(made);
  if (format === "json")
    return (require("../review/report/json") as typeof import("../review/report/json")).renderJson(made, failed);
  if (format === "sarif")
    return (require("../review/report/sarif") as typeof import("../review/report/sarif")).renderSarif(made, version);
  return renderTerminal(made, colors);
}

function formatOf(given: string): ReviewFormat {
  return (
    FORMATS.find((name) => name === given) ??
    fail({
      code: "bad-option",
      path: "--format",
      message: `there is no \`${given}\``,
      hint: suggestName(given, FORMATS, "formats"),
    })
  );
}

function sectionsOf(given: string) {
  if (given === "none") return [];
  return checkSections(
    given.split(",").map((name) => name.trim()),
    "--fail-on",
  );
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
