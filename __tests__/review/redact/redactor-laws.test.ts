/** Laws of the veil, over random secrets in random places and forms. */
import fc from "fast-check";
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { Search } from "../../../src/review/redact/search";
import { readPlanValue } from "../../../src/terraform/plan/read-plan";
import { change, smallPlan } from "../../terraform/plan/fixtures";

const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_/+ "\\<&>%|`*é日'), minLength: 6, maxLength: 90 });
const secret = letters.filter((text) => text.trim().length >= 6 && /[\p{L}\p{N}]/u.test(text));
const around = fc.string({ unit: fc.constantFrom(..."ab =:/\n,"), maxLength: 9 });

const encode = {
  plain: (text: string) => text,
  json: (text: string) => JSON.stringify({ text }),
  url: (text: string) => encodeURIComponent(text),
  base64: (text: string) => Buffer.from(text).toString("base64"),
  base64url: (text: string) => Buffer.from(text).toString("base64url"),
} as const;
const encoding = fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[]));

/** Forms that a program makes: an escape around what may be escaped already. */
const form = fc
  .tuple(encoding, encoding)
  .filter(([inner, outer]) => !(inner.startsWith("base64") && outer.startsWith("base64")));

function planWith(secrets: readonly string[], open: Json) {
  const value = { secrets: [...secrets], open };
  const marked = change("a.b", { after: value, after_sensitive: { secrets: secrets.map(() => true) } });
  return readPlanValue(smallPlan({ resource_changes: [marked] }), "p");
}

/** All that a text says when its escapes are read, so far as anybody would. */
function readings(text: string, depth = 3): readonly string[] {
  if (depth === 0) return [text];
  const json = text.replace(/\\(u[0-9a-f]{4}|["\\/bfnrt])/g, (written) => JSON.parse(`"${written}"`) as string);
  const url = text.replace(/(%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString());
  const runs = [...text.matchAll(/[\w+/-]{8,}/g)].flatMap(({ 0: run }) =>
    [0, 1, 2, 3].map((phase) => Buffer.from(run.slice(phase), "base64").toString()),
  );
  const next = [json, url, ...runs].filter((reading) => reading !== text);
  return [text, ...next.flatMap((reading) => readings(reading, depth - 1))];
}

test("a marked value never shows where it turns up unmarked, in any form and any place", () => {
  fc.assert(
    fc.property(
      secret,
      form,
      around,
      around,
      fc.constantFrom("value", "key", "list"),
      (hidden, [inner, outer], before, after, place) => {
        const text = before + encode[outer](encode[inner](before + hidden + after)) + after;
        const open: Json = place === "value" ? { a: text } : place === "key" ? { [text]: 1 } : [[text]];
        const plan = planWith([hidden], open);
        const veil = createRedactor([plan]);
        const side = plan.resources[0]?.after;
        const shown = JSON.stringify(veil.show(side?.value, side?.sensitive));
        expect(readings(shown).filter((reading) => reading.includes(hidden))).toEqual([]);
        expect(veil.scan(shown)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

test("the scan finds what was not hidden", () => {
  fc.assert(
    fc.property(secret, form, around, (hidden, [inner, outer], before) => {
      const veil = createRedactor([planWith([hidden], null)]);
      expect(veil.scan(before + encode[outer](encode[inner](before + hidden))).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test("showing twice changes nothing, and what is not secret stays", () => {
  fc.assert(
    fc.property(fc.array(secret, { maxLength: 4 }), fc.jsonValue(), (secrets, value) => {
      const veil = createRedactor([planWith(secrets, value as Json)]);
      const once = veil.show(value as Json);
      expect(veil.show(once)).toEqual(once);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: fc.constantFrom(..."abc def") }), (value) => {
      expect(createRedactor([]).show(value as Json)).toBe(value);
    }),
  );
});

test("the search finds the same as looking for each pattern alone", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 6 });
  const long = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 62, maxLength: 70 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 200 });
  fc.assert(
    fc.property(fc.array(fc.oneof(word, long), { maxLength: 6 }), text, fc.boolean(), (patterns, random, plant) => {
      const searched = plant ? random + patterns.join("c") : random;
      expect(covered(searched.length, new Search(patterns).find(searched))).toEqual(coveredNaively(searched, patterns));
    }),
  );
});

function covered(length: number, ranges: readonly { start: number; end: number }[]): readonly boolean[] {
  return Array.from({ length }, (_, index) => ranges.some(({ start, end }) => start <= index && index < end));
}

function coveredNaively(text: string, patterns: readonly string[]): readonly boolean[] {
  const ranges = patterns.flatMap((pattern) =>
    Array.from({ length: text.length }, (_, start) => start)
      .filter((start) => text.startsWith(pattern, start))
      .map((start) => ({ start, end: start + pattern.length })),
  );
  return covered(text.length, ranges);
}
