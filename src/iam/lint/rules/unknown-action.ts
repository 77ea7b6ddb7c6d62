import { say, withBackticks, words } from "../../../text/message";
import { dataDate } from "../../data/authorization";
import { suggestAction } from "../../data/authorization-suggest";
import { actionAliases } from "../../data/overrides";
import type { PlacedAction } from "../action-term";
import { type Context, ofData } from "../context";
import { defineRule } from "../define-rule";
import { allow, ORDERS } from "../example-policies";
import type { Fix } from "../fix/fix";
import { suggestOnce } from "../suggest";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

const DAY = 24 * 60 * 60 * 1000;
/** Data that is older than so many days may miss a new action. */
const OLD = 60;

/** Rule `unknown-action`: unknown action. */
export const unknownAction = defineRule({
  code: "unknown-action",
  title: "unknown action",
  severity: "error",
  what: "Action names that are not in the authorization data, and patterns that match none, also in a Deny. It is a warning if the data is older than 60 days. Names that are listed under `actions` in the config are fine.",
  why: "AWS accepts such a policy without a warning, and the name allows nothing. Some AWS pages contain such names: glue:BatchCreatePartitions.",
  bad: allow("glue:BatchCreatePartitions", ORDERS),
  good: allow("glue:BatchCreatePartition", ORDERS),
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
  accessAnalyzer: "INVALID_ACTION",
  check: {
    statement(parsed, context) {
      const { actions: entries = [] } = context.analyze(unknownNames).get(parsed) ?? {};
      const [first] = entries;
      if (first === undefined) return undefined;
      const names = entries.map(({ at }) => at.value);
      const isPattern = entries.every(({ term }) => term.kind === "pattern");
      const what = isPattern
        ? verb(names, "matches no action", "match no action")
        : verb(names, "does not exist", "do not exist");
      return {
        at: first.at,
        message: say`${listOf(names)} ${words(what)} in ${words(ofData())}`,
        hint: hintFor(context, entries),
        severity: isOld(context.options.today) ? "warning" : "error",
        about: names.join(),
        fix: fixFor(entries),
      };
    },
  },
});

/** Whether the data is so old that it may miss a new action. */
function isOld(today: string): boolean {
  return Date.parse(today) - Date.parse(dataDate()) > OLD * DAY;
}

function hintFor(context: Context, entries: readonly PlacedAction[]): string {
  const meant = entries.flatMap(({ at, term }) => {
    const near = term.kind === "exact" ? suggestOnce(context, "action", term.id, suggestAction) : undefined;
    return near === undefined || near.length === 0 ? [] : [{ written: at.value, near: withBackticks(listOf(near)) }];
  });
  const [first] = meant;
  if (first === undefined) return "take it out, or name it under `actions` if it is newer than the data";
  if (entries.length === 1) return `did you mean ${first.near}?`;
  return meant.map(({ written, near }) => `for \`${written}\` write ${near}`).join("; ");
}

const aliases = new Map(Object.entries(actionAliases).map(([name, meant]) => [name.toLowerCase(), meant]));

/** Names that are known to be mistaken for one other are fixed; a guess is not. */
function fixFor(entries: readonly PlacedAction[]): Fix | undefined {
  const replacements = entries.flatMap(({ at, term }) => {
    const meant = aliases.get(term.id) ?? [];
    return meant.length === 0 ? [] : [{ from: at.value, to: meant }];
  });
  return replacements.length === 0 ? undefined : { kind: "action", replacements };
}
