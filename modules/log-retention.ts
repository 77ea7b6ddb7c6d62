/** How long log groups keep logs. */
import { type Expr, fn } from "tfwright";

/** The days that CloudWatch Logs allows; 0 keeps logs forever. */
const RETENTION = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** A rule for an input with such days. */
export const retentionDays = (input: string) => ({
  condition: (days: Expr<number>) => fn.contains(RETENTION, days),
  message: `${input} must be one of ${RETENTION.join(", ")}.`,
});
