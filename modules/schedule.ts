/**
 * Rules for schedules of AWS Glue.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
 */
import { type Expr, fn, not } from "tfwright";
import { shapeOf } from "./rules";

// Minutes, hours, day of month, month, day of week, year. One of the two days is `?`.
const CRON = "^cron[(] *[^ ()?]+ +[^ ()?]+ +([?] +[^ ()?]+ +[^ ()?]+|[^ ()?]+ +[^ ()?]+ +[?]) +[^ ()?]+ *[)]$";
// Every minute, or every one to four: written in the field of minutes.
const TOO_FAST = "^cron[(] *([*]|([*]|[0-9]|[1-4][0-9])/[1-4]) ";

/** Rules for a schedule that must not be empty. */
export const scheduleRules = rulesOf(CRON);

/** Rules for a schedule that can be empty, which means no schedule. */
export const optionalScheduleRules = rulesOf(`^$|${CRON}`);

function rulesOf(shape: string) {
  return [
    shapeOf(
      shape,
      'schedule must be "cron(minutes hours day-of-month month day-of-week year)" in UTC, with ? for one of the two days: "cron(0 18 * * ? *)". AWS Glue accepts neither rate(...) nor the five fields of Unix cron.',
    ),
    {
      condition: (schedule: Expr<string>) => not(fn.can(fn.regex(TOO_FAST, schedule))),
      message:
        'schedule must not run more often than every five minutes, because AWS Glue rejects it. The shortest interval is "cron(0/5 * * * ? *)".',
    },
  ];
}
