/** `tfwright review`: plans in, a review out. */

import { fail, gather } from "../errors";
import { checkDate } from "../findings/rule-set";
import { checkSections } from "../review/config";
import type { Colors } from "../review/report/terminal";
import { checkFormat, type ReviewText, reviewToTextAndFailures } from "../review/review-to-text";
import type { Plan } from "../terraform/plan/plan";
import { readPlan } from "../terraform/plan/read-plan";
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

/** What a format prints with. */
export interface ReviewPrinting {
  readonly version: string;
  readonly colors?: Colors;
}

/** Runs it. @throws TfwrightError if an option, the config or a plan is wrong */
export function reviewPlans(paths: readonly string[], flags: ReviewFlags, printing: ReviewPrinting): ReviewText {
  const format = checkFormat(flags.format ?? "text", "--format");
  const root = flags.root ?? ".";
  const { config, changed } = readConfigs(flags);
  const failOn = flags.failOn === undefined ? undefined : sectionsOf(flags.failOn);
  if (flags.today !== undefined) checkDate(flags.today, "--today");
  const plans = readPlans(paths);
  return reviewToTextAndFailures(plans, {
    format,
    config,
    ...(changed !== undefined && { changed }),
    ...(failOn !== undefined && { failOn }),
    ...(flags.today !== undefined && { today: flags.today }),
    folderOf: folderFinder(plans, root),
    ...printing,
  });
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

function sectionsOf(given: string) {
  if (given === "none") return [];
  return checkSections(
    given.split(",").map((name) => name.trim()),
    "--fail-on",
  );
}
