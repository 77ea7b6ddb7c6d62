import { defineRule } from "../rule";

/** Reports a condition of a statement that is removed, requires less, or is replaced. */
export const conditionDropped = defineRule({
  code: "condition-dropped",
  section: "permissions-gained",
  level: "attention",
  title: "condition dropped",
  what: "A condition that is removed, requires less, or becomes another one, also where the actions or resources become wider.",
  why: "Requests that it blocked are now allowed.",
  bad: "A statement loses its condition `StringEquals aws:SourceAccount`.",
  good: "A statement gets one more condition.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
  looksAt: "permissions",
});
