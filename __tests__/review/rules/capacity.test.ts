import { dpusOfWorker } from "../../../src/review/rules/resources/glue-capacity";
import { runsPerDay } from "../../../src/review/rules/resources/runs-per-day";
import { withoutKeys } from "../../../src/terraform/address";
import { formatNumber } from "../../../src/text/message";

test.each<[string, number | undefined]>([
  ["G.025X", 0.25],
  ["G.1X", 1],
  ["G.2X", 2],
  ["G.16X", 16],
  ["R.8X", 8],
  ["Z.2X", 2],
  ["Standard", 1],
  ["huge", undefined],
])("DPUs of %s", (type, dpus) => {
  expect(dpusOfWorker(type)).toBe(dpus);
});

test.each<[string, number | undefined]>([
  ["cron(0 2 * * ? *)", 1],
  ["cron(0 * * * ? *)", 24],
  ["cron(0/15 * * * ? *)", 96],
  ["cron(*/5 8-17 ? * MON-FRI *)", (12 * 10 * 5) / 7],
  ["cron(0 0,12 ? * 2 *)", 2 / 7],
  ["cron(0 0 1 * ? *)", 1 / 30.4375],
  ["cron(0 0 L * ? *)", 1 / 30.4375],
  ["cron(0 0 1 JAN,JUL ? *)", 2 / 12 / 30.4375],
  ["cron(0 22-2 * * ? *)", 5],
  ["rate(5 minutes)", 288],
  ["rate(1 day)", 1],
  ["cron(61 * * * ? *)", undefined],
  ["at(2026-01-01T00:00:00)", undefined],
  ["cron(0 2 * * *)", undefined],
])("runs per day of %s", (schedule, runs) => {
  const found = runsPerDay(schedule);
  if (runs === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(runs, 6);
});

test.each<[number, string]>([
  [0.0625, "0.06"],
  [80, "80"],
  [1234567.891, "1,234,567.89"],
  [1e22, "1e+22"],
])("%d is printed as %s", (number, text) => {
  expect(formatNumber(number)).toBe(text);
});

test.each([
  ['module.a["x.y"].aws_b.c[0]', "module.a.aws_b.c"],
  ['module.a["]\\""].aws_b.c', "module.a.aws_b.c"],
  ["aws_b.c", "aws_b.c"],
  ["aws_b.c[", "aws_b.c"],
])("%s without keys is %s", (address, want) => {
  expect(withoutKeys(address)).toBe(want);
});
