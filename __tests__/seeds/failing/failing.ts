/** Run by `seeds.test.ts`, through `npm run fuzz`: properties that fail for few values. */
import fc from "fast-check";

test("holds", () => {
  fc.assert(fc.property(fc.nat(), (value) => value >= 0));
});

test('fails for few: it\'s "quoted" `and` ${more}', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 9 }), (one, other) => {
      if (one > 990 && other > 2) throw new Error(`counterexample ${one} ${other}`);
    }),
    { numRuns: 3 },
  );
});

test("a sample that fails", () => {
  expect(fc.sample(fc.nat(), { numRuns: 2, seed: 1 })).toEqual([]);
});
