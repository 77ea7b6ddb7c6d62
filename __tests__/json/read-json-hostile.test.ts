/** The reader of JSON and texts made to hurt it: it ends, in time in proportion to the text. */
import { readJson } from "../../src/json/read-json";
import { growth, PROPORTIONAL } from "../growth";
import { plainOf } from "./plain-of";

/** Parts of a text whose time is measured: what grows with the square of it takes minutes. */
const SIZE = 20_000;

/** The value of a text, which must have one. */
function read(text: string): unknown {
  const { value, problems } = readJson(text);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return plainOf(value);
}

/** The one problem of a text that has one. */
function problemOf(text: string) {
  const { problems } = readJson(text);
  expect(problems).toHaveLength(1);
  return problems[0]!;
}

describe("hostile texts", () => {
  const MILLION = 1_000_000;

  test("brackets nested a million deep", () => {
    for (const text of ["[".repeat(MILLION), "[".repeat(MILLION) + "]".repeat(MILLION), '{"a":'.repeat(MILLION)]) {
      const problem = problemOf(text);
      expect(problem).toMatchObject({ code: "not-json", kind: "too-deep" });
      expect(problem.message).toBe("the text is nested deeper than 200");
    }
  });

  test("200 deep is read", () => {
    const text = "[".repeat(200) + "]".repeat(200);
    expect(JSON.stringify(read(text))).toBe(text);
    expect(problemOf(`[${text}]`)).toMatchObject({ offset: 200, column: 201 });
  });

  test("a million stars", () => {
    const stars = "*".repeat(MILLION);
    expect(read(`{"Action": "${stars}"}`)).toEqual({ Action: stars });
  });

  test("a string of 10 MB that never ends", () => {
    const problem = problemOf(`{"a": "${"x".repeat(10 * MILLION)}`);
    expect(problem).toMatchObject({ kind: "broken", line: 1, column: 7 });
  });

  test("twenty thousand times the same key", () => {
    const text = `{${'"a":1,'.repeat(20_000)}"a":2}`;
    const reading = readJson(text);
    expect(reading.problems).toHaveLength(20_000);
    expect(reading.value && plainOf(reading.value)).toEqual({ a: 2 });
  });

  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    ["one long string", (size) => `"${"x".repeat(8 * size)}"`],
    ["one string of escapes", (size) => `"${"\\u0041\\n".repeat(size)}"`],
    ["an unterminated string of escapes", (size) => `"${'\\"'.repeat(4 * size)}`],
    ["many small objects", (size) => `[${'{"a":1,"b":[]},'.repeat(size)}0]`],
    ["many keys", (size) => `{${Array.from({ length: size }, (_, index) => `"k${index}":${index}`).join(",\n")}}`],
    ["the same key", (size) => `{${'"a":1,\n'.repeat(size / 4)}"a":1}`],
    ["doubles under a long key", (size) => `{"${"k".repeat(size)}":[${'{"a":1,"a":2},'.repeat(size / 4)}0]}`],
    ["curly quotes", (size) => `[${"\u201cx\u201d,".repeat(2 * size)}1]`],
    ["control characters", (size) => `"${"\u0000".repeat(4 * size)}"`],
    ["one long number", (size) => "1".repeat(8 * size)],
    ["comments", (size) => `${"/**/ //\n".repeat(size)}1`],
    ["comments that never close", (size) => `${"/".repeat(8 * size)}`],
    ["lines", (size) => `${"\n".repeat(8 * size)}[1,]`],
    ["lone surrogates", (size) => `"${"\ud800".repeat(4 * size)}"`],
  ];

  test.each(shapes)("twice the input takes twice the time: %s", (_, shape) => {
    expect(growth(shape, readJson, SIZE)).toBeLessThan(PROPORTIONAL);
  });

  test("4 MB of policy", () => {
    const statement = { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::bucket/*" };
    const count = Math.ceil((4 * MILLION) / JSON.stringify(statement, null, 2).length);
    const text = JSON.stringify({ Statement: Array(count).fill(statement) }, null, 2);
    expect(text.length).toBeGreaterThan(4 * MILLION);
    expect(readJson(text).size).toBe(JSON.stringify(JSON.parse(text)).length);
  });
});
