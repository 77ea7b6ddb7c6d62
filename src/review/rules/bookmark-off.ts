import { destroys } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, showPair, stringIn } from "../field";
import { defineRule } from "../rule";

const BOOKMARK = ["default_arguments", "--job-bookmark-option"];

/** Reports a job whose bookmark is turned off or paused, or a job with bookmarks that is destroyed or replaced. */
export const bookmarkOff = defineRule({
  code: "bookmark-off",
  section: "data-loss",
  level: "attention",
  title: "job bookmark off",
  what: "`--job-bookmark-option` turned off or paused, or a job with bookmarks that is destroyed or replaced.",
  why: "The next run reads everything again. Rows that it appends are then there twice.",
  bad: "`--job-bookmark-option` job-bookmark-enable → job-bookmark-disable",
  good: "`--job-bookmark-option` job-bookmark-disable → job-bookmark-enable",
  source: "https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check(change) {
    const before = stringIn(fieldAt(change.before, BOOKMARK));
    if (before !== "job-bookmark-enable" || change.deposed !== undefined) return [];
    if (destroys(change.action))
      return [{ message: words("the bookmark is deleted with the job, and with it the record of what was read") }];
    const pair = pairAt(change, BOOKMARK);
    const isOff = change.action === "update" && differs(pair);
    return isOff ? [{ message: say`bookmark option ${showPair(pair)}` }] : [];
  },
});
