import { say } from "../../text/message";
import { defineRule } from "../rule";
import { capacityOf, showCapacity } from "./resources/glue-capacity";

/** Reports the maximum DPU-hours of a run of a new job. */
export const jobNew = defineRule({
  code: "job-new",
  section: "run-cost",
  level: "note",
  title: "new job",
  what: "The maximum DPU-hours of a run of a new job.",
  why: "It is a new cost.",
  bad: "`aws_glue_job.load` is created with 10 workers of type G.1X.",
  good: "`aws_glue_job.load` stays as it is.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/add-job.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check({ action, after }) {
    const capacity = action === "create" ? capacityOf(after) : undefined;
    return capacity?.dpus === undefined ? [] : [{ message: say`at most ${showCapacity(capacity)} a run` }];
  },
});
