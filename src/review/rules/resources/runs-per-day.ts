/**
 * How often a schedule runs: `cron(0 2 * * ? *)`, `rate(5 minutes)`.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
 */

const RATES: Readonly<Record<string, number>> = { minute: 1440, hour: 24, day: 1 };
const NAMES = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS_OF_MONTH = 30.4375;

/** Runs per day, on average over a year; undefined where the schedule is not understood. */
export function runsPerDay(schedule: string): number | undefined {
  const rate = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(schedule.trim());
  if (rate !== null) return (RATES[rate[2] as string] as number) / Number(rate[1]);
  const fields = /^cron\((.*)\)$/.exec(schedule.trim())?.[1]?.trim().split(/\s+/);
  if (fields === undefined || fields.length !== 6) return undefined;
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const times = product([countIn(minute, 0, 59), countIn(hour, 0, 23)]);
  const months = countIn(month, 1, 12, MONTHS, 1);
  const days = shareOfDays(day, weekday);
  return times === undefined || months === undefined || days === undefined ? undefined : times * (months / 12) * days;
}

function product(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce((all, one) => (all === undefined || one === undefined ? undefined : all * one), 1);
}

/** Of the days, how many: by the day of the month or by the day of the week. */
function shareOfDays(day: string, weekday: string): number | undefined {
  const anyDay = day === "*" || day === "?";
  const anyWeekday = weekday === "*" || weekday === "?";
  if (anyDay && anyWeekday) return 1;
  if (anyDay) {
    if (/^\w+(L|#\d)$/.test(weekday)) return 1 / DAYS_OF_MONTH;
    const count = countIn(weekday, 1, 7, NAMES, 1);
    return count === undefined ? undefined : count / 7;
  }
  if (!anyWeekday) return undefined;
  if (/^(L|LW|\d+W|L-\d+)$/.test(day)) return 1 / DAYS_OF_MONTH;
  const count = countIn(day, 1, 31);
  return count === undefined ? undefined : Math.min(1, count / DAYS_OF_MONTH);
}

/** How many values a field of a cron expression takes: lists, ranges, steps, names. */
function countIn(
  field: string,
  first: number,
  last: number,
  names: readonly string[] = [],
  nameOf = 0,
): number | undefined {
  const found = new Set<number>();
  for (const item of field.split(",")) {
    const [range = "", step] = item.split("/");
    const every = step === undefined ? 1 : Number(step);
    const bounds =
      range === "*" || range === "?" ? [first, last] : range.split("-").map((text) => numberOf(text, names, nameOf));
    const from = bounds[0];
    const to = bounds[1] ?? (step === undefined ? from : last);
    if (from === undefined || to === undefined || !Number.isInteger(every) || every < 1) return undefined;
    if (Number.isNaN(from) || Number.isNaN(to) || from < first || to > last) return undefined;
    const end = to < from ? to + (last - first + 1) : to;
    for (let at = from; at <= end; at += every) found.add(at > last ? at - (last - first + 1) : at);
  }
  return found.size;
}

function numberOf(text: string, names: readonly string[], nameOf: number): number {
  const index = names.indexOf(text.toUpperCase());
  if (index >= 0) return index + nameOf;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
