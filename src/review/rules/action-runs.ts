import { fieldsIn } from "../../json/json-value";
import { jsonText } from "../../terraform/plan/json-text";
import { join, type Message, say, words } from "../../text/message";
import { type Field, fieldAt, show } from "../field";
import { defineRule } from "../rule";

/** Reports an action that apply runs beside the changes of resources. */
export const actionRuns = defineRule({
  code: "action-runs",
  section: "code",
  level: "attention",
  title: "action runs",
  what: "An `action` block that apply runs, on what, and when: before or after the change of a resource, or by `-invoke`.",
  why: "It does something that is in no state and that no plan undoes: it calls a function, stops an instance, clears a cache.",
  bad: "`action.aws_lambda_invoke.migrate` runs after `aws_db_instance.orders` is updated.",
  good: "A plan that runs no action.",
  source: "https://developer.hashicorp.com/terraform/language/block/action",
  looksAt: "action",
  check({ type, resource, event, isDeferred, config }) {
    const when = resource === undefined ? words("by `-invoke`") : say`${eventWords(event)} ${resource}`;
    const names = Object.keys(fieldsIn(config.value)).concat(Object.keys(fieldsIn(config.unknown)));
    const fields = [...new Set(names)]
      .map((name) => fieldAt(config, [name]))
      .filter(({ value, unknown }) => unknown || (value !== undefined && !EMPTY.has(jsonText(value))));
    const [short, long] = [fields.filter(isShort), fields.filter((field) => !isShort(field))];
    const told = short.slice(0, MOST_ARGUMENTS).map(tellArgument);
    const acts = told.length === 0 ? [] : say`: ${join(told, ", ")}`;
    const details = [...short.slice(MOST_ARGUMENTS), ...long].map(tellArgument);
    return [{ message: say`${type} runs ${when}${words(isDeferred ? ", in a later run" : "")}${acts}`, details }];
  },
});

const EMPTY: ReadonlySet<string> = new Set(['""', "[]", "{}"]);

/** So many arguments stand in the message, the others in its details. */
const MOST_ARGUMENTS = 3;

/** Longer values, such as a payload, stand in the details. */
const LONGEST = 90;

function isShort({ value, unknown, secret }: Field): boolean {
  return unknown || secret || jsonText(value ?? null).length <= LONGEST;
}

function tellArgument(field: Field): Message {
  return say`${field.path.join(".")} ${show(field)}`;
}

/** `AfterCreate`: `after the creation of` */
function eventWords(event = ""): ReturnType<typeof words> {
  const [, when, what] = /^(Before|After)([A-Z][a-z]+)$/.exec(event) ?? [];
  const nouns: Readonly<Record<string, string>> = { Create: "creation", Update: "update", Destroy: "destruction" };
  const noun = what === undefined ? undefined : nouns[what];
  return when === undefined || noun === undefined
    ? words("with a change of")
    : words(`${when.toLowerCase()} the ${noun} of`);
}
