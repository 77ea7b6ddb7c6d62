import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { count, formatNumber, say, words } from "../../text/message";
import { differs, type Field, fieldAt, pairAt, show, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { runsPerDay } from "./resources/runs-per-day";

/** The arguments of a schedule: the expression, and the argument that can disable it. */
interface ScheduleArguments {
  readonly expression: string;
  readonly enabled?: string;
}

const SCHEDULES: ReadonlyMap<string, ScheduleArguments> = new Map([
  ["aws_glue_crawler", { expression: "schedule" }],
  ["aws_glue_trigger", { expression: "schedule", enabled: "enabled" }],
  ["aws_cloudwatch_event_rule", { expression: "schedule_expression", enabled: "state" }],
  ["aws_scheduler_schedule", { expression: "schedule_expression", enabled: "state" }],
]);

/** A new schedule with at most so many runs a day is only a note. */
const QUIET_RUNS = 24;

/** Reports schedules that change, with their runs per day before and after. */
export const schedule = defineRule({
  code: "schedule",
  section: "run-cost",
  level: "attention",
  title: "schedule",
  what: "Schedules of triggers, crawlers and event rules that are changed, enabled, disabled, created or destroyed, with the runs per day before and after. A new one that runs at most once an hour is a note.",
  why: "Every run is billed. A run that does not happen is often noticed late.",
  bad: "`schedule` cron(0 2 * * ? *) → cron(0/15 * * * ? *)",
  good: "`description` of the trigger changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html",
  looksAt: "resource",
  types: [...SCHEDULES.keys()],
  check(change) {
    const found = SCHEDULES.get(change.type);
    if (found === undefined || change.deposed !== undefined) return [];
    if (change.action === "create" || change.action === "delete") return matchWhole(change, found);
    return isUpdateOrReplacement(change) ? matchChange(change, found) : [];
  },
});

/** A schedule that is created or destroyed. */
function matchWhole(change: ResourceChange, { expression, enabled }: ScheduleArguments): readonly RuleMatch[] {
  const isCreated = change.action === "create";
  const side = isCreated ? change.after : change.before;
  const field = fieldAt(side, [expression]);
  const isOn = isEnabled(side, enabled);
  if (!isOn || isEmpty(field)) return [];
  const runs = runsOf(field, isOn);
  const perDay = runs === undefined ? [] : words(`${count(runs, "run")} a day: `);
  const lead = words(isCreated ? "a new schedule, " : "a removed schedule, ");
  const isQuiet = isCreated && runs !== undefined && runs <= QUIET_RUNS;
  return [{ message: say`${lead}${perDay}${show(field)}`, ...(isQuiet && { level: "note" }) }];
}

function matchChange(change: ResourceChange, { expression, enabled }: ScheduleArguments): readonly RuleMatch[] {
  const pair = pairAt(change, [expression]);
  const [wasEnabled, isNowEnabled] = [isEnabled(change.before, enabled), isEnabled(change.after, enabled)];
  if (!differs(pair)) {
    if (wasEnabled === isNowEnabled) return [];
    return [{ message: words(isNowEnabled ? "is enabled" : "is disabled") }];
  }
  const from = runsOf(pair.before, wasEnabled);
  const to = runsOf(pair.after, isNowEnabled);
  if (from === undefined || to === undefined) return [{ message: showPair(pair) }];
  return [{ message: [`${formatNumber(from)} → ${formatNumber(to)} runs a day (`, ...showPair(pair), ")"] }];
}

function isEnabled(side: Marked, argument: string | undefined): boolean {
  if (argument === undefined) return true;
  const { value } = fieldAt(side, [argument]);
  return value !== false && value !== "DISABLED";
}

function isEmpty({ value, unknown }: Field): boolean {
  return value === "" || (value === undefined && !unknown);
}

/** Runs per day; undefined if the expression is not known, is sensitive, or cannot be read. */
function runsOf(field: Field, isOn: boolean): number | undefined {
  if (field.unknown || field.secret) return undefined;
  return !isOn || isEmpty(field) ? 0 : runsPerDay(stringIn(field) ?? "");
}
