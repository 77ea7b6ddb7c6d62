import { say, withBackticks, words } from "../../../text/message";
import { actionsMeantBy } from "../../data/action-aliases";
import { suggestActionPattern } from "../../data/action-pattern-suggest";
import { patternOfVerb } from "../../data/action-suggest";
import { findConditionKey } from "../../data/authorization";
import { actionMeantByTypo, isMistypedAction, suggestAction } from "../../data/authorization-suggest";
import { intersects, isPlain, literal } from "../../document/pattern";
import type { Context } from "../context";
import { adviceForOldData, daysOfOldData, ofData, severityOfUnknown } from "../data-age";
import { defineRule } from "../define-rule";
import { allow, ORDERS } from "../example-policies";
import type { Fix } from "../fix/fix";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { placeholdersIn, reportOfPlaceholders } from "../placeholders";
import type { Report } from "../report";
import { suggestOnce } from "../suggest";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

/** Rule `unknown-action`: unknown action. */
export const unknownAction = defineRule({
  code: "unknown-action",
  title: "unknown action",
  severity: "error",
  what: "Action names that are not in the authorization data, and patterns that match none, also in a Deny. If the data is older than 60 days, a name is a warning, because AWS may have added it, unless it differs from a known action in one letter only, or is a condition key. Names that are listed under `actions` in the config are fine. A name from a guide of AWS, such as `logs:PutLogEventsBatch` beside `logs:PutLogEvents`, is info. What is left to fill in, such as `s3:<ACTION>`, is one info for the policy.",
  why: "AWS accepts such a policy without a warning, and the name allows nothing. Some AWS pages contain such names: glue:BatchCreatePartitions.",
  bad: allow("glue:BatchCreatePartitions", ORDERS),
  good: allow("glue:BatchCreatePartition", ORDERS),
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
  accessAnalyzer: "INVALID_ACTION",
  check: {
    statement(parsed, context) {
      const { actions: entries = [] } = context.analyze(unknownNames).get(parsed) ?? {};
      const groups = new Map<number | undefined, PlacedAction[]>();
      const harmless = entries.filter((entry) => isOfGuide(entry, parsed));
      for (const entry of entries) {
        if (harmless.includes(entry)) continue;
        const days = daysWithoutAction(context, entry);
        groups.set(days, [...(groups.get(days) ?? []), entry]);
      }
      return [
        ...[...groups].map(([days, list]) => reportOf({ context, parsed, entries: list, days })),
        ...harmless.map((entry) => reportOfGuide({ context, parsed, entries: [entry], days: undefined })),
        ...placeholderOf(parsed, context),
      ];
    },
  },
});

/** What is to be filled in is told by `malformed-arn`, where there is something in a value too. */
function placeholderOf({ statement }: ParsedStatement, context: Context): readonly Report[] {
  const { actions, values, all } = context.analyze(placeholdersIn);
  const [first] = actions;
  return first?.statement === statement && values.length === 0 ? [reportOfPlaceholders(first.at, all)] : [];
}

/**
 * The age of the data, where it may be too old to have the action. No action that AWS added in ten months was another but
 * for one letter, so that such a name is a mistake however old the data is; so is what AWS's own pages are known to mistake.
 */
function daysWithoutAction({ options }: Context, { term }: PlacedAction): number | undefined {
  const days = daysOfOldData(options, term.service);
  if (days === undefined || term.kind !== "exact") return days;
  const isCertain =
    actionsMeantBy(term.id) !== undefined ||
    isMistypedAction(term.id) ||
    isConditionKey(term) ||
    patternOf(term) !== undefined;
  return isCertain ? undefined : days;
}

/**
 * Names in the text of a policy that a guide of AWS gives to copy, each with the action beside which it stands there.
 *
 * Source: Amazon OpenSearch Service Developer Guide, "Monitoring OpenSearch logs with Amazon CloudWatch Logs".
 */
const OF_GUIDES: ReadonlyMap<string, string> = new Map([["logs:putlogeventsbatch", "logs:putlogevents"]]);

/** Whether a name is only what a guide of AWS writes: the statement allows what is meant without it. */
function isOfGuide({ term }: PlacedAction, { actions }: ParsedStatement): boolean {
  const beside = OF_GUIDES.get(term.id);
  return beside !== undefined && actions.some((other) => other.term.kind !== "open" && other.term.allows(beside));
}

function reportOfGuide(unknown: UnknownActions): Report {
  return {
    ...reportOf(unknown),
    severity: "info",
    hint: "take it out: a guide of AWS has it, and the statement works without it",
  };
}

/** The pattern that is meant by a verb without its `*`: no action is called `List`. */
function patternOf({ kind, service, text }: ActionTerm): string | undefined {
  const pattern = kind === "exact" ? patternOfVerb(service, text.slice(text.indexOf(":") + 1)) : undefined;
  return pattern === undefined ? undefined : `${service}:${pattern}`;
}

/** Whether what stands in place of an action is a condition key of the service: of 2,578 keys one is called as an action is. */
function isConditionKey({ kind, id, service }: ActionTerm): boolean {
  return kind === "exact" && findConditionKey(id, [service]) !== undefined;
}

/** Unknown actions of a statement that are told together. */
interface UnknownActions {
  readonly context: Context;
  readonly parsed: ParsedStatement;
  readonly entries: readonly PlacedAction[];
  readonly days: number | undefined;
}

function reportOf(unknown: UnknownActions): Report {
  const { entries, days } = unknown;
  const names = entries.map(({ at }) => at.value);
  const services = new Set(entries.map(({ term }) => term.service));
  const isPattern = entries.every(({ term }) => term.kind === "pattern");
  const what = isPattern
    ? verb(names, "matches no action", "match no action")
    : verb(names, "does not exist", "do not exist");
  return {
    at: entries[0]!.at,
    message: say`${listOf(names)} ${words(what)} in ${words(ofData(services.size === 1 ? [...services][0] : undefined))}`,
    hint: hintFor(unknown),
    severity: severityOfUnknown(days),
    about: names.join(),
    fix: fixFor(unknown),
  };
}

function hintFor(unknown: UnknownActions): string {
  const keys = unknown.entries.filter(({ term }) => isConditionKey(term));
  const entries = unknown.entries.filter((entry) => !keys.includes(entry));
  const names = keys.map(({ at }) => at.value);
  const hints = [
    ...(keys.length === 0
      ? []
      : [
          `${withBackticks(listOf(names))} ${verb(names, "is a condition key", "are condition keys")}, for \`Condition\``,
        ]),
    ...(entries.length === 0 ? [] : [hintForNames({ ...unknown, entries })]),
  ];
  return hints.join("; ");
}

function hintForNames({ context, parsed, entries, days }: UnknownActions): string {
  const meant = entries.flatMap(({ at, term }) => {
    const verb = patternOf(term);
    if (verb !== undefined) return [{ written: at.value, near: `\`${verb}\`` }];
    const named =
      term.kind === "exact"
        ? suggestOnce(context, "action", term.id, suggestAction)
        : suggestOnce(context, "pattern", term.text, suggestActionPattern);
    const near = named?.filter((action) => mayMean(parsed, term.service, action));
    return near === undefined || near.length === 0 ? [] : [{ written: at.value, near: withBackticks(listOf(near)) }];
  });
  const advice = days === undefined ? [] : [adviceForOldData(days)];
  const [first] = meant;
  if (first === undefined)
    return [...advice, "take it out, or name it under `actions` if it is newer than the data"].join("; ");
  if (entries.length === 1) return [`did you mean ${first.near}?`, ...advice].join(" ");
  return [...meant.map(({ written, near }) => `for \`${written}\` write ${near}`), ...advice].join("; ");
}

/** Names that are known to be mistaken for others are fixed, and a letter that is wrong where one action alone can be meant. */
function fixFor({ context, parsed, entries }: UnknownActions): Fix | undefined {
  const replacements = entries.flatMap(({ at, term }) => {
    const typo = term.kind === "exact" ? suggestOnce(context, "typo", at.value, actionMeantByTypo) : undefined;
    const named = actionsMeantBy(term.id) ?? (typo === undefined ? [] : [typo]);
    const meant = named.filter((action) => mayMean(parsed, term.service, action));
    return meant.length === 0 ? [] : [{ from: at.value, at, to: meant }];
  });
  if (replacements.length > 0) return { kind: "action", replacements };
  // What another action of the statement allows is not missed.
  const wide = parsed.actions.filter(({ term }) => term.kind === "pattern" || term.kind === "all");
  const isCovered = entries.every(({ term }) =>
    wide.some((other) => other.term !== term && other.term.allows(term.id)),
  );
  return isCovered ? { kind: "remove", actions: entries.map(({ at }) => at.value), resources: [] } : undefined;
}

/** Whether an action can be what was meant: that of another service is not where all resources are of the service that is written. */
function mayMean({ resources, named }: ParsedStatement, service: string, action: string): boolean {
  if (!named || action.startsWith(`${service}:`)) return true;
  const written = literal(service);
  return !resources.every(({ term }) => {
    const owner = term.pattern.fields?.[2];
    return owner !== undefined && isPlain(owner) && intersects(owner, written);
  });
}
