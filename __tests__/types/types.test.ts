/** The compiler's own word on what must compile and what must not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { RUNTIME } from "../runtime";

const files = ["must-compile.ts", "must-not-compile.ts"].map((name) => join(__dirname, name));
const [, bad] = files as [string, string];
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(
    join(__dirname, "../..", RUNTIME === "cdktn" ? "tsconfig.cdktn.json" : "tsconfig.json"),
    ts.sys.readFile,
  ).config,
  ts.sys,
  join(__dirname, "../.."),
);

/** What both programs have in common. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Messages of the compiler over files whose text may be changed. */
function compile(texts: ReadonlyMap<string, string>): readonly string[] {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    const source = parsed.get(name) ?? read(name, version);
    parsed.set(name, source);
    return source;
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    return ts.getPreEmitDiagnostics(program, source).map(({ file, start, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}

const texts = new Map(files.map((name) => [name, readFileSync(name, "utf8")]));

test("what must compile compiles, and each expected error is one", () => {
  expect(compile(texts)).toEqual([]);
});

test("without its comments each expected error is told, where it stands", () => {
  const text = texts.get(bad) as string;
  const expected = [...text.matchAll(/^ *\/\/ @ts-expect-error /gm)].length;
  const found = compile(new Map([[bad, text.replaceAll("@ts-expect-error", "")]]));
  expect(expected).toBe(EXPECTED);
  expect(new Set(found.map((message) => message.split(":")[0])).size).toBeGreaterThanOrEqual(EXPECTED);
  // Of several overloads the compiler tells the last: it must be the one that was meant.
  expect(found.filter((message) => /not assignable to parameter of type 'readonly unknown\[\]'/.test(message))).toEqual(
    [],
  );
  expect(found.some((message) => message.includes('"no such argument": "pth"'))).toBe(true);
  for (const message of found) expect(message).not.toMatch(/Cannot find (?:module|name)|excessively deep/);
});

/** How many mistakes `must-not-compile.ts` holds. */
const EXPECTED = 90;
