import {
  and,
  bool,
  type Expr,
  eq,
  fn,
  gt,
  gte,
  lt,
  lte,
  mod,
  ne,
  not,
  number,
  oneOf,
  optional,
  or,
  output,
  ref,
  string,
  TfwrightError,
} from "tfwright";
import { defineOne } from "../one-module";

const rule = <E>(condition: (x: E) => Expr<boolean>) => [{ condition: condition as never, message: "it is right." }];

function messagesOf(variable: unknown): readonly string[] {
  const module = defineOne({
    variables: { x: variable as never, other: number() },
    build: (_scope, v) => ({ all: output([v.x, v.other]) }),
  });
  try {
    module.generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

test.each([
  [
    "values of which none is meant",
    oneOf(["a", "b"], { validate: rule((x: Expr<string>) => fn.startswith(x, "c")) }),
    "no value meets the rule: it is right.",
  ],
  [
    "a bool that is both",
    bool({ validate: rule((x: Expr<boolean>) => and(x, not(x))) }),
    "no bool meets the rule: it is right.",
  ],
  [
    "a number above and below",
    number({ validate: rule((x: Expr<number>) => and(gt(x, 5), lt(x, 3))) }),
    "no number meets the rule: it is right.",
  ],
  [
    "with a default, which is not to blame",
    number({ default: 4, validate: rule((x: Expr<number>) => and(eq(x, 1), eq(x, 2))) }),
    "no number meets the rule: it is right.",
  ],
  [
    "an optional one",
    optional(number({ validate: rule((x: Expr<number>) => and(gte(x, 60), lte(x, 6))) })),
    "no number meets the rule: it is right.",
  ],
])("%s: told", (_what, variable, message) => {
  expect(messagesOf(variable)).toEqual([message]);
});

test.each([
  ["one of the values", oneOf(["a", "b"], { validate: rule((x: Expr<string>) => eq(x, "b")) })],
  ["one bool", bool({ validate: rule((x: Expr<boolean>) => not(x)) })],
  ["numbers outside", number({ validate: rule((x: Expr<number>) => or(gt(x, 5), lt(x, 3))) })],
  ["numbers between", number({ validate: rule((x: Expr<number>) => and(gt(x, 3), lt(x, 3.5))) })],
  [
    "whole numbers between",
    number({ validate: rule((x: Expr<number>) => and(eq(fn.floor(x), x), and(gt(x, 3), lt(x, 5)))) }),
  ],
  ["one number", number({ validate: rule((x: Expr<number>) => and(gte(x, 3), and(lte(x, 3), ne(x, 4)))) })],
  ["some of a list", number({ validate: rule((x: Expr<number>) => and(fn.contains([0, 60, 90], x), gt(x, 60))) })],
  [
    "what is computed",
    number({ validate: rule((x: Expr<number>) => and(eq(mod(x, 7), 3), and(gt(x, 100), lt(x, 103)))) }),
  ],
  ["another variable", number({ validate: rule((x: Expr<number>) => and(gt(x, ref<number>("var.other")), lt(x, 1))) })],
  ["a text", string({ validate: rule((x: Expr<string>) => fn.startswith(x, "a")) })],
])("%s: nothing is told", (_what, variable) => {
  expect(messagesOf(variable)).toEqual([]);
});
