import fc from "fast-check";
import {
  covers,
  endsWide,
  formatPattern,
  intersects,
  isEverything,
  isOpen,
  isPlain,
  matches,
  pattern,
  startsWide,
} from "../../../src/iam/document/pattern";
import { hasToken, splitOutside, tokenEnd } from "../../../src/text/tokens";
import { processorTime } from "../../growth";

/** Few letters, so that patterns meet often. */
const wild = fc.array(fc.constantFrom("a", "b", "/", "*", "?"), { maxLength: 7 }).map((chars) => chars.join(""));
const plain = fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 6 }).map((chars) => chars.join(""));
const expression = (text: string) =>
  new RegExp(`^${text.replaceAll("*", "[^]*").replaceAll("?", "[^]").replaceAll("/", "\\/")}$`);

/** Every text of up to five letters, one of them in no pattern. */
const texts = ["", "a", "b", "/", "z"];
for (let from = 1, round = 0; round < 4; round++) {
  const to = texts.length;
  for (; from < to; from++) for (const char of "ab/z") texts.push(texts[from] + char);
}

/** Whether one of {@link texts} is in both patterns. */
function haveCommonText(a: string, b: string): boolean {
  const [ofA, ofB] = [expression(a), expression(b)];
  return texts.some((text) => ofA.test(text) && ofB.test(text));
}

test("matches is what a regular expression says", () => {
  fc.assert(
    fc.property(wild, plain, (a, text) => expect(matches(pattern(a), text)).toBe(expression(a).test(text))),
    { numRuns: 700 },
  );
});

test("intersects: some text is in both, and it is the same the other way round", () => {
  fc.assert(
    fc.property(wild, wild, (a, b) => {
      const both = haveCommonText(a, b);
      if (both) expect(intersects(pattern(a), pattern(b))).toBe(true);
      expect(intersects(pattern(a), pattern(b))).toBe(intersects(pattern(b), pattern(a)));
    }),
  );
  const short = fc.array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 3 }).map((chars) => chars.join(""));
  fc.assert(
    fc.property(short, short, (a, b) => {
      const both = haveCommonText(a, b);
      expect(intersects(pattern(a), pattern(b))).toBe(both);
    }),
  );
});

test("covers: a yes is sure; a no is sure of patterns without `?`", () => {
  fc.assert(
    fc.property(wild, wild, (a, b) => {
      const [ofA, ofB] = [expression(a), expression(b)];
      const all = texts.every((text) => !ofB.test(text) || ofA.test(text));
      if (covers(pattern(a), pattern(b))) expect(all).toBe(true);
      const small = [a, b].every((text) => !text.includes("?") && text.length <= 3);
      if (small && all) expect(covers(pattern(a), pattern(b))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("covers knows the ways to write a run of wildcards", () => {
  expect(covers(pattern("?*"), pattern("*?"))).toBe(true);
  expect(covers(pattern("*?"), pattern("?*"))).toBe(true);
  expect(covers(pattern("?*"), pattern("*x"))).toBe(true);
  expect(covers(pattern("?*"), pattern("*"))).toBe(false);
  expect(covers(pattern("secret:a-??????"), pattern("secret:a-AbCdEf"))).toBe(true);
  expect(covers(pattern("secret:a-??????"), pattern("secret:a-*"))).toBe(false);
});

test("tokens unify with anything, on both sides", () => {
  expect(intersects(pattern("table/${var.db}/*"), pattern("table/sales/orders"))).toBe(true);
  expect(covers(pattern("table/${var.db}/*"), pattern("table/sales/orders"))).toBe(true);
  expect(covers(pattern("table/sales/*"), pattern("table/${var.db}/orders"))).toBe(true);
  expect(covers(pattern("table/sales/*"), pattern("${var.all}"))).toBe(true);
  expect(covers(pattern("table/sales/*"), pattern("job/${var.job}"))).toBe(false);
  expect(covers(pattern("home/${aws:username}"), pattern("home/${aws:userid}"))).toBe(true);
});

test("a reference to a name has no slash and is no wildcard", () => {
  const bucket = "${aws_s3_bucket.raw.bucket}";
  expect(intersects(pattern(bucket), pattern("raw/*"))).toBe(false);
  expect(intersects(pattern(`${bucket}/*`), pattern("raw/*"))).toBe(true);
  expect(covers(pattern("database/${aws_glue_catalog_database.a.name}"), pattern("database/*"))).toBe(false);
  expect(covers(pattern("database/${var.name}"), pattern("database/*"))).toBe(true);
});

test("`${*}` is a star, and an open brace is two characters", () => {
  expect(matches(pattern("a${*}b"), "a*b")).toBe(true);
  expect(matches(pattern("a${*}b"), "axb")).toBe(false);
  expect(matches(pattern("a${b"), "a${b")).toBe(true);
  expect([isPlain(pattern("a${*}")), isOpen(pattern("${var.a}")), isOpen(pattern("a*"))]).toEqual([true, true, false]);
});

test("case matters, or not", () => {
  expect(matches(pattern("glue:get*"), "glue:GetTable")).toBe(false);
  expect(matches(pattern("Glue:GET*", { ignoreCase: true }), "glue:GetTable", { ignoreCase: true })).toBe(true);
});

test("names of a format are never empty", () => {
  const object = formatPattern(["bucket:", true, "/", false]);
  expect([matches(object, "bucket:a/b/c"), matches(object, "bucket:/b"), matches(object, "bucket:a/")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("ten thousand stars are nothing to fear", () => {
  const stars = pattern("*a".repeat(10_000));
  const time = processorTime(() => {
    expect(intersects(stars, pattern("a*".repeat(1_000)))).toBe(true);
    expect(covers(stars, pattern("b".repeat(1_000)))).toBe(false);
    expect(matches(pattern("*".repeat(100_000)), "x")).toBe(true);
  });
  expect(time / 1e6).toBeLessThan(5);
});

test("tokens: where they end, and what splits outside of them", () => {
  expect(tokenEnd('${f("}")}x', 0)).toBe(9);
  expect(tokenEnd("${a", 0)).toBeUndefined();
  expect(hasToken("a${b")).toBe(false);
  expect(hasToken("$${a}")).toBe(true);
  expect(splitOutside("a:${b:c}:d:e", ":", 3)).toEqual(["a", "${b:c}", "d:e"]);
});

test.each<[string, boolean, boolean, boolean]>([
  ["*", true, true, true],
  ["***", true, true, true],
  ["*a", false, true, false],
  ["a*", false, false, true],
  ["*a*", false, true, true],
  ["a", false, false, false],
  ["?", false, false, false],
  ["", false, false, false],
])("%j: whether it is everything, begins and ends with a star", (text, everything, starts, ends) => {
  const one = pattern(text);
  expect([isEverything(one), startsWide(one), endsWide(one)]).toEqual([everything, starts, ends]);
});
