import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { blocksDiffer, differs, pairAt, showPair } from "../field";
import { defineRule } from "../rule";

/** The kinds of targets of a crawler; each has a block `NAME_target`. */
const TARGETS = ["s3", "jdbc", "dynamodb", "delta", "iceberg", "hudi", "catalog", "mongodb"];

/** Reports a crawler whose targets or recrawl behavior change. */
export const crawlerScope = defineRule({
  code: "crawler-scope",
  section: "run-cost",
  level: "attention",
  title: "crawler reads more",
  what: "A crawler whose targets change, or that reads everything again in each run.",
  why: "A crawl is billed by its duration, and writes what it finds into the catalog.",
  bad: "`recrawl_behavior` CRAWL_NEW_FOLDERS_ONLY → CRAWL_EVERYTHING",
  good: "`description` of the crawler changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html",
  looksAt: "resource",
  types: ["aws_glue_crawler"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    const targets = TARGETS.filter((name) => blocksDiffer(pairAt(change, [`${name}_target`])));
    const recrawl = pairAt(change, ["recrawl_policy", 0, "recrawl_behavior"]);
    return [
      ...targets.map((name) => ({ message: words(`its ${name} targets change`) })),
      ...(differs(recrawl) ? [{ message: say`recrawl behavior ${showPair(recrawl)}` }] : []),
    ];
  },
});
