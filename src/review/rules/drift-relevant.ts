import { listValues, say } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a change outside of Terraform to attributes that the plan depends on. */
export const driftRelevant = defineRule({
  code: "drift-relevant",
  section: "drift",
  level: "attention",
  title: "changed outside of Terraform",
  what: "A change outside of Terraform to attributes that this plan depends on.",
  why: "The plan reverts the change or is based on it. Check that this is intended.",
  bad: "Someone changed the `policy` of a bucket in the console, and the plan depends on it.",
  good: "Someone changed an attribute that nothing in the plan depends on: it is only counted.",
  source: "https://developer.hashicorp.com/terraform/tutorials/state/resource-drift",
  looksAt: "drift",
  check: ({ relevant }) =>
    relevant.length === 0 ? [] : [{ message: say`${listValues([...relevant].sort(), 5)}, on which this plan depends` }],
});
