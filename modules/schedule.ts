/**
 * Rules for schedules of AWS Glue.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
 */
import { type Expr, fn, not, or } from "tfwright";
import { shapeOf } from "./rules";

// Minutes, hours, day of month, month, day of week, year. One of the two days is `?`.
const CRON = "^cron[(] *[^ ()?]+ +[^ ()?]+ +([?] +[^ ()?]+ +[^ ()?]+|[^ ()?]+ +[^ ()?]+ +[?]) +[^ ()?]+ *[)]$";
// Every minute, or every one to four: written in the field of minutes.
const TOO_FAST = "^cron[(] *([*]|([*]|[0-9]|[1-4][0-9])/[1-4]) ";

/** A number in one of the fields that is out of its range. Steps, as in `0/90`, and letters are left to AWS. */
interface CronRange {
  readonly field: string;
  /** How many fields stand before it. */
  readonly after: number;
  readonly values: string;
  readonly wrong: string;
}

const RANGES: readonly CronRange[] = [
  { field: "minutes", after: 0, values: "0 to 59", wrong: "[6-9][0-9]|[0-9]{3}" },
  { field: "hours", after: 1, values: "0 to 23", wrong: "2[4-9]|[3-9][0-9]|[0-9]{3}" },
  { field: "day of month", after: 2, values: "1 to 31", wrong: "00?[^0-9]|3[2-9]|[4-9][0-9]|[0-9]{3}" },
  { field: "month", after: 3, values: "1 to 12 or JAN to DEC", wrong: "00?[^0-9]|1[3-9]|[2-9][0-9]|[0-9]{3}" },
  {
    field: "day of week",
    after: 4,
    values: "1 to 7, where 1 is Sunday, or SUN to SAT",
    wrong: "00?[^0-9]|0?[89]|[1-9][0-9]|[0-9]{3}",
  },
];

/** A field in which months or days can have names. */
interface CronNames {
  readonly field: string;
  /** How many fields stand before it. */
  readonly after: number;
  readonly names: readonly string[];
  /** Other letters with a meaning in this field. */
  readonly letters: string;
}

const NAMES: readonly CronNames[] = [
  {
    field: "month",
    after: 3,
    names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
    letters: "",
  },
  {
    field: "day of week",
    after: 4,
    names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    letters: "|L",
  },
];

/** Rules for a schedule that must not be empty. */
export const scheduleRules = rulesOf(CRON);

/** Rules for a schedule that can be empty, which means no schedule. */
export const optionalScheduleRules = rulesOf(`^$|${CRON}`);

function rangeRule({ field, after, values, wrong }: CronRange) {
  const before = after === 0 ? "" : after === 1 ? "[^ ]+ +" : `([^ ]+ +){${after}}`;
  // The number stands at the start of the field, or behind a sign of a list or a range.
  const pattern = `^cron[(] *${before}([^ ]*[^0-9/ ])?(${wrong})`;
  return {
    condition: (schedule: Expr<string>) => not(fn.can(fn.regex(pattern, schedule))),
    message: `schedule: the ${field} must be ${values}. The fields are "cron(minutes hours day-of-month month day-of-week year)".`,
  };
}

/** AWS takes names of three letters, in a list or a range too. */
function nameRule({ field, after, names, letters }: CronNames) {
  const before = `^cron[(] *([^ ]+ +){${after}}`;
  const rest = `( +[^ ]+){${5 - after}} *[)]$`;
  const hasLetters = `${before}[^ ]*[A-Za-z][^ ]*${rest}`;
  const isNamed = `${before}[^A-Za-z ]*((?i:${names.join("|")}${letters})[^A-Za-z ]*)*${rest}`;
  return {
    condition: (schedule: Expr<string>) =>
      or(not(fn.can(fn.regex(hasLetters, schedule))), fn.can(fn.regex(isNamed, schedule))),
    message: `schedule: the names in the field ${field} must be ${names.join(", ")}.`,
  };
}

/** The form alone, for a schedule that a module inside judges as a whole. */
export function cronShape(input: string, shape = CRON) {
  return shapeOf(
    shape,
    `${input} must be "cron(minutes hours day-of-month month day-of-week year)" in UTC, with ? for one of the two days: "cron(0 18 * * ? *)". AWS Glue accepts neither rate(...) nor the five fields of Unix cron.`,
  );
}

function rulesOf(shape: string) {
  return [
    cronShape("schedule", shape),
    {
      condition: (schedule: Expr<string>) => not(fn.can(fn.regex(TOO_FAST, schedule))),
      message:
        'schedule must not run more often than every five minutes, because AWS Glue rejects it. The shortest interval is "cron(0/5 * * * ? *)".',
    },
    ...RANGES.map(rangeRule),
    ...NAMES.map(nameRule),
  ];
}
