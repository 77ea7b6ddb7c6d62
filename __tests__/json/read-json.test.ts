/** The reader of JSON: what `JSON.parse` reads, with places; slips that are read as meant; broken texts. */
import fc from "fast-check";
import { type JsonNode, nodeOf, sizeOfNode } from "../../src/json/json-node";
import { type JsonReading, readJson } from "../../src/json/read-json";
import { LineIndex } from "../../src/text/line-index";
import { plainOf } from "./plain-of";

const anyJson = fc.jsonValue({ stringUnit: "binary", maxDepth: 5 });
const space = fc.constantFrom(undefined, 1, 2, "\t", "\n", "  \r\n");

/** The value, which must be there. */
function valueIn(reading: JsonReading): JsonNode {
  if (reading.value === undefined) throw new Error(`no value: ${JSON.stringify(reading.problems)}`);
  return reading.value;
}

/** The one problem of a text that has one. */
function problemOf(text: string) {
  const { problems } = readJson(text);
  expect(problems).toHaveLength(1);
  return problems[0]!;
}

const read = (text: string) => plainOf(valueIn(readJson(text)));

/** The node and all below it. */
function* nodesOf(node: JsonNode): Generator<JsonNode> {
  yield node;
  if (node.kind === "array") for (const item of node.items) yield* nodesOf(item);
  if (node.kind === "object") for (const { value } of node.members) yield* nodesOf(value);
}

describe("what is JSON", () => {
  test("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(anyJson, space, (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const reading = readJson(text);
        expect(reading.problems).toEqual([]);
        expect(plainOf(valueIn(reading))).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  test("every node stands where its offsets say", () => {
    fc.assert(
      fc.property(anyJson, space, (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        for (const node of nodesOf(valueIn(readJson(text)))) {
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(plainOf(node));
          if (node.kind !== "object") continue;
          for (const { key, keyStart, keyEnd } of node.members) {
            expect(JSON.parse(text.slice(keyStart, keyEnd))).toBe(key);
          }
        }
      }),
    );
  });

  test("its size does not count white space outside of strings", () => {
    fc.assert(
      fc.property(anyJson, space, (value, indent) => {
        const { size } = readJson(JSON.stringify(value, null, indent));
        expect(size).toBe(JSON.stringify(value).length);
        expect(sizeOfNode(nodeOf(value))).toBe(size);
      }),
    );
  });

  test("a value in memory is read as its text", () => {
    const value = { a: undefined, b: [undefined, () => 1, Number.NaN, new Date(0)], c: new Map([[1, 2]]), d: -0 };
    expect(plainOf(nodeOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(fc.object(), (given) => {
        expect(plainOf(nodeOf(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test("a value that holds itself, or none, is refused", () => {
    const value: unknown[] = [];
    value.push(value, value);
    expect(() => nodeOf(value)).toThrow("nested deeper than 200, or holds itself");
    expect(() => nodeOf(undefined)).toThrow("none that JSON can hold");
    expect(() => nodeOf({ a: 1n })).toThrow("the value of `a` is a bigint");
  });

  test.each(["1e999", "-0", "0.1e-7", "1E+2", "12345678901234567890", "true", "null", '""', '"\\ud800"', '"\ud800"'])(
    "%j",
    (text) => {
      expect(read(text)).toBe(JSON.parse(text));
    },
  );

  test("names of Object.prototype are keys like others", () => {
    const text = '{"__proto__":{"x":1},"constructor":2,"toString":3}';
    expect(readJson(text).problems).toEqual([]);
    expect(JSON.stringify(read(text))).toBe(text);
  });
});

describe("slips are told once and read as meant", () => {
  const slips: readonly (readonly [kind: string, text: string, value: unknown, line: number, column: number])[] = [
    ["curly-quotes", "{\n \u201ca\u201d: \u201cb\u201d}", { a: "b" }, 2, 2],
    ["curly-quotes", "[\u201ea\u201c, \u201db\u2033]", ["a", "b"], 1, 2],
    ["curly-quotes", '[\u201ca", "b"]', ["a", "b"], 1, 2],
    ["curly-quotes", "[\u2018a\u2019]", ["a"], 1, 2],
    ["curly-quotes", "[\u201cit\u2019s \\\u201dso\\\u201d\u201d]", ['it\u2019s "so"'], 1, 2],
    ["single-quotes", "{'a': 'it\\'s \"b\"'}", { a: 'it\'s "b"' }, 1, 2],
    ["trailing-comma", '{"a": [1, 2,\n],}', { a: [1, 2] }, 1, 12],
    ["comment", '// head\n{"a": /* x */ 1} // end', { a: 1 }, 1, 1],
    ["no-break-space", '{"a":\u00a01,\u00a0"b": 2}', { a: 1, b: 2 }, 1, 6],
    ["control-character", '["a\tb"]', ["a\tb"], 1, 4],
    ["control-character", '["a\u0000b"]', ["a\u0000b"], 1, 4],
  ];

  test.each(slips)("%s in %j", (kind, text, value, line, column) => {
    expect(problemOf(text)).toMatchObject({ code: "not-json", kind, line, column });
    expect(read(text)).toEqual(value);
  });

  test("the problem of curly quotes names them, their number and their place", () => {
    expect(problemOf("{ \u201ca\u201d: [1, \u201cb\u201d] }")).toEqual({
      code: "not-json",
      kind: "curly-quotes",
      message: "a string stands in curly quotes (U+201C \u201c, U+201D \u201d), which is not JSON; it happens 2 times",
      hint: 'write straight quotes, `"` (U+0022); word processors and web pages turn them into curly ones',
      offset: 2,
      pointer: "",
      line: 1,
      column: 3,
    });
  });

  test("a curly quote in a straight-quoted string is text", () => {
    const text = '{"Sid": "the \u201cbest\u201d \u2018one\u2019"}';
    expect(readJson(text).problems).toEqual([]);
    expect(read(text)).toEqual({ Sid: "the \u201cbest\u201d \u2018one\u2019" });
  });

  test("all kinds in one text, in the order of the text", () => {
    const text = '{\'a\': 1, /* b */ \u201cc\u201d:\u00a02, "d": "\t",}';
    const kinds = readJson(text).problems.map(({ kind }) => kind);
    const inOrder = ["single-quotes", "comment", "curly-quotes", "no-break-space", "control-character"];
    expect(kinds).toEqual([...inOrder, "trailing-comma"]);
  });

  test("white space, comments and trailing commas do not count", () => {
    expect(readJson('{ "a b" : [ 1 , /* x */ 2 , ] , }').size).toBe('{"a b":[1,2]}'.length);
  });

  test("a byte order mark is skipped and takes no column", () => {
    expect(readJson('\ufeff{"a": 1}')).toMatchObject({ problems: [], size: 7 });
    expect(problemOf("\ufeff[1,]")).toMatchObject({ line: 1, column: 3, offset: 3 });
  });

  test("a key that stands twice is told at each place, and the last counts", () => {
    const text = '{"a": {"b": 1,\n "b": 2,\n "b": 3}}';
    const { problems } = readJson(text);
    expect(problems.map(({ code, line, column, pointer }) => [code, line, column, pointer])).toEqual([
      ["duplicate-key", 2, 2, "/a/b"],
      ["duplicate-key", 3, 2, "/a/b"],
    ]);
    expect(problems[0]?.message).toBe("the key `b` is there already, at 1:8");
    expect(read(text)).toEqual({ a: { b: 3 } });
  });

  test("keys that differ in case, or are the same by an escape", () => {
    expect(readJson('{"a": 1, "A": 2}').problems).toEqual([]);
    expect(problemOf('{"a": 1, "\\u0061": 2}').code).toBe("duplicate-key");
  });
});

describe("broken texts give one problem and no value", () => {
  const broken: readonly (readonly [text: string, line: number, column: number, message: string])[] = [
    ["", 1, 1, "expected a value, found the end of the text"],
    [" \n ", 2, 2, "expected a value, found the end of the text"],
    ["{", 1, 2, "expected a key in double quotes, found the end of the text"],
    ['{"a"', 1, 5, "expected `:`, found the end of the text"],
    ['{"a" 1}', 1, 6, "expected `:`, found `1`"],
    ['{"a": 1 "b": 2}', 1, 9, 'expected `,` or `}`, found `"`'],
    ["[1\n 2]", 2, 2, "expected `,` or `]`, found `2`"],
    ["[1}", 1, 3, "expected `,` or `]`, found `}`"],
    ["[,]", 1, 2, "expected a value, found `,`"],
    ["[1,,2]", 1, 4, "expected a value, found `,`"],
    ["{Version: 1}", 1, 2, "expected a key in double quotes, found `Version`"],
    ["[nul]", 1, 2, "expected a value, found `nul`"],
    ["[truex]", 1, 2, "expected a value, found `truex`"],
    ["[01]", 1, 2, "expected a value, found `01`"],
    ["[1.]", 1, 2, "expected a value, found `1.`"],
    ["[-]", 1, 2, "expected a value, found `-`"],
    ["[.5]", 1, 2, "expected a value, found `.5`"],
    ["[True]", 1, 2, "expected a value, found `True`"],
    ["[\u200b1]", 1, 2, "expected a value, found U+200B"],
    ["{}\r\n{}", 2, 1, "expected the end of the text, found `{`"],
    ['["a\n"]', 1, 2, "the string that starts here is not closed on its line"],
    ['["\\x"]', 1, 3, "`\\x` is no escape that JSON knows"],
    ['["\\u12"]', 1, 3, '`\\u12"]` is no escape that JSON knows'],
    ["[1 /* x ]", 1, 4, "the comment that starts here is not closed"],
    ["/* x", 1, 1, "the comment that starts here is not closed"],
    ["[/*1//", 1, 2, "the comment that starts here is not closed"],
    ["[1 / 2]", 1, 4, "expected `,` or `]`, found `/`"],
    ["\u0000{}", 1, 1, "expected a value, found U+0000, NUL"],
    ["[1, \ud800]", 1, 5, "expected a value, found U+D800"],
  ];

  test.each(broken)("%j", (text, line, column, message) => {
    expect(readJson(text)).toMatchObject({ value: undefined, size: 0 });
    expect(problemOf(text)).toMatchObject({ code: "not-json", kind: "broken", line, column, message });
  });

  test("hints: UTF-16, Python, a quote that does not end its string", () => {
    expect(problemOf("{\u0000}\u0000").hint).toBe("the file may be UTF-16: save it as UTF-8");
    expect(problemOf("[None]").hint).toBe("JSON has `true`, `false`, `null`");
    expect(problemOf('{"a\u201d: 1}').hint).toContain("U+201D");
    expect(problemOf('{"a\u201d: "b"}').hint).toContain("does not end it");
  });

  test("what JSON.parse refuses is never read without a problem, and nothing throws", () => {
    const piece = fc.constantFrom(..."{}[]\",:\\/*'\u201c\u201d \n\t\u00a0\u0000\ufeff01-.eE+trufalsn\ud800");
    const pieces = fc.array(fc.oneof(piece, fc.constantFrom('"a"', "true", "12", '":', '{"a":', "\\u0041", "//")));
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const reading = readJson(text);
        const parsed = tryParse(text);
        if (parsed !== undefined) expect(plainOf(valueIn(reading))).toEqual(parsed.value);
        else if (!text.startsWith("\ufeff")) expect(reading.problems).not.toEqual([]);
        expect(reading.problems.filter(({ kind }) => kind === "broken").length).toBe(reading.value ? 0 : 1);
      }),
      { numRuns: 3000 },
    );
  });
});

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe("places", () => {
  test("lines end with any line break; columns are UTF-16 units", () => {
    const lines = new LineIndex("a\nb\r\nc\rd\u2028e\u{1f600}f");
    const at = (offset: number) => Object.values(lines.at(offset));
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(at)).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [2, 3],
      [3, 1],
      [3, 2],
      [4, 1],
    ]);
    expect(at(12)).toEqual([4, 6]);
  });

  test("they are those of counting from the start", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\n", "\r\n", "x", "yz")), fc.nat(40), (parts, given) => {
        const text = parts.join("");
        const offset = Math.min(given, text.length);
        const before = text.slice(0, offset).split("\n");
        expect(new LineIndex(text).at(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
      }),
    );
  });
});
