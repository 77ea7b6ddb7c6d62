import { hasMark } from "../../terraform/plan/marks";
import { words } from "../../text/message";
import { defineRule } from "../rule";
import { isPlainCredential } from "./resources/plain-credentials";

/** Reports an output of the root module that is no longer sensitive. */
export const outputExposed = defineRule({
  code: "output-exposed",
  section: "safeguards",
  level: "attention",
  title: "output no longer sensitive",
  what: "An output of the root module that was sensitive, in whole or in part, and no longer is, or a new one that is a credential by its name.",
  why: "Terraform prints its value from now on, in terminals and in the logs of pipelines.",
  bad: '`sensitive = true` is removed from `output "password"`.',
  good: "The output stays sensitive, or is removed.",
  source:
    "https://developer.hashicorp.com/terraform/language/values/outputs#sensitive-suppressing-values-in-cli-output",
  looksAt: "output",
  check({ name, action, before, after, losesSensitive }) {
    const isPlain =
      typeof after.value === "string" && !hasMark(after.sensitive) && isPlainCredential(name, after.value);
    if (action === "create" && isPlain)
      return [{ message: words("its value is printed"), title: "a credential in an output that is not sensitive" }];
    const losesMark = action !== "delete" && hasMark(before.sensitive) && !hasMark(after.sensitive);
    if (!losesMark && !losesSensitive) return [];
    return [{ message: words("its value is printed from now on") }];
  },
});
