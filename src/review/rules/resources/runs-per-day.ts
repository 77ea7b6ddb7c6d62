/**
 * Computes how often a Glue schedule runs per day. A schedule is a cron or rate expression: `cron(0 2 * * ? *)`, `rate(5 minutes)`.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
 */

const UNITS_PER_DAY: Readonly<Record<string, number>> = { minute: 1440, hour: 24, day: 1 };
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const AVERAGE_DAYS_PER_MONTH = 30.4375;

/** The values that a field of a cron expression may take. */
interface FieldRange {
  readonly first: number;
  readonly last: number;
  /** Names of the values, in order from `first`. @default none */
  readonly names?: readonly string[];
}

const MINUTE: FieldRange = { first: 0, last: 59 };
const HOUR: FieldRange = { first: 0, last: 23 };
const DAY: FieldRange = { first: 1, last: 31 };
const MONTH: FieldRange = { first: 1, last: 12, names: MONTHS };
const WEEKDAY: FieldRange = { first: 1, last: 7, names: WEEKDAYS };

/** Runs per day, on average over a year; undefined if the schedule cannot be read. */
export function runsPerDay(schedule: string): number | undefined {
  const rate = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(schedule.trim());
  if (rate !== null) return (UNITS_PER_DAY[rate[2] as string] as number) / Number(rate[1]);
  const fields = /^cron\((.*)\)$/.exec(schedule.trim())?.[1]?.trim().split(/\s+/);
  if (fields === undefined || fields.length !== 6) return undefined;
  // The sixth field, the year, is ignored.
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const timesPerDay = product([countIn(minute, MINUTE), countIn(hour, HOUR)]);
  const months = countIn(month, MONTH);
  const days = shareOfDays(day, weekday);
  return timesPerDay === undefined || months === undefined || days === undefined
    ? undefined
    : timesPerDay * (months / 12) * days;
}

function product(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((all, one) => (all === undefined || one === undefined ? undefined : all * one), 1);
}

/** The fraction of all days on which the schedule runs, from the day of the month and the day of the week. */
function shareOfDays(day: string, weekday: string): number | undefined {
  const anyDay = day === "*" || day === "?";
  const anyWeekday = weekday === "*" || weekday === "?";
  if (anyDay && anyWeekday) return 1;
  if (anyDay) {
    // One day per month: the last or the nth weekday (`FRIL`, `2#1`).
    if (/^\w+(L|#\d)$/.test(weekday)) return 1 / AVERAGE_DAYS_PER_MONTH;
    const count = countIn(weekday, WEEKDAY);
    return count === undefined ? undefined : count / 7;
  }
  // AWS rejects a schedule that sets both fields.
  if (!anyWeekday) return undefined;
  // One day per month: the last day, the last weekday, or the weekday nearest to a day (`L`, `LW`, `15W`).
  if (/^(L|LW|\d+W|L-\d+)$/.test(day)) return 1 / AVERAGE_DAYS_PER_MONTH;
  const count = countIn(day, DAY);
  return count === undefined ? undefined : Math.min(1, count / AVERAGE_DAYS_PER_MONTH);
}

/** How many values a field of a cron expression matches. A field may have lists, ranges, steps and names. */
function countIn(field: string, range: FieldRange): number | undefined {
  const { first, last } = range;
  const found = new Set<number>();
  for (const item of field.split(",")) {
    const [span = "", step] = item.split("/");
    const increment = step === undefined ? 1 : Number(step);
    const isAny = span === "*" || span === "?";
    const bounds = isAny ? [first, last] : span.split("-").map((text) => numberOf(text, range));
    const from = bounds[0];
    const to = bounds[1] ?? (step === undefined ? from : last);
    if (from === undefined || to === undefined || !Number.isInteger(increment) || increment < 1) return undefined;
    if (Number.isNaN(from) || Number.isNaN(to) || from < first || to > last) return undefined;
    // A range may wrap around, as in `22-2` for hours.
    const size = last - first + 1;
    const end = to < from ? to + size : to;
    for (let at = from; at <= end; at += increment) found.add(at > last ? at - size : at);
  }
  return found.size;
}

function numberOf(text: string, { first, names = [] }: FieldRange): number {
  const index = names.indexOf(text.toUpperCase());
  if (index >= 0) return index + first;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
