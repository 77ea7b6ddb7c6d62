/** Alarms that tell later than before, or of less: their thresholds, how long they wait, and what they watch. */
import type { Json, ValuePath } from "../../../json/json-value";
import { isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { listValues, say, words } from "../../../text/message";
import { blocksDiffer, fieldAt, pairAt } from "../../field";
import type { RuleMatch } from "../../rule";
import { showSetting } from "./risky-settings";

/** Where an alarm of a type says what it compares. */
interface AlarmArguments {
  readonly operator: ValuePath;
  readonly threshold: ValuePath;
  /** How many measurements it takes, of how many seconds each; the first that is set counts. */
  readonly points?: readonly ValuePath[];
  readonly period?: ValuePath;
  readonly watched: readonly ValuePath[];
}

const GOOGLE: ValuePath = ["conditions", 0, "condition_threshold", 0];
const AZURE: ValuePath = ["criteria", 0];

const ALARMS: Readonly<Record<string, AlarmArguments>> = {
  aws_cloudwatch_metric_alarm: {
    operator: ["comparison_operator"],
    threshold: ["threshold"],
    points: [["datapoints_to_alarm"], ["evaluation_periods"]],
    period: ["period"],
    watched: [
      ["comparison_operator"],
      ["metric_name"],
      ["namespace"],
      ["statistic"],
      ["extended_statistic"],
      ["dimensions"],
      ["metric_query"],
      ["threshold_metric_id"],
    ],
  },
  google_monitoring_alert_policy: {
    operator: [...GOOGLE, "comparison"],
    threshold: [...GOOGLE, "threshold_value"],
    period: [...GOOGLE, "duration"],
    watched: [
      [...GOOGLE, "comparison"],
      [...GOOGLE, "filter"],
    ],
  },
  azurerm_monitor_metric_alert: {
    operator: [...AZURE, "operator"],
    threshold: [...AZURE, "threshold"],
    watched: [
      [...AZURE, "operator"],
      [...AZURE, "metric_name"],
      [...AZURE, "aggregation"],
      [...AZURE, "dimension"],
      ["scopes"],
    ],
  },
};

const MONITOR = "datadog_monitor";

/** The types whose alarms are compared. */
export const alarmTypes: readonly string[] = [...Object.keys(ALARMS), MONITOR];

/** What an alarm no longer tells, or tells later. */
export function matchDeafAlarm(change: ResourceChange): readonly RuleMatch[] {
  if (!isUpdateOrReplacement(change)) return [];
  const found = change.type === MONITOR ? matchMonitor(change) : matchAlarm(change);
  return found.map((match) => ({ ...match, title: "an alarm tells less" }));
}

function matchAlarm(change: ResourceChange): readonly RuleMatch[] {
  const alarm = ALARMS[change.type];
  if (alarm === undefined) return [];
  const watched = alarm.watched.map((path) => pairAt(change, path)).filter((pair) => isOther(pair));
  if (watched.length > 0)
    return watched.map((pair) => ({ message: say`watches something else: ${showSetting(pair)}` }));
  const threshold = pairAt(change, alarm.threshold);
  const [from, to] = [threshold.before, threshold.after].map(({ value }) => numberOf(value));
  const operator = String(fieldAt(change.after, alarm.operator).value ?? "");
  const metric = String(fieldAt(change.after, ["metric_name"]).value ?? "");
  if (threshold.after.unknown && change.action === "update" && from !== undefined)
    return [{ message: showSetting(threshold) }];
  const isPercent = /Utilization$|Percent/.test(metric);
  const level = levelOfThreshold({ operator, from, to, isPercent });
  return [...(level === undefined ? [] : [{ message: showSetting(threshold), level }]), ...matchDelay(change, alarm)];
}

/** What is only known after apply is mostly the name of what the plan makes anew. */
function isOther(pair: ReturnType<typeof pairAt>): boolean {
  return !pair.after.unknown && pair.before.value !== undefined && blocksDiffer(pair);
}

interface ThresholdChange {
  readonly operator: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Whether the metric goes from 0 to 100. @default false */
  readonly isPercent?: boolean;
}

/** A threshold that is twice as far away, or is never reached, needs a person; a smaller step is everyday. */
function levelOfThreshold({
  operator,
  from,
  to,
  isPercent = false,
}: ThresholdChange): "attention" | "note" | undefined {
  if (from === undefined || to === undefined) return undefined;
  const isAbove = /greater|GT|^>/i.test(operator);
  const isBelow = /less|LT|^</i.test(operator);
  if (!(isAbove && to > from) && !(isBelow && to < from)) return undefined;
  if (isPercent && from > 0 && from < 100 && (to >= 100 || to <= 0)) return "attention";
  const far = isAbove ? Math.abs(from) || 5 : Math.abs(from) / 2 || 5;
  return Math.abs(to - from) >= far ? "attention" : "note";
}

/** The seconds that something must last until the alarm tells it: three times as many need a person. */
function matchDelay(change: ResourceChange, alarm: AlarmArguments): readonly RuleMatch[] {
  const [from, to] = [change.before, change.after].map((marked) => delayOf(marked, alarm));
  if (from === undefined || to === undefined || from.seconds <= 0 || to.seconds <= from.seconds) return [];
  const isFar = to.seconds >= 3 * from.seconds;
  return [{ message: say`tells later: after ${from.text} → ${to.text}`, ...(isFar ? {} : { level: "note" as const }) }];
}

function delayOf(
  marked: Marked,
  { points = [], period }: AlarmArguments,
): { readonly seconds: number; readonly text: string } | undefined {
  const given = points
    .map((path) => numberOf(fieldAt(marked, path).value))
    .find((count) => count !== undefined && count > 0);
  const seconds = period === undefined ? undefined : numberOf(fieldAt(marked, period).value);
  if (points.length === 0) return seconds === undefined ? undefined : { seconds, text: `${seconds} s` };
  if (given === undefined) return undefined;
  const each = seconds ?? 1;
  const text = seconds === undefined ? `${given} periods` : `${given} × ${seconds} s`;
  return { seconds: given * each, text };
}

function numberOf(value: Json | undefined): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const [, digits] = /^(-?\d+(?:\.\d+)?)s?$/.exec(String(value)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The query of a monitor ends with its threshold: `avg(last_5m):avg:system.cpu.user{*} > 90`. */
const QUERY = /^(.*?)\s*([<>]=?)\s*(-?\d+(?:\.\d+)?)\s*$/s;

function matchMonitor(change: ResourceChange): readonly RuleMatch[] {
  const [before, after] = [change.before, change.after].map((marked) => handlesIn(fieldAt(marked, ["message"]).value));
  const isKnown = !fieldAt(change.after, ["message"]).unknown;
  const lost = isKnown ? [...(before ?? [])].filter((handle) => after?.has(handle) === false) : [];
  return [
    ...matchQuery(change),
    ...(lost.length === 0 ? [] : [{ message: say`no longer tells ${listValues(lost.sort(), 4)}` }]),
  ];
}

/** Whom the message of a monitor tells: `@pagerduty-ops` */
function handlesIn(message: Json | undefined): ReadonlySet<string> {
  return new Set(typeof message === "string" ? (message.match(/(?<![\w.])@[\w.@-]*\w/g) ?? []) : []);
}

function matchQuery(change: ResourceChange): readonly RuleMatch[] {
  const query = pairAt(change, ["query"]);
  const [before, after] = [query.before, query.after].map(({ value }) => String(value ?? ""));
  if (query.after.unknown || before === undefined || after === undefined || before === after) return [];
  const [from, to] = [before, after].map((text) => QUERY.exec(text));
  const isSameQuestion = from && to && from[1] === to[1] && from[2]?.[0] === to[2]?.[0];
  if (!isSameQuestion) return [{ message: words("watches something else: its query changes") }];
  const level = levelOfThreshold({ operator: to[2] ?? "", from: Number(from[3]), to: Number(to[3]) });
  const numbers = `${from[2]} ${from[3]} → ${to[2]} ${to[3]}`;
  return level === undefined ? [] : [{ message: say`query ${words(numbers)}`, level }];
}
