import { say } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a resource whose address in the state changes. */
export const moved = defineRule({
  code: "moved",
  section: "plan",
  level: "note",
  title: "moved",
  what: "A resource whose address in the state changes.",
  why: "The resource itself does not change.",
  bad: "`moved { from = aws_glue_job.a` with `to = aws_glue_job.b }`",
  good: "The resource keeps its address.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring",
  looksAt: "state",
  check: ({ address, previousAddress }) =>
    previousAddress === undefined || previousAddress === address ? [] : [{ message: say`from ${previousAddress}` }],
});
