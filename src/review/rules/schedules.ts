/** When jobs and crawlers run: schedules and triggers that come, change and go. */
import { alters } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { formatNumber, say, words } from "../../text/message";
import { differs, type Field, fieldAt, pairAt, show, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";
import { runsPerDay } from "./resources/runs-per-day";

/** Where schedules stand, and what turns them off. */
interface Place {
  readonly path: string;
  readonly on?: string;
}

const SCHEDULES: ReadonlyMap<string, Place> = new Map([
  ["aws_glue_trigger", { path: "schedule", on: "enabled" }],
  ["aws_glue_crawler", { path: "schedule" }],
  ["aws_cloudwatch_event_rule", { path: "schedule_expression", on: "state" }],
  ["aws_scheduler_schedule", { path: "schedule_expression", on: "state" }],
]);

/** So many runs a day of something new are no surprise. */
const QUIET = 24;

/** Schedules of triggers, crawlers, event rules. */
export const checkSchedule: Check = (change) => {
  const place = SCHEDULES.get(change.type);
  if (place === undefined || change.deposed !== undefined) return [];
  if (change.action === "create" || change.action === "delete") return comesOrGoes(change, place);
  return alters(change) ? changes(change, place) : [];
};

function comesOrGoes(change: ResourceChange, { path, on }: Place): readonly Draft[] {
  const isNew = change.action === "create";
  const side = isNew ? change.after : change.before;
  const field = fieldAt(side, [path]);
  if (!isEnabled(side, on) || (field.value === undefined && !field.unknown) || field.value === "") return [];
  const runs = runsOf(field, true);
  const told = runs === undefined ? [] : words(`${formatNumber(runs)} ${runs === 1 ? "run" : "runs"} a day: `);
  const what = words(isNew ? "a new schedule, " : "a schedule that goes, ");
  const isQuiet = isNew && runs !== undefined && runs <= QUIET;
  return [{ rule: "schedule", message: say`${what}${told}${show(field)}`, ...(isQuiet && { level: "note" }) }];
}

function changes(change: ResourceChange, { path, on }: Place): readonly Draft[] {
  const pair = pairAt(change, [path]);
  const [wasOn, isOn] = [isEnabled(change.before, on), isEnabled(change.after, on)];
  if (!differs(pair) && wasOn === isOn) return [];
  if (wasOn !== isOn && !differs(pair))
    return [{ rule: "schedule", message: words(isOn ? "is enabled" : "is disabled") }];
  const [from, to] = [runsOf(pair.before, wasOn), runsOf(pair.after, isOn)];
  if (from === undefined || to === undefined) return [{ rule: "schedule", message: showPair(pair) }];
  return [
    { rule: "schedule", message: [`${formatNumber(from)} → ${formatNumber(to)} runs a day (`, ...showPair(pair), ")"] },
  ];
}

function isEnabled(side: Marked, attribute: string | undefined): boolean {
  if (attribute === undefined) return true;
  const { value } = fieldAt(side, [attribute]);
  return value !== false && value !== "DISABLED";
}

function runsOf(field: Field, isOn: boolean): number | undefined {
  if (field.unknown || field.secret) return undefined;
  if (!isOn || field.value === undefined || field.value === "") return 0;
  return runsPerDay(stringIn(field) ?? "");
}

/** What triggers start, and when. */
export const checkTrigger: Check = (change) => {
  const isConditional = fieldAt(change.before, ["type"]).value === "CONDITIONAL";
  if (change.action === "delete" && change.deposed === undefined && isConditional)
    return [{ rule: "trigger-actions", message: words("a conditional trigger goes: nothing starts what it started") }];
  if (!alters(change)) return [];
  return [
    ["actions", "what it starts"],
    ["predicate", "its condition"],
    ["type", "its type"],
  ]
    .filter(([name]) => differs(pairAt(change, [name as string])))
    .map(([, what]) => ({ rule: "trigger-actions", message: words(`${what} changes`) }));
};
