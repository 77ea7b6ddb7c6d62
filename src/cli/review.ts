/** `tfwright review`: plans in, a review out. */

import { statSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { fail, gather } from "../errors";
import { checkAccount, checkDate } from "../findings/rule-set";
import { checkSections } from "../review/config";
import type { Colors } from "../review/report/terminal";
import { checkFormat, type ReviewText, reviewToTextAndFailures } from "../review/review-to-text";
import { whereOf } from "../review/where";
import { destroys } from "../terraform/plan/actions";
import type { Plan } from "../terraform/plan/plan";
import { readPlanLines } from "../terraform/plan/read-plan-lines";
import { readPlanFile } from "./read-plan-file";
import { readConfigs } from "./review/review-configs";
import { folderFinder } from "./review/review-folders";
import { notesOnSuppressions } from "./unused-notes";

/** The options of the command, as they are given. */
export interface ReviewFlags {
  readonly format?: string;
  readonly failOn?: string;
  readonly base?: string;
  readonly root?: string;
  readonly config?: string;
  readonly today?: string;
  /** The account that the plans are for, twelve digits. */
  readonly account?: string;
}

/** What a format prints with. */
interface ReviewPrinting {
  readonly version: string;
  readonly colors?: Colors;
}

/** The output of the command. */
interface ReviewResult extends ReviewText {
  /** What is said beside the review. */
  readonly notes: readonly string[];
}

/** Runs it. @throws TfwrightError if an option, the config or a plan is wrong */
export function reviewPlans(paths: readonly string[], flags: ReviewFlags, printing: ReviewPrinting): ReviewResult {
  const format = checkFormat(flags.format ?? "text", "--format");
  const root = flags.root ?? ".";
  if (!isFolder(root))
    fail({
      code: "no-folder",
      path: "--root",
      message: `there is no folder \`${root}\``,
      hint: "give the folder of the configuration that was planned, where `terraform init` ran",
    });
  const { config, changed, path } = readConfigs(flags);
  const failOn = flags.failOn === undefined ? undefined : sectionsOf(flags.failOn);
  if (flags.today !== undefined) checkDate(flags.today, "--today");
  const { account } = flags;
  if (account !== undefined) checkAccount(account, "--account");
  const read = readPlans(paths);
  const plans = read.map((plan) => ({
    ...plan,
    ...(flags.base !== undefined && { unprotected: unprotectedIn(plan, flags.base, root) }),
    ...removedIn(plan, root),
  }));
  const today = flags.today ?? new Date().toISOString().slice(0, 10);
  const text = reviewToTextAndFailures(plans, {
    format,
    config,
    ...(changed !== undefined && { changed }),
    ...(failOn !== undefined && { failOn }),
    today,
    ...(account !== undefined && { account }),
    folderOf: folderFinder(plans, root),
    ...printing,
  });
  const unused = text.unusedSuppressions.map((one) => {
    const place = `${path}: suppressions[${config.suppressions?.indexOf(one)}]`;
    return { ...one, place };
  });
  return { ...text, notes: [...notesOnAccount(plans, account), ...notesOnSuppressions(unused, today)] };
}

/** What a plan tells itself counts. */
function notesOnAccount(plans: readonly Plan[], given: string | undefined): readonly string[] {
  return plans.flatMap((plan) => {
    const told = given === undefined ? [] : whereOf(plan).accounts;
    const others = told.filter((account) => account !== given);
    const names = others.length === 1 ? "account" : "accounts";
    return others.length === 0
      ? []
      : [`note: --account ${given} does not count for ${plan.source}: the plan tells ${names} ${others.join(", ")}`];
  });
}

/** A root above or beside the current folder has no counterpart in the base branch's folder. */
function unprotectedIn(plan: Plan, base: string, root: string): readonly string[] {
  const isInside = !isAbsolute(root) && !normalize(root).startsWith("..");
  if (!isInside) return [];
  const { unprotectedResources } = require("./review/prevent-destroy") as typeof import("./review/prevent-destroy");
  return unprotectedResources(plan, { base: join(base, root), head: root });
}

/** The reader of HCL is loaded only if the plan destroys something. */
function removedIn(plan: Plan, root: string): Pick<Plan, "removedProvisioners"> {
  if (!plan.resources.some(({ action }) => destroys(action))) return {};
  const { removedProvisioners } =
    require("./review/removed-provisioners") as typeof import("./review/removed-provisioners");
  return { removedProvisioners: removedProvisioners(plan, root) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Each file's plans, once. A plan's text is let go before the next is read. */
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
    [...new Set(paths)].map((path) => () => {
      plans.push(...readPlanLines(readPlanFile(path), path));
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
