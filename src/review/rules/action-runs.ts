import { say, words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports an action that apply runs beside the changes of resources. */
export const actionRuns = defineRule({
  code: "action-runs",
  section: "code",
  level: "attention",
  title: "action runs",
  what: "An `action` block that apply runs, and when: before or after the change of a resource, or by `-invoke`.",
  why: "It does something that is in no state and that no plan undoes: it calls a function, stops an instance, clears a cache.",
  bad: "`action.aws_lambda_invoke.migrate` runs after `aws_db_instance.orders` is updated.",
  good: "A plan that runs no action.",
  source: "https://developer.hashicorp.com/terraform/language/block/action",
  looksAt: "action",
  check({ type, resource, event, isDeferred }) {
    const when = resource === undefined ? words("by `-invoke`") : say`${eventWords(event)} ${resource}`;
    return [{ message: say`${type} runs ${when}${words(isDeferred ? ", in a later run" : "")}` }];
  },
});

/** `AfterCreate`: `after the creation of` */
function eventWords(event = ""): ReturnType<typeof words> {
  const [, when, what] = /^(Before|After)([A-Z][a-z]+)$/.exec(event) ?? [];
  const nouns: Readonly<Record<string, string>> = { Create: "creation", Update: "update", Destroy: "destruction" };
  const noun = what === undefined ? undefined : nouns[what];
  return when === undefined || noun === undefined
    ? words("with a change of")
    : words(`${when.toLowerCase()} the ${noun} of`);
}
