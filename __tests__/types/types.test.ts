/** The compiler's own word on what must compile and what must not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { once } from "../../src/text/memo";
import { RUNTIME } from "../runtime";

const [good, bad] = ["must-compile.ts", "must-not-compile.ts"].map((name) => join(__dirname, name)) as [string, string];
/** The text of `bad` without what makes its errors expected ones. */
const bare = join(__dirname, "must-not-compile-bare.ts");
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(
    join(__dirname, "../..", RUNTIME === "cdktn" ? "tsconfig.cdktn.json" : "tsconfig.json"),
    ts.sys.readFile,
  ).config,
  ts.sys,
  join(__dirname, "../.."),
);

/** What the compiler says of a file: one program for all, because most of the time goes to the types that they share. */
const errorsOf = once(() => {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === bare ? ts.createSourceFile(name, bareText, version) : read(name, version);
  const program = ts.createProgram([good, bad, bare], { ...options, types: ["node"] }, host);
  return (name: string) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(name)).map(({ file, start, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
});

const text = readFileSync(bad, "utf8");
const bareText = text.replaceAll("@ts-expect-error", "");

test("what must compile compiles, and each expected error is one", () => {
  expect([good, bad].flatMap(errorsOf())).toEqual([]);
});

test("without its comments each expected error is told, where it stands", () => {
  const expected = [...text.matchAll(/^ *\/\/ @ts-expect-error /gm)].length;
  const found = errorsOf()(bare);
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
const EXPECTED = 93;
