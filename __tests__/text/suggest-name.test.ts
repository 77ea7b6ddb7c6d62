import fc from "fast-check";
import { meantNames, nearestName, onlyNameMeant, suggestAmongMany, suggestName } from "../../src/text/suggest-name";

/** The same by definition: the shortest way through the whole table of edits. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (table[i] as number[])[j] = Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(a.length, b.length);
}

const fold = (name: string) => name.replace(/[-_]/g, "").toLowerCase();

function nearestByDefinition(given: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(given.length / 3));
  const ranked = known
    .map((name) => ({ name, away: distance(fold(given), fold(name)) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.name;
}

const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", "_", "-"), maxLength: 14 });

test("the nearest name is the one with the fewest edits, and the first of several", () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 8 }), (given, known) => {
      expect(nearestName(given, known)).toBe(nearestByDefinition(given, known));
    }),
    { numRuns: 1500 },
  );
});

test("a known name is meant as it is, and a misspelt one as the nearest", () => {
  expect([...meantNames(["nAme", "rolr", "zzzzzz"], ["name", "nAme", "role"])]).toEqual(["nAme", "role", undefined]);
});

test.each([
  ["gluE:GetTabel", "glue:GetTable"],
  ["GETTABLE", "get_table"],
  ["nmae", "name"],
])("%s is near %s", (given, meant) => {
  expect(suggestName(given, ["other", meant, "nothing"], "names")).toBe(`did you mean \`${meant}\`?`);
});

test.each([
  ["visibilityTimeout", "visibility_timeout_seconds"],
  ["uppercase", "upper"],
])("%s is in line with %s", (given, meant) => {
  expect(suggestName(given, ["other", meant, "visible", "up"], "names")).toBe(`did you mean \`${meant}\`?`);
});

test.each([
  ["of several names in line", "retention", ["retention_days", "retention_policy"]],
  ["for a stem of three letters", "key", ["key_policy"]],
])("%s none is guessed", (_name, given, known) => {
  expect(suggestName(given, known, "names")).toBe(`known names: ${known.join(", ")}`);
});

test("where none is near, all are named", () => {
  expect(suggestName("zzzzzz", ["b", "a"], "names")).toBe("known names: a, b");
  expect(suggestName("zzzzzz", [], "names")).toBe("there are no names here");
});

test.each([
  ["a near name", "rol-opened", "did you mean `role-opened`?"],
  ["a word of several", "opened-door", "the nearest are `door-closed`, `role-opened`; see the list"],
  ["a word of one", "table-escalation", "the nearest is `table-made`; see the list"],
  ["short words tell nothing", "to-be", "see the list"],
  ["nothing", "zzzzzz", "see the list"],
])("among many names: %s", (_name, given, hint) => {
  expect(suggestAmongMany(given, ["role-opened", "door-closed", "table-made", "to-go-to"], "see the list")).toBe(hint);
});

test.each([
  ["one letter", "GetObjet", "GetObject"],
  ["two letters swapped", "PutObjcet", "PutObject"],
  ["the case of letters", "getobject", "GetObject"],
  ["two names are as near", "SetObject", undefined],
  ["two letters", "GetObj", undefined],
])("the only name that is meant: %s", (_name, given, meant) => {
  expect(
    onlyNameMeant(given, ["GetObject", "PutObject", "LetObject", "List"].slice(0, given === "SetObject" ? 4 : 2)),
  ).toBe(meant);
});
