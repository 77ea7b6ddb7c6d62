/** A clock for what must be made anew from time to time, on the provider hashicorp/time. */
import {
  and,
  defineModule,
  type Expr,
  eq,
  fn,
  gte,
  isNotNull,
  map,
  number,
  oneOf,
  optional,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { Offset } from "./providers/time/offset";
import { Rotating } from "./providers/time/rotating";
import { Static } from "./providers/time/static";

/** Whether a number is whole and not less than 1. */
const isCount = (count: Expr<number>) => and(gte(count, 1), eq(fn.floor(count), count));

export const rotationClock = defineModule({
  name: "rotation-clock",
  title: "Rotation clock",
  description:
    "A clock that turns at set times. A key, password or certificate that depends on it is made anew in the first apply after each turn; the clock also tells how long the old one is to stay.",
  notes: [
    "A turn is made by the first `terraform apply` after its time: the clock does not run by itself. Give `turn` to what is to be made anew: `keepers = { turn = module.clock.turn }` of a resource of the provider random, `triggers_replace` of `terraform_data`.",
  ],
  examples: {
    basic: {
      description: "Turns every 90 days; what was made before stays good for two days more.",
      inputs: { every: 90, grace_hours: 48 },
      call: "clock",
    },
  },
  tests: {
    clock: {
      variables: { every: 30 },
      runs: [
        {
          name: "period",
          assert: [{ condition: "time_rotating.this.rotation_days == 30", message: "days" }],
        },
        {
          name: "times",
          command: "apply",
          variables: { grace_hours: 48 },
          assert: [
            { condition: "output.turn == time_rotating.this.id", message: "turn" },
            { condition: "output.turned_at == time_rotating.this.rfc3339", message: "turned_at" },
            { condition: 'output.turns_at == timeadd(output.turned_at, "720h")', message: "turns_at" },
            { condition: 'output.retire_at == timeadd(output.turned_at, "48h")', message: "retire_at" },
            { condition: "timecmp(output.started_at, output.turned_at) <= 0", message: "started_at" },
          ],
        },
        {
          name: "without_grace",
          command: "apply",
          variables: { triggers: { leaked: "2030-02-03" } },
          assert: [{ condition: "output.retire_at == null", message: "retire_at" }],
        },
        {
          name: "of_another_unit",
          command: "apply",
          variables: { unit: "minutes" },
          assert: [{ condition: 'output.turns_at == timeadd(output.turned_at, "30m")', message: "turns_at" }],
        },
        { name: "whole_numbers", variables: { every: 1.5 }, expectFailures: ["var.every"] },
        { name: "no_time_travel", variables: { every: -1 }, expectFailures: ["var.every"] },
        { name: "no_other_unit", variables: { unit: "weeks" }, expectFailures: ["var.unit"] },
        { name: "grace_of_some_length", variables: { grace_hours: 0 }, expectFailures: ["var.grace_hours"] },
      ],
    },
  },
  providers: { time: { source: "hashicorp/time", version: ">= 0.9" } },
  variables: {
    every: number({
      description: "How many of `unit` it takes from one turn to the next.",
      validate: [{ condition: isCount, message: "every must be a whole number, 1 or more." }],
    }),
    unit: oneOf(["years", "months", "days", "hours", "minutes"], {
      description: "What `every` counts.",
      default: "days",
    }),
    grace_hours: optional(
      number({
        description: "Hours after a turn in which what was made before it stays good. Fills `retire_at`.",
        validate: [{ condition: isCount, message: "grace_hours must be a whole number, 1 or more." }],
      }),
    ),
    triggers: map(string(), {
      description: 'Values by your name. The clock also turns when one of them changes: `{ leaked = "2030-02-03" }`.',
      default: {},
    }),
  },
  build(scope, v) {
    const started = resource(scope, Static, "started", {});
    // Of several the provider would take one and forget the others.
    const inUnit = (unit: string) => when(eq(v.unit, unit), v.every, null);
    const turn = resource(scope, Rotating, "this", {
      rotation_years: inUnit("years"),
      rotation_months: inUnit("months"),
      rotation_days: inUnit("days"),
      rotation_hours: inUnit("hours"),
      rotation_minutes: inUnit("minutes"),
      triggers: v.triggers,
    });
    const grace = resource(
      scope,
      Offset,
      "grace",
      { base_rfc3339: turn.rfc3339, offset_hours: v.grace_hours },
      { count: when(isNotNull(v.grace_hours), 1, 0) },
    );
    return {
      turn: output(turn.id, { description: "Changes with each turn: for `keepers` of what is to be made anew." }),
      turned_at: output(turn.rfc3339, { description: "Time of the last turn, as in RFC 3339." }),
      turns_at: output(turn.rotation_rfc3339, { description: "Time of the next turn." }),
      retire_at: output(
        grace.one((one) => one.rfc3339),
        { description: "Time until which what was made before the last turn stays good. Null without `grace_hours`." },
      ),
      started_at: output(started.rfc3339, { description: "Time of the first apply." }),
    };
  },
});
