/** What the description of a variable says beside the author's text. */
import { list, map, number, object, optional, set, string } from "tfwright";
import { describeVariable } from "../../../src/generate/build/describe-variable";
import type { AnyVariable } from "../../../src/generate/dsl/types";
import type { Locale } from "../../../src/text/locale";

const describeOne = ({ type, options }: AnyVariable, locale: Locale = "en") =>
  describeVariable({ text: options.description, type, isKnown: options.known === true }, locale);

test.each<[string, AnyVariable, string | undefined]>([
  ["a text", string({ description: "Mode.", known: true }), "Mode. Must be known at plan time."],
  ["a text without its full stop", number({ description: "Size", known: true }), "Size. Must be known at plan time."],
  ["a set", set(string(), { description: "Zones.", known: true }), "Zones. The elements must be known at plan time."],
  ["a list", list(string(), { description: "Zones.", known: true }), "Zones. The elements must be known at plan time."],
  ["a map", map(string(), { description: "A.", known: true }), "A. The keys and values must be known at plan time."],
  ["what need not be known", string({ description: "Mode." }), "Mode."],
  [
    "what the author says",
    string({ description: "It must be known at plan time.", known: true }),
    "It must be known at plan time.",
  ],
  [
    "what the author says of a value that may be unknown",
    string({ description: "If it is known only after apply, the plan shows less.", known: true }),
    "If it is known only after apply, the plan shows less.",
  ],
  ["no text", string({ known: true }), undefined],
])("%s: it is said once that a value must be known at plan time", (_what, variable, wanted) => {
  expect(describeOne(variable)).toBe(wanted);
});

test("it is said of the attribute that must be known, unless the variable's text says it", () => {
  const zone = object({
    mode: string({ known: true, description: "Mode" }),
    days: optional(number({ known: true }), 3),
    arn: string(),
  });
  const said = "Zones. Each mode must be known at plan time.";
  const lines = (description: string) => describeOne(map(zone, { description }))?.split("\n").slice(-4, -1);
  expect(lines("Zones.")).toEqual([
    "- `mode`: Mode. Required. Must be known at plan time.",
    "- `days`: Default: `3`. Must be known at plan time.",
    "- `arn`: Required.",
  ]);
  expect(lines(said)).toEqual(["- `mode`: Mode. Required.", "- `days`: Default: `3`.", "- `arn`: Required."]);
});

test("a Japanese text says it in Japanese, unless the English one says it", () => {
  const mode = (en: string) => string({ description: { en, ja: "モードです。" }, known: true });
  expect(describeOne(mode("Mode."), "ja")).toBe("モードです。プラン時に決まっている必要があります。");
  expect(describeOne(mode("Mode, known at plan time."), "ja")).toBe("モードです。");
});
