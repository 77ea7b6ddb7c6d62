/**
 * When something runs, as AWS Glue takes it.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
 */
import { type Expr, fn, not } from "tfwright";
import { shapeOf } from "./rules";

// Minutes, hours, day of month, month, day of week, year. One of the two days is `?`.
const CRON = "^cron[(] *[^ ()?]+ +[^ ()?]+ +([?] +[^ ()?]+ +[^ ()?]+|[^ ()?]+ +[^ ()?]+ +[?]) +[^ ()?]+ *[)]$";
// Every minute, or every one to four: written in the field of minutes.
const TOO_FAST = "^cron[(] *([*]|([*]|[0-9]|[1-4][0-9])/[1-4]) ";

/** The rules of a schedule that must not be empty. */
export const scheduleRules = rulesOf(CRON);

/** The rules of a schedule that may be empty, which is none. */
export const optionalScheduleRules = rulesOf(`^$|${CRON}`);

function rulesOf(shape: string) {
  return [
    shapeOf(
      shape,
      'schedule is "cron(minutes hours day-of-month month day-of-week year)" in UTC, and one of the two days is ?: "cron(0 18 * * ? *)". AWS Glue takes no rate(...) and not the five fields of Unix.',
    ),
    {
      condition: (schedule: Expr<string>) => not(fn.can(fn.regex(TOO_FAST, schedule))),
      message:
        'schedule must not run more often than every five minutes, which AWS Glue refuses: "cron(0/5 * * * ? *)" is the fastest.',
    },
  ];
}
