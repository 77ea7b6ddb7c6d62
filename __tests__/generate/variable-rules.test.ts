/** A rule of an optional variable holds for null; what the author writes to the same effect is not written twice. */
import { and, type Expr, gt, ifNotNull, isNotNull, isNull, lt, number, optional, or, output, when } from "tfwright";
import { defineOne, textOf } from "./one-module";

type Days = Expr<number>;

test.each<[string, (days: Days) => Expr<boolean>, string]>([
  ["no guard", (days) => gt(days, 3), "var.days > 3"],
  ["or", (days) => or(isNull(days), gt(days, 3)), "var.days > 3"],
  ["or, twice", (days) => or(isNull(days), or(isNull(days), gt(days, 3))), "var.days > 3"],
  ["when", (days) => when(isNull(days), true, gt(days, 3)) as Expr<boolean>, "var.days > 3"],
  ["when, the other way", (days) => when(isNotNull(days), gt(days, 3), true) as Expr<boolean>, "var.days > 3"],
  ["ifNotNull", (days) => ifNotNull(days as never, (it: Days) => gt(it, 3), true) as Expr<boolean>, "var.days > 3"],
  [
    "a guard of a part",
    (days) => and(lt(days, 9), or(isNull(days), gt(days, 3))),
    "var.days < 9 && (var.days == null ? true : var.days > 3)",
  ],
])("%s", (_name, condition, rest) => {
  const module = defineOne({
    variables: { days: optional(number({ validate: [{ condition, message: "over 3." }] })) },
    build: (_scope, v) => ({ days: output(v.days) }),
  });
  const text = textOf(module, "variables.tf");
  expect(/condition += (.*)/.exec(text)?.[1]).toBe(`var.days == null ? true : ${rest}`);
});
